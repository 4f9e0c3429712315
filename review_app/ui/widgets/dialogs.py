"""Asking for a file, without stopping the window meanwhile.  Qt's dialog is loaded when one is asked for.

Qt shows the system's own dialog only where the dialog is a plain QFileDialog: for an heir of that class it draws one of
its own, which on Windows is a stranger among the others.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import ref

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_existing(
    parent: QWidget, title: str, filters: Sequence[str], then: Callable[[Path], None]
) -> QFileDialog:
    """Shows a dialog for one existing file; ``then`` gets it."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, _start())
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

    dialog = QFileDialog(parent, title, _start())
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
    isn't there yet becomes a folder; the next dialog begins beside it, not in what is filled by then."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, str(start) if start else _start())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if make:
        # On the object: PySide looks there for what replaces a virtual method, and a class of our own would not be
        # the native dialog on Windows.  The type checker knows methods of classes only.
        dialog.accept = partial(_make_and_accept, ref(dialog))  # type: ignore[method-assign]
    return _shown(dialog, then, beside=make and start is None)


def _make_and_accept(held: ref[QFileDialog]) -> None:
    from PySide6.QtWidgets import QFileDialog

    dialog = held()
    if dialog is not None:
        for chosen in dialog.selectedFiles():
            with contextlib.suppress(OSError):  # the dialog itself then says that there is no such folder
                Path(chosen).mkdir(exist_ok=True)
        QFileDialog.accept(dialog)


def _start() -> str:
    """Where a dialog begins: the folder in which something was chosen last, and the documents before that."""
    if _last.folder is not None and _last.folder.is_dir():
        return str(_last.folder)
    from PySide6.QtCore import QStandardPaths

    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


class _Last:
    """Remembered while the program runs, and no longer."""

    folder: Path | None = None


_last = _Last()


def _remember(chosen: str, beside: bool) -> None:
    if chosen:
        path = Path(chosen)
        _last.folder = path if path.is_dir() and not beside else path.parent


def _shown(dialog: QFileDialog, then: Callable[[Path], None], *, beside: bool = False) -> QFileDialog:
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    return _open(dialog, beside=beside)


def _open(dialog: QFileDialog, *, beside: bool = False) -> QFileDialog:
    dialog.fileSelected.connect(lambda chosen: _remember(chosen, beside))
    dialog.filesSelected.connect(lambda chosen: _remember(chosen[0] if chosen else "", beside))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
