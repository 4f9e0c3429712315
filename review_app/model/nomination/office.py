"""Office documents to PDF through LibreOffice, where it is installed: in a profile of its own, without macros, without
network, not for ever, and not with all of the computer's memory.

The memory is limited where the system's shell can set such a limit and the system holds it (Linux).  On Windows and
macOS none is set: there the size of what a document unpacks to and the time are all that hold it back.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path, PurePath

from review_app.model.errors import InputError
from review_app.model.nomination.zip_limits import UNPACKED_LIMIT, unpacked_size

CONVERTIBLE = {".docx": "docx", ".odt": "odt"}
"""File endings that are converted."""
TIME_LIMIT = 120.0
"""Seconds for one document."""
MEMORY_LIMIT = 4 << 30
"""Bytes of address space for each of LibreOffice's processes; a document of 6,000 paragraphs was measured to take an
eighth of it."""
_WITHIN_LIMIT = 'ulimit -v "$0" 2>/dev/null; exec "$@"'
"""Said to the system's shell, as nothing of Python's may run between fork and exec while other threads are at work."""
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
# Macros never run, links are not followed, and what would go out goes to a port where nobody listens.
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
)


@lru_cache(maxsize=1)
def office_program() -> str:
    """LibreOffice's path, empty where it is not installed."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    return next((place for place in _USUAL_PLACES if Path(place).is_file()), "")


def to_pdf(content: bytes, name: str) -> bytes:
    """The document ``content``, whose name ``name`` ends in one of :data:`CONVERTIBLE`, as PDF.

    Raises InputError ``format-unsupported`` (remedy: save as PDF) where LibreOffice is missing or the content is no
    such document, ``attachment-not-converted`` where it gave nothing or took too long.
    """
    suffix = PurePath(name).suffix.lower()
    size = unpacked_size(content)
    if not office_program() or size is None or size > UNPACKED_LIMIT:
        raise InputError("format-unsupported", name=name, suffix=suffix)
    with tempfile.TemporaryDirectory(prefix="review-app-") as place:
        folder = Path(place)
        _write_profile(folder / "profile")
        source = folder / f"document{suffix}"
        source.write_bytes(content)
        _run(folder, source)
        made = folder / "out" / "document.pdf"
        pdf = made.read_bytes() if made.is_file() else b""
    if not pdf.startswith(b"%PDF-"):
        raise InputError("attachment-not-converted", name=name)
    return pdf


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{key}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, key, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def _run(folder: Path, source: Path) -> None:
    """Runs LibreOffice over ``source``; its whole family ends with it, or when the time is over."""
    command = [
        office_program(),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    if sys.platform != "win32":
        command = ["/bin/sh", "-c", _WITHIN_LIMIT, str(MEMORY_LIMIT >> 10), *command]
    nowhere = {name: "http://127.0.0.1:9" for name in ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy")}
    environment = {
        **{name: value for name, value in os.environ.items() if name.lower() not in {*nowhere, "no_proxy"}},
        **nowhere,
        "HOME": str(folder),
    }
    no_window = 0x08000000 if sys.platform == "win32" else 0
    with contextlib.suppress(OSError):
        process: subprocess.Popen[bytes] = subprocess.Popen(  # by its path, a document we named ourselves
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
            creationflags=no_window,
        )
        try:
            process.wait(TIME_LIMIT)
        except subprocess.TimeoutExpired:
            pass
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and, where the system has groups of them, what it started."""
    if process.poll() is not None and sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
