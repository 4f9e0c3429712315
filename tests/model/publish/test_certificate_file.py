"""A certificate that was changed after it was made, as a PDF can be: appended to, laid over, signed and broken."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from review_app.model.checking import check_file
from review_app.model.publish.certificate import render_certificates
from review_app.model.publish.certificate_file import check_certificate
from review_app.model.publish.pades import PadesCheck, pades_signer, sign_pades
from review_app.model.publish.pdf_objects import PdfObjects, Unread
from tests.model.publish.test_award import certificate, statement, with_table
from tests.model.publish.test_pades import PASSPHRASE, made_identity


@pytest.fixture(scope="module")
def page() -> bytes:
    return render_certificates([certificate(statement())])


@pytest.fixture(scope="module")
def signed(page: bytes) -> bytes:
    return sign_pades(page, pades_signer(made_identity()[0], PASSPHRASE))


def appended(content: bytes, change: Callable[[bytes, int], tuple[bytes, list[bytes]]]) -> bytes:
    """``content`` with an incremental update: ``change`` gets the first page's dictionary and the next object's number,
    and gives the new dictionary and the new objects."""
    found = re.search(rb"\n(\d+) 0 obj\n(<<(?:(?!endobj).)*?/Type /Page\n.*?>>)\nendobj", content, re.DOTALL)
    assert found is not None
    size = int(re.findall(rb"/Size (\d+)", content)[-1])
    root = re.findall(rb"/Root (\d+ 0 R)", content)[-1]
    previous = re.findall(rb"startxref\s+(\d+)", content)[-1]
    body, added = change(found[2], size)
    out, lines = bytearray(content), []
    for number, each in [(int(found[1]), body), *enumerate(added, size)]:
        lines.append(b"%d 1\n%010d 00000 n \n" % (number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    place = len(out)
    out += b"xref\n" + b"".join(lines)
    out += b"trailer\n<< /Size %d /Root %s /Prev %s >>\n" % (size + len(added), root, previous)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % place)


def other_words(body: bytes, number: int) -> tuple[bytes, list[bytes]]:
    drawn = b"BT /Helv 40 Tf 200 300 Td (Li Si, FIRST PRIZE) Tj ET"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    body = re.sub(rb"/Contents \d+ 0 R", b"/Contents %d 0 R" % number, body)
    body = body.replace(b"/Font 1 0 R", b"/Font << /Helv %d 0 R >>" % (number + 1))
    return body, [b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn), font]


def a_note(body: bytes, number: int) -> tuple[bytes, list[bytes]]:
    note = b"<< /Type /Annot /Subtype /FreeText /Rect [ 100 100 500 400 ] /Contents (FIRST PRIZE) /DA (/Helv 40 Tf) >>"
    return body[:-2] + b" /Annots [ %d 0 R ] >>" % number, [note]


def no_change(body: bytes, number: int) -> tuple[bytes, list[bytes]]:
    return body, []


def test_an_untouched_certificate_has_one_end_and_nothing_over_it(page: bytes) -> None:
    check = check_certificate(page)
    assert (check.holds, check.page_checked, check.changes, check.pades) == (True, True, (), None)


def test_a_page_put_in_place_of_the_signed_one_is_named(page: bytes) -> None:
    check = check_certificate(appended(page, other_words))
    assert check.changes == ("revised",) and not check.holds
    assert set(check.pages[0].lacking) == {
        "serial",
        "recipient",
        "title",
        "award",
        "edition",
        "issuers",
        "date",
    }  # the old page doesn't count


def test_anything_appended_is_named(page: bytes) -> None:
    assert check_certificate(appended(page, no_change)).changes == ("revised",)
    assert check_certificate(appended(page, a_note)).changes == ("revised", "annotated")


def test_what_lies_over_a_page_is_named_in_a_file_written_anew(page: bytes) -> None:
    note = b"/Annots [ << /Type /Annot /Subtype /Stamp /Rect [ 100 100 500 400 ] >> ] /Rotate 0"
    check = check_certificate(with_table(page.replace(b"/Rotate 0", note)))
    assert (check.changes, check.pages[0].lacking, check.holds) == (("annotated",), (), False)


def test_a_page_without_a_statement_is_named(page: bytes) -> None:
    other = certificate(statement(serial="2026-02"))
    both = render_certificates([certificate(statement()), other])
    kept = both.replace(other.signed_payload.encode(), b"A" * len(other.signed_payload))
    assert kept != both
    check = check_certificate(kept)
    assert (check.changes, check.holds, len(check.found)) == (("page-count",), False, 1)


def test_a_signature_over_the_file_is_checked(signed: bytes, tmp_path: Path) -> None:
    check = check_certificate(signed)
    assert check.pades is not None and check.holds and check.page_checked
    assert check.pades.state == "holds" and "示例大学发展研究院" in check.pades.signer
    assert re.fullmatch("[0-9a-f]{64}", check.pades.fingerprint)
    (tmp_path / "signed.pdf").write_bytes(signed)
    assert check_file(tmp_path / "signed.pdf").certificate == check


def test_a_broken_signature_is_named(signed: bytes) -> None:
    place = signed.index(b"/MediaBox [ 0 0 841") + 16
    check = check_certificate(signed[:place] + b"299" + signed[place + 3 :])
    assert (check.pades, check.holds) == (PadesCheck("broken"), False)


def test_what_is_appended_to_a_signed_file_is_named(signed: bytes) -> None:
    check = check_certificate(appended(signed, other_words))
    assert check.pades == PadesCheck("broken") and "revised" in check.changes and not check.holds


def test_a_signature_that_cannot_be_checked_is_no_signature_that_holds(
    signed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.startswith("pyhanko")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    check = check_certificate(signed)
    assert (check.pades, check.holds, check.page_checked) == (PadesCheck("unchecked"), True, False)
    assert check_certificate(appended(signed, no_change)).changes == ("revised",)


def test_a_page_that_cannot_be_read_is_not_checked(
    page: bytes, tool: Callable[..., str], tmp_path: Path
) -> None:
    tool("qpdf", page, "{}", "--object-streams=generate", str(tmp_path / "packed.pdf"))
    check = check_certificate((tmp_path / "packed.pdf").read_bytes() + statement_of(page))
    assert check.holds and not check.page_checked


def statement_of(page: bytes) -> bytes:
    found = re.search(rb"eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_.-]+", page)
    assert found is not None
    return b"\n% " + found[0]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.4\nstartxref\n0\n%%EOF",
        b"xref\n0 1\n0000000000 65535 f \ntrailer\n" + b"[" * 5000 + b"\nstartxref\n0\n%%EOF",
        b"xref\n0 999999\ntrailer\n<<>>\nstartxref\n0\n%%EOF",
        b"xref\ntrailer\n<< /Prev 0 >>\nstartxref\n0\n%%EOF",
        b"xref\ntrailer\n<< /Root (never closed >>\nstartxref\n0\n%%EOF",
        b"xref\ntrailer\n<< /A 1 /A 2 >>\nstartxref\n0\n%%EOF",
        b"xref\ntrailer\n<< /Encrypt 1 0 R >>\nstartxref\n0\n%%EOF",
    ],
)
def test_a_file_built_otherwise_is_left_unread(content: bytes) -> None:
    with pytest.raises(Unread):
        PdfObjects(content)


def test_pages_in_a_circle_are_left_unread() -> None:
    head = b"%PDF-1.4\n"
    one = b"1 0 obj\n<< /Pages 2 0 R >>\nendobj\n"
    two = b"2 0 obj\n<< /Type /Pages /Kids [ 2 0 R 2 0 R ] >>\nendobj\n"
    table = b"xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n" % (len(head), len(head + one))
    end = b"trailer\n<< /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(head + one + two)
    with pytest.raises(Unread):
        list(PdfObjects(head + one + two + table + end).pages())
