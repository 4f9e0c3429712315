"""The signed statement: in the code, in the PDF, and beside a page that says something else."""

from __future__ import annotations

import dataclasses
import datetime
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from review_app.model.crypto import jws
from review_app.model.crypto.keys import b64u, public_of
from review_app.model.errors import InputError
from review_app.model.file_kind import FileKind, file_kind
from review_app.model.publish.award import (
    CERTIFICATE_TYP,
    CODE_LIMIT,
    NAME_FIELDS,
    Award,
    award_in_text,
    awards_in_pdf,
    readable_statement,
    says_name,
    sign_award,
    signed_fitting,
    verify_award,
)
from review_app.model.publish.certificate import (
    LANGUAGES,
    TEMPLATES,
    Certificate,
    Design,
    render_certificates,
)
from review_app.model.publish.design import LanguageName, TemplateName
from review_app.model.publish.page_words import check_pages
from tests.model.publish.fonts_made import made_font

SEED, FOREIGN = bytes(range(32)), bytes(range(1, 33))
RARE = made_font("Rare", {"𠮷": "吉"})


def statement(
    recipient: str = "示例市数据统筹局", serial: str = "2026-01", title: str = "“一网通办”2.0"
) -> Award:
    return Award(
        award="网络理政十大创新案例",
        campaign="网络理政十大创新案例",
        case="case-01",
        date="2026-12-16",
        edition="2026年度",
        format="certificate/1",
        issuers=["示例大学发展研究院", "示例省网络理政研究会"],
        organizer=b64u(public_of(SEED)),
        recipient=recipient,
        round_id="66ed3hkbx5b16wngrtphcd9dsj",
        serial=serial,
        title=title,
    )


def certificate(award: Award) -> Certificate:
    return Certificate(
        award.award,
        award.edition,
        award.recipient,
        award.title,
        award.serial,
        tuple(award.issuers),
        datetime.date.fromisoformat(award.date),
        sign_award(award, SEED),
    )


def code(award: Award) -> str:
    return readable_statement((award.award, award.recipient, award.serial), sign_award(award, SEED))


def test_the_code_of_a_printed_page_is_read_and_checked(qr_codes: Callable[[bytes, int], list[str]]) -> None:
    page = render_certificates([certificate(statement())])
    said = qr_codes(page, 200)[0]
    assert said.split("\n")[:3] == ["网络理政十大创新案例", "示例市数据统筹局", "2026-01"]
    assert award_in_text(said).award == statement() == awards_in_pdf(page)[0].award
    assert award_in_text(said.split("\n")[-1]).award == statement()  # the statement alone
    assert award_in_text("\ufeff" + said.replace("\n", "\r\n") + "\r\n").award == statement()


def test_long_lines_are_cut_and_still_compared() -> None:
    award = statement(recipient="示例市" * 40)
    said = code(award)
    assert len(said.encode()) <= 1465 and "…" in said
    assert award_in_text(said).award == award
    with pytest.raises(InputError, match="certificate-lines-differ"):
        award_in_text(said.replace("示例市示", "示范市示", 1))


@pytest.mark.parametrize(
    ("forge", "expected"),
    [
        (lambda said: said.replace("示例市数据统筹局", "别的单位"), "certificate-lines-differ"),
        (lambda said: said.replace("2026-01", "2026-02"), "certificate-lines-differ"),
        (lambda said: "一等奖\n" + said, "certificate-lines-differ"),
        (lambda said: said + "\n一等奖", "certificate-lines-differ"),
        (lambda said: said[:-3] + ("AAA" if not said.endswith("AAA") else "BBB"), "bad-signature"),
        (lambda said: said.rpartition("\n")[0], "certificate-not-found"),
        (lambda said: "…\n" + said.partition("\n")[2], "certificate-lines-differ"),
        (lambda said: "网…\n" + said.partition("\n")[2], "certificate-lines-differ"),
    ],
    ids=[
        "name",
        "serial",
        "line before",
        "line after",
        "signature",
        "no statement",
        "nothing",
        "cut too short",
    ],
)
def test_a_forged_code_is_named(forge: Callable[[str], str], expected: str) -> None:
    with pytest.raises(InputError) as failure:
        award_in_text(forge(code(statement())))
    assert failure.value.code == expected


def test_another_key_cannot_speak_for_the_organizer() -> None:
    with pytest.raises(InputError):
        verify_award(sign_award(statement(), FOREIGN))


