"""Archives changed in one thing and signed again with the organizer's real key, and the code that must name the thing.

Used for every implementation of the check: a :class:`Changed` has the whole file.  What is changed stands in
:mod:`tests.changes`.  ``python -m tests.archives_changed FOLDER`` writes the real archive, all changed ones, and
``expected.json`` (file name to code) into a folder.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from review_app.model import canonical
from review_app.model.result.archive import ArchiveHeader
from review_app.model.terms import new_round_id
from tests.changes import agreed, counted, refused, sheets, stated
from tests.forger import Forger, Published, publish, replace, sealed


@dataclass(frozen=True)
class Changed:
    """An archive changed in the thing that ``name`` says.  ``code`` is the finding that has to name it, or, with
    ``refused``, the error that does; ``params`` are parameters it has to have."""

    name: str
    data: bytes
    code: str
    refused: bool = False
    params: dict[str, object] = field(default_factory=dict)


def changed_archives(published: Published) -> Iterator[Changed]:
    """More than 500 of them, each changed in one thing."""
    for kind in (sheets, counted, agreed, stated):
        for name, change, code, params in kind.changes(published):
            forger = Forger(published)
            change(forger)
            yield Changed(name, forger.archive(), code, params=params)
    for name, change, code in refused.changes(published):
        forger = Forger(published)
        change(forger)
        yield Changed(name, forger.archive(), code, refused=True)
    forger = Forger(published)
    header = canonical.decode(forger.parts["header.json"], ArchiveHeader, "x")
    other = new_round_id()
    forger.parts["header.json"] = canonical.encode(replace(header, round_id=other))
    forger.archive()
    data = sealed(forger.parts, other, published.round_.organizer_seed)
    yield Changed("the round in header and seal", data, "round-differs", params={"part": "header.json"})


def main(folder: Path) -> None:
    """Writes the real archive, the changed ones and what is expected of each."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as box:
        published = publish(Path(box))
    (folder / "real.results").write_bytes(published.archive)
    expected = {}
    for number, each in enumerate(changed_archives(published)):
        name = f"{number:03d}.results"
        (folder / name).write_bytes(each.data)
        expected[name] = {
            "name": each.name,
            "code": each.code,
            "refused": each.refused,
            "params": each.params,
        }
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
