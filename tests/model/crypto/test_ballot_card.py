"""Ballot cards: read however they are typed, every slip of a finger caught before anything is tried."""

from __future__ import annotations

import random

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from review_app.model.crypto import age, base32
from review_app.model.crypto.ballot_card import BallotCard, derive, new_card, parse_card
from review_app.model.crypto.base32 import ALPHABET
from review_app.model.crypto.keys import new_seed, public_of, thumbprint
from review_app.model.errors import InputError
from review_app.model.terms import new_round_id

ROUND = new_round_id()
ORGANIZER = thumbprint(public_of(new_seed()))
CARDS = st.integers(0, 2**110 - 1).map(lambda value: BallotCard(base32.encode_number(value, 22)))


def symbols(card: BallotCard) -> str:
    return card.printed().replace("-", "")


@given(CARDS, st.randoms(use_true_random=False))
def test_read_whatever_case_hyphens_spaces_and_look_alikes(card: BallotCard, drawn: random.Random) -> None:
    looks = {"0": "0Oo０Ｏ", "1": "1IiLl１"}
    typed = ""
    for symbol in symbols(card):
        typed += drawn.choice(looks.get(symbol, symbol + symbol.lower() + chr(ord(symbol) + 0xFEE0)))
        typed += drawn.choice(["", "", "", "-", " ", "–", "－", "\u3000", "\u200b", "\n", " - "])
    assert parse_card(typed) == card
    assert parse_card(card.printed()) == card


@settings(max_examples=20)
@given(CARDS)
def test_every_single_wrong_symbol_is_caught(card: BallotCard) -> None:
    right = symbols(card)
    for place, symbol in enumerate(right):
        for other in ALPHABET:
            if other != symbol:
                with pytest.raises(InputError, match="card-check"):
                    parse_card(right[:place] + other + right[place + 1 :])


@settings(max_examples=100)
@given(CARDS)
def test_every_transposition_of_neighbours_is_caught(card: BallotCard) -> None:
    right = symbols(card)
    for place in range(len(right) - 1):
        if right[place] != right[place + 1]:
            swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
            with pytest.raises(InputError, match="card-check"):
                parse_card(swapped)


@given(CARDS, st.integers(0, 23))
def test_a_missing_or_extra_symbol_is_a_matter_of_length(card: BallotCard, place: int) -> None:
    right = symbols(card)
    for typed, found in ((right[:place] + right[place + 1 :], 23), (right[:place] + "7" + right[place:], 25)):
        with pytest.raises(InputError) as refusal:
            parse_card(typed)
        assert (refusal.value.code, refusal.value.params) == ("card-length", {"found": found, "expected": 24})


@pytest.mark.parametrize("symbol", ["U", "u", "!", "卡", "é"])
def test_a_foreign_symbol_is_named(symbol: str) -> None:
    with pytest.raises(InputError, match="card-symbol"):
        parse_card(symbols(new_card())[:-1] + symbol)


@pytest.mark.parametrize("text", ["", " ", "\n", "-", "# only a comment", "card:", "x" * 4097])
def test_nothing_and_too_much_are_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"card-(length|symbol)"):
        parse_card(text)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("title", ["第二届（样例）", ""])
def test_card_file(start: str, end: str, title: str) -> None:
    card = new_card(ROUND)
    text = start + card.file_text(title).replace("\n", end)
    assert parse_card(text) == card
    bare = start + text.split(end, 1)[1]
    assert parse_card(bare) == card


def test_card_file_in_chinese_and_without_a_round() -> None:
    card = new_card(ROUND)
    assert parse_card(f"轮次：{ROUND.upper()}\n卡号：{card.printed().lower()}\n") == card
    alone = new_card()
    assert parse_card(alone.file_text("x")) == alone
    assert parse_card(f"\ufeffcard: {alone.printed()}") == alone
    with pytest.raises(InputError, match="card-several"):
        parse_card(card.file_text("x") + card.file_text("y"))


def test_a_secret_is_not_shown() -> None:
    card = new_card(ROUND)
    keys = derive(card, ROUND, ORGANIZER)
    shown = repr(card) + repr(keys) + str(keys)
    for secret in (
        card.secret,
        keys.age_identity,
        keys.sign_seed.hex(),
        repr(keys.sign_seed),
        repr(keys.store_key),
    ):
        assert secret not in shown


def test_keys_are_bound_to_round_and_organizer() -> None:
    card = new_card()
    keys = derive(card, ROUND, ORGANIZER)
    others = [
        derive(card, new_round_id(), ORGANIZER),
        derive(card, ROUND, thumbprint(public_of(new_seed()))),
        derive(new_card(), ROUND, ORGANIZER),
    ]
    assert derive(parse_card(card.printed().lower()), ROUND, ORGANIZER) == keys
    for other in others:
        for name in ("lookup", "age_identity", "sign_seed", "store_key", "order_key", "sign_public"):
            assert getattr(other, name) != getattr(keys, name)
        assert other.store_name() != keys.store_name()
    secrets = [keys.sign_seed, keys.store_key, keys.order_key, bytes.fromhex(keys.remarks_nonce(1))]
    assert len({*secrets, bytes.fromhex(keys.remarks_nonce(2))}) == 5
    assert age.unseal(age.seal(b"x", [keys.recipient]), keys.age_identity, "x") == b"x"


def test_the_store_name_is_not_the_lookup_name() -> None:
    """A stub carries the lookup name: who finds it and a laptop must not be able to put them together."""
    keys = derive(new_card(), ROUND, ORGANIZER)
    assert keys.lookup not in keys.store_name()
    assert len(keys.store_name()) == 16
