"""From frozen candidates and drawn cards to a case package.  The terms are made once; packing again
repeats them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from review_app.model.case import Case
from review_app.model.crypto import age
from review_app.model.errors import UsageError
from review_app.model.files import atomic_writer
from review_app.model.package.build import build_package, member_names, sign_manifest
from review_app.model.package.manifest import DOSSIER_TYPE, Manifest, Member, PackageAttachment, PackageCase
from review_app.model.progress import SILENT, Progress
from review_app.model.terms import (
    COMMENT_LIMIT,
    Admission,
    Candidate,
    Terms,
    commitment,
    sheet_size_for,
    terms_digest,
)
from review_app.model.workspace.cards import Cards
from review_app.model.workspace.context import Context
from review_app.model.workspace.rounds import Round
from review_app.model.workspace.shortlist import FrozenCandidate, Shortlist


@dataclass(frozen=True)
class Packed:
    """What was built: the terms digest (64 hex digits), candidates and members in the file, and whether packing had to
    freeze the candidates itself."""

    terms_digest: str
    candidates: int
    members: int
    froze: bool


class Packing:
    """Builds packages."""

    def __init__(self, context: Context, shortlist: Shortlist, cards: Cards) -> None:
        self._context = context
        self._shortlist = shortlist
        self._cards = cards

    def pack(self, round_: Round, file: Path, progress: Progress = SILENT) -> Packed:
        """Writes the package of ``round_`` to ``file``, complete or not at all.

        Candidates that aren't frozen yet are frozen by id.  The workspace takes the terms as final just
        before the finished file is put in place.  A packed round can be packed again (the file was lost, a
        card was withdrawn) as long as nothing that experts read has changed: then the terms are the same,
        byte for byte.

        Raises UsageError ``round-state``, ``round-packed`` (naming the part that differs), ``no-candidates``,
        ``shortlist-on-hold``; InputError ``blob-missing``, ``blob-damaged``.
        """
        round_.require("cards", "packed")
        again = round_.state == "packed"
        candidates = self._shortlist.candidates(round_)
        froze = not candidates
        if froze:
            candidates = self._shortlist.freeze(round_)
        dossiers: dict[str, bytes] = {}
        log_head = round_.manifest.log_head if again else self._context.log.head()
        manifest = self._manifest(round_, candidates, log_head, dossiers)
        seed, package_identity = round_.organizer_seed(), round_.package_identity()
        manifest_jws, digest = sign_manifest(manifest, seed)
        terms = self._terms(round_, candidates, digest)
        if again:
            _check_unchanged(round_, manifest, terms)

        def content_of(member: Member) -> bytes:
            if member.media_type == DOSSIER_TYPE:
                return dossiers[member.digest]
            return self._context.blobs.read(member.digest)

        with atomic_writer(file) as out:
            terms_jws = build_package(
                out,
                terms=terms,
                manifest=manifest,
                organizer_seed=seed,
                package_identity=package_identity,
                key_entries=self._cards.key_entries(round_),
                content_of=content_of,
                progress=progress,
            )
            if not again:
                self._keep(round_, terms_jws, manifest_jws)
        return Packed(terms_digest(terms_jws), len(candidates), len(manifest.members), froze)

    def _keep(self, round_: Round, terms_jws: bytes, manifest_jws: bytes) -> None:
        db = self._context.db
        with db.transaction():
            values = (terms_jws, manifest_jws, round_.id)
            db.run("UPDATE round SET terms_jws = ?, manifest_jws = ? WHERE id = ?", values)
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

    def _terms(self, round_: Round, candidates: Sequence[FrozenCandidate], manifest: str) -> Terms:
        campaign = self._context.campaign.get()
        settings, slips = campaign.settings, self._cards.slips(round_)
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
    )


def _check_unchanged(round_: Round, manifest: Manifest, terms: Terms) -> None:
    """Raises UsageError ``round-packed`` with the first field in which a new package would differ."""
    for new, old in ((manifest, round_.manifest), (terms, round_.terms)):
        for field in msgspec.structs.fields(new):
            if getattr(new, field.name) != getattr(old, field.name):
                raise UsageError("round-packed", field=field.name)
