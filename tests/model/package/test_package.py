"""Case packages: nobody changes a byte unnoticed, and damage to one member costs that member."""

from __future__ import annotations

import io
import random
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from review_app.model import canonical
from review_app.model.container import Container, ContainerWriter
from review_app.model.crypto import age, ballot_card, jws
from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.crypto.keys import new_seed, public_jwk, public_of, thumbprint
from review_app.model.errors import InputError, ReviewError
from review_app.model.package.build import KeyEntry, build_package, sign_manifest, sign_terms
from review_app.model.package.manifest import (
    MANIFEST_TYP,
    Manifest,
    Member,
    PackageHeader,
    Seal,
    SealedEntry,
    check_manifest,
)
from review_app.model.package.open import SealedPackage
from review_app.model.progress import Cancelled, Progress
from review_app.model.result.archive import write_sealed
from review_app.model.terms import TERMS_TYP, Terms, new_round_id
from tests.rounds import SmallRound, small_round

PDF = b"%PDF-1.4 " + bytes(range(256)) * 600  # three chunks of age
PNG = b"\x89PNG\r\n\x1a\n" + bytes(5000)


@pytest.fixture(scope="module")
def round_() -> SmallRound:
    return small_round(attachments={"证据.pdf": PDF, "图.png": PNG})


@pytest.fixture
def package(round_: SmallRound, tmp_path: Path) -> Path:
    file = tmp_path / "round.casepkg"
    file.write_bytes(round_.package)
    return file


def parts_of(data: bytes) -> dict[str, bytes]:
    container = Container(io.BytesIO(data))
    return {entry.name: container.read(entry.name) for entry in container.entries}


