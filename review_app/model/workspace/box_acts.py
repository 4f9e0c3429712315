"""What the organizer does with the ballot box of a round: take in, close, open.

The box has a file of its own beside ``campaign.sqlite``, because its layout must say nothing about arrival.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from review_app.model.box.ballot_box import Arrival, BallotBox
from review_app.model.box.handed_in import TakenIn, contents_of, sheet_files, told
from review_app.model.box.judge import Electorate, JudgedSheet, counts
from review_app.model.box.opening_record import (
    OpeningRecord,
    StateCount,
    check_present,
    sign_opening,
    verify_opening,
)
from review_app.model.box.papers import OpeningPage, Outcome, PostedCodes, RecordPage
from review_app.model.box.record import BoxRecord, record_digest, sign_record, verify_record
from review_app.model.box.states import State
from review_app.model.crypto.base32 import short_form
from review_app.model.errors import InputError, ReviewError, UsageError
from review_app.model.package.amendment import revoked_cards
from review_app.model.progress import SILENT, Progress
from review_app.model.terms import terms_digest
from review_app.model.value import Value
from review_app.model.workspace.amendments import Amendments
from review_app.model.workspace.box_file import box_file
from review_app.model.workspace.cards import Cards
from review_app.model.workspace.context import Context
from review_app.model.workspace.log import Detail
from review_app.model.workspace.rounds import Round, RoundState

OPENINGS = ("box-opened", "box-too-few")
"""Lines of the log that an opening leaves: enough sheets were accepted, or too few."""


class Opening(Value, frozen=True):
    """What opening a box showed: how many sheets in each state, and whether enough were accepted.

    With too few, nothing opened was kept.
    """

    counts: dict[str, int]
    accepted: int
    minimum: int
    present: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether the minimum of the rule is reached."""
        return self.accepted >= self.minimum


class BoxGlance(Value, frozen=True):
    """A box from outside: how many are in it, and how many could be.

    ``expected`` counts the cards without the reserve, one an expert; ``withdrawn`` those whose sheets don't count, by
    their stub or by an amendment; ``record`` is the digest of the signed box record, "" before intake is closed;
    ``unnamed_lost`` what stands in it, or would by now.
    """

    state: RoundState
    inside: int
    late: int
    issued: int
    expected: int
    withdrawn: int
    minimum: int
    record: str
    unnamed_lost: int


