"""What was checked and found, in plain words.  Nothing is called genuine: whose key it is, is known from elsewhere."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication

from review_app.finding_words import finding_text
from review_app.model.box.states import State
from review_app.model.checking import (
    CheckedAward,
    CheckedFile,
    CheckedRecord,
    agreement_with,
    key_symbols,
    names_result,
    ties_of,
)
from review_app.model.crypto.base32 import short_form
from review_app.model.publish.certificate_file import CertificateCheck
from review_app.model.publish.tie_words import line_words
from review_app.model.publish.wording import Wording
from review_app.model.result.notice import is_day
from review_app.model.result.ties import beside
from review_app.model.result.verify import ArchiveReport
from review_app.model.text import DRAW_LIMIT, REASON_LIMIT, visible
from review_app.ui import language
from review_app.ui.organizer.box.words import state_name

translate = QCoreApplication.translate
Tone = Literal["done", "attention", "open"]
"""Holds, doesn't hold, or can't be told from the file alone."""
FINDINGS_AT_MOST = 100


class Line(NamedTuple):
    """One thing that was looked at."""

    tone: Tone
    text: str


def verdict(file: CheckedFile, expected: str | None) -> Line:
    """The whole in one sentence."""
    if expected is not None and file.signers and file.signers != {expected}:
        return Line(
            "attention",
            translate("verify", "Signed by another key than the one you expect: don't rely on it."),
        )
    report = file.archive
    if report is not None and report.findings:
        count = len(report.findings)
        return Line("attention", translate("verify", "This archive does not hold. Faults: %n", "", count))
    if any(not each.holds for each in file.awards):
        return Line("attention", translate("verify", "The page says something else than what was signed."))
    made = file.certificate
    if made is not None and not made.holds:
        return Line("attention", translate("verify", "This file was changed after it was made."))
    if made is not None and not made.page_checked:
        return Line(
            "open", translate("verify", "The signed statement holds. The page itself was not checked.")
        )
    if file.record is not None:
        return Line("open", translate("verify", "A box record; it says something only beside the archive."))
    if report is not None and not report.counted:
        text = translate(
            "verify",
            "What can be checked without the sheets agrees. Nothing was counted: they are for auditors.",
        )
        return Line("open", text)
    if any(each.found.award.draft for each in file.awards):
        return Line(
            "open", translate("verify", "A draft from before the result was final: it proves no award.")
        )
    if expected is None:
        return Line(
            "open",
            translate("verify", "Everything agrees. Whose key signed it, the file can't say by itself."),
        )
    return Line("done", translate("verify", "Everything agrees, and the key is the one you expect."))


def key_line(file: CheckedFile, expected: str | None) -> Line:
    """Who signed, and whether that is who should have."""
    named = translate("verify", ", ").join(sorted(file.signers))
    if expected is None:
        words = translate(
            "verify",
            "Signed by the key {key}, on ballot cards {short}. Compare it with what the organizer has published or "
            "printed on a card, or put that in above; don't copy it from here.",
        )
        short = translate("verify", ", ").join(sorted(map(key_symbols, file.signers)))
        return Line("open", words.format(key=named, short=short))
    if file.signers == {expected}:
        return Line("done", translate("verify", "Signed by the key you expect: {key}").format(key=named))
    words = translate("verify", "Signed by {key}; you expect {expected}. Don't rely on this file.")
    return Line("attention", words.format(key=named, expected=expected))


def archive_lines(report: ArchiveReport) -> list[Line]:
    """What was checked of an archive, and what can't be; findings apart."""
    sound: Tone = "open" if report.findings else "done"
    lines = [
        Line(
            "done",
            translate("verify", "All parts are signed with one key; nothing was added, removed or swapped."),
        ),
        _sheets_line(report, sound),
        _count_line(report, sound),
    ]
    if report.results.statistics is not None and report.counted:
        lines.append(
            Line(
                sound,
                translate("verify", "Rank intervals and agreement were calculated again from the sheets."),
            )
        )
    final = report.results.status == "final"
    lines.append(
        Line("done", translate("verify", "The result is final."))
        if final
        else Line(
            "open", translate("verify", "The result is proposed, not final: objections may still change it.")
        )
    )
    lines += _notice_lines(report)
    if report.results.before:
        words = translate(
            "verify",
            "A result was given out before, most likely the proposed one for objections. Its short code is {short}.",
        )
        lines.append(Line("open", words.format(short=_short(report.results.before))))
    if report.results.draw:
        words = translate(
            "verify", "Public draw as entered: {draw}. Compare it with what was drawn: {source}"
        )
        source = visible(report.terms.rule.seed_draw, DRAW_LIMIT)
        said = words.format(draw=visible(report.results.draw, DRAW_LIMIT), source=source)
        lines.append(Line("open", said))
    words = translate("verify", "Where the random numbers for lots and intervals start (seed): {seed}")
    lines.append(Line("open", words.format(seed=visible(report.results.seed))))
    titles = titles_of(report)
    for out in report.results.set_aside:
        words = translate("verify", "Set aside by the organizer: {title}. Reason: {reason}")
        title = visible(titles.get(out.case, out.case), 120)
        lines.append(Line("open", words.format(title=title, reason=visible(out.reason, 300))))
    lines.append(_page_line(report))
    return lines


