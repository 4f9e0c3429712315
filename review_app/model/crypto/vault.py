"""The organizer's secrets in one age file, ``vault.age``, and where the key to it is kept.

What opens a vault, in this order: the passphrase in the file that ``REVIEW_APP_PASSPHRASE_FILE`` names; a
key file in the home folder that ``REVIEW_APP_HOME`` names; a key in the system's own store of secrets; a
passphrase asked of a person.  A vault keeps the kind of key it was made with: the age header says which.
There is no other way in.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.crypto import age, age_passphrase
from review_app.model.crypto.keys import b64u, b64u_decode, new_seed
from review_app.model.errors import EnvironmentFailure, InputError, UsageError
from review_app.model.files import (
    HOME_VARIABLE,
    ensure_folder,
    os_errors,
    read_limited,
    taking_place_of,
    write_atomically,
)

PASSPHRASE_VARIABLE = "REVIEW_APP_PASSPHRASE_FILE"
KEYRING_SERVICE = "review-app"
VAULT_LIMIT = 4 << 20

AskPassphrase = Callable[[bool], str]
"""Asks a person; the argument says whether it is a new passphrase, to be typed twice."""

_WHAT = "vault.age"
_MAGIC = b"age-encryption.org/v1\n-> "
_VAULT_ID = re.compile(r"[0-9a-f]{32}")


class RoundSecrets(Record, frozen=True):
    """Secrets of one round: the age identity the package is sealed to, and those that sheets are sealed to,
    innermost first."""

    round_id: str
    package_identity: str
    sealing_identities: list[str]

    def __repr__(self) -> str:
        return f"RoundSecrets(round_id={self.round_id!r})"


class VaultContent(Record, frozen=True):
    """The plaintext of ``vault.age``."""

    format: Literal["vault/0"]
    organizer_seed: str
    rounds: list[RoundSecrets]

    def __repr__(self) -> str:
        return f"VaultContent(rounds={len(self.rounds)})"


class VaultKey(Protocol):
    """What seals and opens a vault."""

    def seal(self, plaintext: bytes) -> bytes:
        """``plaintext`` as an age file."""
        ...

    def unseal(self, ciphertext: bytes) -> bytes:
        """The plaintext, or InputError ``wrong-passphrase`` or ``vault-damaged``."""
        ...


class PassphraseKey:
    """A passphrase; it stays in memory as long as the vault is open, because every change is sealed with
    it."""

    def __init__(self, passphrase: str) -> None:
        self._passphrase = passphrase

    @property
    def passphrase(self) -> str:
        """The passphrase itself, for a recovery kit."""
        return self._passphrase

    def seal(self, plaintext: bytes) -> bytes:
        """``plaintext`` under the passphrase."""
        return age_passphrase.seal(plaintext, self._passphrase)

    def unseal(self, ciphertext: bytes) -> bytes:
        """The plaintext.  Raises InputError ``wrong-passphrase``, ``work-factor-too-large`` or
        ``vault-damaged``."""
        try:
            return age.unseal_with_passphrase(ciphertext, self._passphrase, _WHAT)
        except InputError as failure:
            # Only the recipient stanza depends on the passphrase; all other failures are damage.
            if failure.code != "wrong-passphrase" or str(failure.__cause__) == "Decryption failed":
                raise
            raise InputError("vault-damaged", name=_WHAT) from failure


class IdentityKey:
    """An age identity."""

    def __init__(self, identity: str) -> None:
        self._identity = identity
        self._recipient = age.recipient_of(identity)

    @property
    def identity(self) -> str:
        """The identity itself, for a recovery kit and for what is sealed to it."""
        return self._identity

    def seal(self, plaintext: bytes) -> bytes:
        """``plaintext`` to the identity's recipient."""
        return age.seal(plaintext, [self._recipient])

    def unseal(self, ciphertext: bytes) -> bytes:
        """The plaintext, or InputError ``vault-damaged``: the key is the one kept for this vault."""
        try:
            return age.unseal(ciphertext, self._identity, _WHAT)
        except InputError as failure:
            raise InputError("vault-damaged", name=_WHAT) from failure