class BoxActs:
    """The ballot boxes of all rounds."""

    def __init__(self, context: Context, cards: Cards, amendments: Amendments) -> None:
        self._context = context
        self._cards = cards
        self._amendments = amendments
        self._half_opened: tuple[object, dict[str, JudgedSheet]] | None = None

    def box(self, round_: Round) -> BallotBox:
        """The open box of ``round_``; use as a context manager.  Raises UsageError ``round-state`` before packing."""
        round_.require("packed", "closed", "opened", "sealed")
        return BallotBox(box_file(self._context, round_), round_.id, read_only=self._context.read_only)

    def glance(self, round_: Round) -> BoxGlance:
        """What can be said of the box without opening it."""
        with self.box(round_) as box:
            inside, late, record = len(box), box.late_count, box.record
        cards = self._cards.counts(round_)
        lost = verify_record(record, round_.organizer_public).unnamed_lost if record else cards.unnamed
        return BoxGlance(
            state=round_.state,
            inside=inside,
            late=late,
            issued=cards.issued,
            expected=cards.expected,
            withdrawn=len(self._withdrawn(round_)),
            minimum=round_.rule.minimum_accepted,
            record=record_digest(record) if record else "",
            unnamed_lost=lost,
        )

    def take_in(self, round_: Round, contents: Iterable[bytes]) -> list[Arrival | InputError]:
        """Takes sheets in; see :meth:`BallotBox.add`."""
        with self.box(round_) as box:
            return box.add(contents)

    def take_in_files(self, round_: Round, paths: Sequence[Path], progress: Progress = SILENT) -> TakenIn:
        """Takes in files, and what is in folders at any depth; one file is in memory at a time.

        A file that can't be read or is no sheet is told of and stops nothing; when ``progress``, which counts files, is
        cancelled, none is taken in.  Raises InputError ``file-missing`` for a path that isn't there, and what writing
        the box raises.
        """
        files = sheet_files(paths)
        unread: dict[int, ReviewError] = {}
        with self.box(round_) as box:
            arrivals = box.add(contents_of(files, unread, progress))
            return TakenIn(told(files, arrivals, unread), len(box), box.late_count)

    def delivery_codes(self, round_: Round, *, late: bool = False) -> list[str]:
        """Short forms of the digests of the sheets in the box (or of the late ones), sorted: to be posted."""
        with self.box(round_) as box:
            return sorted(short_form(digest) for digest in box.digests(late=late))

    def posted_codes(self, round_: Round) -> PostedCodes:
        """The list of delivery codes as it is posted."""
        settings = self._context.campaign.get().settings
        return PostedCodes(
            settings.title,
            settings.edition,
            self.delivery_codes(round_),
            self.delivery_codes(round_, late=True),
            round_.state != "packed",
        )

    def record_page(self, round_: Round) -> RecordPage:
        """The box record as it is printed; raises UsageError ``box-not-closed``."""
        signed = self.record(round_)
        record = verify_record(signed, round_.organizer_public)
        terms = round_.terms
        return RecordPage(
            terms.title,
            terms.edition,
            record_digest(signed),
            record.terms,
            sorted(short_form(digest) for digest in record.sheets),
            terms.admission.issued,
            len(record.withdrawn),
            record.unnamed_lost,
        )

    def opening_page(self, round_: Round) -> OpeningPage:
        """The opening record as it is printed; raises UsageError ``box-not-opened``."""
        signed = self.opening_record(round_)
        opening, terms = verify_opening(signed, round_.organizer_public), round_.terms
        return OpeningPage(
            terms.title,
            terms.edition,
            opening.record,
            record_digest(signed),
            opening.present,
            {entry.state: entry.sheets for entry in opening.states},
            opening.accepted,
            opening.minimum,
        )

    def close(self, round_: Round, unnamed_lost: int | None = None) -> bytes:
        """Closes intake and returns the signed box record, to be handed out before opening.

        ``unnamed_lost`` is how many lost cards nobody could name, None what was said of them before.  A box whose
        record was signed when the program stopped is closed with that record.  Raises UsageError ``round-state``,
        ``unnamed-lost`` for more cards than are out.
        """
        round_.require("packed")
        withdrawn = self._withdrawn(round_)
        cards = self._cards.counts(round_)
        lost, out = cards.unnamed if unnamed_lost is None else unnamed_lost, cards.issued - len(withdrawn)
        if not 0 <= lost <= out:
            raise UsageError("unnamed-lost", limit=out)
        with self.box(round_) as box:
            signed = box.record
            if signed is None:
                record = BoxRecord(
                    format="box/0",
                    round_id=round_.id,
                    terms=terms_digest(round_.terms_jws),
                    amendments=[amendment.digest for amendment in self._amendments.list(round_)],
                    sheets=box.digests(),
                    withdrawn=withdrawn,
                    unnamed_lost=lost,
                    log_head=self._context.log.head(),
                )
                signed = sign_record(record, round_.organizer_seed())
                box.close_intake(signed)
            number = len(box)
        with self._context.db.transaction():
            round_.set_state("closed", "box-closed", {"record": record_digest(signed), "sheets": number})
            self._context.edits.barrier()
        return signed

    def record(self, round_: Round) -> bytes:
        """The signed box record again; raises UsageError ``box-not-closed``."""
        with self.box(round_) as box:
            signed = box.record
        if signed is None or round_.state == "packed":
            raise UsageError("box-not-closed")
        return signed

    def open(self, round_: Round, progress: Progress = SILENT, present: Sequence[str] = ()) -> Opening:
        """Opens the box: every sheet ends in one state.  With too few accepted ballots nothing is kept.

        ``present`` are the names of who was there; they stand in the log and in :meth:`opening_record`.  ``progress``
        counts sheets; what was opened before it was cancelled, or before the disk was full, stays in this object's
        memory alone, so that the next call goes on from there.

        Raises UsageError ``box-not-closed``, ``box-already-opened``, ``present-invalid``; InputError
        ``workspace-damaged`` where the box does not hold exactly the sheets of its signed record.
        """
        if round_.state == "packed":
            raise UsageError("box-not-closed")
        if round_.state in ("opened", "sealed"):
            raise UsageError("box-already-opened")
        names = check_present(present)
        electorate = self.electorate(round_)
        identities = round_.sealing_identities()
        recorded = verify_record(self.record(round_), round_.organizer_public).sheets
        with self.box(round_) as box:
            if box.digests() != recorded:
                raise InputError("workspace-damaged", name=box_file(self._context, round_).name)
            sheets = box.judge(electorate, identities, progress, self._opened_so_far(round_, electorate))
            accepted = sum(sheet.state is State.ACCEPTED for sheet in sheets)
            opening = Opening(
                counts(sheet.state for sheet in sheets),
                accepted,
                electorate.terms.rule.minimum_accepted,
                tuple(names),
            )
            details: dict[str, Detail] = {"accepted": accepted, "present": names}
            details["states"] = [f"{state}:{number}" for state, number in opening.counts.items()]
            if opening.enough:
                box.keep(sheets)
        if opening.enough:
            round_.set_state("opened", "box-opened", details)
        else:
            self._context.log.append("box-too-few", {"round": round_.id, **details})
        self.forget_opened()
        return opening

    def forget_opened(self) -> None:
        """Lets go of what a cancelled opening has left in memory."""
        self._half_opened = None

    def _opened_so_far(self, round_: Round, electorate: Electorate) -> dict[str, JudgedSheet]:
        """What is known of single sheets from an opening that was stopped, if nothing they are judged by changed."""
        basis = (round_.id, electorate.digest, electorate.withdrawn, len(electorate.amendments))
        if self._half_opened is None or self._half_opened[0] != basis:
            self._half_opened = (basis, {})
        return self._half_opened[1]

    def opening_record(self, round_: Round) -> bytes:
        """The signed record of the last opening, the same bytes each time; raises UsageError ``box-not-opened``."""
        opening, head = self._last_opening(round_)
        return sign_opening(
            OpeningRecord(
                format="opening/0",
                round_id=round_.id,
                terms=terms_digest(round_.terms_jws),
                record=record_digest(self.record(round_)),
                present=list(opening.present),
                states=[StateCount(state, number) for state, number in opening.counts.items()],
                accepted=opening.accepted,
                minimum=opening.minimum,
                log_head=head,
            ),
            round_.organizer_seed(),
        )

    def last_opening(self, round_: Round) -> Opening | None:
        """What the last opening showed, by the log; None where there was none."""
        try:
            return self._last_opening(round_)[0]
        except UsageError:
            return None

    def _last_opening(self, round_: Round) -> tuple[Opening, str]:
        """The opening and the log's head right after its line."""
        lines = self._context.log.lines()
        for place in range(len(lines) - 1, -1, -1):
            line = lines[place]
            if line.act in OPENINGS and line.details.get("round") == round_.id:
                after = lines[place + 1].previous if place + 1 < len(lines) else self._context.log.head()
                return _opening(line.details, round_.rule.minimum_accepted), after
        raise UsageError("box-not-opened")

    def electorate(self, round_: Round) -> Electorate:
        """What sheets of ``round_`` are judged by: once intake is closed, what stands in the signed box record."""
        amendments, withdrawn = self._amendments.list(round_), self._withdrawn(round_)
        if round_.state in ("closed", "opened", "sealed"):
            record = verify_record(self.record(round_), round_.organizer_public)
            amendments = [amendment for amendment in amendments if amendment.digest in record.amendments]
            withdrawn = record.withdrawn
        return Electorate(round_.terms, terms_digest(round_.terms_jws), amendments, frozenset(withdrawn))

    def outcomes(self, round_: Round) -> list[JudgedSheet]:
        """Every sheet with its state; raises UsageError ``box-not-opened``."""
        if round_.state not in ("opened", "sealed"):
            raise UsageError("box-not-opened")
        with self.box(round_) as box:
            return box.outcomes()

    def listed(self, round_: Round) -> list[Outcome]:
        """Receipt or delivery code of every sheet with its state; raises UsageError ``box-not-opened``."""
        if round_.state not in ("opened", "sealed"):
            raise UsageError("box-not-opened")
        with self.box(round_) as box:
            return box.listed()

    def _withdrawn(self, round_: Round) -> list[str]:
        """Slip keys that don't count: withdrawn by their stub, or revoked by an amendment."""
        revoked = revoked_cards(self._amendments.list(round_))
        return sorted({*self._cards.withdrawn_slips(round_), *revoked})


def _opening(details: dict[str, Detail], minimum: int) -> Opening:
    states, present = details.get("states", []), details.get("present", [])
    found: dict[str, int] = {}
    for entry in states if isinstance(states, list) else []:
        state, _, number = entry.partition(":")
        found[state] = int(number)
    accepted = details.get("accepted", 0)
    return Opening(
        found,
        accepted if isinstance(accepted, int) else 0,
        minimum,
        tuple(present) if isinstance(present, list) else (),
    )
