"""What to say of a file that was opened or dropped where it can't be used: what it is, and where it belongs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from review_app.model.errors import InputError
from review_app.model.file_kind import FileKind
from review_app.ui import language
from review_app.ui.errors import sentences

translate = QCoreApplication.translate
_MEGA = 1_000_000


def size_words(size: int) -> str:
    """A size for people, always in MB of a million bytes, as mail programs count; the smallest is 0.1 MB.  It is never
    broken between lines."""
    locale = language.LOCALES[language.current()]
    words = translate("files", "{megabytes} MB").format(
        megabytes=locale.toString(max(0.1, size / _MEGA), "f", 1)
    )
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def belongs_elsewhere(kind: FileKind) -> tuple[str, str]:
    """What a file of ``kind`` is, and what to do with it, for somebody who dropped it on the window."""
    after_it = translate("files", "One round is open at a time. Open the other package after it.")
    words = {
        FileKind.SHEET: (
            translate("files", "This is a sealed score sheet. Only the organizer can open it."),
            translate(
                "files",
                "Send it as your cover letter says. To look at your scores or change them, open the case package.",
            ),
        ),
        FileKind.ARCHIVE: (
            translate("files", "This is the published result of a round, not a case package."),
            translate(
                "files",
                "Anyone can check it: the first page has a line for that. "
                "To score, open the case package you were sent.",
            ),
        ),
        FileKind.CERTIFICATE: (
            translate("files", "This is a PDF, not a case package."),
            translate(
                "files",
                "To score, open the file ending in .casepkg that you were sent. "
                "It is no certificate either: it holds no signed statement.",
            ),
        ),
        FileKind.STATEMENT: (
            translate("files", "This is what the QR code of a certificate says, not a case package."),
            translate(
                "files",
                "Anyone can check it: the first page has a line for that. "
                "To score, open the file ending in .casepkg that you were sent.",
            ),
        ),
        FileKind.AMENDMENT: (
            translate("files", "An amendment belongs to a round that is open."),
            translate("files", "Open the case package with your card first, then drop the amendment again."),
        ),
        FileKind.PACKAGE: (
            translate("files", "More than one case package was given; the first was taken."),
            after_it,
        ),
        FileKind.PART: (translate("files", "This is a part of another case package."), after_it),
        FileKind.CARD: (
            translate("files", "This is a ballot card, and the round is open already."),
            translate("files", "To use another card, close this round first; the menu has a line for it."),
        ),
        FileKind.BACKUP: (
            translate("files", "This is a backup of scores; it belongs to a round that is open."),
            translate("files", "Open the case package with your card first, then drop the backup again."),
        ),
    }
    return words[kind]


def not_recognized(path: Path) -> tuple[str, str]:
    """What to say of a file that is none of ours by what it holds: its name tells what it may have been."""
    what = sentences(InputError("unknown-file", name=path.name)).what
    match path.suffix.lower():
        case ".casepkg" | ".scorebackup":
            following = translate(
                "files",
                "It may have been damaged on its way. Copy or download it once more; if that doesn't help, ask whoever "
                "sent it for a new copy.",
            )
        case ".card" | ".txt":
            following = translate(
                "files",
                "A card file is a short text with six groups of four symbols. If it is one, type the card yourself, "
                "as it stands on paper.",
            )
        case _:
            following = translate(
                "files",
                "To score, open the file ending in .casepkg that you were sent. A ballot card can always be typed: six "
                "groups of four symbols.",
            )
    return what, following
