"""From the opened ballot box to the published result: count, award, archive."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Literal

from review_app.model.box.judge import JudgedSheet, accepted_scores
from review_app.model.box.record import record_digest
from review_app.model.crypto.keys import b64u
from review_app.model.errors import UsageError
from review_app.model.files import atomic_writer
from review_app.model.publish.award import Award, signed_fitting
from review_app.model.publish.certificate import Certificate
from review_app.model.result.archive import NamedCandidate, Results, statement_digest, write_archive
from review_app.model.result.borda import borda
from review_app.model.result.count import Count, SetAside, Statistics, count
from review_app.model.result.cube import cube_from
from review_app.model.result.lots import seed_for
from review_app.model.result.notice import StatedNotice
from review_app.model.result.ranking import RankedCase, rank
from review_app.model.result.statistics import statistics
from review_app.model.rubric import CountingRule, check_rule
from review_app.model.terms import terms_digest
from review_app.model.workspace.amendments import Amendments
from review_app.model.workspace.box_acts import BoxActs
from review_app.model.workspace.cards import Cards
from review_app.model.workspace.context import Context
from review_app.model.workspace.publication import Notice, Publication
from review_app.model.workspace.rounds import Round


class Counting(BoxActs):
    """The ballot box of a round, and what comes out of it."""

    def __init__(
        self, context: Context, cards: Cards, amendments: Amendments, publication: Publication
    ) -> None:
        super().__init__(context, cards, amendments)
        self._publication = publication
        self._statements: dict[tuple[str, str], str] = {}

    def seed(self, round_: Round) -> bytes | None:
        """What lots and resampling hang on; None while the public draw that the rule names is missing.

        Raises UsageError ``box-not-closed``.
        """
        box = record_digest(self.record(round_))
        draw = self._publication.draw(round_) or ""
        return seed_for(round_.rule, terms_digest(round_.terms_jws), box, draw)

    def out(self, round_: Round) -> set[str]:
        """Candidates that are not in the count: withdrawn by an amendment, or set aside after it."""
        aside = {each.case for each in self._publication.set_aside(round_)}
        return {*self.electorate(round_).withdrawn_cases, *aside}

    def count(self, round_: Round) -> Count:
        """The ranking by the rule of the terms; raises UsageError ``box-not-opened``.

        Lots that hang on a public draw are drawn once it has been entered; till then such cases share a rank.
        """
        aside = [each.case for each in self._publication.set_aside(round_)]
        return count(self.outcomes(round_), self.electorate(round_), self.seed(round_), aside=aside)

    def statistics(self, round_: Round) -> Statistics:
        """How sure the result is, as it is sealed with it; raises UsageError ``box-not-opened``, ``draw-missing``."""
        seed = self.seed(round_)
        if seed is None:
            raise UsageError("draw-missing", source=round_.rule.seed_draw)
        terms = round_.terms
        cube = cube_from(
            accepted_scores(self.outcomes(round_)), terms.candidate_ids, len(terms.rubric.criteria)
        )
        return statistics(cube, terms, self.out(round_), seed)

    def what_if(self, round_: Round, rule: CountingRule | Literal["borda"]) -> list[RankedCase]:
        """The ranking by another rule: for looking, never sealed.  Raises InputError ``rule-invalid``."""
        terms = round_.terms
        cube = cube_from(
            accepted_scores(self.outcomes(round_)), terms.candidate_ids, len(terms.rubric.criteria)
        )
        if isinstance(rule, str):
            return borda(cube, terms.rubric, terms.rule, self.out(round_))
        check_rule(rule, terms.rubric)
        return rank(cube, terms.rubric, rule, self.out(round_), self.seed(round_))

    def confirm(self, round_: Round, since: datetime.date, until: datetime.date | None = None) -> None:
        """Confirms the count as the proposed result and seals the round; with ``until`` objections may come in till
        the end of that day.

        Raises UsageError ``box-not-opened``, ``round-state``, ``draw-missing``, ``notice-days``, ``notice-too-early``
        (it would begin before the box was opened).
        """
        if round_.state == "closed":
            raise UsageError("box-not-opened")
        if round_.state == "opened" and since < (opened := self._opened_on(round_)):
            raise UsageError("notice-too-early", since=since.isoformat(), opened=opened.isoformat())
        self._publication.announce(round_, record_digest(self.record(round_)), since, until)

    def archive(self, round_: Round, file: Path) -> Results:
        """Writes the results archive to ``file``: the result as it stands.  One that was not confirmed is confirmed
        by it, without a notice, so that :meth:`Publication.finish` will ask why.  A result that has changed since an
        archive was written names that one.

        Raises UsageError ``box-not-opened``, ``draw-missing``.
        """
        sheets = self.outcomes(round_)
        with self.box(round_) as box:
            box_jws = box.record
        if box_jws is None:
            raise UsageError("box-not-closed")
        if round_.state == "opened":
            today = datetime.datetime.now(datetime.UTC).date()
            self.confirm(round_, max(today, self._opened_on(round_)))
        head = self._publication.result_head(round_)
        with atomic_writer(file) as out:
            results = self._write(out, round_, sheets, box_jws, head)
        self._publication.given_out(round_, head, self._statements[round_.id, head])
        if not self._context.read_only:
            self._context.log.append("archive-written", {"round": round_.id, "status": results.status})
        return results

    def _write(
        self, out: BinaryIO, round_: Round, sheets: Sequence[JudgedSheet], box_jws: bytes, head: str
    ) -> Results:
        publication, seed = self._publication, round_.organizer_seed()
        results = write_archive(
            out,
            terms_jws=round_.terms_jws,
            electorate=self.electorate(round_),
            box_jws=box_jws,
            sheets=sheets,
            candidates=self._named(round_),
            log_head=head,
            organizer_seed=seed,
            draw=publication.draw(round_) or "",
            set_aside=[SetAside(each.case, each.reason) for each in publication.set_aside(round_)],
            status="final" if self.is_final(round_) else "proposed",
            before=publication.before(round_, head),
            notice=_stated(publication.notice(round_)),
        )
        self._statements[round_.id, head] = statement_digest(results, seed)
        return results

    def statement(self, round_: Round) -> str:
        """The digest (hex) of the ``results.jws`` that an archive written now has, reckoned once while the result stays
        what it is, and nothing of it kept.

        Raises UsageError ``result-not-proposed``, ``box-not-opened``, ``draw-missing``.
        """
        head = self._publication.result_head(round_)
        given = self._publication.statement_of(round_, head)
        if given:
            return given
        if (round_.id, head) not in self._statements:
            sheets = self.outcomes(round_)
            with self.box(round_) as box:
                box_jws = box.record
            if box_jws is None:
                raise UsageError("box-not-closed")
            self._write(io.BytesIO(), round_, sheets, box_jws, head)
        return self._statements[round_.id, head]

    def is_final(self, round_: Round) -> bool:
        """Whether the result was declared final; till then objections may change it."""
        return self._publication.notice(round_).status == "final"

    def certificates(self, round_: Round, award: str, date: datetime.date | None = None) -> list[Certificate]:
        """One certificate a winner, in terms order.  The serial number is the case's place in the terms: it says
        nothing of the rank, and stays with the case whoever is set aside.  Until the result is final they are drafts;
        then each names the statement of results that it belongs to.

        ``award`` is the award's name; ``date`` is the day the box was opened unless given.
        """
        counted, terms, draft = self.count(round_), round_.terms, not self.is_final(round_)
        cases = {case.id: case for case in round_.manifest.cases}
        day = date or datetime.date.fromisoformat(self._time_of("box-opened", round_)[:10])
        seed = round_.organizer_seed()
        issuers = list(terms.organizers) or [terms.title]
        result = "" if draft else b64u(bytes.fromhex(self.statement(round_)))
        certificates = []
        digits = max(2, len(str(len(terms.candidate_ids))))
        for number, case_id in enumerate(terms.candidate_ids, start=1):
            if case_id not in counted.winners:
                continue
            case, serial = cases[case_id], f"{day.year}-{number:0{digits}d}"
            statement = Award(
                award=award,
                campaign=terms.title,
                case=case_id,
                edition=terms.edition,
                date=day.isoformat(),
                format="certificate/1",
                issuers=issuers,
                organizer=b64u(round_.organizer_public),
                recipient=case.recipient,
                round_id=terms.round_id,
                serial=serial,
                title=case.title,
                draft=draft,
                result=result,
            )
            certificates.append(
                Certificate(
                    award=award,
                    edition=terms.edition,
                    recipient=case.recipient,
                    case_title=case.title,
                    serial=serial,
                    issuers=tuple(issuers),
                    date=day,
                    signed_payload=signed_fitting(statement, seed),
                    sample=terms.sample,
                    draft=draft,
                )
            )
        return certificates

    def _named(self, round_: Round) -> list[NamedCandidate]:
        return [
            NamedCandidate(case.id, case.organisation, case.recipient, case.salt, case.title)
            for case in round_.manifest.cases
        ]

    def _opened_on(self, round_: Round) -> datetime.date:
        """The day the box was opened: here or in UTC, whichever is earlier, for the clock may have been moved to
        another zone since."""
        time = datetime.datetime.fromisoformat(self._time_of("box-opened", round_))
        return min(time.date(), time.astimezone().date())

    def _time_of(self, act: str, round_: Round) -> str:
        """When ``act`` was last written to the log for this round (UTC, ISO 8601)."""
        times = [
            line.time for line in self._context.log.lines() if _is_about(line.act, line.details, act, round_)
        ]
        return times[-1]


def _stated(notice: Notice) -> StatedNotice:
    """What is published of the notice; without one its beginning says nothing."""
    until, final = notice.until, notice.final
    return StatedNotice(
        notice.since.isoformat() if notice.since and until else "",
        until.isoformat() if until else "",
        final.isoformat() if final else "",
        notice.early,
    )


def _is_about(found: str, details: object, act: str, round_: Round) -> bool:
    return found == act and isinstance(details, dict) and details.get("round") == round_.id
