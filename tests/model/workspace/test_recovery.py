"""The recovery kit end to end: the PDF's code scanned by another program, or typed by hand, brings the key back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from review_app.model.crypto import recovery as kits
from review_app.model.crypto.base32 import decode_number
from review_app.model.crypto.vault import Unlocker
from review_app.model.errors import InputError, ReviewError
from review_app.model.publish.recovery_kit import KitSheet, render_kit
from review_app.model.workspace import Workspace
from review_app.model.workspace.keeping import bring_back, keep
from review_app.model.workspace.recovery import NewKit
from tests.model.publish.conftest import qr_codes, tool

__all__ = ["qr_codes", "tool"]


@pytest.fixture
def kit(workspace: Workspace) -> NewKit:
    made = workspace.recovery.prepare()
    workspace.recovery.note_made(made)
    return made


@pytest.fixture
def elsewhere(kit: NewKit, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace copied to a computer that has never seen its key."""
    workspace.close()
    shutil.copytree(workspace.folder, tmp_path / "moved")
    monkeypatch.setenv("REVIEW_APP_HOME", str(tmp_path / "new-home"))
    return tmp_path / "moved"


def code_of(failure: pytest.ExceptionInfo[ReviewError]) -> str:
    return failure.value.code


def test_scanned_from_the_page(
    kit: NewKit, elsewhere: Path, qr_codes: Callable[[bytes, int], list[str]]
) -> None:
    (scanned,) = qr_codes(kit.pdf(), 150)
    with Workspace.open(elsewhere) as moved:
        with pytest.raises(InputError, match="vault-key-missing"):
            moved.unlock()
        assert moved.nominations.ids() == ["alpha", "beta", "gamma"]  # what needs no secret can be read
        moved.recovery.recover(scanned.encode(), kit.passphrase)
        moved.unlock()
        moved.verify_log()
    with Workspace.open(elsewhere) as again:
        again.unlock()
        assert again.log.lines()[-1].act == "vault-key-recovered"


def test_typed_from_the_page(kit: NewKit, elsewhere: Path, tool: Callable[..., str]) -> None:
    text = tool("pdftotext", kit.pdf(), "-layout", "{}", "-")
    printed = "".join(text.split())
    assert all(row.replace("-", "") in printed for row in kit.rows)
    typed = "\n".join(row.lower().replace("-", " ").replace("0", "o").replace("1", "l") for row in kit.rows)
    with Workspace.open(elsewhere) as moved:
        moved.recovery.recover(typed.encode(), kit.passphrase.lower().replace("-", "　"))
        moved.unlock()


def test_from_the_file_of_the_page(kit: NewKit, elsewhere: Path) -> None:
    with Workspace.open(elsewhere) as moved:
        moved.recovery.recover(kit.pdf(), kit.passphrase)
        moved.unlock()


def test_with_the_key_still_there_and_damaged(
    kit: NewKit, workspace: Workspace, review_app_home: Path
) -> None:
    (key,) = (review_app_home / "keys").iterdir()
    for content in (key.read_text("ascii"), "nonsense"):
        key.write_text(content, "ascii")
        workspace.recovery.recover("\n".join(kit.rows).encode(), kit.passphrase)
        workspace.close()
        workspace = Workspace.open(workspace.folder)
        workspace.unlock()
    workspace.close()
    assert [path.name for path in key.parent.iterdir()] == [key.name]


def test_nothing_of_the_passphrase_is_on_paper(kit: NewKit, tool: Callable[..., str]) -> None:
    pdf, bare = kit.pdf(), kit.passphrase.replace("-", "")
    text = tool("pdftotext", pdf, "{}", "-")
    for where in (pdf, text.encode(), kit.text().encode(), kit.code.encode()):
        assert kit.passphrase.encode() not in where and bare.encode() not in where
    assert "AGE-SECRET-KEY" not in text
    assert kit.passphrase not in repr(kit)
    assert len(tool("pdfinfo", pdf, "{}").split("Pages:")[1].split()[0]) == 1
    assert kit.pdf() == pdf


def test_any_age_program_opens_the_rows(kit: NewKit, workspace: Workspace) -> None:
    sealed = b""
    for row in kit.rows:
        symbols = row.replace("-", "")[:-2]
        size = len(symbols) * 5 // 8
        sealed += (decode_number(symbols) >> (len(symbols) * 5 - size * 8)).to_bytes(size, "big")
    plaintext = pyrage.passphrase.decrypt(sealed, kit.passphrase)
    assert plaintext[1:17].hex() == workspace.campaign.get().vault_id and len(plaintext) == 49


def test_every_typing_error_is_named_by_its_row(kit: NewKit) -> None:
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    rows = [row.replace("-", "") for row in kit.rows]
    for number, row in enumerate(rows, start=1):
        for place in range(0, len(row), 5):
            other = alphabet[(alphabet.index(row[place]) + 1 + place) % 32]
            wrong = row[:place] + other + row[place + 1 :]
            with pytest.raises(InputError) as refused:
                kits.parse_kit("\n".join([*rows[: number - 1], wrong, *rows[number:]]).encode())
            assert code_of(refused) == "kit-row" and refused.value.params["row"] == number
    with pytest.raises(InputError, match="kit-row"):
        kits.parse_kit("\n".join([rows[1], rows[0], *rows[2:]]).encode())
    with pytest.raises(InputError, match="kit-incomplete"):
        kits.parse_kit("\n".join(rows[:-1]).encode())


