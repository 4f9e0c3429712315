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


class Context:
    """The open parts of a workspace.  The vault is opened when a secret is needed for the first time:
    looking at nominations asks nobody for a passphrase, and works when the key is lost."""

    def __init__(self, folder: Path, db: Database, unlocker: Unlocker, vault: Vault | None = None) -> None:
        self.folder = folder
        self.db = db
        self.log = Log(db)
        self.edits = Edits(db, self.log)
        self.blobs = Blobs(folder / "files")
        self.campaign = CampaignTable(db, self.edits)
        self._unlocker = unlocker
        self._vault = vault

    @property
    def vault(self) -> Vault:
        """The open vault; raises what :meth:`Vault.open` raises."""
        if self._vault is None:
            vault_id = self.campaign.get().vault_id
            self._vault = Vault.open(self.folder / "vault.age", vault_id, self._unlocker)
        return self._vault

    @property
    def organizer_public(self) -> bytes:
        """The organizer's 32-byte public signing key."""
        return checked_public(self.campaign.get().organizer_key, "campaign")
