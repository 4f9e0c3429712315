"""Packages of any size for the benchmarks, made by the real builder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath

from benchmarks.terms import terms_for
from review_app.model.case import MEDIA_TYPES
from review_app.model.crypto import age, ballot_card
from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.crypto.keys import new_seed, public_of, thumbprint
from review_app.model.package.build import KeyEntry, build_package, sign_manifest
from review_app.model.package.manifest import DOSSIER_TYPE, Manifest, Member, PackageAttachment, PackageCase
from review_app.model.terms import Candidate, commitment, new_round_id

DOSSIER = ("## 做法\n\n" + "一段用来量时间的文字，长短与样例的案例相仿。" * 40 + "\n").encode()
SALT = "0" * 32


@dataclass(frozen=True)
class Attached:
    """An attachment's bytes, and their SHA-256, which a workspace knows from intake."""

    content: bytes

    @cached_property
    def digest(self) -> str:
        """64 hex digits."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class CaseContent:
    """What there is to read of one case: Markdown, and attachments by file name, whose suffix says what they are."""

    title: str
    dossier: bytes
    attachments: Sequence[tuple[str, Attached]] = ()


def build(path: Path, attachments: Sequence[Attached], *, cases: int = 24, experts: int = 10) -> BallotCard:
    """Writes a package of ``cases`` candidates that share the attachments, for ``experts`` cards; returns one card."""
    contents = []
    for number in range(cases):
        own = [(f"{place}.pdf", attached) for place, attached in enumerate(attachments[number::cases])]
        contents.append(CaseContent(f"案例{number}", DOSSIER, own))
    return build_cases(path, contents, experts=experts)


def build_cases(path: Path, cases: Sequence[CaseContent], *, experts: int = 10) -> BallotCard:
    """Writes a package with these cases, called ``case-0`` and so on, for ``experts`` cards; returns one card."""
    seed, round_id = new_seed(), new_round_id()
    cards = [ballot_card.new_card(round_id) for _ in range(experts)]
    keys = [ballot_card.derive(card, round_id, thumbprint(public_of(seed))) for card in cards]
    contents: dict[str, bytes] = {}
    members: list[Member] = []
    package_cases: list[PackageCase] = []

    def member(item: Attached, media_type: str) -> str:
        name = f"m/{len(members) + 1}.age"
        members.append(Member(name, len(item.content), item.digest, media_type))
        contents[name] = item.content
        return name

    for number, case in enumerate(cases):
        own = [
            PackageAttachment(
                member(attached, MEDIA_TYPES[PurePath(name).suffix]), name, f"附件 {PurePath(name).stem}"
            )
            for name, attached in case.attachments
        ]
        package_cases.append(
            PackageCase(
                f"case-{number}",
                case.title,
                "单位",
                "other",
                "单位",
                "某地",
                "网络服务",
                "self",
                "",
                member(Attached(case.dossier), DOSSIER_TYPE),
                own,
                [],
                SALT,
            )
        )
    manifest = Manifest("manifest/0", round_id, package_cases, members, "", "0" * 64)
    _, sealing = age.new_identity()
    candidates = [
        Candidate(c.id, c.title, commitment(c.id, c.title, "单位", "单位", SALT)) for c in package_cases
    ]
    digest = sign_manifest(manifest, seed)[1]
    terms = terms_for(round_id, candidates, [k.sign_public for k in keys], sealing, digest)
    identity, _ = age.new_identity()
    with path.open("wb") as file:
        build_package(
            file,
            terms=terms,
            manifest=manifest,
            organizer_seed=seed,
            package_identity=identity,
            key_entries=[KeyEntry(k.lookup, k.recipient) for k in keys],
            content_of=lambda item: contents[item.name],
        )
    return cards[0]