class Unlocker:
    """Finds or makes the key of a vault on this computer.  ``ask_passphrase`` is None where nobody can be
    asked; ``home`` is a folder that keeps the keys whatever the environment says (the sample campaign has one)."""

    def __init__(self, ask_passphrase: AskPassphrase | None = None, *, home: Path | None = None) -> None:
        self._ask = ask_passphrase
        self._own_home = home

    @property
    def _home(self) -> Path | None:
        override = os.environ.get(HOME_VARIABLE)
        return self._own_home or (Path(override) if override else None)

    @property
    def keeps_files(self) -> bool:
        """Whether keys lie in a folder here, and not in the system's own store."""
        return self._home is not None

    def new_key(self, vault_id: str) -> VaultKey:
        """A fresh key, kept durably where the next start will look for it.

        Raises UsageError ``passphrase-empty``, EnvironmentFailure ``keyring-missing`` when there is
        neither a place to keep a key nor anybody to ask.
        """
        file = os.environ.get(PASSPHRASE_VARIABLE)
        if file and self._own_home is None:
            return PassphraseKey(_passphrase_in(Path(file)))
        identity, _ = age.new_identity()
        if home := self._home:
            _write_key(_key_file(home, vault_id), identity)
            return IdentityKey(identity)
        try:
            _store_in_keyring(vault_id, identity)
        except EnvironmentFailure:
            if self._ask is None:
                raise
            return PassphraseKey(_checked(self._ask(True)))
        return IdentityKey(identity)

    def keep(self, vault_id: str, identity: str) -> None:
        """Keeps a key that came from elsewhere where the next start will look for it, in place of one that is there.

        Raises EnvironmentFailure ``keyring-missing`` where there is no place to keep it.
        """
        if home := self._home:
            file = _key_file(home, vault_id)
            ensure_folder(file.parent)
            with os_errors(file), taking_place_of(file) as beside:
                _write_key(beside, identity)
        else:
            _store_in_keyring(vault_id, identity)

    def key_for(self, ciphertext: bytes, vault_id: str) -> VaultKey:
        """The key that the header of ``ciphertext`` asks for.

        Raises EnvironmentFailure ``passphrase-needed``, ``keyring-missing``, ``keyring-locked``; InputError
        ``vault-key-missing`` (it was never here, or is lost), ``vault-key-damaged``, ``vault-damaged``.
        """
        if not ciphertext.startswith((_MAGIC + b"scrypt ", _MAGIC + b"X25519 ")):
            raise InputError("vault-damaged", name=_WHAT)
        if age.needs_passphrase(ciphertext):
            return PassphraseKey(self.passphrase())
        return self.kept(vault_id)

    def kept(self, vault_id: str) -> IdentityKey:
        """The key that this computer keeps for a vault.

        Raises InputError ``vault-key-missing``, ``vault-key-damaged``; EnvironmentFailure ``keyring-missing``,
        ``keyring-locked``.
        """
        if home := self._home:
            file_of_key = _key_file(home, vault_id)
            if not file_of_key.exists():
                raise InputError("vault-key-missing", key=file_of_key.name)
            identity = read_limited(file_of_key, 4096).decode("ascii", "replace").strip()
        else:
            identity = _read_from_keyring(vault_id)
        try:
            return IdentityKey(identity)
        except InputError:
            raise InputError("vault-key-damaged", key=_key_name(vault_id)) from None

    def passphrase(self) -> str:
        """A passphrase from the file that the environment names, or asked of a person.

        Raises EnvironmentFailure ``passphrase-needed``, UsageError ``passphrase-empty``.
        """
        if file := os.environ.get(PASSPHRASE_VARIABLE):
            return _passphrase_in(Path(file))
        if self._ask is None:
            raise EnvironmentFailure("passphrase-needed")
        return _checked(self._ask(False))


class Vault:
    """An open vault.  Every change is on disk when its method returns; a failure leaves the file as it
    was."""

    def __init__(self, path: Path, key: VaultKey, content: VaultContent) -> None:
        self.read_only = False
        """Whether changes are refused: the workspace is only looked at."""
        self._path = path
        self._key = key
        self._content = content

    @classmethod
    def create(cls, path: Path, vault_id: str, unlocker: Unlocker) -> Vault:
        """A new vault with a fresh organizer key at ``path``.  Raises UsageError ``file-exists`` and what
        :meth:`Unlocker.new_key` raises."""
        if path.exists():
            raise UsageError("file-exists", name=path.name)
        vault = cls(path, unlocker.new_key(vault_id), VaultContent("vault/0", b64u(new_seed()), []))
        vault._write(vault._content)
        return vault

    @classmethod
    def open(cls, path: Path, vault_id: str, unlocker: Unlocker) -> Vault:
        """Opens the vault at ``path``; nothing is written.

        Raises InputError ``vault-missing``, ``vault-damaged``, ``wrong-passphrase`` and what
        :meth:`Unlocker.key_for` raises.
        """
        ciphertext = sealed_vault(path)
        key = unlocker.key_for(ciphertext, vault_id)
        return cls(path, key, _content_of(key.unseal(ciphertext)))

    @classmethod
    def open_with(cls, path: Path, key: VaultKey) -> Vault:
        """Opens the vault at ``path`` with a key from elsewhere; nothing is written.

        Raises InputError ``vault-missing``, ``vault-damaged``, ``wrong-passphrase``.
        """
        return cls(path, key, _content_of(key.unseal(sealed_vault(path))))

    @property
    def key(self) -> VaultKey:
        """What opens it, for a recovery kit."""
        return self._key

    def organizer_seed(self) -> bytes:
        """The Ed25519 seed that signs for the organizer."""
        return b64u_decode(self._content.organizer_seed, _WHAT)

    def round_secrets(self, round_id: str) -> RoundSecrets:
        """The secrets of a round; raises InputError ``vault-lacks-round``."""
        for found in self._content.rounds:
            if found.round_id == round_id:
                return found
        raise InputError("vault-lacks-round", round=round_id)

    def add_round(self, round_id: str) -> RoundSecrets:
        """Makes and keeps the secrets of a new round: a package identity and one sealing identity."""
        made = RoundSecrets(round_id, age.new_identity()[0], [age.new_identity()[0]])
        self._write(msgspec.structs.replace(self._content, rounds=[*self._content.rounds, made]))
        return made

    def _write(self, content: VaultContent) -> None:
        if self.read_only:
            raise UsageError("workspace-read-only")
        plaintext = canonical.encode(content)
        ciphertext = self._key.seal(plaintext)
        if self._key.unseal(ciphertext) != plaintext:
            raise EnvironmentFailure("disk-failed", name=_WHAT, reason="read back differently")
        write_atomically(self._path, ciphertext)
        self._content = content


