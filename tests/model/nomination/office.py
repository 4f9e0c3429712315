"""The real LibreOffice, for tests: saves what we made as its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from review_app.model.nomination.office import office_program

needs_office = pytest.mark.skipif(not office_program(), reason="LibreOffice (soffice) is not installed")
FILTERS = {
    "docx": "docx:MS Word 2007 XML",
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "odt": "odt:writer8",
    # Comma, quotation mark, GB18030 (85), from line 1, all cells as text.
    "csv": "csv:Text - txt - csv (StarCalc):44,34,85,1,,0,false,true,false",
}


def save_as(file: Path, kind: str, folder: Path, infilter: str = "") -> Path:
    """``file`` opened by LibreOffice and saved as ``kind`` into ``folder``."""
    command = [
        office_program(),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        *([f"--infilter={infilter}"] if infilter else []),
        "--convert-to",
        FILTERS[kind],
        "--outdir",
        str(folder),
        str(file),
    ]
    subprocess.run(command, check=True, timeout=180, capture_output=True)
    return folder / f"{file.stem}.{kind}"