def test_a_saved_code_is_known_by_what_it_holds(tmp_path: Path) -> None:
    for number, text in enumerate((code(statement()), sign_award(statement(), SEED))):
        file = tmp_path / f"{number}.bin"
        file.write_text(text, "utf-8")
        assert file_kind(file) is FileKind.STATEMENT
    (tmp_path / "other").write_text("eyJhbGciOiJFZDI1NTE5IiwidHlwIjoiYm94In0.eyJhIjoxfQ.AAAA", "utf-8")
    with pytest.raises(InputError, match="unknown-file"):
        file_kind(tmp_path / "other")


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_page_says_what_was_signed(template: str, language: str) -> None:
    awards = [
        statement(),
        statement(
            "示例自治区示例市示例高新技术产业开发区管理委员会政务服务和大数据管理局",
            "2026-02",
            "City Brain—Open Data “2.0”",
        ),
        statement("𠮷野  数据局", "2026-03"),
    ]
    design = Design(template, language, names_en={awards[0].recipient: "Data Bureau"})  # type: ignore[arg-type]
    page = render_certificates([certificate(each) for each in awards], design, [RARE])
    assert check_pages(page, awards) == [check_pages(page, [each])[0] for each in awards]
    assert all(each.read and not each.lacking for each in check_pages(page, awards))


def edited(page: bytes, new: Callable[[bytes], bytes]) -> bytes:
    """The PDF with every text stream changed and compressed again, its length stated right."""

    def change(found: re.Match[bytes]) -> bytes:
        try:
            data = zlib.decompress(found[3])
        except zlib.error:
            return found[0]
        if b" Tj" not in data:
            return found[0]
        packed = zlib.compress(new(data))
        head = re.sub(rb"/Length \d+", b"/Length %d" % len(packed), found[1])
        return head + found[2] + packed + found[4]

    made = re.sub(
        rb"(<<(?:(?!stream).){0,600}>>\s*)(stream\r?\n)(.*?)((?:\r?\n)?endstream)",
        change,
        page,
        flags=re.DOTALL,
    )
    return with_table(made)


def with_table(made: bytes) -> bytes:
    """A PDF of this program whose table of offsets is made right again after a change."""
    head, table, rest = made.partition(b"\nxref\n")
    lines = re.findall(rb"\d{10} \d{5} [nf]", table + rest)
    for number in range(1, len(lines)):
        place = made.index(b"\n%d 0 obj" % number) + 1
        rest = rest.replace(lines[number], b"%010d 00000 n" % place, 1)
    rest = re.sub(rb"startxref\n\d+", b"startxref\n%d" % (len(head) + 1), rest)
    return head + table + rest