def sealed_vault(path: Path) -> bytes:
    """The bytes of the vault's file; raises InputError ``vault-missing``."""
    if not path.exists():
        raise InputError("vault-missing", name=path.name)
    return read_limited(path, VAULT_LIMIT)


def new_vault_id() -> str:
    """32 random hex digits: what the key is kept under."""
    return os.urandom(16).hex()


def _content_of(plaintext: bytes) -> VaultContent:
    try:
        content = canonical.decode(plaintext, VaultContent, _WHAT)
        if len(b64u_decode(content.organizer_seed, _WHAT)) != 32:
            raise InputError("malformed", what=_WHAT)
        for secrets_of_round in content.rounds:
            for identity in (secrets_of_round.package_identity, *secrets_of_round.sealing_identities):
                age.recipient_of(identity)
    except InputError:
        # Without the cause: a parser's message may quote what it read.
        raise InputError("vault-damaged", name=_WHAT) from None
    return content


def _passphrase_in(file: Path) -> str:
    try:
        text = read_limited(file, 4096).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("text-encoding", name=file.name, line=1) from None
    return _checked(text.rstrip("\r\n"))


def _checked(passphrase: str) -> str:
    if not passphrase:
        raise UsageError("passphrase-empty")
    return passphrase


def _key_name(vault_id: str) -> str:
    if not _VAULT_ID.fullmatch(vault_id):
        raise InputError("malformed", what="vault id")
    return f"{vault_id}.key"


def _key_file(home: Path, vault_id: str) -> Path:
    return home / "keys" / _key_name(vault_id)


def _write_key(file: Path, identity: str) -> None:
    """The key in a file that nobody else may read from its first moment on (where the system knows
    owners)."""
    ensure_folder(file.parent)
    with os_errors(file):
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(file, flags, stat.S_IRUSR | stat.S_IWUSR), "wb") as handle:
            handle.write(f"{identity}\n".encode("ascii"))
            handle.flush()
            os.fsync(handle.fileno())
    if read_limited(file, 4096).decode("ascii").strip() != identity:
        raise EnvironmentFailure("disk-failed", name=file.name, reason="read back differently")


def _store_in_keyring(vault_id: str, identity: str) -> None:
    """Keeps the key in the system's store and reads it back: a null backend takes everything and keeps
    nothing."""
    import keyring  # here, because it looks for a backend (D-Bus, Credential Manager) as it is imported

    try:
        keyring.set_password(KEYRING_SERVICE, _key_name(vault_id), identity)
        kept = keyring.get_password(KEYRING_SERVICE, _key_name(vault_id))
    except Exception as failure:  # backends raise whatever their system says
        raise EnvironmentFailure("keyring-missing") from failure
    if kept != identity:
        raise EnvironmentFailure("keyring-missing")


def _read_from_keyring(vault_id: str) -> str:
    import keyring
    import keyring.errors

    try:
        kept = keyring.get_password(KEYRING_SERVICE, _key_name(vault_id))
    except keyring.errors.NoKeyringError as failure:
        raise EnvironmentFailure("keyring-missing") from failure
    except Exception as failure:  # locked, refused by its owner, or its service has gone
        raise EnvironmentFailure("keyring-locked") from failure
    if kept is None:
        raise InputError("vault-key-missing", key=_key_name(vault_id))
    return kept
