"""The vault: each way to its key, each way to fail, and nothing overwritten or blurted out."""

from __future__ import annotations

import os
import random
import shutil
import stat
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from review_app.model.crypto import age, age_passphrase
from review_app.model.crypto.vault import PASSPHRASE_VARIABLE, Unlocker, Vault, new_vault_id
from review_app.model.errors import EnvironmentFailure, InputError, ReviewError, UsageError
from review_app.model.files import HOME_VARIABLE
from tests.conftest import REPOSITORY

ROUND = "0123456789abcdefghjkmnpqrs"
PASSPHRASE = "正确 horse battery"


@pytest.fixture
def vault_id() -> str:
    return new_vault_id()


@pytest.fixture
def passphrase_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "passphrase.txt"
    file.write_text(PASSPHRASE + "\r\n", encoding="utf-8-sig")  # as Windows' editor saves it
    monkeypatch.setenv(PASSPHRASE_VARIABLE, str(file))
    return file


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(ReviewError) as caught:
        act()
    return caught.value.code


def test_a_key_file_in_the_home_folder(tmp_path: Path, review_app_home: Path, vault_id: str) -> None:
    file = tmp_path / "vault.age"
    made = Vault.create(file, vault_id, Unlocker())
    secrets_made = made.add_round(ROUND)
    opened = Vault.open(file, vault_id, Unlocker())
    assert opened.organizer_seed() == made.organizer_seed()
    assert opened.round_secrets(ROUND) == secrets_made
    key = review_app_home / "keys" / f"{vault_id}.key"
    if os.name == "posix":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700
    assert code_of(lambda: opened.round_secrets("0" * 26)) == "vault-lacks-round"


@pytest.mark.skipif(shutil.which("age") is None, reason="the age command is not installed")
def test_the_age_command_opens_a_vault(tmp_path: Path, review_app_home: Path, vault_id: str) -> None:
    file = tmp_path / "vault.age"
    Vault.create(file, vault_id, Unlocker()).add_round(ROUND)
    key = review_app_home / "keys" / f"{vault_id}.key"
    opened = subprocess.run(["age", "-d", "-i", str(key), str(file)], capture_output=True, check=True)
    assert opened.stdout.startswith(b'{"format":"vault/0","organizer_seed":"')


def test_a_passphrase_file_comes_before_the_home_folder(
    tmp_path: Path, review_app_home: Path, passphrase_file: Path, vault_id: str
) -> None:
    file = tmp_path / "vault.age"
    made = Vault.create(file, vault_id, Unlocker())
    assert not (review_app_home / "keys").exists()
    assert Vault.open(file, vault_id, Unlocker()).organizer_seed() == made.organizer_seed()
    assert age.needs_passphrase(file.read_bytes())


def test_a_wrong_passphrase_changes_nothing(tmp_path: Path, passphrase_file: Path, vault_id: str) -> None:
    file = tmp_path / "vault.age"
    Vault.create(file, vault_id, Unlocker())
    before = file.read_bytes()
    passphrase_file.write_text("wrong horse", encoding="utf-8")
    assert code_of(lambda: Vault.open(file, vault_id, Unlocker())) == "wrong-passphrase"
    assert file.read_bytes() == before


def test_an_empty_or_missing_passphrase_file(tmp_path: Path, passphrase_file: Path, vault_id: str) -> None:
    file = tmp_path / "vault.age"
    passphrase_file.write_text("\n", encoding="utf-8")
    assert code_of(lambda: Vault.create(file, vault_id, Unlocker())) == "passphrase-empty"
    passphrase_file.unlink()
    assert code_of(lambda: Vault.create(file, vault_id, Unlocker())) == "file-missing"
    assert not file.exists()


def test_without_home_and_keyring_a_person_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vault_id: str
) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    file, asked = tmp_path / "vault.age", list[bool]()

    def ask(confirm: bool) -> str:
        asked.append(confirm)
        return PASSPHRASE

    made = Vault.create(file, vault_id, Unlocker(ask))
    assert Vault.open(file, vault_id, Unlocker(ask)).organizer_seed() == made.organizer_seed()
    assert asked == [True, False]
    with pytest.raises(EnvironmentFailure, match="passphrase-needed"):
        Vault.open(file, vault_id, Unlocker())
    with pytest.raises(UsageError, match="passphrase-empty"):
        Vault.open(file, vault_id, Unlocker(lambda _: ""))


