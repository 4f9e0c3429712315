"""Word attachments become PDF through the real LibreOffice: without network, without macros, not for ever."""

from __future__ import annotations

import contextlib
import http.server
import io
import os
import shutil
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from review_app.model.errors import InputError
from review_app.model.nomination import office
from review_app.model.nomination.intake import take_in
from review_app.model.workspace import Workspace
from tests.model.nomination.conftest import case_text, prose, write
from tests.model.nomination.office import needs_office, save_as
from tests.model.nomination.test_docx import paragraph, write_docx

FRONT = "attachments: [{file: 实施方案.docx, title: 方案}, {file: 附录.odt}]\n"


def text_of(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True, timeout=60)
    return done.stdout.decode().replace("\n", "")


@needs_office
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_attachments_become_pdf(workspace: Workspace, tmp_path: Path) -> None:
    folder = write(tmp_path / "alpha", case_text(front=FRONT))
    write_docx(folder / "实施方案.docx", paragraph("方案的标题", "1"), paragraph(prose("x", 100)))
    write_docx(tmp_path / "附录.docx", paragraph("附录的内容在此。"))
    out = tmp_path / "out"
    out.mkdir()
    shutil.copy(save_as(tmp_path / "附录.docx", "odt", out), folder / "附录.odt")
    (result,) = take_in(workspace, [folder])
    assert (result.status, result.code) == ("accepted", "converted")
    assert result.params == {"names": ["实施方案.docx", "附录.odt"]}
    case = workspace.nominations.get("alpha")
    assert [(item.file_name, item.title, item.media_type) for item in case.attachments] == [
        ("实施方案.pdf", "方案", "application/pdf"),
        ("附录.pdf", "附录", "application/pdf"),
    ]
    first, second = (text_of(workspace.blobs.read(item.digest)) for item in case.attachments)
    assert "方案的标题" in first and prose("x", 100)[:40] in first
    assert "附录的内容在此。" in second


class _Listener(http.server.BaseHTTPRequestHandler):
    asked: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_GET

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def listener() -> Iterator[int]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Listener)
    _Listener.asked.clear()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def calling_home(url: str) -> bytes:
    """A document with a picture that lies on a server."""
    file = io.BytesIO()
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0"'
        f' xmlns:draw="{names}:drawing:1.0" xmlns:svg="{names}:svg-compatible:1.0"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>'
        '<text:p>text<draw:frame text:anchor-type="as-char" svg:width="3cm" svg:height="3cm">'
        f'<draw:image xlink:href="{url}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        "</draw:frame></text:p></office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in (("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", manifest)):
            archive.writestr(name, text)
    return file.getvalue()


@needs_office
def test_nothing_is_fetched(listener: int, tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{listener}/pixel.png"
    document = calling_home(url)
    (tmp_path / "a.odt").write_bytes(document)
    out = tmp_path / "out"
    out.mkdir()
    save_as(tmp_path / "a.odt", "docx", out)
    fetched_as_it_comes = list(_Listener.asked)
    _Listener.asked.clear()
    assert office.to_pdf(document, "a.odt").startswith(b"%PDF-")
    assert _Listener.asked == []
    assert fetched_as_it_comes, "the document does not call home at all: the test shows nothing"


def test_without_libreoffice_one_sentence(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_USUAL_PLACES", ())
    office.office_program.cache_clear()
    try:
        folder = write(tmp_path / "alpha", case_text(front="attachments: [{file: a.docx}]\n"))
        write_docx(folder / "a.docx", paragraph("x"))
        (result,) = take_in(workspace, [folder])
        assert (result.code, result.params) == ("format-unsupported", {"name": "a.docx", "suffix": ".docx"})
    finally:
        office.office_program.cache_clear()


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for a program that hangs")
def test_what_hangs_is_ended_with_all_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text(
        f'#!/bin/sh\n(sleep 60; touch "{tmp_path}/alive") &\necho $! > "{tmp_path}/child"\nwait\n'
    )
    program.chmod(0o755)
    monkeypatch.setattr(office, "office_program", lambda: str(program))
    monkeypatch.setattr(office, "TIME_LIMIT", 1.0)
    content = write_docx(tmp_path / "a.docx", paragraph("x")).read_bytes()
    started = time.monotonic()
    with pytest.raises(InputError, match="attachment-not-converted"):
        office.to_pdf(content, "a.docx")
    assert time.monotonic() - started < 20
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        state = Path(f"/proc/{child}/stat")
        if not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            break
        time.sleep(0.1)
    else:
        pytest.fail("a child goes on")


@needs_office
@pytest.mark.skipif(sys.platform != "linux", reason="/proc, and limits that the system holds")
def test_each_process_of_the_office_has_a_limit_of_memory(tmp_path: Path) -> None:
    content = write_docx(tmp_path / "a.docx", paragraph(prose("x", 100))).read_bytes()
    seen: dict[str, str] = {}
    over = threading.Event()

    def watch() -> None:
        while not over.is_set():
            for process in Path("/proc").glob("[0-9]*"):
                with contextlib.suppress(OSError):
                    command = (process / "cmdline").read_bytes().split(b"\0")
                    ours = any(
                        b"/review-app-" in part for part in command
                    )  # not another test's, at the same time
                    if ours and b"--convert-to" in command and b"/sh" not in command[0]:
                        limits = (process / "limits").read_text().splitlines()
                        (line,) = [line for line in limits if line.startswith("Max address space")]
                        seen[f"{process.name} {command[0].decode()}"] = line.split()[4]
            time.sleep(0.02)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        assert office.to_pdf(content, "a.docx").startswith(b"%PDF-")
    finally:
        over.set()
        watcher.join()
    assert any("soffice.bin" in name for name in seen)
    assert {limit for name, limit in seen.items() if "soffice.bin" in name} == {str(office.MEMORY_LIMIT)}


@needs_office
@pytest.mark.skipif(sys.platform != "linux", reason="limits that the system holds")
def test_a_document_that_wants_more_memory_is_not_converted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write_docx(tmp_path / "a.docx", paragraph("x")).read_bytes()
    monkeypatch.setattr(office, "MEMORY_LIMIT", 150 << 20)  # less than the program itself needs
    with pytest.raises(InputError, match="attachment-not-converted"):
        office.to_pdf(content, "a.docx")
