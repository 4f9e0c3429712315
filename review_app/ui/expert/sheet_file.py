"""A written file at hand: shown in its folder, put on the clipboard for a mail, opened by the system."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QProcess, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication


def documents_folder() -> Path:
    """Where a person's own files go by default."""
    known = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(known) if known and Path(known).is_dir() else Path.home()


def clipboard_of(file: Path) -> QMimeData:
    """``file`` as mail programs take it (pasted as an attachment), and its path as text for everything else."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(file))])
    content.setText(str(file))
    return content


def copy_file(file: Path) -> None:
    """Puts ``file`` on the clipboard."""
    QGuiApplication.clipboard().setMimeData(clipboard_of(file))


def show_in_folder(file: Path) -> bool:
    """Opens the system's file manager where ``file`` lies, marked where the system can.  Whether it was asked."""
    if sys.platform == "win32":
        # One argument and not two: the path after the comma, as Explorer reads it.
        process = QProcess()
        process.setProgram("explorer.exe")
        process.setNativeArguments(f'/select,"{file}"')
        return bool(process.startDetached()[0])
    if sys.platform == "darwin":
        return bool(QProcess.startDetached("open", ["-R", str(file)])[0])
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))


def open_file(file: Path) -> bool:
    """Opens ``file`` with the program that the system has for it: to look at and to print."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
