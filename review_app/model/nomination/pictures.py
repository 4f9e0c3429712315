"""The pictures of a Word document or a workbook: those that can be shown as attachments, all others by name."""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
from collections.abc import Collection
from typing import Any

from review_app.model.nomination.draft import DraftAttachment
from review_app.model.nomination.markdown import picture_mark

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}
_KNOWN = {".png": "png", ".jpg": "jpg", ".jpeg": "jpg"}
_MEDIA = re.compile(r"(?:word|xl)/media/[^/]+")
_TARGET = re.compile(rb'Target="([^"]+)"')
_OBJECT = re.compile(r"(?:word|xl)/(?:embeddings/[^/]+|charts/chart[^/]*\.xml|diagrams/data[^/]*\.xml)")
_NAME = "图"


class Pictures:
    """Collects them while a document is read.

    ``attachments`` are those that can be shown, numbered as they stand in the text; ``words`` what the text says in
    the place of each number; ``left_out`` names the others, and charts and objects that were drawn by other programs.
    ``others`` are the bytes of what can't be shown.
    """

    def __init__(self) -> None:
        self.attachments: list[DraftAttachment] = []
        self.others: list[DraftAttachment] = []
        self.left_out: list[str] = []
        self.words: dict[int, str] = {}
        self._numbers: dict[str, int] = {}

    def keep(self, image: Any) -> dict[str, str]:
        """Takes a picture as mammoth meets it, and gives the attributes of what stands for it."""
        kind = str(image.content_type)
        try:
            with image.open() as file:
                content: bytes = file.read()
        except Exception:  # a link to a picture that was never in the document, or a part that is missing
            number = len(self.words) + 1
            self._leave_out(number, f"{_NAME}{number}")
            return {"src": picture_mark(number)}
        number = self._numbers.get(_digest(content), 0)
        if not number:
            subtype = re.sub(r"[^a-z0-9]", "", kind.rpartition("/")[2].removeprefix("x-").lower())[:8]
            number = self._take(content, _ENDINGS.get(kind, ""), subtype or "bin")
        return {"src": picture_mark(number)}

    def look_for_others(self, document: bytes) -> None:
        """Takes what ``document`` holds and the text did not lead to: pictures in groups and shapes, charts, objects of
        other programs, and those of page heads and feet."""
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            in_text = _targets(archive, "word/_rels/document.xml.rels", archive.namelist())
            self._look_through(archive, in_text)

    @classmethod
    def of_workbook(cls, workbook: bytes) -> Pictures:
        """Those of a workbook, whose cells have no place for any: all that can be shown are attachments."""
        found = cls()
        with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
            found._look_through(
                archive, {name for name in archive.namelist() if name.startswith("xl/media/")}
            )
        return found

    def _look_through(self, archive: zipfile.ZipFile, to_show: Collection[str]) -> None:
        for name in sorted(archive.namelist(), key=_by_number):
            if not _MEDIA.fullmatch(name):
                if _OBJECT.fullmatch(name):
                    self._set_aside(name, archive.read(name))
                continue
            content = archive.read(name)
            if _digest(content) in self._numbers:
                continue
            ending = posixpath.splitext(name)[1].lower()
            if name in to_show and ending in _KNOWN:
                self._take(content, _KNOWN[ending], "")
            else:
                self._set_aside(name, content)

    def _take(self, content: bytes, ending: str, other: str) -> int:
        """Numbers a picture; without an ``ending`` that can be shown it is left out under the ending ``other``."""
        number = len(self.words) + 1
        self._numbers[_digest(content)] = number
        title = f"{_NAME}{number}"
        if ending:
            self.words[number] = f"（{title}，见附件）"
            self.attachments.append(DraftAttachment(f"{title}.{ending}", title, lambda: content))
        else:
            name = f"{title}.{other}"
            self._leave_out(number, name)
            self.others.append(DraftAttachment(name, title, lambda: content))
        return number

    def _leave_out(self, number: int, name: str) -> None:
        self.words[number] = f"（{_NAME}{number}，未能收入）"
        self.left_out.append(name)

    def _set_aside(self, name: str, content: bytes) -> None:
        short = posixpath.basename(name)
        self.left_out.append(short)
        self.others.append(DraftAttachment(short, "", lambda: content))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _by_number(name: str) -> tuple[str, int]:
    """image2 before image10."""
    found = re.search(r"([0-9]+)\.[^.]*$", name)
    return (name[: found.start()], int(found[1][:9])) if found else (name, 0)


def _targets(archive: zipfile.ZipFile, relations: str, names: list[str]) -> set[str]:
    """The parts that the document's own text refers to."""
    if relations not in names:
        return set()
    found = (target.decode("utf-8", "replace") for target in _TARGET.findall(archive.read(relations)))
    return {
        posixpath.normpath(posixpath.join("word", target)) if not target.startswith("/") else target[1:]
        for target in found
    }