def test_a_changed_name_on_the_page_is_named() -> None:
    award, other = statement(), statement(recipient="示例市政务服务局")
    page = render_certificates([certificate(award)])
    scribe_codes = codes_of(page)
    wanted, put = (b"".join(scribe_codes.get(each, b"0001") for each in name) for name in ("数据", "案例"))
    assert check_pages(edited(page, lambda data: data), [award])[0].lacking == ()
    changed = edited(page, lambda data: data.replace(wanted, put))
    assert changed != page
    assert set(check_pages(changed, [award])[0].lacking) >= {"recipient"}
    assert awards_in_pdf(changed)[0].award == award  # the statement itself is untouched, and shown to compare
    assert "recipient" in check_pages(page, [other])[0].lacking  # a statement moved to another's page
    assert "serial" in check_pages(page, [statement(serial="2026-09")])[0].lacking


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("issuers", ["示例大学发展研究院", "另一个研究会"]),
        ("date", "2026-12-17"),
        ("edition", "2027年度"),
        ("award", "另一个奖"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_names_another_issuer_day_or_edition_is_named(
    name: str, value: object, language: LanguageName
) -> None:
    award = statement()
    names = {award.issuers[0]: "Institute", award.edition: "Edition of 2026", award.award: "Ten Cases"}
    page = render_certificates([certificate(award)], Design(language=language, names_en=names))
    assert check_pages(page, [award])[0].lacking == ()
    other = msgspec.structs.replace(award, **{name: value})
    assert check_pages(page, [other])[0].lacking == (name,)


def test_an_award_without_an_edition_lacks_nothing() -> None:
    award = msgspec.structs.replace(statement(), edition="")
    assert check_pages(render_certificates([certificate(award)]), [award])[0].lacking == ()


def codes_of(page: bytes) -> dict[str, bytes]:
    """The code of each character, from the PDF's own table."""
    found: dict[str, bytes] = {}
    for stream in re.findall(rb"stream\r?\n(.*?)(?:\r?\n)?endstream", page, re.DOTALL):
        try:
            data = zlib.decompress(stream)
        except zlib.error:
            continue
        if b"beginbfchar" in data:
            for code_, text in re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", data):
                found[bytes.fromhex(text.decode()).decode("utf-16-be")] = code_
    return found


def test_what_cannot_be_read_is_not_called_changed(tool: Callable[..., str], tmp_path: Path) -> None:
    page = render_certificates([certificate(statement())])
    tool("qpdf", page, "{}", "--object-streams=generate", str(tmp_path / "packed.pdf"))
    tool("pdftocairo", page, "-pdf", "{}", str(tmp_path / "drawn.pdf"))
    for name in ("packed.pdf", "drawn.pdf"):
        assert check_pages((tmp_path / name).read_bytes(), [statement()])[0].lacking == ()
    tool("qpdf", page, "{}", "--qdf", str(tmp_path / "plain.pdf"))
    assert check_pages((tmp_path / "plain.pdf").read_bytes(), [statement()])[0].read
    assert check_pages((tmp_path / "plain.pdf").read_bytes(), [statement("别的单位")])[0].lacking == (
        "recipient",
    )
    assert not check_pages(b"%PDF-1.4\n%%EOF", [statement()])[0].read
    bomb = (
        b"%PDF-1.4\n1 0 obj <</Filter /FlateDecode>>\nstream\n"
        + zlib.compress(bytes(50_000_000))
        + b"\nendstream"
    )
    assert not check_pages(bomb, [statement()])[0].read


@pytest.mark.parametrize("field", ["recipient", "title"])
def test_a_name_of_500_characters_is_a_clear_refusal_and_one_of_120_fits(field: str) -> None:
    fitting = statement(**{field: "示例" * 60})
    page = render_certificates([certificate(fitting)])
    assert check_pages(page, [fitting])[0].lacking == ()
    with pytest.raises(InputError) as failure:
        render_certificates([certificate(statement(**{field: "示例" * 250}))])
    assert failure.value.code == "qr-too-large"


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(
    "design",
    [(Design(language="zh"), "试印", "结果尚未最终确定"), (Design(language="en"), "DRAFT", "not final")],
)
def test_a_draft_says_so_on_its_page_and_in_its_statement(
    tool: Callable[..., str], template: TemplateName, design: tuple[Design, str, str]
) -> None:
    award = msgspec.structs.replace(statement(), draft=True)
    look, mark, note = dataclasses.replace(design[0], template=template), *design[1:]
    page = render_certificates([dataclasses.replace(certificate(award), draft=True)], look)
    text = tool("pdftotext", page, "{}", "-")
    assert mark in text and note in " ".join(text.split())
    assert mark not in tool("pdftotext", render_certificates([certificate(statement())], look), "{}", "-")
    assert awards_in_pdf(page)[0].award.draft


LONG = "关于运用互联网大数据人工智能等现代信息技术手段推进城市治理体系和治理能力现代化的探索与实践"
LENGTHS = [
    (12, 12),
    (40, 40),
    (64, 20),
    (80, 80),
    (65, 65),
    (160, 12),
    (300, 12),
    (12, 300),
    (200, 160),
    (500, 500),
]


def long_award(recipient: int, title: int) -> Award:
    """Names of so many characters."""
    return statement((LONG * 20)[:recipient], title=(LONG * 20)[5 : title + 5])


def fitted(award: Award) -> Certificate:
    return dataclasses.replace(certificate(award), signed_payload=signed_fitting(award, SEED))


@pytest.mark.parametrize(("recipient", "title"), LENGTHS)
def test_a_code_has_room_for_names_of_every_length(recipient: int, title: int) -> None:
    award = long_award(recipient, title)
    text = fitted(award).code_text()
    assert len(text.encode()) <= CODE_LIMIT
    assert len(text.split("\n")) == 4, "the lines to read stay"
    found = award_in_text(text)
    whole = award_in_text(fitted(award).signed_payload)
    assert (whole.award.recipient, whole.award.title, whole.cut) == (award.recipient, award.title, ())
    for field in NAME_FIELDS:
        name = str(getattr(award, field))
        assert says_name(found.award, field, name)
        assert not says_name(found.award, field, name + "院")
        assert not says_name(found.award, field, getattr(found.award, field)[:-1])
        cut = getattr(found.award, field)
        assert cut == name or (field in found.cut and cut == name[:35] + "…")
    if max(recipient, title) <= 64:
        assert fitted(award).signed_payload == sign_award(award, SEED)
    else:
        assert found.cut or fitted(award).signed_payload == sign_award(award, SEED)


def test_only_as_many_names_are_cut_as_it_takes() -> None:
    assert award_in_text(fitted(long_award(300, 90)).code_text()).cut == ("recipient",)
    assert award_in_text(fitted(long_award(90, 300)).code_text()).cut == ("title",)
    assert award_in_text(fitted(long_award(500, 500)).code_text()).cut == ("recipient", "title")


def test_a_long_name_is_whole_on_the_page_and_in_the_file(
    qr_codes: Callable[[bytes, int], list[str]],
) -> None:
    award = long_award(200, 12)
    page = render_certificates([fitted(award)])
    (found,) = awards_in_pdf(page)
    assert (found.award.recipient, found.cut) == (award.recipient, ())
    (checked,) = check_pages(page, [found.award])
    assert (checked.read, checked.lacking) == (True, ())
    said = award_in_text(qr_codes(page, 300)[0])
    assert said.cut == ("recipient",)
    assert says_name(said.award, "recipient", award.recipient)


def test_another_name_behind_the_statement_or_before_it_is_not_taken_for_the_signed_one() -> None:
    award = long_award(200, 12)
    signed, whole = fitted(award).signed_payload.split("~")
    other = b64u(f"{award.recipient[:-1]}府".encode())
    assert verify_award(f"{signed}~{other}").cut == ("recipient",)
    assert verify_award(f"{signed}~{other}~{whole}").award.recipient == award.recipient
    page = render_certificates([fitted(award)])
    assert page.count(whole.encode()) == 1
    (found,) = awards_in_pdf(page.replace(whole.encode(), other[:-2].encode() + b"AA"))
    assert found.cut == ("recipient",)
    (checked,) = check_pages(page, [found.award])
    assert "recipient" in checked.lacking
    text = fitted(award).code_text()
    forged = text.replace(text.split("\n")[1], f"{award.recipient[:35]}另…", 1)
    with pytest.raises(InputError) as failure:
        award_in_text(forged)
    assert failure.value.code == "certificate-lines-differ"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("field", "signed", "shown"),
    [
        ("date", "2026-12-01", "2026-12-21"),
        ("date", "2026-12-02", "2026-12-12"),
        ("serial", "2026-01", "2026-013"),
    ],
)
def test_figures_within_longer_figures_are_others(
    language: LanguageName, field: str, signed: str, shown: str
) -> None:
    """21 December has 1 December in it, and number 2026-013 has 2026-01."""
    award = msgspec.structs.replace(statement(), **{field: signed})
    design = Design(language=language)
    honest = certificate(award)
    assert check_pages(render_certificates([honest], design), [award])[0].lacking == ()
    other = certificate(msgspec.structs.replace(award, **{field: shown}))
    page = render_certificates([dataclasses.replace(other, signed_payload=honest.signed_payload)], design)
    assert check_pages(page, [award])[0].lacking == (field,)


