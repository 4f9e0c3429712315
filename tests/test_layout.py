"""The fixed layout: every part there, every part kept by git, nothing beside it."""

from __future__ import annotations

import subprocess

import pytest

from tests.conftest import REPOSITORY

FILES = [
    "pyproject.toml",
    "Makefile",
    "README.md",
    ".ci/run",
    ".gitignore",
    "build/setup.sh",
    "build/lock.sh",
    "build/freeze.sh",
    "build/pyinstaller.spec",
    "build/requirements.lock",
    "docs/developer.md",
    "review_app/__main__.py",
]
FOLDERS = ["review_app", "assets", "tests", "benchmarks", "docs", "build", ".ci"]
TOP_LEVEL = {name.split("/")[0] for name in FILES} | set(FOLDERS)

pytestmark = pytest.mark.skipif(
    not (REPOSITORY / ".git").exists(), reason="a source archive has no git to ask"
)


def git(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", "-c", f"safe.directory={REPOSITORY}", *arguments],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("name", FILES)
def test_file_is_there(name: str) -> None:
    assert (REPOSITORY / name).is_file()


@pytest.mark.parametrize("name", FOLDERS)
def test_folder_is_there(name: str) -> None:
    assert (REPOSITORY / name).is_dir()


def test_nothing_of_the_layout_is_ignored() -> None:
    inside = [
        f"{folder}/new-file{suffix}"
        for folder in FOLDERS
        for suffix in ("", ".py", ".toml", ".lock", ".spec")
    ]
    result = git("check-ignore", "--no-index", "--verbose", *FILES, *FOLDERS, *inside)
    assert (result.returncode, result.stdout, result.stderr) == (1, "", "")


def test_no_tracked_file_is_ignored() -> None:
    result = git("ls-files", "--cached", "--ignored", "--exclude-standard")
    assert (result.returncode, result.stdout) == (0, "")


def test_the_top_level_has_nothing_else() -> None:
    result = git("ls-files", "-z")
    assert result.returncode == 0, result.stderr
    tracked = {name.split("/")[0] for name in result.stdout.split("\0") if name}
    assert tracked <= TOP_LEVEL


@pytest.mark.parametrize("name", ["build/setup.sh", "build/lock.sh", "build/freeze.sh", ".ci/run"])
def test_scripts_can_be_run(name: str) -> None:
    result = git("ls-files", "--stage", name)
    assert result.stdout.startswith("100755 "), result.stdout