def test_with_nobody_to_ask_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vault_id: str
) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    with pytest.raises(EnvironmentFailure, match="keyring-missing"):
        Vault.create(tmp_path / "vault.age", vault_id, Unlocker())
    assert list(tmp_path.iterdir()) == []


def test_a_lost_key(tmp_path: Path, review_app_home: Path, vault_id: str) -> None:
    file = tmp_path / "vault.age"
    Vault.create(file, vault_id, Unlocker())
    before = file.read_bytes()
    key = review_app_home / "keys" / f"{vault_id}.key"
    whole = key.read_bytes()
    key.write_bytes(whole[:40])
    assert code_of(lambda: Vault.open(file, vault_id, Unlocker())) == "vault-key-damaged"
    key.write_text(age.new_identity()[0], encoding="ascii")
    assert code_of(lambda: Vault.open(file, vault_id, Unlocker())) == "vault-damaged"
    key.unlink()
    assert code_of(lambda: Vault.open(file, vault_id, Unlocker())) == "vault-key-missing"
    key.write_bytes(whole)
    Vault.open(file, vault_id, Unlocker())
    assert file.read_bytes() == before


def test_no_second_vault_over_the_first(tmp_path: Path, vault_id: str) -> None:
    file = tmp_path / "vault.age"
    Vault.create(file, vault_id, Unlocker())
    before = file.read_bytes()
    assert code_of(lambda: Vault.create(file, new_vault_id(), Unlocker())) == "file-exists"
    assert file.read_bytes() == before
    file.unlink()
    assert code_of(lambda: Vault.open(file, vault_id, Unlocker())) == "vault-missing"


def test_a_change_that_fails_leaves_the_vault_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vault_id: str
) -> None:
    file = tmp_path / "vault.age"
    vault = Vault.create(file, vault_id, Unlocker())
    before = file.read_bytes()

    def no_space(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    assert code_of(lambda: vault.add_round(ROUND)) == "disk-full"
    monkeypatch.undo()
    assert file.read_bytes() == before
    assert code_of(lambda: vault.round_secrets(ROUND)) == "vault-lacks-round"
    assert [path.name for path in tmp_path.iterdir()] == ["vault.age"]


def test_every_changed_byte_is_noticed(tmp_path: Path, vault_id: str) -> None:
    file = tmp_path / "vault.age"
    Vault.create(file, vault_id, Unlocker()).add_round(ROUND)
    whole = file.read_bytes()
    chance = random.Random(29)
    places = [*range(0, 250), *chance.sample(range(250, len(whole)), 150)]
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        file.write_bytes(changed)
        assert code_of(lambda: Vault.open(file, vault_id, Unlocker())) in (
            "vault-damaged",
            "passphrase-needed",
        )
        assert file.read_bytes() == changed
    for length in (0, 20, 60, 150, 200, len(whole) - 1):
        file.write_bytes(whole[:length])
        assert code_of(lambda: Vault.open(file, vault_id, Unlocker())) == "vault-damaged"


def test_changed_bytes_under_a_passphrase(tmp_path: Path, passphrase_file: Path, vault_id: str) -> None:
    file = tmp_path / "vault.age"
    Vault.create(file, vault_id, Unlocker())
    whole = file.read_bytes()
    payload = whole.index(b"\n---") + 60
    for place, expected in (
        (3, {"vault-damaged"}),
        (40, {"wrong-passphrase", "vault-damaged"}),
        (payload, {"vault-damaged"}),
        (len(whole) - 1, {"vault-damaged"}),
    ):
        changed = bytearray(whole)
        changed[place] ^= 1
        file.write_bytes(changed)
        assert code_of(lambda: Vault.open(file, vault_id, Unlocker())) in expected, place


def test_a_monstrous_work_factor_is_refused_at_once(
    tmp_path: Path, passphrase_file: Path, vault_id: str
) -> None:
    file = tmp_path / "vault.age"
    file.write_bytes(age_passphrase.seal(b"{}", PASSPHRASE, 10).replace(b" 10\n", b" 23\n"))
    assert code_of(lambda: Vault.open(file, vault_id, Unlocker())) == "work-factor-too-large"


def test_another_content_is_no_vault(tmp_path: Path, passphrase_file: Path, vault_id: str) -> None:
    file = tmp_path / "vault.age"
    file.write_bytes(age_passphrase.seal(b'{"format":"vault/0","organizer_seed":"c2VjcmV0"}', PASSPHRASE, 10))
    with pytest.raises(InputError, match="vault-damaged") as caught:
        Vault.open(file, vault_id, Unlocker())
    assert "c2VjcmV0" not in "".join(traceback.format_exception(caught.value))


def test_secrets_are_not_shown(tmp_path: Path, vault_id: str) -> None:
    vault = Vault.create(tmp_path / "vault.age", vault_id, Unlocker())
    made = vault.add_round(ROUND)
    for shown in (repr(made), str(made), f"{vault!r}", repr(vars(vault)), repr([made])):
        assert "AGE-SECRET-KEY" not in shown
        assert vault.organizer_seed().hex() not in shown
    assert "SECRET" not in repr(vault._content) and vault._content.organizer_seed not in repr(vault._content)


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 200_000])
def test_own_passphrase_files_open_elsewhere(size: int) -> None:
    plaintext = random.Random(size).randbytes(size)
    sealed = age_passphrase.seal(plaintext, PASSPHRASE, 10)
    assert age.unseal_with_passphrase(sealed, PASSPHRASE, "test") == plaintext


