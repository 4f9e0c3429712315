"""A desktop of its own for a test: an X display, a window manager, a session bus, and the program running there."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from PySide6.QtCore import QLibraryInfo

from tests.conftest import REPOSITORY

TOOLS = ("Xvfb", "xdotool", "openbox", "dbus-daemon")


def _missing() -> list[str]:
    """Commands that aren't installed, and the library that Qt's way to an X server looks for in vain."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    plugin = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / "libqxcb.so"
    if plugin.exists():
        try:
            ctypes.CDLL(str(plugin))
        except OSError as failure:
            missing.append(str(failure).split(":")[0])
    return missing


MISSING = _missing()
PATIENCE = 60.0
"""Seconds; the machine may be busy."""
LOOK = 0.02
"""Seconds between two looks."""


def wait_for(what: Callable[[], object], why: str | Callable[[], str], patience: float = PATIENCE) -> object:
    """Asks until there is an answer."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if answer := what():
            return answer
        time.sleep(LOOK)
    raise AssertionError(why if isinstance(why, str) else why())


@dataclass
class Screen:
    """A display of its own, with what a person can do there."""

    environment: dict[str, str]

    def xdotool(self, *arguments: str) -> str:
        """One call of xdotool."""
        result = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, timeout=PATIENCE
        )
        return result.stdout.strip()

    def window(self, title: str) -> str:
        """Waits for a visible window with this title, gives it the focus, and returns its id."""
        found = wait_for(
            lambda: self.xdotool("search", "--onlyvisible", "--name", title),
            lambda: f"no window {title!r}: {self.titles()}",
        )
        window = str(found).splitlines()[-1]
        self.xdotool("windowactivate", "--sync", window)
        return window

    def titles(self) -> list[str]:
        """Titles of all visible windows, for a message."""
        windows = self.xdotool("search", "--onlyvisible", "--name", ".").split()
        return [self.xdotool("getwindowname", window) for window in windows]

    def keys(self, *keys: str, delay: int = 60) -> None:
        """Presses keys one after the other, ``delay`` milliseconds apart."""
        self.xdotool("key", "--delay", str(delay), *keys)

    def type(self, text: str, delay: int = 30) -> None:
        """Types text, ``delay`` milliseconds a letter."""
        self.xdotool("type", "--delay", str(delay), text)


@contextlib.contextmanager
def a_screen(home: Path) -> Iterator[Screen]:
    """Starts display, window manager and session bus, and ends them."""
    # Not below pytest's folder: a socket's path has 107 bytes at most.
    with tempfile.TemporaryDirectory(prefix="ra") as runtime, contextlib.ExitStack() as running:
        os.chmod(runtime, 0o700)
        display = _said(
            running,
            ["Xvfb", "-displayfd", "{fd}", "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            dict(os.environ),
        )
        environment = {
            **os.environ,
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "REVIEW_APP_HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "XDG_RUNTIME_DIR": runtime,
            "XDG_CACHE_HOME": runtime,
        }
        environment.pop("WAYLAND_DISPLAY", None)
        environment["DBUS_SESSION_BUS_ADDRESS"] = _said(
            running,
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={fd}"],
            environment,
        )
        running.enter_context(_process(["openbox"], environment))
        yield Screen(environment)


def _said(running: contextlib.ExitStack, command: Sequence[str], environment: dict[str, str]) -> str:
    """Starts a server that writes its name to a descriptor when it is ready; returns that."""
    reading, writing = os.pipe()
    filled = [part.replace("{fd}", str(writing)) for part in command]
    running.enter_context(_process(filled, environment, pass_fds=[writing]))
    os.close(writing)
    with os.fdopen(reading) as answer:
        name = answer.readline().strip()
    assert name, f"{command[0]} did not start"
    return name


@contextlib.contextmanager
def _process(
    command: Sequence[str], environment: dict[str, str], pass_fds: Sequence[int] = ()
) -> Iterator[None]:
    process = subprocess.Popen(
        command,
        env=environment,
        pass_fds=pass_fds,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


@dataclass
class Beats:
    """What the heartbeat inside the program saw: seconds from its first beat to its last, how many, and the longest
    silences as (seconds after the first beat, seconds of silence), longest first."""

    seconds: float
    count: int
    gaps: list[tuple[float, float]]

    @property
    def longest(self) -> float:
        """Seconds of the longest silence."""
        return self.gaps[0][1]


class Program:
    """The program on a screen, with a heartbeat in its window's thread and, where there is strace, the system calls
    by which it and its children could reach a network.

    It is started by its own ``main``; the heartbeat is a timer that beats once the event loop is entered
    (:mod:`tests.ui.desktop.witnessed`).
    """

    def __init__(
        self, screen: Screen, folder: Path, arguments: Sequence[str], *, trace: bool = False
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._beats, self.trace = folder / "beats.json", folder / "calls.txt"
        self._errors: IO[bytes] = (folder / "stderr.txt").open("w+b")
        watched = [sys.executable, "-m", "tests.ui.desktop.witnessed", str(self._beats), *arguments]
        if trace:
            calls = "trace=socket,connect,bind"
            watched = ["strace", "-f", "--seccomp-bpf", "-e", calls, "-o", str(self.trace), *watched]
        self.process = subprocess.Popen(watched, cwd=REPOSITORY, env=screen.environment, stderr=self._errors)

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *failure: object) -> None:
        if isinstance(failure[1], BaseException):
            failure[1].add_note(
                f"the program: status {self.process.poll()}, said {self.complaints[-2000:]!r}"
            )
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self._errors.close()

    def ended(self) -> int:
        """Waits for the end; its exit status."""
        return self.process.wait(PATIENCE)

    @property
    def complaints(self) -> str:
        """What it wrote to standard error."""
        self._errors.flush()
        return Path(self._errors.name).read_text("utf-8", "replace")

    @property
    def beats(self) -> Beats:
        """The heartbeat's account; only after the end."""
        found = json.loads(self._beats.read_text("utf-8"))
        return Beats(found["seconds"], found["count"], [(at, gap) for at, gap in found["gaps"]])
