"""A whole picture at once, for work that runs in a thread beside the window (printing)."""

from __future__ import annotations

import struct
import subprocess
import threading
import time
from typing import IO

from PySide6.QtGui import QImage

from review_app.ui import render_wire as wire
from review_app.ui.documents.pictures import PictureRefusal, RefusedPicture, checked
from review_app.ui.documents.render_process import TIME_LIMIT, command, environment, picture_in


def decode(
    data: bytes, media_type: str, cancelled: threading.Event | None = None, time_limit: float = TIME_LIMIT
) -> QImage:
    """The picture, upright, decoded in a process of its own; made smaller beyond
    :data:`review_app.ui.render_wire.PIXEL_LIMIT` pixels.

    Blocks until it is there, ``time_limit`` seconds are over or ``cancelled`` is set; not for the window's thread.
    Raises :class:`RefusedPicture`.
    """
    form, _ = checked(data, media_type)
    program, arguments = command()
    variables = environment()
    with subprocess.Popen(
        [program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: variables.value(name) for name in variables.keys()},  # noqa: SIM118 - not a dict
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        over = threading.Event()
        ended_by: list[PictureRefusal] = []
        watch = threading.Thread(
            target=_watch, args=(child, over, cancelled, time_limit, ended_by), daemon=True
        )
        watch.start()
        try:
            assert child.stdin is not None and child.stdout is not None  # both are pipes
            return _asked(child.stdin, child.stdout, bytes([form]) + data)
        except (OSError, ValueError, struct.error):
            reason = ended_by[0] if ended_by else PictureRefusal.DAMAGED
            raise RefusedPicture(reason) from None
        finally:
            over.set()
            watch.join()
            child.kill()


def _asked(requests: IO[bytes], answers: IO[bytes], picture: bytes) -> QImage:
    """Talks to the child; ValueError, OSError or struct.error when it does not answer as it has to."""
    requests.write(wire.frame(wire.PICTURE, picture))
    requests.flush()
    wide, high = wire.PICTURE_SIZE.unpack(_answer(answers, wire.PICTURE))
    if not 0 < wide * high <= wire.PICTURE_PIXELS:
        raise ValueError(wide)
    size = wire.fitted(wide, high, wide)
    requests.write(wire.frame(wire.REGION, wire.REGION_REQUEST.pack(0, 0, wide, high, *size)))
    requests.flush()
    image = picture_in(_answer(answers, wire.IMAGE), 0, QImage.Format.Format_ARGB32_Premultiplied)
    if (image.width(), image.height()) != size:
        raise ValueError(size)
    return image


def _answer(answers: IO[bytes], expected: bytes) -> memoryview:
    length, kind = wire.HEADER.unpack(answers.read(wire.HEADER.size))
    if kind != expected[0] or not 1 <= length <= wire.LONGEST_ANSWER:
        raise ValueError(kind)
    payload = answers.read(length - 1)
    if len(payload) != length - 1:
        raise ValueError(length)
    return memoryview(payload)


def _watch(
    child: subprocess.Popen[bytes],
    over: threading.Event,
    cancelled: threading.Event | None,
    time_limit: float,
    ended_by: list[PictureRefusal],
) -> None:
    """Ends the child when the time is up or nobody wants the picture any more."""
    end = time.monotonic() + time_limit
    while not over.wait(0.05):
        if time.monotonic() > end or (cancelled is not None and cancelled.is_set()):
            ended_by.append(PictureRefusal.SLOW)
            child.kill()
            return
