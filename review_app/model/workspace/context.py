"""What every table group of one open workspace stands on."""

from __future__ import annotations

from pathlib import Path

from review_app.model.crypto.keys import checked_public
from review_app.model.crypto.vault import Unlocker, Vault
from review_app.model.workspace.blobs import Blobs
from review_app.model.workspace.campaign import CampaignTable
from review_app.model.workspace.db import Database
from review_app.model.workspace.edits import Edits
from review_app.model.workspace.log import Log

DATABASE_NAME = "campaign.sqlite"
PRINTING_NOTE = ".cards.part"
"""Lies beside it while cards are printed (:mod:`review_app.model.publish.card_traces`); a backup leaves out what is
called like this."""
VAULT_NAME = "vault.age"
FILES_NAME = "files"


class Context:
    """The open parts of a workspace.  The vault is opened when a secret is needed for the first time:
    looking at nominations asks nobody for a passphrase, and works when the key is lost."""

    def __init__(self, folder: Path, db: Database, unlocker: Unlocker, vault: Vault | None = None) -> None:
        self.folder = folder
        self.read_only = db.read_only
        self.db = db
        self.log = Log(db)
        self.edits = Edits(db, self.log)
        self.blobs = Blobs(folder / FILES_NAME, read_only=db.read_only)
        self.campaign = CampaignTable(db, self.edits)
        self.unlocker = unlocker
        """Where keys are looked for and kept on this computer."""
        self._vault = vault

    @property
    def vault(self) -> Vault:
        """The open vault; raises what :meth:`Vault.open` raises."""
        if self._vault is None:
            self.use(Vault.open(self.vault_file, self.campaign.get().vault_id, self.unlocker))
            assert self._vault is not None
        return self._vault

    @property
    def vault_file(self) -> Path:
        """Where the vault lies."""
        return self.folder / VAULT_NAME

    def use(self, vault: Vault) -> None:
        """Goes on with an opened vault."""
        vault.read_only = self.read_only
        self._vault = vault

    @property
    def organizer_public(self) -> bytes:
        """The organizer's 32-byte public signing key."""
        return checked_public(self.campaign.get().organizer_key, "campaign")
