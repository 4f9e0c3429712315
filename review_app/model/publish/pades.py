"""A PAdES signature over a certificate PDF, by a certificate of the organizer's own (PKCS #12); for who has one.

The statement in the page speaks for its fields; only this speaks for the page itself.  It needs pyHanko, which doesn't
come with the program (``pip install review-app[pades]``).  The signature is invisible: nothing is drawn.  It holds the
time of signing, so that signed files are never the same bytes.
"""

from __future__ import annotations

import io
from typing import Any

from review_app.model.errors import EnvironmentFailure, InputError
from review_app.model.text import visible

P12_LIMIT = 1 << 20
FIELD = "Organizer"


def pades_signer(p12: bytes, passphrase: str, name: str = "p12") -> Any:
    """What signs by the key and certificate in ``p12``.

    Raises EnvironmentFailure ``pades-missing`` (pyHanko isn't installed), InputError ``p12-unreadable`` (damaged, no
    key in it, or another passphrase) with ``name``.
    """
    signers = _pyhanko()
    try:
        signer = signers.SimpleSigner.load_pkcs12_data(p12, other_certs=[], passphrase=passphrase.encode())
    except Exception as failure:  # pyHanko lets through what the ASN.1 below it stumbles over
        raise InputError("p12-unreadable", name=visible(name)) from failure
    if signer is None or signer.signing_cert is None:
        raise InputError("p12-unreadable", name=visible(name))
    return signer


def sign_pades(content: bytes, signer: Any) -> bytes:
    """``content`` with a signature over all of it (PAdES baseline B), appended: the page's own bytes stay."""
    signers = _pyhanko()
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter

    about = signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )
    written = signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(content)), about, signer=signer)
    result: bytes = written.getvalue()
    return result


def _pyhanko() -> Any:
    try:
        from pyhanko.sign import signers
    except ImportError as failure:
        raise EnvironmentFailure("pades-missing") from failure
    return signers
