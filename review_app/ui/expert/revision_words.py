"""Which sheets were made, by revision and file, and what becomes of the earlier ones."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET
from PySide6.QtCore import QCoreApplication

from review_app.model.scoring.meta import Exported, StoreMeta
from review_app.model.text import visible
from review_app.ui.expert.wording import names_text

translate = QCoreApplication.translate
NAMED = 3
"""Earlier sheets that are named; the list of earlier receipts has all of them."""


def file_name(sheet: Exported) -> str:
    """The name that the file of ``sheet`` got; empty where it isn't known."""
    return "" if sheet.file_name is UNSET else visible(sheet.file_name, 120)


def sheet_words(sheet: Exported) -> str:
    """A sheet by its revision and its file."""
    name = file_name(sheet)
    if not name:
        return translate("revisions", "revision {revision}").format(revision=sheet.revision)
    return translate("revisions", "revision {revision} ({name})").format(revision=sheet.revision, name=name)


def last_words(meta: StoreMeta) -> str:
    """The sheet with the highest revision, wherever it was made."""
    made_here = [each for each in meta.exported if each.revision == meta.last_revision]
    return sheet_words(made_here[-1] if made_here else Exported(meta.last_revision, "", ""))


def replaced_words(earlier: Sequence[Exported]) -> str:
    """What to do with the ``earlier`` sheets, oldest first, now that there is another."""
    latest = [sheet_words(each) for each in reversed(earlier)][:NAMED]
    return translate(
        "revisions",
        "This sheet replaces {earlier}. You can delete what is replaced. If you have sent it already, simply send this "
        "one, too: the highest revision counts.",
    ).format(earlier=names_text(latest))


def receipt_words(sheet: Exported) -> str:
    """One line of the list of earlier receipts."""
    name = file_name(sheet)
    if not name:
        words = translate("revisions", "Revision {revision}: receipt {receipt}, delivery code {code}")
    else:
        words = translate("revisions", "Revision {revision}, {name}: receipt {receipt}, delivery code {code}")
    return words.format(revision=sheet.revision, name=name, receipt=sheet.receipt, code=sheet.delivery_code)
