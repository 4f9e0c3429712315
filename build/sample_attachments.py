"""Draws every attachment of the sample campaign anew: ``python build/sample_attachments.py``.

The same versions of the libraries give the same bytes, so a run without a change leaves the work tree clean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from sample.pictures import load_pictures, render_picture
from sample.render import render_pdf
from sample.report import load_reports

NOMINATIONS = Path(__file__).resolve().parent.parent / "assets" / "sample" / "nominations"


def attachments() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every attachment as ``<case>/<file>`` and the call that draws it."""
    for report in load_reports():
        yield f"{report.case}/{report.file}", partial(render_pdf, report)
    for picture in load_pictures():
        yield f"{picture.case}/{picture.file}", partial(render_picture, picture)


def main() -> None:
    """Writes all of them below ``assets/sample/nominations`` and says how large each is."""
    for name, draw in attachments():
        path = NOMINATIONS / name
        content = draw()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{len(content):>9}  {name}")


if __name__ == "__main__":
    main()
