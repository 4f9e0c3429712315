"""How a campaign's certificates look, kept beside its database: ``certificates/design.yaml`` with its pictures and
fonts, which the verb ``certify --design`` reads too, and ``award.yaml`` with the award's name and the day.

Files and not tables: an organizer may open and change them, and a picture of a seal is easily taken out again.
"""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec
import yaml

from review_app.model.errors import InputError
from review_app.model.files import ensure_folder, os_errors, read_limited, write_atomically
from review_app.model.publish.design import Design, design_fonts, load_design
from review_app.model.publish.face_source import FontFile
from review_app.model.publish.pictures import Picture
from review_app.model.strict_yaml import load_yaml
from review_app.model.workspace.campaign import Settings

FOLDER = "certificates"
DESIGN_FILE, AWARD_FILE = "design.yaml", "award.yaml"
_LIMIT = 4096
_OWN = re.compile(r"(?:seal\d|signature|background|font\d+)-")
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True)
class Look:
    """A design, and what is the same on every certificate of the campaign: ``award`` "" for the campaign's own name,
    ``date`` None for the day the box was opened."""

    design: Design = field(default_factory=Design)
    award: str = ""
    date: datetime.date | None = None


def named_in_english(design: Design, settings: Settings) -> Design:
    """``design`` with the English names of award, edition and organizers that ``settings`` have, where it has none of
    its own and any English is on the page."""
    if design.language == "zh":
        return design
    known = {
        settings.title: settings.title_en,
        settings.edition: settings.edition_en,
        **{organizer.name: organizer.name_en for organizer in settings.organizers},
    }
    usual = {name: english for name, english in known.items() if name and english.strip()}
    return replace(design, names_en=usual | design.names_en)


class _AwardFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    award: str = ""
    date: str = ""


def design_path(folder: Path) -> Path:
    """The design file of the workspace in ``folder``, whether it is there or not."""
    return folder / FOLDER / DESIGN_FILE


def kept_look(folder: Path) -> Look:
    """What was kept in the workspace at ``folder``, or the usual look.

    Raises what :func:`load_design` raises, InputError ``malformed-field``.
    """
    file, award_file = design_path(folder), folder / FOLDER / AWARD_FILE
    design = load_design(file) if file.is_file() else Design()
    if not award_file.is_file():
        return Look(design)
    try:
        content = load_yaml(read_limited(award_file, _LIMIT), AWARD_FILE)
        read = msgspec.convert(content or {}, _AwardFile)
        date = datetime.date.fromisoformat(read.date) if read.date else None
    except (msgspec.ValidationError, ValueError) as failure:
        raise InputError("malformed-field", what=AWARD_FILE, reason=str(failure)) from failure
    return Look(design, read.award, date)


def campaign_fonts(folder: Path) -> tuple[FontFile, ...]:
    """The fonts that the workspace at ``folder`` has for rare characters: added to its certificates, and used by its
    report too.

    Raises what :func:`review_app.model.publish.design.design_fonts` raises.
    """
    file = design_path(folder)
    return design_fonts(file) if file.is_file() else ()


def keep_look(folder: Path, look: Look) -> None:
    """Keeps ``look`` in the workspace at ``folder``; pictures and fonts that it no longer has are taken out.

    Raises what :meth:`Design.check` raises, and what the system says of files that can't be written.
    """
    target = folder / FOLDER
    files = write_design(target, look.design)
    _write(target / AWARD_FILE, {"award": look.award, "date": look.date.isoformat() if look.date else ""})
    with os_errors(target):
        for path in target.iterdir():
            if _OWN.match(path.name) and path.name not in files:
                with contextlib.suppress(FileNotFoundError):
                    path.unlink()


def write_design(folder: Path, design: Design) -> Collection[str]:
    """Writes ``design`` into ``folder``: ``design.yaml``, and the pictures and fonts beside it, whose names are
    returned.

    Raises what :meth:`Design.check` raises, and what the system says of files that can't be written.
    """
    design.check()
    target, files = ensure_folder(folder), dict(_files(design))
    for name, data in files.items():
        path = target / name
        if not path.is_file() or path.stat().st_size != len(data) or path.read_bytes() != data:
            write_atomically(path, data)
    _write(target / DESIGN_FILE, _design_document(design))
    return files.keys()


def _write(path: Path, document: dict[str, Any]) -> None:
    text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=1000).encode("utf-8")
    if not path.is_file() or path.read_bytes() != text:
        write_atomically(path, text)


def _files(design: Design) -> Iterator[tuple[str, bytes]]:
    for name, picture in _named_pictures(design):
        yield name, picture.data
    for name, font in _named_fonts(design):
        yield name, font.data


def _named_pictures(design: Design) -> Iterator[tuple[str, Picture]]:
    for number, seal in enumerate(design.seals, start=1):
        yield _name(f"seal{number}", seal.name), seal
    if design.signature is not None:
        yield _name("signature", design.signature.name), design.signature
    if design.background is not None:
        yield _name("background", design.background.name), design.background


def _named_fonts(design: Design) -> Iterator[tuple[str, FontFile]]:
    for number, font in enumerate(design.fonts, start=1):
        yield _name(f"font{number}", font.name), font


def _name(what: str, given: str) -> str:
    """``given`` as a file can be called anywhere, after what it is."""
    bare = _OWN.sub("", Path(given).name)
    stem, suffix = Path(bare).stem, Path(bare).suffix
    return f"{what}-{_UNSAFE.sub('_', stem)[:40] or 'file'}{_UNSAFE.sub('', suffix)[:8].lower()}"


def _design_document(design: Design) -> dict[str, Any]:
    def placed(name: str, picture: Picture) -> dict[str, Any]:
        found = {"width": picture.width, "down": picture.drop, "right": picture.aside}
        return {"file": name} | {key: value for key, value in found.items() if value}

    names = dict(_named_pictures(design))
    document: dict[str, Any] = {
        "template": design.template,
        "language": design.language,
        "orientation": design.orientation,
        "date": design.date,
        "bleed": design.bleed,
        "crop_marks": design.crop_marks,
    }
    for name, picture in names.items():
        if name.startswith("seal"):
            document.setdefault("seals", []).append(placed(name, picture))
        elif name.startswith("signature"):
            document["signature"] = placed(name, picture)
        else:
            document["background"] = name
    if design.words:
        document["words"] = {language: msgspec.to_builtins(words) for language, words in design.words.items()}
    if design.names_en:
        document["names_en"] = dict(design.names_en)
    if design.fonts:
        document["fonts"] = [name for name, _ in _named_fonts(design)]
    return document
