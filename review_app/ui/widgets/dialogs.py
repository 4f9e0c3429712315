"""Asking for a file, without stopping the window meanwhile.  Qt's dialog is loaded when one is asked for."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_existing(
    parent: QWidget, title: str, filters: Sequence[str], then: Callable[[Path], None]
) -> QFileDialog:
    """Shows a dialog for one existing file; ``then`` gets it."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(list(filters))
    return _shown(dialog, then)


def ask_for_new(
    parent: QWidget, title: str, proposal: Path, kind: str, then: Callable[[Path], None]
) -> QFileDialog:
    """Shows a dialog for a new file; ``kind`` is a filter such as "Score sheet (\\*.scoresheet)".

    It doesn't ask whether to replace: ``then`` decides what happens to a name that is taken.
    """
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, str(proposal.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(proposal.suffix.removeprefix("."))
    dialog.selectFile(proposal.name)
    return _shown(dialog, then)


def ask_for_several(
    parent: QWidget, title: str, filters: Sequence[str], then: Callable[[list[Path]], None]
) -> QFileDialog:
    """Shows a dialog for existing files; ``then`` gets them."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(list(filters))
    dialog.filesSelected.connect(lambda chosen: then([Path(name) for name in chosen]))
    return _open(dialog)


def ask_for_folder(
    parent: QWidget,
    title: str,
    then: Callable[[Path], None],
    start: Path | None = None,
    *,
    make: bool = False,
) -> QFileDialog:
    """Shows a dialog for a folder (one can be made there); ``then`` gets it.  With ``make``, a name that is typed and
    isn't there yet becomes a folder."""
    from PySide6.QtWidgets import QFileDialog

    class Making(QFileDialog):
        def accept(self) -> None:
            for chosen in self.selectedFiles() if make else ():
                with contextlib.suppress(OSError):  # the dialog itself then says that there is no such folder
                    Path(chosen).mkdir(exist_ok=True)
            super().accept()

    dialog = Making(parent, title, str(start) if start else "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _shown(dialog, then)


def _shown(dialog: QFileDialog, then: Callable[[Path], None]) -> QFileDialog:
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    return _open(dialog)


def _open(dialog: QFileDialog) -> QFileDialog:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
