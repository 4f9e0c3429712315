"""The wheel holds everything, and works in an environment that knows nothing of the source tree."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

pytestmark = pytest.mark.xdist_group("wheel")


def tracked_below(*folders: str) -> list[str]:
    """The files git knows in ``folders``, with slashes."""
    listing = subprocess.run(
        ["git", "-c", f"safe.directory={REPOSITORY}", "ls-files", "-z", "--", *folders],
        cwd=REPOSITORY,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return [name for name in listing.split("\0") if name and (REPOSITORY / name).exists()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    result = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.skipif(not (REPOSITORY / ".git").exists(), reason="a source archive has no git to ask")
def test_holds_every_module_and_every_asset(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
    expected = {
        f"review_app/{name}" if name.startswith("assets/") else name
        for name in tracked_below("review_app", "assets")
    }
    expected |= {f"review_app/assets/guide/guide-{tongue}.md" for tongue in ("zh", "en")}
    assert expected <= inside
    assert {name.split("/")[0] for name in inside} == {"review_app"}


@pytest.mark.network
def test_runs_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    """Installs the runtime lock and the wheel into a new environment, runs the demo, verifies its archive."""
    venv.create(tmp_path / "env", with_pip=True)
    programs = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}

    def run(*command: str | Path, timeout: float = 600) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=timeout
        )

    pip = (programs / "python", "-m", "pip", "--disable-pip-version-check", "install", "-qq")
    lock = REPOSITORY / "build" / "requirements.lock"
    fetched = run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock)
    if "NewConnectionError" in fetched.stderr or "Name or service not known" in fetched.stderr:
        pytest.skip("no package index can be reached")
    assert fetched.returncode == 0, fetched.stderr
    installed = run(*pip, "--no-deps", "--no-index", wheel)
    assert installed.returncode == 0, installed.stderr

    where = run(programs / "python", "-c", "import review_app; print(review_app.__file__)")
    assert Path(where.stdout.strip()).is_relative_to(tmp_path / "env")
    demo = run(programs / "review-app", "demo", "demo-out")
    assert demo.returncode == 0, demo.stderr
    archives = sorted((tmp_path / "demo-out").rglob("*.results"))
    assert [archive.name for archive in archives] == ["sample-proposed.results", "sample.results"]
    for archive in archives:
        verified = run(programs / "review-app", "verify", archive, "--json")
        assert verified.returncode == 0, verified.stdout + verified.stderr
    certificates = list((tmp_path / "demo-out").rglob("*.pdf"))
    assert certificates
