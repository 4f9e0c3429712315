"""``verify.html``: the modules of ``assets/verify`` joined into one page that needs nothing but itself.

Each module becomes a function of its own, in the order in which they need each other, so what a reader finds in the
page is what lies in the folder.  The policy in its head forbids every request and every script and style but these
two, by their digests.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tomllib
from functools import cache
from pathlib import Path

from review_app.model.files import asset_path

_FOLDER = "verify"
_MAIN = "page"
_IMPORT = re.compile(r"^import \{([^}]*)\} from '\./([a-z0-9-]+)\.js';\n", re.M)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) ([A-Za-z0-9_]+))", re.M)
_SHARED = re.compile(r"finding-|findings-next$|state-")


@cache
def verify_page() -> bytes:
    """The page, UTF-8.  The same assets give the same bytes."""
    folder = asset_path(_FOLDER)
    script = f"\n'use strict';\n(() => {{\n{''.join(_joined(folder, _MAIN, set()))}}})();\n"
    style = f"\n{_read(folder / 'page.css')}"
    if "</script" in script or "</style" in style:
        raise ValueError("the sources would end their element")
    policy = (
        f"default-src 'none'; script-src {_source(script)}; style-src {_source(style)}; "
        "base-uri 'none'; form-action 'none'"
    )
    page = _read(folder / "page.html")
    for name, content in (
        ("policy", policy),
        ("style", style),
        ("texts", _program_texts()),
        ("script", script),
    ):
        page = page.replace("{{" + name + "}}", content, 1)
    return page.encode("utf-8")


def _read(path: Path) -> str:
    return path.read_text("utf-8").replace("\r\n", "\n")


def _source(content: str) -> str:
    """A source expression for inline content (Content Security Policy Level 3, section 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode('utf-8')).digest()).decode('ascii')}'"


def _joined(folder: Path, name: str, done: set[str]) -> list[str]:
    """The module ``name`` after all that it imports, each as a function that hands out what it exports."""
    if name in done:
        return []
    done.add(name)
    source = _read(folder / f"{name}.js")
    before = [part for _, needed in _IMPORT.findall(source) for part in _joined(folder, needed, done)]
    exported = _EXPORT.findall(source)
    body = _EXPORT.sub("", _IMPORT.sub(_taken, source))
    if re.search(r"^(import|export)\b", body, re.M):
        raise ValueError(f"{name}.js imports or exports in a way that can't be joined")
    returned = f"return {{ {', '.join(exported)} }};\n" if exported else ""
    return [
        *before,
        f"\n/* ---- {name}.js ---- */\nconst {_variable(name)} = (() => {{\n{body}{returned}}})();\n",
    ]


def _taken(found: re.Match[str]) -> str:
    names = re.sub(r"(\w+) as (\w+)", r"\1: \2", " ".join(found[1].split()).rstrip(","))
    return f"const {{ {names} }} = {_variable(found[2])};\n"


def _variable(name: str) -> str:
    return f"module_{name.replace('-', '_')}"


def _program_texts() -> str:
    """What the program says of findings, states and equal scores, by language, as JSON that can stand inside an
    element."""
    texts = {
        language: {
            key: text
            for key, text in tomllib.loads(_read(asset_path(f"texts/cli_{language}.toml"))).items()
            if _SHARED.match(key)
        }
        | _tie_texts(language)
        for language in ("zh", "en")
    }
    return json.dumps(texts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).replace(
        "<", "\\u003c"
    )


def _tie_texts(language: str) -> dict[str, str]:
    """The sentences of :mod:`review_app.model.publish.tie_words`."""
    texts = tomllib.loads(_read(asset_path(f"results/common_{language}.toml")))
    return {f"tie-{key}": text for key, text in texts["ties"].items()} | {"tie-comma": texts["comma"]}
