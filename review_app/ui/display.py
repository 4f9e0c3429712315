"""Whether a window can open on this computer, found out before Qt tries: Qt ends the process when it can't."""

from __future__ import annotations

import os
import sys
from pathlib import Path

WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def reason_against() -> str:
    """A word on why no window can open, or nothing when one can.

    On Linux: the libraries of Qt, a display named by the environment, the libraries of its platform plugin, and for
    X11 a server that answers.  Windows and macOS always have one.
    """
    try:
        from PySide6 import QtWidgets  # noqa: F401 - loads what Qt needs of the system
        from PySide6.QtCore import QLibraryInfo
    except ImportError as failure:
        return _library_in(str(failure)) or "PySide6"
    if sys.platform in ("win32", "darwin"):
        return ""
    wanted = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if wanted in WITHOUT_SCREEN:
        return ""
    wayland = os.environ.get("WAYLAND_DISPLAY") and wanted in ("", "wayland")
    if wayland:
        return ""
    if not os.environ.get("DISPLAY"):
        return "DISPLAY"
    import ctypes  # costs time to import, and only X11 needs it

    plugin = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / "libqxcb.so"
    try:
        if plugin.exists():
            ctypes.CDLL(str(plugin))
        return "" if _x_server_answers() else "DISPLAY"
    except OSError as failure:
        return _library_in(str(failure)) or "libqxcb.so"


def _x_server_answers() -> bool:
    import ctypes

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _library_in(message: str) -> str:
    """The library that the loader names at the start of its complaint."""
    name = message.split(":")[0].strip()
    return Path(name).name if ".so" in name else ""
