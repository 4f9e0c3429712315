"""A vault in a process of its own: ``vault_child.py create|open FILE ID`` prints a thumbprint or an error."""

from __future__ import annotations

import sys
from pathlib import Path

from review_app.model.crypto.keys import public_of, thumbprint
from review_app.model.crypto.vault import Unlocker, Vault
from review_app.model.errors import ReviewError


def main() -> None:
    act, file, vault_id = sys.argv[1:]
    try:
        vault = (Vault.create if act == "create" else Vault.open)(Path(file), vault_id, Unlocker())
    except ReviewError as failure:
        print("error", failure.code, failure.exit_status)
    else:
        print("ok", thumbprint(public_of(vault.organizer_seed())))


main()
