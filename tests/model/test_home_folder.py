"""Where local state lies: the rule of our own for Linux says what platformdirs says."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from review_app.model.files import HOME_VARIABLE, home_folder

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")


@linux
@pytest.mark.parametrize("data", [None, "", "/srv/data", "/srv/with space ", "relative/data", "~/data"])
@pytest.mark.parametrize("home", [None, "/home/someone", "", "relative", "/"])
def test_the_data_folder_is_that_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, data: str | None, home: str | None
) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    for variable, value in (("XDG_DATA_HOME", data), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    assert home_folder() == Path(platformdirs.user_data_dir("review-app", appauthor=False))


def test_the_variable_goes_before_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert home_folder() == tmp_path
