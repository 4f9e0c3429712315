"""The recovery kit of a workspace: made from its vault's key, and the key brought back from it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from review_app.model.crypto import age
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import public_of
from review_app.model.crypto.recovery import (
    KitContent,
    kit_rows,
    new_passphrase,
    open_kit,
    parse_kit,
    parse_passphrase,
    qr_text,
    seal_kit,
)
from review_app.model.crypto.vault import IdentityKey, PassphraseKey, Vault, sealed_vault
from review_app.model.errors import InputError
from review_app.model.workspace.context import Context

MADE = "recovery-kit-made"


@dataclass(frozen=True)
class NewKit:
    """A kit that has been made: what goes on paper, and the passphrase, which is shown once and written by hand."""

    number: str
    rows: tuple[str, ...]
    code: str
    passphrase: str = field(repr=False)
    title: str = ""
    edition: str = ""

    def pdf(self) -> bytes:
        """The page to print; without the passphrase."""
        from review_app.model.publish.recovery_kit import (  # loads what draws: not at every start
            KitSheet,
            render_kit,
        )

        return render_kit(KitSheet(self.title, self.edition, self.number, self.rows, self.code))

    def text(self) -> str:
        """The rows alone, as they are typed."""
        return "\n".join(f"{number:02d}  {row}" for number, row in enumerate(self.rows, start=1)) + "\n"


@dataclass(frozen=True)
class Recovered:
    """What a kit brought back.  ``passphrase`` is the vault's own, where it has one, for its owner to write down;
    empty where the key has been kept on this computer."""

    passphrase: str = field(default="", repr=False)


class Recovery:
    """Kits of one workspace."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def made(self) -> str:
        """When a kit was last noted as made (UTC, ISO 8601), or empty: a reminder is due."""
        times = [line.time for line in self._context.log.lines() if line.act == MADE]
        return times[-1] if times else ""

    @property
    def due(self) -> bool:
        """Whether it is time to remind of a kit: none was made, and there is something real to lose."""
        return not self._context.read_only and not self._context.campaign.get().sample and not self.made

    @property
    def key_kept(self) -> Literal["system", "file", "passphrase"]:
        """Where this computer looks for what opens the vault.  Whether it is there is not tried: that may ask a
        person."""
        try:
            asked = age.needs_passphrase(sealed_vault(self._context.vault_file))
        except InputError:
            asked = False
        if asked:
            return "passphrase"
        return "file" if self._context.unlocker.keeps_files else "system"

    def prepare(self) -> NewKit:
        """A kit under a fresh passphrase; nothing is written.  Raises what opening the vault raises."""
        settings = self._context.campaign.get().settings
        passphrase = new_passphrase()
        sealed = seal_kit(kit_content(self._context), passphrase)
        number = short_form(hashlib.sha256(sealed).hexdigest())[:9]
        rows = tuple(kit_rows(sealed))
        return NewKit(number, rows, qr_text(sealed), passphrase, settings.title, settings.edition)

    def check(self, kit: NewKit, typed: str) -> None:
        """Holds what was written by hand against the kit, by opening it.

        Raises InputError ``kit-passphrase-length``, ``kit-passphrase-symbol``, ``kit-passphrase-check``,
        ``kit-wrong-passphrase``.
        """
        open_kit(parse_kit(kit.code.encode()), parse_passphrase(typed))

    def note_made(self, kit: NewKit) -> None:
        """Writes the log line: the page is there, and its passphrase on paper."""
        self._context.log.append(MADE, {"kit": kit.number})

    def recover(self, kit: bytes, passphrase: str) -> Recovered:
        """Opens the vault with a kit (a text or the PDF) and keeps its key on this computer.

        Raises what :func:`parse_kit`, :func:`parse_passphrase` and :func:`open_kit` raise; InputError
        ``kit-other-workspace``, ``vault-missing``, ``vault-damaged``, ``vault-other``; EnvironmentFailure
        ``keyring-missing``.
        """
        content = open_kit(parse_kit(kit), parse_passphrase(passphrase))
        if content.vault_id != self._context.campaign.get().vault_id:
            raise InputError("kit-other-workspace")
        return self.take_key(content)

    def take_key(self, content: KitContent) -> Recovered:
        """Opens the vault with what a kit held and keeps the key on this computer; see :meth:`recover`."""
        context = self._context
        vault = Vault.open_with(context.vault_file, content.key())
        if public_of(vault.organizer_seed()) != context.organizer_public:
            raise InputError("vault-other")
        if content.identity:
            context.unlocker.keep(content.vault_id, content.identity)
        context.use(vault)
        if not context.read_only:
            context.log.append("vault-key-recovered", {})
        return Recovered(content.passphrase)


def kit_content(context: Context) -> KitContent:
    """What a kit of this workspace holds; opens the vault."""
    key = context.vault.key
    vault_id = context.campaign.get().vault_id
    if isinstance(key, IdentityKey):
        return KitContent(vault_id, identity=key.identity)
    assert isinstance(key, PassphraseKey)
    return KitContent(vault_id, passphrase=key.passphrase)
