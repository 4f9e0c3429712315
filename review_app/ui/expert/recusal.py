"""Why an expert recuses themselves: a short list, kept on the computer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from review_app.model.text import visible
from review_app.ui.expert.wording import recusal_reasons


class RecusalReason(QComboBox):
    """A choice of reasons.  :attr:`chosen` carries the words."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Reason of recusal, stays on this computer"))
        self.setToolTip(self.tr("Stays on this computer and is never exported."))
        self.addItem(self.tr("Reason (stays on this computer)"), "")
        for reason in recusal_reasons():
            self.addItem(reason, reason)
        self.activated.connect(lambda place: self.chosen.emit(str(self.itemData(place))))

    def show_reason(self, reason: str) -> None:
        """Shows a stored reason, also one in other words (another language, an earlier version)."""
        place = self.findData(reason)
        if place < 0:
            self.addItem(visible(reason, 60), reason)
            place = self.count() - 1
        self.setCurrentIndex(place)
