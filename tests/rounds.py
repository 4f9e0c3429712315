"""A small real round for tests: real keys, a real package, real sheets; only the numbers are drawn from a seed."""

from __future__ import annotations

import hashlib
import io
import random
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from review_app.model.box.ballot_box import BallotBox
from review_app.model.box.judge import Electorate, JudgedSheet
from review_app.model.box.record import BoxRecord, sign_record
from review_app.model.crypto import age, ballot_card, jws
from review_app.model.crypto.ballot_card import BallotCard, BallotKeys
from review_app.model.crypto.jws import GeneralJws
from review_app.model.crypto.keys import new_seed, public_of, thumbprint
from review_app.model.package.amendment import (
    Amendment,
    Change,
    SignedAmendment,
    revoked_cards,
    sign_amendment,
)
from review_app.model.package.build import KeyEntry, build_package, sign_manifest
from review_app.model.package.manifest import Manifest, Member, PackageAttachment, PackageCase
from review_app.model.result.archive import NamedCandidate, Results, write_archive
from review_app.model.result.notice import NO_NOTICE, StatedNotice
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sheet import (
    SCORES_TYP,
    Receipt,
    Remarks,
    Scores,
    SheetBody,
    _pack,
    _pad,
    make_sheet,
    open_sheet,
    verify_scores,
)
from review_app.model.terms import (
    Admission,
    Candidate,
    Terms,
    commitment,
    new_round_id,
    sheet_size_for,
    slip_name,
)

LOG_HEAD = hashlib.sha256(b"log head").hexdigest()


