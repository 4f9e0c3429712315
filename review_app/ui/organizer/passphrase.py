"""The passphrase of a vault as the window holds it: typed into a field, asked for by the model without waiting."""

from __future__ import annotations

from review_app.model.errors import EnvironmentFailure


class TypedPassphrase:
    """What :class:`~review_app.model.crypto.vault.Unlocker` asks in the window.

    Nobody can be waited for in the window's own thread, so the first asking fails with ``passphrase-needed``; the
    window then shows a field and tries again.
    """

    def __init__(self) -> None:
        self._typed: str | None = None

    def put(self, passphrase: str | None) -> None:
        """Keeps what was typed for the next asking; None forgets it."""
        self._typed = passphrase

    def __call__(self, confirm: bool) -> str:
        """The passphrase; raises EnvironmentFailure ``passphrase-needed`` when none was typed yet."""
        if self._typed is None:
            raise EnvironmentFailure("passphrase-needed")
        return self._typed