def plainly(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    writer = ContainerWriter(file)
    for name, content in parts.items():
        writer.add(name, content)
    writer.close()
    return file.getvalue()


def resealed(round_: SmallRound, parts: dict[str, bytes], seed: bytes | None = None) -> bytes:
    """The parts under a fresh seal, in the order given: what the organizer, or a stranger with a key, can make."""
    file = io.BytesIO()
    inner = {name: content for name, content in parts.items() if name != "seal.jws"}
    write_sealed(file, inner, round_.terms.round_id, seed or round_.organizer_seed)
    return file.getvalue()


def check(path: Path) -> list[str]:
    with SealedPackage.open(path) as package:
        return list(package.damaged_entries())


def unlocked(path: Path, card: BallotCard) -> dict[str, bytes]:
    with SealedPackage.open(path) as sealed:
        package = sealed.unlock(card)
        return {member.name: package.read_member(member.name) for member in package.manifest.members}


def noticed(package: Path, content: bytes | bytearray) -> bool:
    """Whether damage is found in ``content``, or it is refused."""
    package.write_bytes(content)
    try:
        return check(package) != []
    except ReviewError:
        return True


def test_every_card_opens_everything(round_: SmallRound, package: Path) -> None:
    assert check(package) == []
    for card in round_.cards:
        assert unlocked(package, card) == round_.contents
    with SealedPackage.open(package) as sealed:
        opened = sealed.unlock(round_.cards[0])
        assert (opened.terms, opened.manifest, opened.digest) == (
            round_.terms,
            round_.manifest,
            round_.digest,
        )
        assert opened.dossier("case-2") == "# 案例 2\n\n正文第 2 号。\n"
        assert opened.media_type("m/2.age") == "application/pdf"
        assert opened.case("case-1").attachments[0].file_name == "证据.pdf"


def test_the_organizer_is_no_reader(round_: SmallRound) -> None:
    """Key entries are the experts' only: as many as cards, each opening with one card's key."""
    entries = [name for name in parts_of(round_.package) if name.startswith("keys/")]
    assert entries == sorted(f"keys/{keys.lookup}.age" for keys in round_.keys)


def test_400_changes_and_cuts_are_refused(round_: SmallRound, package: Path) -> None:
    drawn = random.Random(400)
    data = round_.package
    for number in range(400):
        touched = bytearray(data)
        if number % 4 == 0:
            del touched[drawn.randrange(len(data)) :]
        else:
            touched[drawn.randrange(len(data))] ^= drawn.randrange(1, 256)
        assert noticed(package, touched), number


def test_every_byte_outside_the_members_is_guarded(round_: SmallRound, package: Path) -> None:
    """Headers, names, directory, seal: each byte in turn, not a sample of them."""
    data = round_.package
    container = Container(io.BytesIO(data))
    inside: set[int] = set()
    for entry in container.entries:
        if entry.name.endswith(".age"):
            inside |= set(range(entry.data_offset, entry.end))
    places = sorted(set(range(len(data))) - inside)
    for place in places[:: max(1, len(places) // 1500)]:
        touched = bytearray(data)
        touched[place] ^= 0x20
        assert noticed(package, touched), place


def test_a_touched_member_costs_that_member_only(round_: SmallRound, package: Path) -> None:
    container = Container(io.BytesIO(round_.package))
    for entry in container.entries:
        if not entry.name.startswith("m/"):
            continue
        touched = bytearray(round_.package)
        touched[random.Random(entry.name).randrange(entry.data_offset, entry.end)] ^= 0x01
        package.write_bytes(touched)
        assert check(package) == [entry.name]
        with SealedPackage.open(package) as sealed:
            opened = sealed.unlock(round_.cards[1])
            for member in opened.manifest.members:
                if member.name == entry.name:
                    with pytest.raises(InputError, match="member-damaged"):
                        opened.read_member(member.name)
                else:
                    assert opened.read_member(member.name) == round_.contents[member.name]


def test_a_member_swapped_for_another_and_sealed_again_is_refused(round_: SmallRound, package: Path) -> None:
    """Same key, sound age file, fresh seal by the organizer: the manifest's digest still says no."""
    parts = parts_of(round_.package)
    parts["m/2.age"], parts["m/3.age"] = parts["m/3.age"], parts["m/2.age"]
    recipient = age.recipient_of(round_.package_identity)
    parts["m/1.age"] = age.seal(round_.contents["m/1.age"][:-1] + b"!", [recipient])
    package.write_bytes(resealed(round_, parts))
    assert check(package) == []
    with SealedPackage.open(package) as sealed:
        opened = sealed.unlock(round_.cards[0])
        for name in ("m/1.age", "m/2.age", "m/3.age"):
            with pytest.raises(InputError, match="member-damaged"):
                opened.read_member(name)
        assert opened.read_member("m/4.age") == round_.contents["m/4.age"]
        with pytest.raises(InputError, match="member-missing"):
            opened.read_member("m/99.age")


def structural(round_: SmallRound) -> Iterator[tuple[str, dict[str, bytes]]]:
    parts = parts_of(round_.package)
    names = list(parts)
    key = names[2]
    yield "a member left out", {name: parts[name] for name in names if name != "m/2.age"}
    yield (
        "a key entry left out of order",
        {name: parts[name] for name in [*names[:2], names[3], key, *names[4:]]},
    )
    yield "something more", parts | {"m/99.age": parts["m/1.age"]}
    yield "a foreign name", {"mimetype": parts["mimetype"], "x.txt": b"x"} | parts
    yield (
        "terms after the manifest",
        {
            name: parts[name]
            for name in sorted(names, key=lambda n: {"terms.age": 1, "manifest.age": 0}.get(n, -1))
        },
    )
    yield "no terms", {name: parts[name] for name in names if name != "terms.age"}
    yield "no header", {name: parts[name] for name in names if name != "header.json"}
    yield "another type", parts | {"mimetype": b"application/vnd.review-app.results"}
    yield "an unknown field", parts | {"header.json": parts["header.json"].replace(b'{"f', b'{"a":1,"f')}
    yield "a later version", parts | {"header.json": parts["header.json"].replace(b"casepkg/0", b"casepkg/9")}


def test_other_structures_are_refused_though_they_are_sealed(round_: SmallRound, package: Path) -> None:
    tried = 0
    for what, parts in structural(round_):
        package.write_bytes(resealed(round_, parts))
        with pytest.raises(InputError), SealedPackage.open(package) as sealed:
            sealed.unlock(round_.cards[0])
            pytest.fail(what)
        tried += 1
    assert tried == 10


def test_a_seal_that_is_not_the_last_word(round_: SmallRound, package: Path) -> None:
    parts = parts_of(round_.package)
    package.write_bytes(plainly(parts | {"zzz.age": b"x"}))
    with pytest.raises(InputError, match="package-damaged"):
        SealedPackage.open(package)
    package.write_bytes(plainly({name: content for name, content in parts.items() if name != "seal.jws"}))
    with pytest.raises(InputError, match="member-missing"):
        SealedPackage.open(package)


def test_a_stranger_with_a_key_of_his_own_opens_for_no_card(round_: SmallRound, package: Path) -> None:
    """The salt of the derivation binds a card to the organizer: a package rebuilt by anyone else has no entry."""
    stranger = new_seed()
    header = PackageHeader("casepkg/0", public_jwk(public_of(stranger)), round_.terms.round_id)
    parts = parts_of(round_.package) | {"header.json": canonical.encode(header)}
    package.write_bytes(resealed(round_, parts, stranger))
    assert check(package) == []
    with SealedPackage.open(package) as sealed, pytest.raises(InputError, match="card-unknown"):
        sealed.unlock(round_.cards[0])
    package.write_bytes(resealed(round_, parts_of(round_.package), stranger))
    with pytest.raises(InputError, match="other-signer"):
        SealedPackage.open(package)


def test_wrong_cards_are_told_apart(round_: SmallRound, package: Path) -> None:
    with SealedPackage.open(package) as sealed:
        with pytest.raises(InputError, match="card-other-round"):
            sealed.unlock(BallotCard(round_.cards[0].secret, new_round_id()))
        with pytest.raises(InputError, match="card-unknown"):
            sealed.unlock(ballot_card.new_card())
        sealed.unlock(BallotCard(round_.cards[0].secret))


def test_a_card_with_an_entry_but_no_slip_is_not_admitted(round_: SmallRound) -> None:
    """A reader the terms don't know could read, but its sheet would never count: say so at the door."""
    card = ballot_card.new_card()
    guest = ballot_card.derive(card, round_.terms.round_id, thumbprint(round_.organizer))
    file = io.BytesIO()
    entries = [KeyEntry(keys.lookup, keys.recipient) for keys in [*round_.keys, guest]]
    build_package(
        file,
        terms=round_.terms,
        manifest=round_.manifest,
        organizer_seed=round_.organizer_seed,
        package_identity=round_.package_identity,
        key_entries=entries,
        content_of=lambda member: round_.contents[member.name],
    )
    sealed = SealedPackage(Container(file))
    with pytest.raises(InputError, match="card-not-admitted"):
        sealed.unlock(card)


def test_what_is_no_package_is_said_so(round_: SmallRound, tmp_path: Path) -> None:
    path = tmp_path / "x.casepkg"
    for data, code in (
        (b"", "not-a-container"),
        (b"%PDF-1.4", "not-a-container"),
        (round_.sheet(0), "not-a-package"),
        (plainly({"a": b"x"}), "not-a-package"),
        (plainly({"mimetype": b"x"}), "not-a-package"),
        (round_.package[:-1], "container-truncated"),
    ):
        path.write_bytes(data)
        with pytest.raises(InputError, match=code):
            SealedPackage.open(path)
    with pytest.raises(InputError, match="file-missing"):
        SealedPackage.open(tmp_path / "nowhere")


def test_an_entry_nobody_could_decrypt_in_memory_is_refused_at_the_door(round_: SmallRound) -> None:
    parts = parts_of(round_.package)
    entries = [
        SealedEntry("0" * 64, name, len(content)) for name, content in parts.items() if name != "seal.jws"
    ]
    sealed = SealedPackage(Container(io.BytesIO(round_.package)))
    sealed.seal = Seal(
        "seal/0", round_.terms.round_id, [*entries[:-1], SealedEntry("0" * 64, "m/6.age", 1 << 30)]
    )
    with pytest.raises(InputError, match="package-damaged"):
        sealed._check_directory()


def test_the_build_has_one_structure(round_: SmallRound) -> None:
    """Two builds differ in the random bytes of age only: same names, order and clear parts, and no time in them."""
    builds = []
    for entries in (round_.keys, round_.keys[::-1]):
        file = io.BytesIO()
        build_package(
            file,
            terms=round_.terms,
            manifest=round_.manifest,
            organizer_seed=round_.organizer_seed,
            package_identity=round_.package_identity,
            key_entries=[KeyEntry(keys.lookup, keys.recipient) for keys in entries],
            content_of=lambda member: round_.contents[member.name],
        )
        builds.append(file.getvalue())
    first, second = map(parts_of, builds)
    assert list(first) == list(second)
    for name in ("mimetype", "header.json"):
        assert first[name] == second[name]
    for name in ("terms.age", "manifest.age", "m/1.age"):
        assert age.unseal(first[name], round_.package_identity, name) == age.unseal(
            second[name], round_.package_identity, name
        )
        assert first[name] != second[name]
    with zipfile.ZipFile(io.BytesIO(builds[0])) as archive:
        assert {(i.date_time, i.extra, i.comment, i.external_attr) for i in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), b"", b"", 0)
        }


def test_a_file_changed_since_intake_stops_the_build(round_: SmallRound) -> None:
    with pytest.raises(InputError, match="content-changed"):
        build_package(
            io.BytesIO(),
            terms=round_.terms,
            manifest=round_.manifest,
            organizer_seed=round_.organizer_seed,
            package_identity=round_.package_identity,
            key_entries=[],
            content_of=lambda member: round_.contents[member.name] + b" ",
        )


@pytest.mark.parametrize("at", [0, 1, 5])
def test_a_build_that_is_cancelled_stops_there_and_leaves_no_thread(round_: SmallRound, at: int) -> None:
    before, asked = threading.enumerate(), []
    steps: list[int] = []

    def content_of(member: Member) -> bytes:
        asked.append(member.name)
        return round_.contents[member.name]

    with pytest.raises(Cancelled):
        build_package(
            io.BytesIO(),
            terms=round_.terms,
            manifest=round_.manifest,
            organizer_seed=round_.organizer_seed,
            package_identity=round_.package_identity,
            key_entries=[],
            content_of=content_of,
            progress=Progress(lambda done, total: steps.append(done), lambda: len(asked) > at),
        )
    assert asked == [member.name for member in round_.manifest.members[: at + 1]]
    assert steps == list(range(at + 1))
    assert threading.enumerate() == before


def manifests(manifest: Manifest) -> Iterator[Manifest]:
    """Manifests that don't belong to the terms or whose parts don't refer to each other."""
    replace = msgspec.structs.replace
    case, member = manifest.cases[0], manifest.members[0]

    def with_case(**changes: object) -> Manifest:
        return replace(manifest, cases=[replace(case, **changes), *manifest.cases[1:]])

    def with_member(**changes: object) -> Manifest:
        return replace(manifest, members=[replace(member, **changes), *manifest.members[1:]])

    yield replace(manifest, round_id=new_round_id())
    yield replace(manifest, cases=manifest.cases[::-1])
    yield replace(manifest, cases=manifest.cases[:-1])
    yield replace(manifest, members=[*manifest.members, manifest.members[0]])
    yield replace(manifest, members=manifest.members[:-1])
    for field in ("title", "organisation", "recipient", "salt"):
        yield with_case(**{field: "0" * 32})
    yield with_case(salt="x")
    yield with_case(dossier="m/2.age")
    yield with_case(dossier="m/99.age")
    yield with_case(attachments=[])
    yield with_case(attachments=[replace(case.attachments[0], member=case.dossier), *case.attachments[1:]])
    yield with_case(attachments=[replace(case.attachments[0], file_name=""), *case.attachments[1:]])
    yield with_case(attachments=[replace(case.attachments[0], file_name="x" * 256), *case.attachments[1:]])
    for name in (
        "../x.pdf",
        "a/x.pdf",
        "c:x.pdf",
        "x.pdf\\y.pdf",
        ".x.pdf",
        "x\u202efdp.pdf",
        "x\n.pdf",
        "x.exe",
        "x.png",
        "x",
    ):
        yield with_case(attachments=[replace(case.attachments[0], file_name=name), *case.attachments[1:]])
    yield with_member(name="terms.age")
    yield with_member(name="m/01.age")
    yield with_member(digest="0")
    yield with_member(size=-1)
    yield with_member(size=5 << 20)
    yield with_member(media_type="text/html")
    yield with_member(media_type="image/svg+xml")


def test_manifests_that_do_not_fit_are_refused(round_: SmallRound) -> None:
    check_manifest(round_.manifest, round_.terms)
    tried = 0
    for manifest in manifests(round_.manifest):
        with pytest.raises(InputError, match="manifest-invalid"):
            check_manifest(manifest, round_.terms)
        tried += 1
    assert tried == 33


def test_another_manifest_than_the_terms_name_is_refused(round_: SmallRound, package: Path) -> None:
    other = msgspec.structs.replace(round_.manifest, return_instructions="Send it to me instead.")
    recipient = age.recipient_of(round_.package_identity)
    parts = parts_of(round_.package)
    parts["manifest.age"] = age.seal(sign_manifest(other, round_.organizer_seed)[0], [recipient])
    package.write_bytes(resealed(round_, parts))
    with SealedPackage.open(package) as sealed, pytest.raises(InputError, match="package-damaged"):
        sealed.unlock(round_.cards[0])


def test_terms_of_another_key_are_refused(round_: SmallRound, package: Path) -> None:
    recipient = age.recipient_of(round_.package_identity)
    for terms, seed, code in (
        (round_.terms, new_seed(), "other-signer"),
        (
            msgspec.structs.replace(round_.terms, round_id=new_round_id()),
            round_.organizer_seed,
            "package-damaged",
        ),
    ):
        parts = parts_of(round_.package)
        parts["terms.age"] = age.seal(sign_terms(terms, seed), [recipient])
        package.write_bytes(resealed(round_, parts))
        with SealedPackage.open(package) as sealed, pytest.raises(InputError, match=code):
            sealed.unlock(round_.cards[0])


def test_an_old_manifest_type_is_no_terms(round_: SmallRound) -> None:
    """One ``typ`` a kind: a manifest signed by the organizer can't stand where terms should."""
    signed = jws.sign(round_.terms, MANIFEST_TYP, round_.organizer_seed)
    with pytest.raises(InputError, match="malformed"):
        jws.verify(signed, TERMS_TYP, round_.organizer, Terms, "terms.age")