@pytest.mark.parametrize("junk", [b"", b"\xff\xfe", b"%PDF-1.4 nothing", b"\n" * 50, b"A\n" * 500])
def test_what_is_no_kit(junk: bytes) -> None:
    with pytest.raises(InputError) as refused:
        kits.parse_kit(junk)
    assert code_of(refused) in ("kit-not-found", "kit-row")


def test_the_passphrase_is_checked_before_anything_is_tried(kit: NewKit) -> None:
    symbols = kit.passphrase.replace("-", "")
    other = "Z" if symbols[3] != "Z" else "Y"
    for typed, code in (
        (symbols[:3] + other + symbols[4:], "kit-passphrase-check"),
        (symbols[:-1], "kit-passphrase-length"),
        (symbols[:-1] + "口", "kit-passphrase-symbol"),
    ):
        with pytest.raises(InputError) as refused:
            kits.parse_passphrase(typed)
        assert code_of(refused) == code


def test_a_passphrase_of_another_kit(kit: NewKit, workspace: Workspace) -> None:
    with pytest.raises(InputError, match="kit-wrong-passphrase"):
        workspace.recovery.check(kit, kits.new_passphrase())
    workspace.recovery.check(kit, kit.passphrase.lower())


def test_a_kit_of_another_workspace(kit: NewKit, tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "other", "T", "E", []) as other:
        lines = len(other.log.lines())
        with pytest.raises(InputError, match="kit-other-workspace"):
            other.recovery.recover(kit.code.encode(), kit.passphrase)
        assert len(other.log.lines()) == lines


def test_a_vault_under_a_passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "passphrase.txt"
    file.write_text("一句口令", "utf-8")
    monkeypatch.setenv("REVIEW_APP_PASSPHRASE_FILE", str(file))
    with Workspace.create(tmp_path / "ws", "T", "E", []) as workspace:
        kit = workspace.recovery.prepare()
    monkeypatch.delenv("REVIEW_APP_PASSPHRASE_FILE")
    with Workspace.open(tmp_path / "ws") as workspace:
        recovered = workspace.recovery.recover(kit.code.encode(), kit.passphrase)
        assert recovered.passphrase == "一句口令" and "一句" not in repr(recovered)
        workspace.unlock()


def test_a_long_name_and_a_long_key_take_a_second_page(
    tool: Callable[..., str], qr_codes: Callable[[bytes, int], list[str]]
) -> None:
    content = kits.KitContent("ab" * 16, passphrase="六个随机的词胜过一个聪明的词 " * 6)
    passphrase = kits.new_passphrase()
    sealed = kits.seal_kit(content, passphrase)
    sheet = KitSheet(
        "很长的评选名称" * 25, "E", "AAAA-BBBB", tuple(kits.kit_rows(sealed)), kits.qr_text(sealed)
    )
    pdf = render_kit(sheet)
    assert tool("pdfinfo", pdf, "{}").split("Pages:")[1].split()[0] == "2"
    text = "".join(tool("pdftotext", pdf, "{}", "-").split())
    assert text.endswith("proveswhoserowitwas.")
    assert kits.open_kit(kits.parse_kit(qr_codes(pdf, 200)[0].encode()), passphrase) == content


def test_the_page_says_that_a_backup_counts_as_the_folder_and_it_does(
    tool: Callable[..., str], tmp_path: Path
) -> None:
    """Page, passphrase and an old backup, with neither the computer nor the folder, open what is sealed."""
    with Workspace.create(
        tmp_path / "ws", "T", "E", [], unlocker=Unlocker(home=tmp_path / "home")
    ) as workspace:
        kit = workspace.recovery.prepare()
        keep(workspace, tmp_path / "old.campaignbackup")
    text = "".join(tool("pdftotext", kit.pdf(), "{}", "-").split())
    assert "任何一份备份，无论多旧，都等于文件夹" in text
    assert "Anybackup,howeverold,countsasthefolder" in text
    elsewhere = Unlocker(home=tmp_path / "elsewhere")
    opened = kits.open_kit(kits.parse_kit(kit.code.encode()), kit.passphrase)
    bring_back(tmp_path / "old.campaignbackup", tmp_path / "back", elsewhere, kit=opened)
    with Workspace.open(tmp_path / "back", elsewhere) as found:
        found.unlock()


def test_a_reminder_until_it_is_made(workspace: Workspace) -> None:
    assert workspace.recovery.made == ""
    kit = workspace.recovery.prepare()
    assert workspace.recovery.made == ""
    workspace.recovery.note_made(kit)
    assert workspace.recovery.made == workspace.log.lines()[-1].time
    assert workspace.log.lines()[-1].details == {"kit": kit.number}
