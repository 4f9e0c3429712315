"""A PAdES signature over a certificate, checked by pyHanko and by poppler."""

from __future__ import annotations

import datetime
import io
import sys

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from review_app.model.errors import EnvironmentFailure, InputError
from review_app.model.publish.award import awards_in_pdf
from review_app.model.publish.certificate import render_certificates
from review_app.model.publish.pades import pades_signer, sign_pades
from review_app.model.publish.page_words import check_pages
from tests.model.publish.test_award import certificate, statement

PASSPHRASE = "示例口令 3"


def made_identity() -> tuple[bytes, bytes]:
    """A PKCS #12 file of somebody made up, and the certificate in it (DER)."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "示例大学发展研究院")])
    now = datetime.datetime.now(datetime.UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    lock = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    sealed = pkcs12.serialize_key_and_certificates(b"signer", key, made, None, lock)
    return sealed, made.public_bytes(serialization.Encoding.DER)


@pytest.fixture(scope="module")
def identity() -> tuple[bytes, bytes]:
    return made_identity()


def test_the_signature_covers_the_page_and_a_change_breaks_it(identity: tuple[bytes, bytes]) -> None:
    page = render_certificates([certificate(statement())])
    signed = sign_pades(page, pades_signer(identity[0], PASSPHRASE))
    assert signed.startswith(page)  # appended
    trusted = ValidationContext(trust_roots=list(load_certs_from_pemder_data(identity[1])))

    def checked(content: bytes) -> tuple[bool, bool]:
        (field,) = PdfFileReader(io.BytesIO(content)).embedded_signatures
        assert field.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
        status = validate_pdf_signature(field, trusted)
        return status.intact and status.valid, status.bottom_line

    assert checked(signed) == (True, True)
    title = signed.index(b"/Title") + 20
    assert checked(signed[:title] + bytes([signed[title] ^ 1]) + signed[title + 1 :])[0] is False
    assert awards_in_pdf(signed)[0].award == statement()
    assert check_pages(signed, [statement()])[0].lacking == ()


@pytest.mark.parametrize("passphrase", ["", "another"])
def test_another_passphrase_opens_nothing(identity: tuple[bytes, bytes], passphrase: str) -> None:
    with pytest.raises(InputError) as failure:
        pades_signer(identity[0], passphrase, "own.p12")
    assert (failure.value.code, failure.value.params) == ("p12-unreadable", {"name": "own.p12"})


@pytest.mark.parametrize("content", [b"", b"0\x82\x10\x00", b"%PDF-1.7"])
def test_what_is_no_p12_is_refused(content: bytes) -> None:
    with pytest.raises(InputError, match="p12-unreadable"):
        pades_signer(content, PASSPHRASE)


def test_without_pyhanko_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in sys.modules if each.startswith("pyhanko")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    with pytest.raises(EnvironmentFailure, match="pades-missing"):
        pades_signer(b"", PASSPHRASE)