@dataclass
class SmallRound:
    """Everything both sides of one round have in their hands."""

    organizer_seed: bytes
    cards: list[BallotCard]
    keys: list[BallotKeys]
    terms: Terms
    terms_jws: bytes
    manifest: Manifest
    contents: dict[str, bytes]
    package: bytes
    package_identity: str
    opening: list[str]
    amendments: list[SignedAmendment] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """The terms digest."""
        return hashlib.sha256(self.terms_jws).hexdigest()

    @property
    def organizer(self) -> bytes:
        """The organizer's public key."""
        return public_of(self.organizer_seed)

    def electorate(self, withdrawn: Iterable[int] = ()) -> Electorate:
        """What sheets are judged by; ``withdrawn`` are numbers of cards."""
        slips = {self.slip(card) for card in withdrawn} | revoked_cards(self.amendments)
        return Electorate(self.terms, self.digest, self.amendments, frozenset(slips))

    def slip(self, card: int) -> str:
        """The slip name of a card."""
        return slip_name(self.keys[card].sign_public)

    def states(self, card: int, salt: object = "", comments: bool = True) -> dict[str, CaseScores]:
        """What the holder of ``card`` says of every case, drawn from card and ``salt``; about one recusal in ten."""
        drawn = random.Random(f"{card}/{salt}")
        rubric = self.terms.rubric
        states = {}
        for case_id in self.terms.candidate_ids:
            scores = tuple(drawn.randint(rubric.lowest, rubric.highest) for _ in rubric.criteria)
            comment = f"卡 {card} 谈 {case_id}" if comments and drawn.random() < 0.7 else ""
            states[case_id] = CaseScores(scores, comment=comment, recused=drawn.random() < 0.1)
        return states

    def sheet(
        self,
        card: int,
        revision: int = 1,
        states: Mapping[str, CaseScores] | None = None,
        *,
        amendment: int = 0,
        withdrawn: Sequence[str] = (),
    ) -> bytes:
        """The bytes of a sheet made by the program."""
        return self.sheet_and_receipt(card, revision, states, amendment=amendment, withdrawn=withdrawn)[0]

    def sheet_and_receipt(
        self,
        card: int,
        revision: int = 1,
        states: Mapping[str, CaseScores] | None = None,
        *,
        amendment: int = 0,
        withdrawn: Sequence[str] = (),
    ) -> tuple[bytes, Receipt]:
        """A sheet and what its maker keeps."""
        return make_sheet(
            self.terms,
            self.digest,
            self.keys[card],
            self.states(card, revision) if states is None else states,
            revision,
            amendment=amendment,
            withdrawn=withdrawn,
        )

    def scores(self, card: int, revision: int = 1) -> tuple[Scores, Remarks]:
        """The payload and the remarks of a sheet that the program would make, for tests that change them."""
        body = self.body(self.sheet(card, revision))
        return decode_scores(body.scores), body.remarks

    def body(self, sheet: bytes) -> SheetBody:
        """The plaintext of a sheet."""
        return open_sheet(sheet, self.opening)

    def hand_made(
        self,
        scores: object,
        remarks: Remarks,
        seeds: Sequence[bytes],
        *,
        typ: str = SCORES_TYP,
        change: Callable[[GeneralJws], GeneralJws] = lambda signed: signed,
        size: int | None = None,
        round_id: str | None = None,
    ) -> bytes:
        """A sheet as somebody with the right tools and wrong intentions makes it: any payload, really signed."""
        signed = change(jws.sign_general(scores, typ, seeds))
        sealed = _pad(SheetBody("", remarks, signed), size or self.terms.sheet_size)
        for recipient in self.terms.sealing:
            sealed = age.seal(sealed, [recipient])
        return _pack(sealed, round_id or self.terms.round_id)

    def amend(self, *changes: Change) -> SignedAmendment:
        """Adds an amendment to the round."""
        amendment = Amendment(
            "amend/0",
            self.terms.round_id,
            self.digest,
            len(self.amendments) + 1,
            self.amendments[-1].digest if self.amendments else "",
            list(changes),
        )
        signed = sign_amendment(amendment, self.terms, self.organizer_seed)
        self.amendments.append(signed)
        return signed

    def record(self, sheets: Iterable[bytes], withdrawn: Iterable[int] = ()) -> bytes:
        """The signed box record over some sheets."""
        return self.record_of((hashlib.sha256(sheet).hexdigest() for sheet in sheets), withdrawn)

    def record_of(self, digests: Iterable[str], withdrawn: Iterable[int] = ()) -> bytes:
        """The signed box record over the digests of some sheets."""
        record = BoxRecord(
            "box/0",
            self.terms.round_id,
            self.digest,
            [amendment.digest for amendment in self.amendments],
            sorted(set(digests)),
            sorted(self.slip(card) for card in withdrawn),
            0,
            LOG_HEAD,
        )
        return sign_record(record, self.organizer_seed)

    def judged(
        self, folder: Path, sheets: Sequence[bytes], withdrawn: Sequence[int] = (), late: Sequence[bytes] = ()
    ) -> tuple[bytes, list[JudgedSheet]]:
        """The box record and the sheets in their states, by way of a real box in ``folder``."""
        with BallotBox(folder / f"{secrets.token_hex(4)}.box", self.terms.round_id) as box:
            assert all(isinstance(arrival, str) for arrival in box.add(sheets))
            box.close_intake(self.record_of(box.digests(), withdrawn))
            box.add(late)
            box.keep(box.judge(self.electorate(withdrawn), self.opening))
            record = box.record
            assert record is not None
            return record, box.outcomes()

    def names(self) -> list[NamedCandidate]:
        """What opens the commitments of the terms."""
        return [
            NamedCandidate(case.id, case.organisation, case.recipient, case.salt, case.title)
            for case in self.manifest.cases
        ]

    def archive(
        self,
        box_jws: bytes,
        sheets: Sequence[JudgedSheet],
        withdrawn: Iterable[int] = (),
        draw: str = "",
        notice: StatedNotice = NO_NOTICE,
    ) -> tuple[bytes, Results]:
        """The bytes of a results archive and what it states."""
        file = io.BytesIO()
        results = write_archive(
            file,
            terms_jws=self.terms_jws,
            electorate=self.electorate(withdrawn),
            box_jws=box_jws,
            sheets=sheets,
            candidates=self.names(),
            log_head=LOG_HEAD,
            organizer_seed=self.organizer_seed,
            draw=draw,
            notice=notice,
        )
        return file.getvalue(), results


