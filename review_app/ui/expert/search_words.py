"""How far the search has read, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from review_app.ui.expert.search_index import Gathered


def reading_words(gathered: Gathered) -> str:
    """What is being read at the moment."""
    if gathered.dossiers[0] < gathered.dossiers[1]:
        return QCoreApplication.translate("Search", "Reading the dossiers… {done}/{count}").format(
            done=gathered.dossiers[0], count=gathered.dossiers[1]
        )
    return QCoreApplication.translate("Search", "Reading the attachments… {done}/{count}").format(
        done=gathered.attachments[0], count=gathered.attachments[1]
    )


def missing_words(gathered: Gathered) -> str:
    """What could not be searched, a sentence a line; empty if everything could."""
    return MissingTexts().words(gathered)


class MissingTexts(QObject):
    """Counted sentences: Qt finds their plural forms by the class."""

    def words(self, gathered: Gathered) -> str:
        """What :func:`missing_words` says."""
        sentences = []
        if without := len(gathered.without_text):
            sentences.append(
                self.tr("%n attachment(s) have no text to search: scans and pictures.", "", without)
            )
        if gathered.damaged:
            sentences.append(
                self.tr("%n text(s) are damaged and could not be searched.", "", gathered.damaged)
            )
        return "\n".join(sentences)