def _notice_lines(report: ArchiveReport) -> list[Line]:
    """The days that the organizer states: nothing in a file proves them."""
    stated, said = report.results, []
    if is_day(stated.since) and is_day(stated.until):
        words = translate("verify", "Objections were heard from {since} to {until}, the organizer states.")
        said.append(words.format(since=stated.since, until=stated.until))
    if is_day(stated.final):
        words = translate("verify", "Declared final on {day}, the organizer states.")
        said.append(words.format(day=stated.final))
    if stated.early:
        words = (
            translate("verify", "That was before the notice was over; the organizer's reason: {reason}")
            if stated.until
            else translate("verify", "That was without a notice; the organizer's reason: {reason}")
        )
        said.append(words.format(reason=visible(stated.early, REASON_LIMIT)))
    return [Line("open", each) for each in said]


def _sheets_line(report: ArchiveReport, sound: Tone) -> Line:
    count = len(report.results.scores)
    if report.counted:
        said = translate(
            "verify",
            "Sheets: %n. Each signature was checked, and that the card that signed was admitted.",
            "",
            count,
        )
        return Line(sound, said)
    said = translate("verify", "Sheets listed: %n. They are sealed to auditors and were not read.", "", count)
    return Line("open", said)


def _count_line(report: ArchiveReport, sound: Tone) -> Line:
    if not report.counted:
        return Line("open", translate("verify", "The ranking is what the organizer states."))
    if any(each.code.startswith(("ranking", "winner")) for each in report.findings):
        return Line(
            "attention",
            translate(
                "verify", "The ranking was counted again by the rule and came out otherwise; see above."
            ),
        )
    return Line(
        sound, translate("verify", "The ranking was counted again by the rule and came out the same.")
    )


def _page_line(report: ArchiveReport) -> Line:
    match report.page:
        case "same":
            return Line("done", translate("verify", "verify.html in it is the page that this program knows."))
        case "other":
            words = translate(
                "verify",
                "verify.html in it is another page than this program knows. Don't check with that one.",
            )
            return Line("attention", words)
        case "missing":
            return Line("open", translate("verify", "The archive holds no verify.html."))


def finding_lines(report: ArchiveReport) -> list[Line]:
    """What doesn't hold, each thing named."""
    spoken = language.current()
    lines = [Line("attention", finding_text(each, spoken)) for each in report.findings[:FINDINGS_AT_MOST]]
    more = len(report.findings) - FINDINGS_AT_MOST
    if more > 0:
        lines.append(Line("attention", translate("verify", "and %n more", "", more)))
    return lines


