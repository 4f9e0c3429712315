"""Asks a frozen executable, by its hidden first argument, to draw the first page of a PDF file.

Usage: python build/try_pdf_child.py EXECUTABLE FILE.pdf     (exit status 0 when a picture came back)
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from review_app.ui.render_wire import DOCUMENT, HEADER, IMAGE, IMAGE_HEAD, OPENED, PAGE, PAGE_REQUEST

WIDTH = 300


def main(executable: str, file: str) -> int:
    document = Path(file).read_bytes()
    with subprocess.Popen(
        [executable, "--pdf-child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdin and child.stdout
        for kind, payload in ((DOCUMENT, document), (PAGE, PAGE_REQUEST.pack(0, WIDTH))):
            child.stdin.write(HEADER.pack(len(payload) + 1, kind[0]) + payload)
        child.stdin.flush()
        for expected in (OPENED, IMAGE):
            length, kind = HEADER.unpack(child.stdout.read(HEADER.size))
            payload = child.stdout.read(length - 1)
            if kind != expected[0]:
                print(f"{executable}: answered {kind:#x} instead of {expected!r}", file=sys.stderr)
                return 1
        child.stdin.close()
        _, width, height = IMAGE_HEAD.unpack(payload[: IMAGE_HEAD.size])
        return 0 if width == WIDTH and len(payload) == IMAGE_HEAD.size + 4 * width * height else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
