"""The verb demo: a whole round on the sample campaign, every file left to look at."""

from __future__ import annotations

import argparse
import datetime
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from review_app.finding_words import finding_text
from review_app.model import canonical
from review_app.model.checking import CheckedAward, agreement_with, names_result
from review_app.model.crypto.ballot_card import parse_card
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import public_jwk, thumbprint
from review_app.model.crypto.vault import Unlocker
from review_app.model.errors import UsageError
from review_app.model.files import ensure_folder, os_errors, sha256_of, write_atomically
from review_app.model.publish.card_papers import write_cards
from review_app.model.publish.certificate import each_certificate
from review_app.model.publish.certificate_file import check_certificate
from review_app.model.publish.report import report_pdf
from review_app.model.publish.tables import results_csv, results_xlsx
from review_app.model.result.count import Count
from review_app.model.result.ties import apart, steps
from review_app.model.result.verify import ArchiveReport, verify_archive
from review_app.model.sample.campaign import (
    PACKAGE_NAME,
    commend,
    decide_shortlist,
    make_workspace,
    nominate,
    prepare_round,
    sample_data,
)
from review_app.model.sample.scoring import score_and_export
from review_app.model.workspace import Workspace
from review_app.model.workspace.rounds import Round
from review_app.model.workspace.standing import look
from review_app.model.workspace.written import ResultPaper
from review_app.texts import Language, phrase
from review_app.verbs.common import (
    DONE,
    ENVIRONMENT,
    NO,
    Parsers,
    answer,
    note,
    say,
    table,
    terminal_progress,
)
from review_app.verbs.options import add_verb
from review_app.verbs.organizer import ORGANIZER_KEY_FILE
from review_app.verbs.papers import announcement_bytes
from review_app.verbs.rounds import card_words
from review_app.verbs.ties import show_ties

