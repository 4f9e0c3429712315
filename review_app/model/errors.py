"""One closed tree of errors: a stable code plus parameters, never a translated sentence.

The sentences (what happened, what to do next) lie in ``assets/texts/errors_*.toml``, one entry a code in each language;
a test holds both files and :data:`CODES` together.  Parameters are shown to people, so they carry no secret, and text
from outside goes through :func:`review_app.model.text.visible` before it is shown.
"""

from __future__ import annotations

from typing import ClassVar


class ReviewError(Exception):
    """Base of every expected failure.

    ``code`` is stable and part of the command line contract; ``params`` fill the placeholders of the sentence.
    """

    exit_status: ClassVar[int] = 3

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}({details})" if details else self.code


class UsageError(ReviewError):
    """The request itself makes no sense (wrong verb order, unknown case id, count of zero)."""

    exit_status = 2


class InputError(ReviewError):
    """A file or text from outside is damaged, forged, foreign or of another round."""

    exit_status = 3


class EnvironmentFailure(ReviewError):
    """The computer can't do it now: disk full, no permission, no keyring, store in use."""

    exit_status = 4
