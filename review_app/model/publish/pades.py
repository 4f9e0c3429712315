"""A PAdES signature over a certificate PDF, by a certificate of the organizer's own (PKCS #12); for who has one.

The statement in the page speaks for its fields; only this speaks for the page itself.  It needs pyHanko, which doesn't
come with the program (``pip install review-app[pades]``).  The signature is invisible: nothing is drawn.  It holds the
time of signing, so that signed files are never the same bytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any, Literal

from review_app.model.errors import EnvironmentFailure, InputError
from review_app.model.text import visible

P12_LIMIT = 1 << 20
FIELD = "Organizer"


@dataclass(frozen=True)
class PadesCheck:
    """A signature over a PDF: it holds, is broken, or wasn't checked (pyHanko isn't installed, or the file is another
    program's).  ``signer`` is what the signing certificate calls its holder, ``fingerprint`` its SHA-256 (hex); whose
    certificate that is, and whether it is still valid, is not asked."""

    state: Literal["holds", "broken", "unchecked"]
    signer: str = ""
    fingerprint: str = ""


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


def check_pades(content: bytes) -> PadesCheck:
    """Whether the signature over ``content``, which has just one, covers the whole file and holds."""
    try:
        _pyhanko()
    except EnvironmentFailure:
        return PadesCheck("unchecked")
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    try:
        (signature,) = PdfFileReader(io.BytesIO(content)).embedded_regular_signatures
        certificate = signature.signer_cert
        # the certificate vouches for itself only: who may be trusted isn't known here, and nothing is fetched
        known = ValidationContext(trust_roots=[certificate], allow_fetching=False)
        status = validate_pdf_signature(signature, known)
        whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
        if not (status.intact and status.valid and whole):
            return PadesCheck("broken")
        return PadesCheck(
            "holds",
            visible(str(certificate.subject.human_friendly), 200),
            bytes(certificate.sha256).hex(),
        )
    except Exception:  # what pyHanko can't follow doesn't hold
        return PadesCheck("broken")


def _pyhanko() -> Any:
    try:
        from pyhanko.sign import signers
    except ImportError as failure:
        raise EnvironmentFailure("pades-missing") from failure
    return signers
