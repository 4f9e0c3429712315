"""A whole workspace in one sealed file: back with every byte, on another computer with the kit; never half."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
from functools import partial
from pathlib import Path

import pyrage
import pytest

from review_app.model.crypto import age, age_stream
from review_app.model.crypto.age_format import Reader, Refused, Stanza, new_file_key, x25519_stanza
from review_app.model.crypto.recovery import new_passphrase, open_kit, parse_kit
from review_app.model.crypto.vault import IdentityKey, Unlocker
from review_app.model.errors import InputError, ReviewError, UsageError
from review_app.model.progress import Cancelled, Progress
from review_app.model.workspace import Workspace
from review_app.model.workspace.keeping import bring_back, keep
from review_app.model.workspace.rounds import Round
from tests import disks


@pytest.fixture
def packed(workspace: Workspace, final: Round, tmp_path: Path) -> Workspace:
    """With a package and a ballot box."""
    workspace.cards.draw(final, 4)
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    workspace.counting.box(final).close()
    return workspace


def content_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith((".lock", "-wal", "-shm"))
    }


def test_back_with_every_byte(packed: Workspace, tmp_path: Path) -> None:
    head = packed.log.head()
    kept = keep(packed, tmp_path / "a.campaignbackup")
    assert kept.size == (tmp_path / "a.campaignbackup").stat().st_size
    found = bring_back(tmp_path / "a.campaignbackup", tmp_path / "back", Unlocker())
    assert found.damaged == [] and found.log_head == kept.log_head == head
    packed.close()
    before, after = content_of(packed.folder), content_of(tmp_path / "back")
    assert before.keys() == after.keys() and "box-1.sqlite" in after
    del before["campaign.sqlite"], after["campaign.sqlite"]
    assert before == after
    with Workspace.open(tmp_path / "back") as back, Workspace.open(packed.folder) as original:
        back.unlock()
        assert back.nominations.all() == original.nominations.all()
        assert back.log.lines() == original.log.lines()[:-1]
        assert original.log.lines()[-1].act == "workspace-kept"
        back.rounds.new("final", back.rounds.current().rubric, back.rounds.current().rule)


def test_on_another_computer_with_the_kit(
    packed: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = packed.recovery.prepare()
    file = tmp_path / "a.campaignbackup"
    keep(packed, file)
    monkeypatch.setenv("REVIEW_APP_HOME", str(tmp_path / "new-home"))
    with pytest.raises(InputError, match="backup-key-missing"):
        bring_back(file, tmp_path / "back", Unlocker())
    assert not (tmp_path / "back").exists()
    content = open_kit(parse_kit(kit.code.encode()), kit.passphrase)
    bring_back(file, tmp_path / "back", Unlocker(), kit=content)
    with Workspace.open(tmp_path / "back") as back:
        back.unlock()


def test_under_a_passphrase(packed: Workspace, tmp_path: Path) -> None:
    file, passphrase = tmp_path / "a.campaignbackup", new_passphrase()
    keep(packed, file, passphrase=passphrase)
    with pytest.raises(InputError, match="backup-wrong-passphrase"):
        bring_back(file, tmp_path / "back", Unlocker(), passphrase=new_passphrase())
    bring_back(file, tmp_path / "back", Unlocker(), passphrase=passphrase.lower().replace("-", " "))
    plain = pyrage.passphrase.decrypt(file.read_bytes(), passphrase)
    with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
        assert {"backup.json", "campaign.sqlite", "vault.age"} <= set(tar.getnames())


def test_other_programs_open_it(packed: Workspace, tmp_path: Path, review_app_home: Path) -> None:
    keep(packed, tmp_path / "a.campaignbackup")
    (key,) = (review_app_home / "keys").iterdir()
    identity = pyrage.x25519.Identity.from_str(key.read_text("ascii").strip())
    plain = pyrage.decrypt((tmp_path / "a.campaignbackup").read_bytes(), [identity])
    with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
        assert all(member.mtime == 0 and not member.uname for member in tar)
    if shutil.which("age"):
        command = ["age", "-d", "-i", str(key), str(tmp_path / "a.campaignbackup")]
        assert subprocess.run(command, capture_output=True, check=True).stdout == plain


def test_nothing_readable_in_it(packed: Workspace, tmp_path: Path) -> None:
    keep(packed, tmp_path / "a.campaignbackup")
    content = (tmp_path / "a.campaignbackup").read_bytes()
    for word in ("alpha", "测试评选", "SQLite", "campaign.sqlite"):
        assert word.encode() not in content


def test_a_damaged_or_cut_one_leaves_nothing(packed: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "a.campaignbackup"
    keep(packed, file)
    whole = file.read_bytes()
    places = [0, 5, 60, 130, 200, 300, len(whole) // 2, len(whole) - 1]
    wrong = [whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :] for place in places]
    chunk = (64 << 10) + 16
    wrong += [whole[:-1], whole[: len(whole) - len(whole) % chunk], whole[:100], b"", whole + b"x"]
    for content in wrong:
        file.write_bytes(content)
        with pytest.raises(InputError) as refused:
            bring_back(file, tmp_path / "back", Unlocker())
        assert refused.value.code in (
            "campaign-backup-damaged", "campaign-backup-foreign", "backup-key-missing"
        )  # fmt: skip
        assert not (tmp_path / "back").exists()
        assert not list(tmp_path.glob(".*.part"))


def test_only_into_an_empty_folder(packed: Workspace, tmp_path: Path) -> None:
    file, folder = tmp_path / "a.campaignbackup", tmp_path / "back"
    keep(packed, file)
    folder.mkdir()
    (folder / "mine.txt").write_text("x")
    with pytest.raises(UsageError, match="folder-not-empty"):
        bring_back(file, folder, Unlocker())
    (folder / "mine.txt").unlink()
    bring_back(file, folder, Unlocker())
    with pytest.raises(UsageError, match="file-exists"):
        keep(packed, file)
    keep(packed, file, replace=True)
    with pytest.raises(UsageError, match="backup-inside"):
        keep(packed, packed.folder / "files" / "b.campaignbackup")


def test_a_missing_attachment_is_said_and_the_rest_comes_back(packed: Workspace, tmp_path: Path) -> None:
    blob = next(path for path in (packed.folder / "files").rglob("*") if path.is_file())
    blob.unlink()
    keep(packed, tmp_path / "a.campaignbackup")
    found = bring_back(tmp_path / "a.campaignbackup", tmp_path / "back", Unlocker())
    assert [case for case, _ in found.damaged] == ["alpha"]


def test_stopped_on_the_way(packed: Workspace, tmp_path: Path) -> None:
    class Stopping(Progress):
        def step(self, by: int = 1) -> None:
            raise Cancelled

    file = tmp_path / "a.campaignbackup"
    with pytest.raises(Cancelled):
        keep(packed, file, Stopping())
    assert not file.exists()
    keep(packed, file)
    with pytest.raises(Cancelled):
        bring_back(file, tmp_path / "back", Unlocker(), Stopping())
    assert not (tmp_path / "back").exists() and not list(tmp_path.glob(".*.part"))


@pytest.mark.skipif(os.name == "nt", reason="limits on files are POSIX")
def test_a_full_disk(packed: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "a.campaignbackup"
    keep(packed, file)
    with disks.full_disk(), pytest.raises(ReviewError, match="disk-full"):
        bring_back(file, tmp_path / "back", Unlocker())
    assert not (tmp_path / "back").exists() and not list(tmp_path.glob(".*.part"))


def test_names_that_lead_elsewhere(packed: Workspace, tmp_path: Path) -> None:
    """Whoever has the key could make such a file: it writes nowhere but into its folder."""
    identity = packed._context.vault.key
    assert isinstance(identity, IdentityKey)
    for name in ("../evil", "/evil", "a/../../evil", "C:evil", "a\\evil", "con\x00"):
        out = io.BytesIO()
        file_key = new_file_key()
        public = age.recipient_bytes(age.recipient_of(identity.identity))
        vault_id = packed.campaign.get().vault_id
        stanzas = [Stanza(("review-app-vault", vault_id), b""), x25519_stanza(file_key, public)]
        sealed = age_stream.SealingWriter(out, file_key, stanzas)
        with tarfile.open(fileobj=sealed, mode="w|", format=tarfile.PAX_FORMAT) as tar:
            head = f'{{"files":[{{"name":"{name}","size":1}}],"format":"workspace-backup/0","log_head":""}}'
            for member, content in (("backup.json", head.encode()), (name, b"x")):
                info = tarfile.TarInfo(member)
                info.size = len(content)
                tar.addfile(info, io.BytesIO(content))
        sealed.finish()
        (tmp_path / "evil.campaignbackup").write_bytes(out.getvalue())
        with pytest.raises(InputError, match="campaign-backup-damaged"):
            bring_back(tmp_path / "evil.campaignbackup", tmp_path / "sub" / "back", Unlocker())
        assert not (tmp_path / "evil").exists() and not list((tmp_path / "sub").iterdir())


@pytest.mark.parametrize("size", [0, 1, (64 << 10) - 1, 64 << 10, (64 << 10) + 1, 3 * (64 << 10), 300_000])
def test_the_stream_is_age(size: int) -> None:
    identity = pyrage.x25519.Identity.generate()
    secret = age.identity_bytes(str(identity))
    file_key, content, out = new_file_key(), os.urandom(size), io.BytesIO()
    public = age.recipient_bytes(str(identity.to_public()))
    writer = age_stream.SealingWriter(out, file_key, [x25519_stanza(file_key, public)])
    for start in range(0, size, 50_001):
        writer.write(content[start : start + 50_001])
    writer.finish()
    assert pyrage.decrypt(out.getvalue(), [identity]) == content
    for sealed in (out.getvalue(), pyrage.encrypt(content, [identity.to_public()])):
        reader = age_stream.OpeningReader(io.BytesIO(sealed), stanza_opener(secret))
        assert b"".join(iter(partial(reader.read, 7001), b"")) == content
        changed = sealed[:-20] + bytes([sealed[-20] ^ 1]) + sealed[-19:]
        for wrong in (sealed[:-1], sealed + b"x", sealed[:-16], changed):
            with pytest.raises(Refused):
                age_stream.OpeningReader(io.BytesIO(wrong), stanza_opener(secret)).read(-1)


def stanza_opener(secret: bytes) -> age_stream.OpenStanza:
    reader = Reader(secret)
    return lambda stanza: reader.file_key_in(stanza) if stanza.arguments[0] == "X25519" else None