def record_lines(record: CheckedRecord, report: ArchiveReport | None) -> list[Line]:
    """A box record handed out before the opening, beside the archive or alone."""
    count = record.sheets
    listed = translate("verify", "sealed sheets listed: %n", "", count)
    words = translate("verify", "Box record {short}: {listed}").format(short=record.short, listed=listed)
    if report is None:
        return [
            Line("open", words),
            Line("open", translate("verify", "Drop the archive here, too, to compare.")),
        ]
    if record.digest == report.results.box:
        same = translate(
            "verify", "It is the record in the archive: nothing was added or taken out after it was signed."
        )
        return [Line("done", words), Line("done", same)]
    other = translate(
        "verify",
        "It is not the record in the archive. If it was handed to you before the opening, ask the organizer and a "
        "witness.",
    )
    return [Line("open", words), Line("attention", other)]


def award_fields(award: CheckedAward) -> list[tuple[str, str]]:
    """What was signed, to be compared with the page by eye."""
    signed = award.found.award
    return [
        (translate("verify", "Number"), visible(signed.serial, 80)),
        (translate("verify", "Recipient"), visible(signed.recipient, 500)),
        (translate("verify", "Case"), visible(signed.title, 500)),
        (translate("verify", "Award"), visible(f"{signed.edition} {signed.award}".strip(), 300)),
        (translate("verify", "Issued by"), visible(" · ".join(signed.issuers), 300)),
        (translate("verify", "Date"), visible(signed.date, 40)),
    ]


def award_lines(award: CheckedAward) -> list[Line]:
    """Whether the page says what was signed, and whether that is a draft."""
    if award.found.cut:
        names = translate("verify", ", ").join(_field_names()[name] for name in award.found.cut)
        words = translate(
            "verify",
            "Too long to stand here in full: {fields}. The signature binds it by its digest; the certificate's PDF, or "
            "the archive beside it, has the whole.",
        )
        return [Line("open", words.format(fields=names)), *_draft_lines(award)]
    return _draft_lines(award)


def _draft_lines(award: CheckedAward) -> list[Line]:
    if not award.found.award.draft:
        return _page_lines(award)
    words = translate(
        "verify", "A draft: when it was made, the result was not final. It does not prove an award."
    )
    return [Line("attention", words), *_page_lines(award)]


def _page_lines(award: CheckedAward) -> list[Line]:
    if award.page is None:
        return []
    if not award.page.read:
        return [Line("open", translate("verify", "The page's own text can't be read: compare it by eye."))]
    if award.page.lacking:
        names = translate("verify", ", ").join(_field_names()[name] for name in award.page.lacking)
        words = translate("verify", "The page does not say what was signed ({fields}): it was changed.")
        return [Line("attention", words.format(fields=names))]
    return [
        Line("done", translate("verify", "The page's text has what was signed; compare the rest by eye."))
    ]


def file_lines(check: CertificateCheck) -> list[Line]:
    """What was found of a certificate's PDF as a file."""
    said = {
        "revised": translate(
            "verify",
            "Something was added to this PDF after it was made: the page may not be what it was. Ask the organizer for "
            "the original.",
        ),
        "annotated": translate("verify", "Something was laid over a page later: a note or a form field."),
        "page-count": translate("verify", "A page has no signed statement of its own."),
    }
    lines = [Line("attention", said[change]) for change in check.changes]
    if check.pades is None:
        return lines
    match check.pades.state:
        case "holds":
            words = translate(
                "verify",
                "The file as a whole is signed (PAdES) and unchanged since, with the certificate of {signer}. Whose "
                "that is has to be known from elsewhere. SHA-256: {fingerprint}",
            )
            shown = words.format(signer=check.pades.signer, fingerprint=check.pades.fingerprint)
            lines.append(Line("open", shown))
        case "broken":
            words = translate(
                "verify",
                "The signature over the whole file (PAdES) doesn't hold: the file was changed after it was signed, or "
                "the signature is damaged.",
            )
            lines.append(Line("attention", words))
        case "unchecked":
            words = translate(
                "verify",
                "The file as a whole is signed (PAdES), which was not checked here. Look at it in a PDF reader.",
            )
            lines.append(Line("open", words))
    return lines