def decode_scores(signed: GeneralJws) -> Scores:
    """The payload of some signed scores."""
    return verify_scores(signed)[0]


def small_round(
    cards: int = 5,
    cases: int = 4,
    *,
    layers: int = 1,
    comment_limit: int = 40,
    attachments: Mapping[str, bytes] | None = None,
    **rule: object,
) -> SmallRound:
    """A round of ``cards`` experts and ``cases`` candidates; ``layers`` sealing keys; ``rule`` replaces fields of the
    default counting rule.  ``attachments`` are named by file and belong to the first case."""
    seed, round_id = new_seed(), new_round_id()
    drawn = [ballot_card.new_card(round_id) for _ in range(cards)]
    keys = [ballot_card.derive(card, round_id, thumbprint(public_of(seed))) for card in drawn]
    opening, sealing = zip(*(age.new_identity() for _ in range(layers)), strict=True)
    package_identity, _ = age.new_identity()
    rubric = load_rubric()
    given: dict[str, object] = {"winners": 2, **rule}
    counting = msgspec.structs.replace(load_rule(None, rubric), **given)
    manifest, contents = _manifest(round_id, cases, attachments or {})
    terms = Terms(
        format="terms/0",
        round_id=round_id,
        kind="final",
        title="网络治理案例评审（样例）",
        edition="2026",
        organizers=["样例研究所"],
        sample=True,
        rubric=rubric,
        rule=counting,
        candidates=[
            Candidate(
                case.id,
                case.title if counting.publication == "full" else "",
                commitment(case.id, case.title, case.organisation, case.recipient, case.salt),
            )
            for case in manifest.cases
        ],
        admission=Admission("cards", [sorted(slip_name(k.sign_public) for k in keys)], cards),
        sealing=list(sealing),
        sheet_size=sheet_size_for(cases, len(rubric.criteria), comment_limit),
        comment_limit=comment_limit,
        manifest=sign_manifest(manifest, seed)[1],
    )
    file = io.BytesIO()
    terms_jws = build_package(
        file,
        terms=terms,
        manifest=manifest,
        organizer_seed=seed,
        package_identity=package_identity,
        key_entries=[KeyEntry(k.lookup, k.recipient) for k in keys],
        content_of=lambda member: contents[member.name],
    )
    return SmallRound(
        seed,
        drawn,
        keys,
        terms,
        terms_jws,
        manifest,
        contents,
        file.getvalue(),
        package_identity,
        list(opening),
    )


def _manifest(
    round_id: str, cases: int, attachments: Mapping[str, bytes]
) -> tuple[Manifest, dict[str, bytes]]:
    media = {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg"}
    contents: dict[str, bytes] = {}
    members: list[Member] = []

    def add(content: bytes, media_type: str) -> str:
        name = f"m/{len(members) + 1}.age"
        contents[name] = content
        members.append(Member(name, len(content), hashlib.sha256(content).hexdigest(), media_type))
        return name

    records = []
    for number in range(1, cases + 1):
        dossier = add(f"# 案例 {number}\n\n正文第 {number} 号。\n".encode(), "text/markdown")
        files = [
            PackageAttachment(add(content, media[name.rsplit(".", 1)[1]]), name, f"附件 {name}")
            for name, content in (attachments.items() if number == 1 else ())
        ]
        records.append(
            PackageCase(
                id=f"case-{number}",
                title=f"案例 {number}",
                organisation=f"单位 {number}",
                body_type="local-government",
                recipient=f"团队 {number}",
                region="北京",
                facet="网络服务",
                route="self",
                summary=f"摘要 {number}",
                dossier=dossier,
                attachments=files,
                claims=[],
                salt=secrets.token_hex(16),
            )
        )
    return Manifest("manifest/0", round_id, records, members, "寄回主办方。", LOG_HEAD), contents
