"""From frozen candidates and drawn cards to a case package.  The terms are made once; packing again
repeats them."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import msgspec

from review_app.model.case import Case
from review_app.model.crypto import age, ballot_card
from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.crypto.keys import new_seed, public_of, thumbprint
from review_app.model.errors import UsageError
from review_app.model.files import atomic_writer
from review_app.model.package.build import KeyEntry, build_package, member_names, sign_manifest
from review_app.model.package.manifest import DOSSIER_TYPE, Manifest, Member, PackageAttachment, PackageCase
from review_app.model.package.open import SealedPackage
from review_app.model.package.split import LEAST, split_file, too_small
from review_app.model.progress import SILENT, Progress
from review_app.model.terms import (
    COMMENT_LIMIT,
    Admission,
    Candidate,
    Terms,
    commitment,
    sheet_size_for,
    slip_name,
    terms_digest,
)
from review_app.model.workspace.candidates import FrozenCandidate, in_terms_order
from review_app.model.workspace.cards import CardCounts, Cards
from review_app.model.workspace.contents import Contents, packed_case
from review_app.model.workspace.context import Context
from review_app.model.workspace.nominations import Nominations
from review_app.model.workspace.rounds import Round, Rounds
from review_app.model.workspace.shortlist import Shortlist


@dataclass(frozen=True)
class Packed:
    """What was built: the terms digest (64 hex digits), candidates and members in the file, and whether packing had to
    freeze the candidates itself."""

    terms_digest: str
    candidates: int
    members: int
    froze: bool
    parts: tuple[Path, ...] = ()


class Packing:
    """Builds packages."""

    def __init__(self, context: Context, shortlist: Shortlist, cards: Cards, rounds: Rounds) -> None:
        self._context = context
        self._rounds = rounds
        self._shortlist = shortlist
        self._cards = cards

    def contents(self) -> Contents:
        """What the package of the newest round holds, or would hold if it were built now; nothing is changed."""
        rounds = self._rounds.all()
        settings = self._context.campaign.get().settings
        if not rounds:
            cases, trouble = self._would_be(None)
            listed = tuple(packed_case(case.id, case) for case in cases)
            return Contents("", listed, False, True, CardCounts(0, 0), settings.return_instructions, trouble)
        round_ = rounds[-1]
        trouble = ""
        candidates = self._shortlist.candidates(round_)
        frozen = bool(candidates)
        if frozen:
            found = tuple(packed_case(each.candidate_id, each.case) for each in candidates)
        else:
            cases, trouble = self._would_be(round_)
            found = tuple(packed_case(case.id, case) for case in cases)
        final = round_.state not in ("drafted", "cards")
        return Contents(
            round_.state,
            found,
            frozen,
            final or not frozen or self._shortlist.frozen_holds(round_),
            self._cards.counts(round_),
            round_.manifest.return_instructions if final else settings.return_instructions,
            trouble,
        )

    def _would_be(self, round_: Round | None) -> tuple[list[Case], str]:
        """The cases that would be frozen now, by id, and what speaks against it."""
        standing = self._shortlist.standing()
        held = round_ is not None and round_.kind == "final" and "hold" in standing.values()
        cases = [case for case in Nominations(self._context).all() if standing.get(case.id) != "drop"]
        trouble = "shortlist-on-hold" if held else "" if cases else "no-candidates"
        return cases, trouble

    def draft(self, round_: Round, file: Path, progress: Progress = SILENT) -> BallotCard:
        """Writes to ``file`` a package that reads as the one of ``round_`` would, and returns a card that opens it.

        Keys, card and so the terms' signature are made for this file alone: nobody can take it for the package, and no
        card of the round opens it.  Nothing in the workspace changes.  Raises what :meth:`pack` raises but
        ``round-state``.
        """
        candidates = self._shortlist.candidates(round_)
        if not candidates:
            cases, trouble = self._would_be(round_)
            if trouble == "no-candidates":
                raise UsageError("no-candidates")
            candidates = [FrozenCandidate(case.id, case, secrets.token_hex(16)) for case in cases]
        candidates = in_terms_order(candidates, round_.rule)
        dossiers: dict[str, bytes] = {}
        manifest = self._manifest(round_, candidates, self._context.log.head(), dossiers)
        seed, (package_identity, _) = new_seed(), age.new_identity()
        card = ballot_card.new_card(round_.id)
        keys = ballot_card.derive(card, round_.id, thumbprint(public_of(seed)))
        slips = sorted([*self._cards.slips(round_)[1:], slip_name(keys.sign_public)])
        terms = self._terms(round_, candidates, sign_manifest(manifest, seed)[1], slips)
        with atomic_writer(file) as out:
            self._build(
                out,
                terms,
                manifest,
                seed,
                package_identity,
                [KeyEntry(keys.lookup, keys.recipient)],
                dossiers,
                progress,
            )
        return card

    def is_ours(self, round_: Round, file: Path) -> bool:
        """Whether ``file`` (or the parts it belongs to) is the package of ``round_`` with its final terms, whole in
        every entry that is opened first.  Raises what opening a package raises."""
        with SealedPackage.open(file) as sealed:
            if sealed.round_id != round_.id or sealed.organizer != round_.organizer_public:
                return False
            return sealed.look(round_.package_identity()).terms_jws == round_.terms_jws

    def pack(
        self, round_: Round, file: Path, progress: Progress = SILENT, split: int | None = None
    ) -> Packed:
        """Writes the package of ``round_`` to ``file``, complete or not at all; with ``split`` also as parts of at most
        so many bytes beside it, where it is larger.

        Candidates that aren't frozen yet are frozen by id.  The workspace takes the terms as final just
        before the finished file is put in place.  A packed round can be packed again (the file was lost, a
        card was withdrawn) as long as nothing that experts read has changed: then the terms are the same,
        byte for byte.

        Raises UsageError ``round-state``, ``round-packed`` (naming the part that differs), ``no-candidates``,
        ``candidates-outdated`` (the shortlist has changed since the list was frozen), ``shortlist-on-hold``,
        ``part-size`` (before anything is done, where the size is too small for any package);
        InputError ``blob-missing``, ``blob-damaged``.
        """
        if split is not None and split < LEAST:
            raise too_small(LEAST)
        round_.require("cards", "packed")
        again = round_.state == "packed"
        candidates = self._shortlist.candidates(round_)
        froze = not candidates
        if froze:
            candidates = self._shortlist.freeze(round_)
        elif not again and not self._shortlist.frozen_holds(round_):
            raise UsageError("candidates-outdated")
        candidates = in_terms_order(candidates, round_.rule)
        dossiers: dict[str, bytes] = {}
        log_head = round_.manifest.log_head if again else self._context.log.head()
        manifest = self._manifest(round_, candidates, log_head, dossiers)
        if again:
            manifest = _as_packed(manifest, round_.manifest)
        seed, package_identity = round_.organizer_seed(), round_.package_identity()
        manifest_jws, digest = sign_manifest(manifest, seed)
        terms = self._terms(round_, candidates, digest, self._cards.slips(round_))
        if again:
            _check_unchanged(round_, manifest, terms)
        with atomic_writer(file) as out:
            entries = self._cards.key_entries(round_)
            terms_jws = self._build(out, terms, manifest, seed, package_identity, entries, dossiers, progress)
            if not again:
                self._keep(round_, terms_jws, manifest_jws)
        packed = Packed(terms_digest(terms_jws), len(candidates), len(manifest.members), froze)
        if split is None:
            return packed
        return replace(packed, parts=tuple(split_file(file, split, progress=progress)))

    def _build(
        self,
        out: BinaryIO,
        terms: Terms,
        manifest: Manifest,
        seed: bytes,
        package_identity: str,
        entries: Sequence[KeyEntry],
        dossiers: dict[str, bytes],
        progress: Progress,
    ) -> bytes:
        def content_of(member: Member) -> bytes:
            if member.media_type == DOSSIER_TYPE:
                return dossiers[member.digest]
            return self._context.blobs.read(member.digest)

        return build_package(
            out,
            terms=terms,
            manifest=manifest,
            organizer_seed=seed,
            package_identity=package_identity,
            key_entries=entries,
            content_of=content_of,
            progress=progress,
        )

    def _keep(self, round_: Round, terms_jws: bytes, manifest_jws: bytes) -> None:
        db = self._context.db
        with db.transaction():
            values = (terms_jws, manifest_jws, round_.id)
            if not self._shortlist.frozen_holds(round_):  # decided while the package was written
                raise UsageError("candidates-outdated")
            db.run("UPDATE round SET terms_jws = ?, manifest_jws = ? WHERE id = ?", values)
            self._context.edits.barrier()
            round_.set_state("packed", "round-packed", {"terms": terms_digest(terms_jws)})

    def _manifest(
        self,
        round_: Round,
        candidates: Sequence[FrozenCandidate],
        log_head: str,
        dossiers: dict[str, bytes],
    ) -> Manifest:
        """The manifest; ``dossiers`` gets the text of every case under its digest."""
        names = iter(member_names(sum(1 + len(candidate.case.attachments) for candidate in candidates)))
        members: list[Member] = []
        cases: list[PackageCase] = []
        for candidate in candidates:
            case, dossier = candidate.case, candidate.case.dossier.encode()
            digest = hashlib.sha256(dossier).hexdigest()
            dossiers[digest] = dossier
            text = Member(next(names), len(dossier), digest, DOSSIER_TYPE)
            members.append(text)
            attachments: list[PackageAttachment] = []
            for item in case.attachments:
                member = Member(next(names), item.size, item.digest, item.media_type)
                members.append(member)
                attachments.append(PackageAttachment(member.name, item.file_name, item.title))
            cases.append(_package_case(candidate.candidate_id, case, text.name, attachments, candidate.salt))
        instructions = self._context.campaign.get().settings.return_instructions
        return Manifest("manifest/0", round_.id, cases, members, instructions, log_head)

    def _terms(
        self, round_: Round, candidates: Sequence[FrozenCandidate], manifest: str, slips: list[str]
    ) -> Terms:
        campaign = self._context.campaign.get()
        settings = campaign.settings
        named = round_.rule.publication == "full"
        return Terms(
            format="terms/0",
            round_id=round_.id,
            kind=round_.kind,
            title=settings.title,
            edition=settings.edition,
            organizers=[organizer.name for organizer in settings.organizers],
            sample=campaign.sample,
            rubric=round_.rubric,
            rule=round_.rule,
            candidates=[
                Candidate(
                    candidate.candidate_id,
                    candidate.case.title if named else "",
                    commitment(
                        candidate.candidate_id,
                        candidate.case.title,
                        candidate.case.organisation,
                        candidate.case.recipient,
                        candidate.salt,
                    ),
                )
                for candidate in candidates
            ],
            admission=Admission("cards", [slips], len(slips)),
            sealing=[age.recipient_of(identity) for identity in round_.sealing_identities()],
            sheet_size=sheet_size_for(len(candidates), len(round_.rubric.criteria), COMMENT_LIMIT),
            comment_limit=COMMENT_LIMIT,
            manifest=manifest,
        )


def _package_case(
    candidate_id: str, case: Case, dossier: str, attachments: list[PackageAttachment], salt: str
) -> PackageCase:
    return PackageCase(
        id=candidate_id,
        title=case.title,
        organisation=case.organisation,
        body_type=case.body_type,
        recipient=case.recipient,
        region=case.region,
        facet=case.facet,
        route=case.route,
        summary=case.summary,
        dossier=dossier,
        attachments=attachments,
        claims=case.claims,
        salt=salt,
        carrying_body=case.carrying_body,
        level=case.level,
    )


def _as_packed(manifest: Manifest, before: Manifest) -> Manifest:
    """``manifest`` in the words of ``before``: that of a round packed when experts did not yet read who carried a case
    out and at which level."""
    if any(case.carrying_body or case.level for case in before.cases):
        return manifest
    cases = [msgspec.structs.replace(case, carrying_body="", level="") for case in manifest.cases]
    return msgspec.structs.replace(manifest, cases=cases)


def _check_unchanged(round_: Round, manifest: Manifest, terms: Terms) -> None:
    """Raises UsageError ``round-packed`` with the first field in which a new package would differ."""
    for new, old in ((manifest, round_.manifest), (terms, round_.terms)):
        for field in msgspec.structs.fields(new):
            if getattr(new, field.name) != getattr(old, field.name):
                raise UsageError("round-packed", field=field.name)
