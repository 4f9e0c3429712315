"""A ballot card remembered in the system's own store of secrets, only when its holder asks for it.

Every write is read back: a null back end stores nothing and says nothing (THREATS 29).  A back end that keeps secrets
in plain files is no store of secrets and is not used.
"""

from __future__ import annotations

from review_app.model.crypto.ballot_card import BallotCard, parse_card
from review_app.model.errors import EnvironmentFailure, InputError

SERVICE = "review-app ballot card"


def can_remember() -> bool:
    """Whether this computer has a store of secrets worth the name.  Asks nobody and writes nothing."""
    import keyring  # slow to import, and needed by few
    from keyring.backends import chainer, fail, null

    backend = keyring.get_keyring()
    parts = list(backend.backends) if isinstance(backend, chainer.ChainerBackend) else [backend]
    kept_away = ("keyrings.alt",)
    return any(
        not isinstance(part, fail.Keyring | null.Keyring) and not type(part).__module__.startswith(kept_away)
        for part in parts
    )


def remember(round_id: str, thumbprint: str, card: BallotCard) -> None:
    """Keeps ``card`` for the round of this organizer, and reads it back.

    Raises EnvironmentFailure ``card-not-remembered`` or ``keyring-failed``; no message carries the card.
    """
    import keyring
    from keyring.errors import KeyringError

    if not can_remember():
        raise EnvironmentFailure("card-not-remembered")
    name = _name(round_id, thumbprint)
    try:
        keyring.set_password(SERVICE, name, card.printed())
        kept = keyring.get_password(SERVICE, name)
    except (KeyringError, OSError, RuntimeError):
        raise EnvironmentFailure("keyring-failed") from None
    if kept != card.printed():
        raise EnvironmentFailure("keyring-failed")


def recall(round_id: str, thumbprint: str) -> BallotCard | None:
    """The card remembered for the round of this organizer; None when there is none or the store won't say."""
    import keyring
    from keyring.errors import KeyringError

    try:
        kept = keyring.get_password(SERVICE, _name(round_id, thumbprint)) if can_remember() else None
        return parse_card(kept) if kept else None
    except (KeyringError, OSError, RuntimeError, InputError):
        return None


def forget(round_id: str, thumbprint: str) -> None:
    """Removes the card; one that isn't there is as good as removed.  Raises EnvironmentFailure ``keyring-failed``."""
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    if not can_remember():
        return
    try:
        keyring.delete_password(SERVICE, _name(round_id, thumbprint))
    except PasswordDeleteError:
        return
    except (KeyringError, OSError, RuntimeError):
        raise EnvironmentFailure("keyring-failed") from None


def _name(round_id: str, thumbprint: str) -> str:
    return f"{round_id}.{thumbprint}"