def test_a_digest_beside_another_beginning_is_refused() -> None:
    """Nobody reads one name where another one is bound."""
    award = statement(recipient="示例市数据统筹局" * 40)
    signed, _, name = signed_fitting(award, SEED).partition("~")
    cut = jws.verify(signed.encode(), CERTIFICATE_TYP, public_of(SEED), Award, "x")
    for beginning in ("", "示例省人民政府", "示例省人民政府…", award.recipient):
        forged = sign_award(msgspec.structs.replace(cut, recipient=beginning), SEED)
        for beside in ("", f"~{name}"):
            with pytest.raises(InputError, match="malformed"):
                verify_award(forged + beside)
    other = msgspec.structs.replace(cut, recipient="另" * 35 + "…")
    found = verify_award(f"{sign_award(other, SEED)}~{name}")
    assert (found.award.recipient, found.cut) == (other.recipient, ("recipient",))
    assert not says_name(other, "recipient", award.recipient)


def test_a_page_speaks_for_one_certificate_only() -> None:
    """Of two pages in a file one says what both statements do, and the other is a stranger's."""
    one, two = statement(), statement("四川省某局", "2026-02")
    honest = render_certificates([certificate(one), certificate(two)])
    assert [each.lacking for each in check_pages(honest, [one, two])] == [(), ()]
    assert [each.lacking for each in check_pages(honest, [two, one])] == [(), ()]
    both = dataclasses.replace(
        certificate(one), recipient=one.recipient + two.recipient, serial=f"{one.serial} {two.serial}"
    )
    stranger = dataclasses.replace(certificate(two), recipient="另一个单位", serial="2026-99")
    first, second = check_pages(render_certificates([both, stranger]), [one, two])
    assert (first.lacking, second.lacking) == ((), ("serial", "recipient"))
