"""The locks: exact, hashed, free of addresses, and installable from wheels alone where the experts are."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.conftest import REPOSITORY

LOCKS = sorted((REPOSITORY / "build").glob("requirements*.lock"))
RUNTIME = REPOSITORY / "build" / "requirements.lock"

# Python and the platforms as uv names them: Windows on x86-64, Apple silicon, and Debian 12's glibc.
PLATFORMS = {
    "win_amd64": "x86_64-pc-windows-msvc",
    "macosx_arm64": "aarch64-apple-darwin",
    "linux_x86_64": "x86_64-manylinux_2_36",
}
NO_NETWORK = ("dns error", "tcp connect error", "operation timed out")


def entries(lock: Path) -> list[tuple[Requirement, list[str]]]:
    """Each requirement of a lock with its hashes."""
    joined = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    result = []
    for line in joined.splitlines():
        if line and not line.startswith("#"):
            requirement, *hashes = re.split(r"\s+--hash=", line)
            result.append((Requirement(requirement.strip()), [value.strip() for value in hashes]))
    return result


def uv() -> str:
    beside_python = Path(sys.executable).with_name("uv")
    found = str(beside_python) if beside_python.exists() else shutil.which("uv")
    assert found, "uv belongs to the development environment"
    return found


def dry_install(lock: Path, platform: str, python: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What uv would install from ``lock`` for another system: only wheels, only with the locked hashes."""
    return subprocess.run(
        [
            *(
                uv(),
                "--system-certs",
                "pip",
                "install",
                "--dry-run",
                "--no-deps",
                "--require-hashes",
                "--only-binary",
                ":all:",
            ),
            *(
                "--python",
                sys.executable,
                "--target",
                str(folder / "target"),
                "--cache-dir",
                str(folder / "cache"),
            ),
            *("--python-platform", platform, "--python-version", python, "--requirement", str(lock)),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with a cache, once the package index answers; skips where there is no network."""
    folder = tmp_path_factory.mktemp("uv")
    name, hashes = next((r, h) for r, h in entries(RUNTIME) if r.name == "bech32")
    (folder / "one.lock").write_text(f"{name} " + " ".join(f"--hash={value}" for value in hashes) + "\n")
    probe = dry_install(folder / "one.lock", "x86_64-manylinux_2_36", "3.11", folder)
    if probe.returncode != 0 and any(sign in probe.stderr for sign in NO_NETWORK):
        pytest.skip("no package index can be reached")
    assert probe.returncode == 0, probe.stderr
    return folder


def test_the_four_locks_are_there() -> None:
    assert [lock.name for lock in LOCKS] == [
        "requirements-build.lock",
        "requirements-dev.lock",
        "requirements-dist.lock",
        "requirements.lock",
    ]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_entry_is_exact_and_hashed(lock: Path) -> None:
    for requirement, hashes in entries(lock):
        assert re.fullmatch(r"==[0-9][0-9a-z.!+]*", str(requirement.specifier)), requirement
        assert requirement.url is None
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes), requirement


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_no_address_and_no_local_path(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    for line in text.splitlines():
        assert "://" not in line and "@ " not in line, line
        assert not re.search(r"--(index-url|extra-index-url|find-links|trusted-host|default-index)", line), (
            line
        )
        assert not re.search(r"(^|\s)(\.{0,2}/|[A-Za-z]:\\|~)", line.replace(" \\", "")), line


def test_one_version_in_all_locks() -> None:
    """A package that several locks name has the same versions in each, so that they install side by side."""
    seen: dict[tuple[str, str], str] = {}
    for lock in LOCKS:
        for requirement, _ in entries(lock):
            key = requirement.name, str(requirement.marker)
            assert seen.setdefault(key, str(requirement.specifier)) == str(requirement.specifier), key


def test_every_dependency_is_locked_within_its_range() -> None:
    """``make lock`` was run after the last change of pyproject.toml."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked: dict[str, list[Version]] = {}
    for requirement, _ in entries(RUNTIME):
        version = Version(str(requirement.specifier).removeprefix("=="))
        locked.setdefault(requirement.name.lower(), []).append(version)
    for text in project["dependencies"]:
        wanted = Requirement(text)
        versions = locked.get(wanted.name.lower(), [])
        assert versions, f"{wanted.name} is not locked: make lock"
        assert all(wanted.specifier.contains(version) for version in versions), f"{wanted}: make lock"


def test_qt_is_the_essentials_below_6_12() -> None:
    """6.12.0 aborts Python 3.11 after some thousand paints; the Addons would triple the frozen program."""
    for lock in LOCKS:
        names = {requirement.name.lower(): requirement for requirement, _ in entries(lock)}
        assert not {"pyside6", "pyside6-addons", "pyqt6", "pyqt5"} & set(names), lock.name
        for name in {"pyside6-essentials", "shiboken6"} & set(names):
            version = Version(str(names[name].specifier).removeprefix("=="))
            assert Version("6.10.3") <= version < Version("6.12"), names[name]
    assert any(requirement.name == "pyside6-essentials" for requirement, _ in entries(RUNTIME))


@pytest.mark.network
@pytest.mark.xdist_group("package-index")
@pytest.mark.parametrize("python", ["3.11", "3.13"])
@pytest.mark.parametrize("system", PLATFORMS)
def test_resolves_to_wheels(system: str, python: str, index: Path) -> None:
    result = dry_install(RUNTIME, PLATFORMS[system], python, index)
    assert result.returncode == 0, result.stderr
    planned = set(re.findall(r"^ \+ (\S+?)==", result.stderr, re.MULTILINE))
    environment = {"python_full_version": f"{python}.0", "python_version": python, "sys_platform": "linux"}
    if system == "win_amd64":
        environment |= {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"}
    elif system == "macosx_arm64":
        environment |= {"sys_platform": "darwin", "platform_system": "Darwin", "platform_machine": "arm64"}
    expected = {r.name for r, _ in entries(RUNTIME) if r.marker is None or r.marker.evaluate(environment)}
    assert planned == expected
    assert "pyside6-essentials" in planned


@pytest.mark.network
@pytest.mark.xdist_group("package-index")
def test_a_system_without_wheels_is_noticed(index: Path) -> None:
    """The check above can fail: several packages have no wheels for 32-bit Windows."""
    result = dry_install(RUNTIME, "i686-pc-windows-msvc", "3.11", index)
    assert result.returncode != 0
    assert "building from source is disabled" in result.stderr or "no wheels" in result.stderr