def beside_lines(report: ArchiveReport, award: CheckedAward) -> list[Line]:
    """A certificate held against the archive that is open here."""
    differences = list(agreement_with(report, award))
    if not differences:
        found = Line(
            "done", translate("verify", "The archive has it among the winners, signed by the same key.")
        )
        if not names_result(report, award):
            return [found]
        named = translate("verify", "It names the result in this archive, and no other one.")
        return [found, Line("done", named)]
    said = {
        "round": translate("verify", "It is of another round than the archive."),
        "signer": translate("verify", "Another key signed it than the archive."),
        "winner": translate("verify", "Its case is not among the winners of the archive."),
        "recipient": translate("verify", "The archive names another recipient."),
        "title": translate("verify", "The archive gives the case another title."),
        "result": _other_result(report),
    }
    # that a proposed result is not the final one, which certificates name, is as it should be
    fine = {"round"} | ({"result"} if report.results.status == "proposed" else set())
    return [Line("open" if name in fine else "attention", said[name]) for name in differences]


def _other_result(report: ArchiveReport) -> str:
    if report.results.status == "proposed":
        return translate(
            "verify",
            "The archive is of the proposed result; the certificate names the final one. Open that, too.",
        )
    return translate("verify", "It names another result than the one in this archive.")


def _field_names() -> dict[str, str]:
    return {
        "serial": translate("verify", "Number"),
        "recipient": translate("verify", "Recipient"),
        "title": translate("verify", "Case"),
        "award": translate("verify", "Award"),
        "edition": translate("verify", "Edition"),
        "issuers": translate("verify", "Issued by"),
        "date": translate("verify", "Date"),
    }


def tie_lines(report: ArchiveReport) -> list[str]:
    """Why cases with equal scores stand in their order, a sentence a case, in the words of the papers."""
    words, (above, below) = Wording("common", language.current()), beside(ties_of(report))
    titles, rubric, said = titles_of(report), report.terms.rubric, []
    for line in report.lines:
        text = line_words(above.get(line.case), below.get(line.case), rubric, words)
        if text:
            said.append(words("ties.line", title=visible(titles.get(line.case, line.case), 60), text=text))
    return said


def titles_of(report: ArchiveReport) -> dict[str, str]:
    """Titles of the cases that the archive names, by id."""
    return {each.id: each.title for each in report.results.candidates}


def part_name(part: str) -> str:
    """What a part of an archive is called: by whose scores it holds, rather than by the 64 digits of its name."""
    digest = part.removeprefix("scores/").removesuffix(".json")
    if part.startswith("scores/") and len(digest) == 64:
        return translate("verify", "the sheet of receipt {receipt}").format(receipt=_short(digest))
    if part.startswith("amendments/"):
        return translate("verify", "an amendment")
    named = {
        "results.jws": translate("verify", "the results (ranks, scores and winners)"),
        "terms.jws": translate("verify", "the terms (rule and cases)"),
        "box.jws": translate("verify", "the box record (what had come in)"),
        "remarks.json": translate("verify", "the remarks"),
        "seal.jws": translate("verify", "the list of contents"),
        "verify.html": translate("verify", "the page for checking"),
        "sheets.age": translate("verify", "the sheets sealed to the auditors"),
    }
    return named.get(part, visible(part, 80))


def states_text(report: ArchiveReport) -> str:
    """How the sheets ended, in one line."""
    parts = [f"{state_name(State(name))} {count}" for name, count in report.counts.items() if count]
    return " · ".join(parts)


def _short(digest: str) -> str:
    """The short form of a digest, or what stands in its place."""
    try:
        return short_form(digest)
    except ValueError:
        return visible(digest, 16)