MARKER = ".review-app-demo"
WINDOW_CARD = "window-card.txt"
NOTICE_DAYS = 7
CONTACT = "sample@example.invalid"
_PAPERS: tuple[ResultPaper, ...] = ("report-public", "report", "tables-public", "ranking-public")
"""What is written of the final result."""


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verb."""
    demo = add_verb(parsers, "demo", language, _demo)
    demo.add_argument("dir", type=Path)
    demo.add_argument("--window", action="store_true")


def _demo(args: argparse.Namespace) -> int:
    folder: Path = args.dir
    _prepare_folder(folder)
    started = time.monotonic()
    with make_workspace(folder / "workspace", Unlocker(home=folder / "home")) as workspace:
        document = _Demo(args, folder, workspace).run()
    say(args, "demo-done", dir=str(folder), seconds=f"{time.monotonic() - started:.0f}")
    answer(args, document)
    shown = show_window(args, folder) if args.window else True
    return DONE if document["verified"] and shown else NO


def _prepare_folder(folder: Path) -> None:
    """An empty folder: a new one, or one that an earlier demo left.  Raises UsageError ``folder-not-empty``."""
    with os_errors(folder):
        if folder.is_dir() and any(folder.iterdir()):
            if not (folder / MARKER).is_file():
                raise UsageError("folder-not-empty", name=folder.name)
            shutil.rmtree(folder)
        ensure_folder(folder)
        write_atomically(folder / MARKER, b"")


class _Demo:
    """One run, station by station."""

    def __init__(self, args: argparse.Namespace, folder: Path, workspace: Workspace) -> None:
        self._args = args
        self._folder = folder
        self._workspace = workspace

    def run(self) -> dict[str, object]:
        """All stations; returns what the JSON answer says."""
        workspace, folder, args = self._workspace, self._folder, self._args
        key = canonical.encode(public_jwk(workspace.organizer_public)) + b"\n"
        write_atomically(folder / ORGANIZER_KEY_FILE, key)
        results = nominate(workspace, terminal_progress(args, "taking-in"))
        accepted = sum(result.status == "accepted" for result in results)
        say(args, "demo-nominated", total=len(results), accepted=accepted)
        stages = decide_shortlist(workspace)
        round_, drawn = prepare_round(workspace)
        candidates = len(workspace.shortlist.candidates(round_))
        say(args, "demo-shortlisted", stages=stages, candidates=candidates)
        cards = ensure_folder(folder / "cards")
        write_cards(
            workspace, round_, drawn, folder / "cards.pdf", cards, card_words(workspace, args.language)
        )
        say(args, "demo-cards", count=len(drawn.files))
        package = folder / PACKAGE_NAME
        packed = workspace.packing.pack(round_, package, terminal_progress(args, "packing"))
        size = f"{package.stat().st_size / 1e6:.1f}"
        say(args, "demo-packed", file=package.name, size=size, short=short_form(packed.terms_digest))
        receipts = self._score(package, sorted(cards.iterdir()))
        accepted_sheets = self._collect(round_)
        counted = workspace.counting.count(round_)
        self._show(round_, counted)
        proposed = self._propose(round_)
        final, receipts_found, report = self._finish(round_, receipts)
        certificates, certified = self._certify(round_, report)
        return {
            "dir": str(folder),
            "nominations": len(results),
            "accepted_nominations": accepted,
            "candidates": candidates,
            "cards": len(drawn.files),
            "sheets": accepted_sheets,
            "winners": counted.winners,
            "certificates": certificates,
            "receipts_found": receipts_found,
            "verified": proposed and final and certified,
        }

    def _score(self, package: Path, cards: list[Path]) -> list[str]:
        """Every expert takes a card and scores; the cards that are left stay unused, one is for the window."""
        data = sample_data()
        progress = terminal_progress(self._args, "experts")
        progress.start(len(data.experts))
        receipts = []
        for expert, card_file in zip(data.experts, cards, strict=False):
            home = self._folder / "experts" / expert.tag
            card = parse_card(card_file.read_text("utf-8"))
            outbox = self._folder / "sheets"
            receipts.append(score_and_export(package, card, expert, data.quality, home, outbox).receipt)
            progress.step()
        shutil.copyfile(cards[-1], self._folder / WINDOW_CARD)
        say(self._args, "demo-scored", experts=len(receipts))
        return receipts

    def _collect(self, round_: Round) -> int:
        counting = self._workspace.counting
        counting.take_in(round_, (file.read_bytes() for file in sorted((self._folder / "sheets").iterdir())))
        write_atomically(self._folder / "box.jws", counting.close(round_))
        self._workspace.written.box_paper(round_, "box-record")
        opening = counting.open(round_, terminal_progress(self._args, "opening"))
        say(self._args, "demo-opened", accepted=opening.accepted)
        return opening.accepted

    def _show(self, round_: Round, counted: Count) -> None:
        titles = {case.id: case.title for case in round_.manifest.cases}
        note(self._args, "sample-scores")
        shown = counted.ranking[:12]
        table(
            self._args,
            [
                [line.rank or "–", titles[line.case_id], score or "–"]
                for line, score in zip(shown, apart([line.score for line in shown]), strict=True)
            ],
        )
        show_ties(self._args, steps(shown, round_.rule), round_.terms, titles)

    def _propose(self, round_: Round) -> bool:
        """Confirms the result, enters the words of commendation, and drafts the announcement of the notice; whether
        the archive of the proposed result verifies."""
        workspace, folder, today = self._workspace, self._folder, datetime.date.today()
        until = today + datetime.timedelta(NOTICE_DAYS)
        workspace.counting.confirm(round_, today, until)
        words = commend(workspace, round_, today)
        archive = folder / "sample-proposed.results"
        workspace.counting.archive(round_, archive)
        with archive.open("rb") as file:
            digest = sha256_of(file)
        standing = look(workspace, round_, terminal_progress(self._args, "resampling"))
        for name in ("announcement.md", "announcement.docx"):
            content = announcement_bytes(
                standing,
                Path(name).suffix,
                self._args.language,
                archive=digest,
                contact=CONTACT,
                day=today,
            )
            write_atomically(folder / name, content)
        workspace.written.paper(round_, "announcement")
        say(self._args, "demo-proposed", until=until, count=words)
        return self._holds(verify_archive(archive))

    def _finish(self, round_: Round, receipts: list[str]) -> tuple[bool, int, ArchiveReport]:
        """Declares the result final (nobody waits for the notice of a sample) and writes its papers and its archive;
        whether the archive verifies, how many of the receipts it has, and what checking it found."""
        workspace, folder, language = self._workspace, self._folder, self._args.language
        early = phrase("cli", "demo-early", language)
        workspace.publication.finish(round_, datetime.date.today(), early)
        standing = look(workspace, round_, terminal_progress(self._args, "resampling"))
        write_atomically(folder / "report.pdf", report_pdf(standing, language, public=True))
        write_atomically(folder / "report-internal.pdf", report_pdf(standing, language, public=False))
        write_atomically(folder / "results.xlsx", results_xlsx(standing, language, public=True))
        write_atomically(folder / "results.csv", results_csv(standing, language, public=True))
        for paper in _PAPERS:
            workspace.written.paper(round_, paper)
        say(self._args, "demo-papers")
        archive = folder / "sample.results"
        workspace.counting.archive(round_, archive)
        report = verify_archive(archive)
        found = sum(report.find_receipt(receipt).state is not None for receipt in receipts)
        holds = self._holds(report) and found == len(receipts)
        say(self._args, "demo-verified" if holds else "verdict-differs", file=archive.name, receipts=found)
        return holds, found, report

    def _holds(self, report: ArchiveReport) -> bool:
        """Whether an archive is counted, consistent and signed by this organizer; findings are told."""
        for finding in report.findings:
            print(finding_text(finding, self._args.language), file=sys.stderr)
        expected = report.signer == thumbprint(self._workspace.organizer_public)
        return report.consistent and report.counted and expected

    def _certify(self, round_: Round, report: ArchiveReport) -> tuple[int, bool]:
        """One certificate a winner; whether each says on its page what it was signed for, and names the result in the
        archive."""
        certificates = self._workspace.counting.certificates(round_, self._workspace.settings.title)
        target = ensure_folder(self._folder / "certificates")
        expected, holds = thumbprint(self._workspace.organizer_public), True
        progress = terminal_progress(self._args, "certifying")
        progress.start(len(certificates))
        for certificate, content in zip(certificates, each_certificate(certificates), strict=True):
            file = target / f"{certificate.serial}.pdf"
            write_atomically(file, content)
            check = check_certificate(file.read_bytes())
            signed = [each.award.recipient for each in check.found] == [certificate.recipient]
            holds = holds and signed and all(each.signer == expected for each in check.found)
            holds = holds and check.holds and check.page_checked
            for award in (CheckedAward(each, None) for each in check.found):
                holds = holds and not list(agreement_with(report, award)) and names_result(report, award)
            progress.step()
        self._workspace.written.certificates(round_, len(certificates), final=True)
        say(self._args, "demo-certified" if holds else "verdict-differs", count=len(certificates))
        return len(certificates), holds


def show_window(args: argparse.Namespace, folder: Path) -> bool:
    """Opens the sample package in the window; without a display leaves screenshots and says so.

    The window is a process of its own: nothing of Qt is loaded here.  False means that the window failed; a computer
    without Qt's libraries is no failure.
    """
    package, card = folder / PACKAGE_NAME, folder / WINDOW_CARD
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "review_app"]
    if sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        note(args, "demo-window")
        return subprocess.run([*program, str(package), str(card)], check=False).returncode in (
            DONE,
            ENVIRONMENT,
        )
    screenshots = folder / "screenshots"
    ensure_folder(screenshots)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "REVIEW_APP_HOME": str(folder / "home")}
    done = subprocess.run(
        [*program, "--screenshots", str(screenshots), str(package), str(card)],
        env=environment,
        check=False,
        capture_output=True,
    )
    if done.returncode == ENVIRONMENT:
        note(args, "demo-no-window")
        return True
    if done.returncode != DONE or not any(screenshots.iterdir()):
        said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        note(args, "demo-window-failed", status=done.returncode, said=said)
        return False
    note(args, "demo-no-display", dir=str(screenshots))
    return True
