"""What came of taking work over from another computer, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from review_app.model.scoring.merge import BackupOutcome

translate = QCoreApplication.translate


def outcome_words(outcome: BackupOutcome) -> tuple[str, str]:
    """A sentence on what happened, and one on what to do or to know (may be empty)."""
    return CountedCases().words(outcome)


class CountedCases(QObject):
    """Counted sentences: Qt finds their plural forms by the class."""

    def words(self, outcome: BackupOutcome) -> tuple[str, str]:
        """What :func:`outcome_words` says."""
        taken, replaced, kept = (
            len(outcome.taken) + len(outcome.replaced),
            len(outcome.replaced),
            len(outcome.kept),
        )
        following: list[str] = []
        if taken:
            what = self.tr("Your work on %n case(s) was taken over from the other computer.", "", taken)
        elif outcome.receipts or outcome.amendments:
            what = self.tr("What the other computer had of sheets and amendments was taken over.")
        else:
            what = self.tr("This computer has everything that is in the backup already.")
        if replaced:
            following.append(
                self.tr(
                    "%n of them had been scored differently on this computer; Ctrl+Z brings that back.",
                    "",
                    replaced,
                )
            )
        if kept:
            following.append(self.tr("%n case(s) are newer here and stay as they are.", "", kept))
        if outcome.last_revision:
            text = self.tr("The next sheet is revision {revision}.")
            following.append(text.format(revision=outcome.last_revision + 1))
        return what, "\n".join(following)


def what_it_is() -> str:
    """Before a copy is made: what is in it, and what opens it."""
    return translate(
        "backup",
        "Writes all of your work in this round into one sealed file: scores, comments, notes, receipts. Only your "
        "ballot card opens it.",
    )


def how_to_go_on() -> str:
    """After a copy was made: what to do at the other computer."""
    return translate(
        "backup",
        "On the other computer open the same case package with the same card, then drop this file on the window. "
        "Work on one computer at a time.",
    )
