"""Both languages are complete, their placeholders match, and the compiled catalogues are those of the sources."""

from __future__ import annotations

import re
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "assets" / "translations"
NAMES = ("review_app_zh_CN", "review_app_en")


def command(name: str) -> str:
    """A tool of PySide6 that lies beside this Python."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found is not None, f"{name} is part of PySide6-Essentials"
    return found


def messages(file: Path) -> list[tuple[str, str, str, list[str], bool]]:
    """Context, text, disambiguation, translations, and whether it counts, of every message."""
    found = []
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")] or [
                translation.text or ""
            ]
            if translation.get("type"):
                forms = [""]
            found.append(
                (
                    context.findtext("name") or "",
                    message.findtext("source") or "",
                    message.findtext("comment") or "",
                    forms,
                    message.get("numerus") == "yes",
                )
            )
    return found


def placeholders(text: str) -> set[str]:
    """Names in braces, and %n."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return names | set(re.findall(r"%n", text))


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_translated(name: str) -> None:
    empty = [
        (context, source)
        for context, source, _, forms, _ in messages(FOLDER / f"{name}.ts")
        if not all(forms)
    ]
    assert empty == []
    assert messages(FOLDER / f"{name}.ts")


def test_placeholders_match() -> None:
    for _, source, _, forms, _ in messages(FOLDER / "review_app_zh_CN.ts"):
        for form in forms:
            assert placeholders(form) == placeholders(source), source
    for _, source, _, forms, _ in messages(FOLDER / "review_app_en.ts"):
        assert placeholders(forms[-1]) == placeholders(source)


def test_chinese_is_chinese() -> None:
    """No English sentence was left standing, and Chinese sentences end with Chinese signs."""
    for _, source, _, forms, _ in messages(FOLDER / "review_app_zh_CN.ts"):
        for form in forms:
            words = re.sub(r"\{\w*\}", "", source)  # a placeholder's name is no word of the sentence
            if re.search(r"[a-z]{4}", words.lower()) and " " in words:
                assert re.search(r"[\u3001-\u303f\u4e00-\u9fff×]", form) or form.endswith("%"), source
            assert not re.search(r"[\u4e00-\u9fff][,;:?!]", form), form


@pytest.mark.parametrize("name", NAMES)
def test_sources_are_collected(name: str, tmp_path: Path) -> None:
    """What ``build/translations.sh`` would collect now is what stands in the catalogue."""
    copy = tmp_path / f"{name}.ts"
    shutil.copy(FOLDER / f"{name}.ts", copy)
    files = sorted(str(path) for path in (REPOSITORY / "review_app" / "ui").rglob("*.py"))
    plural = ["-pluralonly"] if name.endswith("_en") else []
    arguments = ["-no-obsolete", "-locations", "none", *plural, *files, "-ts", str(copy)]
    subprocess.run([command("pyside6-lupdate"), *arguments], check=True, capture_output=True, timeout=120)
    before = {message[:3] for message in messages(FOLDER / f"{name}.ts")}
    now = {message[:3] for message in messages(copy)}
    assert now == before, "run build/translations.sh"


@pytest.mark.parametrize("name", NAMES)
def test_compiled_catalogue_is_of_these_sources(name: str, tmp_path: Path) -> None:
    compiled = tmp_path / f"{name}.qm"
    arguments = [str(FOLDER / f"{name}.ts"), "-qm", str(compiled)]
    subprocess.run([command("pyside6-lrelease"), *arguments], check=True, capture_output=True, timeout=120)
    assert compiled.read_bytes() == (FOLDER / f"{name}.qm").read_bytes(), "run build/translations.sh"


def test_a_compiled_text_is_found(qapp: object) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / "review_app_zh_CN.qm"))
    assert translator.translate("TopBar", "Sign and export") == "签名导出"
    assert translator.translate("SignPage", "and %n more", "", 3) == "另有 %n 个"
