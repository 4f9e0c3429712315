"""A real headless Chromium, driven by the DevTools protocol over a pipe: no port is opened, nothing is downloaded."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import json
import os
import select
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium-headless-shell", "chromium")
PATIENCE = 60.0
"""Seconds until an answer or a condition is given up on."""


def find_chromium() -> str:
    """The program; a test that asks is skipped where there is none."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    pytest.skip("chromium-headless-shell is not installed: the page can't be driven in a browser")


class Tab:
    """One page of a browser.  ``requests`` are the addresses of everything that was asked for, ``messages`` what the
    page or the browser complained about."""

    def __init__(self, browser: Chromium, session: str) -> None:
        self._browser, self._session = browser, session
        self.requests: list[str] = []
        self.messages: list[str] = []
        self._chooser: int | None = None
        for domain in ("Page", "Runtime", "Network", "Log", "DOM"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """One command of the protocol and its answer."""
        return self._browser.call(method, params, self._session)

    def hear(self, event: dict[str, Any]) -> None:
        """Keeps what the tests ask about of an event."""
        method, params = event["method"], event.get("params", {})
        if method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif method in ("Network.webSocketCreated", "Network.webTransportCreated"):
            self.requests.append(params["url"])
        elif method == "Page.fileChooserOpened":
            self._chooser = params["backendNodeId"]
        elif method == "Runtime.exceptionThrown":
            self.messages.append(json.dumps(params["exceptionDetails"])[:2000])
        elif method == "Log.entryAdded":
            self.messages.append(params["entry"]["text"])

    def show(self, file: Path) -> None:
        """Opens a local file and waits until it stands."""
        self.call("Page.navigate", url=file.as_uri())
        self.wait("document.readyState === 'complete' && !!document.querySelector('h1')")

    def ask(self, expression: str) -> Any:
        """The value of an expression in the page."""
        found = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def text(self, selector: str) -> str:
        """The text of the first element that fits, as a reader sees it."""
        return str(self.ask(f"document.querySelector({json.dumps(selector)})?.innerText ?? ''"))

    def wait(self, expression: str) -> None:
        """Waits until an expression is true."""
        until = time.monotonic() + PATIENCE
        while not self.ask(expression):
            assert time.monotonic() < until, (
                f"never true: {expression}; {self.messages}; {self.text('body')[:2000]}"
            )
            time.sleep(0.03)

    def drop(self, file: Path) -> None:
        """Drags a file into the middle of the page and lets it go there."""
        width, height = self.ask("[innerWidth, innerHeight]")
        data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self.call("Input.dispatchDragEvent", type=kind, x=width // 2, y=height // 2, data=data)

    def choose(self, file: Path, open_dialog: Callable[[], None]) -> None:
        """Does what opens the system's dialog of files, and chooses one there."""
        self.call("Page.setInterceptFileChooserDialog", enabled=True)
        self._chooser = None
        open_dialog()
        until = time.monotonic() + PATIENCE
        while self._chooser is None:
            assert time.monotonic() < until, "no dialog was opened"
            self.ask("0")  # events come with answers
        self.call("DOM.setFileInputFiles", files=[str(file)], backendNodeId=self._chooser)

    def press(self, key: str, code: int, text: str = "") -> None:
        """Presses one key and lets it go."""
        for kind in ("keyDown", "keyUp"):
            params = {"key": key, "code": key, "windowsVirtualKeyCode": code}
            self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                **params,
                **({"text": text} if kind == "keyDown" and text else {}),
            )

    def type(self, text: str) -> None:
        """Types into what has the focus."""
        self.call("Input.insertText", text=text)

    def size(self, width: int, height: int, *, dark: bool = False) -> None:
        """Sets the size of the window, and whether the system is dark."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media="", features=[scheme])

    def picture(self, file: Path) -> None:
        """Writes all of the page as PNG."""
        shot = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        file.write_bytes(base64.b64decode(shot["data"]))


class Chromium:
    """A running browser; :meth:`tab` opens pages in it."""

    def __init__(self, scratch: Path, arguments: Sequence[str] = ()) -> None:
        program = find_chromium()
        given = [
            program,
            "--headless",
            "--remote-debugging-pipe",
            f"--user-data-dir={scratch}",
            "--no-first-run",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--hide-scrollbars",
            "--no-sandbox",  # what it shows is our own; its sandbox takes neither root nor every container
            *arguments,
        ]
        ours_in, theirs_out = _pipe()
        theirs_in, ours_out = _pipe()
        with open(os.devnull, "r+b") as nowhere:  # it tells its user about missing buses and cards
            actions = [
                (os.POSIX_SPAWN_DUP2, theirs_in, 3),
                (os.POSIX_SPAWN_DUP2, theirs_out, 4),
                *((os.POSIX_SPAWN_DUP2, nowhere.fileno(), stream) for stream in (0, 1, 2)),
            ]
            environment = os.environ | {"HOME": str(scratch)}
            self.pid = os.posix_spawn(program, given, environment, file_actions=actions, setpgroup=0)
        os.close(theirs_in)
        os.close(theirs_out)
        self._in, self._out = ours_in, ours_out
        self._heard = b""
        self._number = 0
        self._tabs: dict[str, Tab] = {}

    def tab(self, language: str = "zh-CN") -> Tab:
        """A new page in a context of its own, in a browser of that language."""
        context = self.call("Target.createBrowserContext", {})["browserContextId"]
        target = self.call("Target.createTarget", {"url": "about:blank", "browserContextId": context})[
            "targetId"
        ]
        session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        tab = Tab(self, session)
        self._tabs[session] = tab
        tab.call("Emulation.setLocaleOverride", locale=language)
        agent = self.call("Browser.getVersion", {})["userAgent"]
        tab.call("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=language)
        return tab

    def call(self, method: str, params: dict[str, Any], session: str = "") -> dict[str, Any]:
        """Sends a command and returns its answer; what happens meanwhile goes to its tab."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode("utf-8") + b"\0")
        while True:
            heard = self._next()
            if heard.get("id") == self._number:
                assert "error" not in heard, (method, heard["error"])
                result: dict[str, Any] = heard["result"]
                return result
            tab = self._tabs.get(heard.get("sessionId", ""))
            if tab is not None and "method" in heard:
                tab.hear(heard)

    def close(self) -> None:
        """Ends the browser and its children."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._in)
        os.close(self._out)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._heard:
            ready, _, _ = select.select([self._in], [], [], PATIENCE)
            assert ready, "the browser doesn't answer"
            read = os.read(self._in, 1 << 20)
            assert read, "the browser has ended"
            self._heard += read
        first, self._heard = self._heard.split(b"\0", 1)
        found: dict[str, Any] = json.loads(first)
        return found


def _pipe() -> tuple[int, int]:
    """A pipe whose ends are above the numbers that the browser's own take."""
    ends = []
    for end in os.pipe():
        ends.append(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 20))
        os.close(end)
    return ends[0], ends[1]


@contextlib.contextmanager
def running(scratch: Path, arguments: Sequence[str] = ()) -> Iterator[Callable[..., Tab]]:
    """A browser for as long as the block runs; what it yields opens tabs."""
    browser = Chromium(scratch, arguments)
    try:
        yield browser.tab
    finally:
        browser.close()
