"""The command line as somebody uses it: real processes, or the same entry function in this one where that is enough."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from review_app import cli

PROGRAM = [sys.executable, "-m", "review_app"]
LAST_LINE = re.compile(r"error\[([a-z0-9-]+)\]: \S")


@dataclass(frozen=True)
class Answer:
    """What a run said.  :func:`checked` has held it against the contract."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The JSON document on stdout."""
        return json.loads(self.out)

    @property
    def code(self) -> str:
        """The stable code of the last line of stderr, or nothing."""
        lines = self.err.splitlines()
        found = LAST_LINE.match(lines[-1]) if lines else None
        return found[1] if found else ""

    def done(self) -> Answer:
        """This answer, which is one of success."""
        assert self.status == 0, (self.status, self.out[-2000:], self.err)
        return self

    def refused(self, code: str, status: int = 3) -> Answer:
        """This answer, which is a refusal with this code."""
        assert (self.code, self.status) == (code, status), (self.status, self.out[-2000:], self.err)
        return self


def checked(answer: Answer, arguments: Sequence[object]) -> Answer:
    """Holds an answer against what every verb promises (CLI.md): statuses, the last line, JSON alone, no traceback."""
    everything = answer.out + answer.err
    assert answer.status in (0, 1, 2, 3, 4), (answer.status, everything)
    assert "Traceback" not in everything and 'File "' not in everything, everything
    assert "Exception ignored" not in everything, everything
    assert answer.code != "internal", everything
    if answer.status in (3, 4):
        assert answer.code, everything
    else:
        assert answer.status == 2 or not answer.code, everything
    as_json = "--json" in arguments and "--help" not in arguments
    if as_json and (answer.status in (0, 1) or answer.out):
        assert isinstance(json.loads(answer.out), dict), answer.out
    return answer


def environment(**changes: str | None) -> dict[str, str]:
    """This process's environment with changes; None takes a variable away."""
    merged: dict[str, str | None] = {**os.environ, **changes}
    return {name: value for name, value in merged.items() if value is not None}


def start(
    *arguments: object,
    env: Mapping[str, str] | None = None,
    typed: str | bytes = "",
    prefix: Sequence[str] = (),
    timeout: float = 120,
    **more: Any,
) -> Answer:
    """Runs the program as a process of its own; ``prefix`` comes before it on the command line."""
    done = subprocess.run(
        [
            *prefix,
            *PROGRAM,
            *(argument if isinstance(argument, bytes) else str(argument) for argument in arguments),
        ],
        input=typed.encode() if isinstance(typed, str) else typed,
        capture_output=True,
        env=dict(env) if env is not None else None,
        timeout=timeout,
        check=False,
        **{"cwd": REPOSITORY, **more},
    )
    answer = Answer(done.returncode, _text(done.stdout), _text(done.stderr))
    return checked(answer, arguments)


def call(*arguments: object, env: Mapping[str, str] | None = None, typed: str = "") -> Answer:
    """Runs a verb in this process: the same function, without the half second a new interpreter takes."""
    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.dict(os.environ, env or {}),
        _standard_input(typed),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        status = cli.main([str(argument) for argument in arguments])
    return checked(Answer(status, out.getvalue(), err.getvalue()), arguments)


@contextlib.contextmanager
def _standard_input(typed: str) -> Iterator[None]:
    with mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8")):
        yield


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape").replace(os.linesep, "\n")


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` with its content, for comparing before and after."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


REPOSITORY = Path(__file__).resolve().parent.parent.parent
