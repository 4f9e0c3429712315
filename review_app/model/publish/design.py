"""How certificates look: template, language, size, pictures, words.  Read from a small YAML, strictly.

``assets/certificate/design.yaml`` explains every line of such a file.
"""

from __future__ import annotations

import string
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

import msgspec

from review_app.model.errors import InputError
from review_app.model.files import asset_path, read_limited
from review_app.model.publish.face_source import FONT_LIMIT, FontFile
from review_app.model.publish.pictures import PICTURE_LIMIT, Picture, check_picture
from review_app.model.strict_yaml import load_yaml
from review_app.model.text import visible

TemplateName = Literal["bronze", "plain", "scroll"]
LanguageName = Literal["zh", "en", "zh-en"]
Orientation = Literal["landscape", "portrait"]
DateStyle = Literal["", "chinese-numerals", "figures"]
TEMPLATES: tuple[TemplateName, ...] = get_args(TemplateName)
LANGUAGES: tuple[LanguageName, ...] = get_args(LanguageName)
ORIENTATIONS: tuple[Orientation, ...] = get_args(Orientation)
SEALS_AT_MOST = 2
BLEED, BLEED_AT_MOST = 3.0, 5.0  # mm: what printers ask for, and what may be asked
FIELDS = frozenset({"recipient", "case_title", "edition", "award", "serial", "open", "close"})
"""What may stand between braces in the words of a design; ``open`` and ``close`` are quotation marks that the title
doesn't use itself."""
DESIGN_LIMIT = 64 << 10


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words of one language that take the place of the template's own; None: the template's own."""

    heading: str | None = None
    salutation: str | None = None
    body: str | None = None
    closing: str | None = None
    serial: str | None = None
    notes: list[str] | None = None
    signer: str | None = None
    signer_name: str | None = None


@dataclass(frozen=True)
class Design:
    """How certificates look.  ``bleed`` in mm around the trimmed page; ``names_en``: what a Chinese name, title or
    award is called in English text; ``seals``: at most two, one over each issuer."""

    template: TemplateName = "bronze"
    language: LanguageName = "zh"
    orientation: Orientation = "landscape"
    date: DateStyle = ""
    bleed: float = 0.0
    crop_marks: bool = False
    seals: tuple[Picture, ...] = ()
    signature: Picture | None = None
    background: Picture | None = None
    words: dict[str, Words] = field(default_factory=dict)
    names_en: dict[str, str] = field(default_factory=dict)
    fonts: tuple[FontFile, ...] = ()

    def check(self) -> None:
        """Raises InputError ``design-invalid`` (``field``), or what a picture or font of it is refused with."""
        for name, value, known in (
            ("template", self.template, TEMPLATES),
            ("language", self.language, LANGUAGES),
            ("orientation", self.orientation, ORIENTATIONS),
            ("date", self.date, get_args(DateStyle)),
        ):
            if value not in known:
                raise InputError("design-invalid", field=name, known=", ".join(filter(None, known)))
        if not 0 <= self.bleed <= BLEED_AT_MOST:
            raise InputError("design-invalid", field="bleed", known=f"0–{BLEED_AT_MOST:g}")
        if len(self.seals) > SEALS_AT_MOST:
            raise InputError("design-invalid", field="seals", known=f"0–{SEALS_AT_MOST}")
        for language, words in self.words.items():
            _check_words(language, words)
        for picture in (*self.seals, self.signature, self.background):
            if picture is not None:
                check_picture(picture)


def _check_words(language: str, words: Words) -> None:
    if language not in ("zh", "en"):
        raise InputError("design-invalid", field="words", known="zh, en")
    for name in ("heading", "salutation", "body", "closing", "serial", "signer", "signer_name"):
        pattern = getattr(words, name)
        if pattern is None:
            continue
        try:
            used = {
                each: bool(mark or turn)
                for _, each, mark, turn in string.Formatter().parse(pattern)
                if each is not None
            }
        except ValueError:
            used = {"{": True}
        allowed = set() if name in ("heading", "signer", "signer_name") else FIELDS
        if any(used.values()) or not set(used) <= allowed:
            known = ", ".join(f"{{{each}}}" for each in sorted(allowed)) or "–"
            raise InputError("design-invalid", field=f"words.{language}.{name}", known=known)
    if words.heading is not None and not words.heading.strip():
        raise InputError("design-invalid", field=f"words.{language}.heading", known="–")


class _PictureFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    file: str
    width: float = 0.0
    down: float = 0.0
    right: float = 0.0


class _DesignFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    template: TemplateName = "bronze"
    language: LanguageName = "zh"
    orientation: Orientation = "landscape"
    date: DateStyle = ""
    bleed: float = 0.0
    crop_marks: bool = False
    seals: list[_PictureFile] = []
    signature: _PictureFile | None = None
    background: str = ""
    words: dict[str, Words] = {}
    names_en: dict[str, str] = {}
    fonts: list[str] = []


def load_design(path: Path) -> Design:
    """The design of a YAML file; pictures and fonts are named relative to its folder.

    Raises InputError ``yaml-invalid``, ``malformed-field``, ``design-invalid``, or what a picture is refused with, and
    what the system says of files that can't be read.
    """
    read, folder = _read(path), path.parent
    design = Design(
        template=read.template,
        language=read.language,
        orientation=read.orientation,
        date=read.date,
        bleed=read.bleed,
        crop_marks=read.crop_marks,
        seals=tuple(_picture(folder, each) for each in read.seals),
        signature=_picture(folder, read.signature) if read.signature else None,
        background=_picture(folder, _PictureFile(read.background)) if read.background else None,
        words=read.words,
        names_en=read.names_en,
        fonts=_fonts(folder, read),
    )
    design.check()
    return design


def design_fonts(path: Path) -> tuple[FontFile, ...]:
    """The fonts alone of a design file, whatever is the matter with its pictures.

    Raises InputError ``yaml-invalid``, ``malformed-field``, and what the system says of files that can't be read.
    """
    return _fonts(path.parent, _read(path))


def _read(path: Path) -> _DesignFile:
    source = load_yaml(read_limited(path, DESIGN_LIMIT), path.name)
    try:
        return msgspec.convert({} if source is None else source, _DesignFile)
    except (msgspec.ValidationError, RecursionError) as failure:
        raise InputError("malformed-field", what=visible(path.name), reason=str(failure)) from failure


def _fonts(folder: Path, read: _DesignFile) -> tuple[FontFile, ...]:
    return tuple(FontFile(Path(name).name, read_limited(folder / name, FONT_LIMIT)) for name in read.fonts)


def _picture(folder: Path, source: _PictureFile) -> Picture:
    for name in ("width", "down", "right"):
        if not -150 <= getattr(source, name) <= 300 or (name == "width" and source.width < 0):
            raise InputError("design-invalid", field=name, known="mm")
    data = read_limited(folder / source.file, PICTURE_LIMIT)
    return Picture(Path(source.file).name, data, source.width, source.down, source.right)


def example() -> bytes:
    """A design file with every line explained."""
    return asset_path("certificate/design.yaml").read_bytes()