def test_the_work_factor_is_that_of_the_age_command() -> None:
    assert b" 18\n" in age_passphrase.seal(b"x", PASSPHRASE)[:120]


def run_child(act: str, file: Path, vault_id: str, wrapper: list[str] | None = None, **variables: str) -> str:
    environment = {
        name: value for name, value in os.environ.items() if name not in (HOME_VARIABLE, PASSPHRASE_VARIABLE)
    }
    environment.pop("PYTHON_KEYRING_BACKEND", None)
    environment |= {"PYTHONPATH": str(REPOSITORY), **variables}
    script = [sys.executable, str(Path(__file__).with_name("vault_child.py")), act, str(file), vault_id]
    done = subprocess.run(
        [*(wrapper or []), *script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        cwd=file.parent,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.strip().splitlines()[-1]


@pytest.mark.parametrize("backend", ["fail", "null"])
def test_backends_that_keep_nothing(tmp_path: Path, vault_id: str, backend: str) -> None:
    name = f"keyring.backends.{backend}.Keyring"
    said = run_child("create", tmp_path / "vault.age", vault_id, PYTHON_KEYRING_BACKEND=name)
    assert said == "error keyring-missing 4"
    assert list(tmp_path.iterdir()) == []


def test_a_backend_that_raises(tmp_path: Path, vault_id: str) -> None:
    (tmp_path / "sulking.py").write_text(
        "import keyring.backend\n"
        "class Keyring(keyring.backend.KeyringBackend):\n"
        "    priority = 1\n"
        "    def get_password(self, service, username): raise OSError('the service has gone')\n"
        "    def set_password(self, service, username, password): raise OSError('the service has gone')\n"
        "    def delete_password(self, service, username): raise OSError('the service has gone')\n",
        encoding="utf-8",
    )
    path = os.pathsep.join([str(REPOSITORY), str(tmp_path)])
    variables = {"PYTHON_KEYRING_BACKEND": "sulking.Keyring", "PYTHONPATH": path}
    said = run_child("create", tmp_path / "vault.age", vault_id, **variables)
    assert said == "error keyring-missing 4"
    assert not (tmp_path / "vault.age").exists()


@pytest.mark.xdist_group("secret-service")
@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="no dbus-run-session or gnome-keyring-daemon here",
)
def test_a_real_secret_service(tmp_path: Path) -> None:
    """The key lies in a Secret Service; a second session with the same one finds it, an empty one does not."""
    vault_id, file = new_vault_id(), tmp_path / "vault" / "vault.age"
    file.parent.mkdir()
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    unlock = tmp_path / "session.sh"
    unlock.write_text(
        "printf '%s' secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1\nexec \"$@\"\n",
        encoding="utf-8",
    )
    wrapper = ["dbus-run-session", "--", "sh", str(unlock)]

    def said(act: str, home: str) -> str:
        (tmp_path / home).mkdir(exist_ok=True)
        variables = {"HOME": str(tmp_path / home), "XDG_RUNTIME_DIR": str(runtime)}
        return run_child(act, file, vault_id, wrapper, **variables)

    made = said("create", "one")
    assert made.startswith("ok ")
    assert said("open", "one") == made
    assert said("open", "two") == "error vault-key-missing 3"
    assert run_child("open", file, vault_id, PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring") == (
        "error keyring-missing 4"
    )
    assert [path.name for path in file.parent.iterdir()] == ["vault.age"]
