"""QR codes by the hundred: byte mode only, computed on whole arrays (ISO/IEC 18004).

segno takes 20 ms for the code of a certificate, most of it to weigh the eight masks; a thousand certificates would wait
for nothing else.  The fixed parts of a symbol (finders, timing, version, format) come from segno, once a version.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import segno
from numpy.typing import NDArray
from segno import consts

from review_app.model.errors import InputError
from review_app.model.publish.qr import MODULES_AT_MOST

Modules = NDArray[np.bool_]
_LEVELS = "LMQH"  # from the least redundancy to the most
_MASKS = 8
_DATA = (consts.TYPE_DATA_DARK, consts.TYPE_DATA_LIGHT)
_VERSIONS = (MODULES_AT_MOST - 17) // 4
_FINDER = 0b1011101


def byte_code(text: str) -> Modules:
    """The modules of ``text`` (UTF-8), dark ones true, without the quiet zone: the smallest version at level L, the
    level raised where that costs no module, the mask by the standard's penalties.

    Raises InputError ``qr-too-large`` (``length``, ``limit`` in bytes).
    """
    data = text.encode()
    for version in range(1, _VERSIONS + 1):
        if len(data) <= _capacity(version, "L"):
            break
    else:
        raise InputError("qr-too-large", length=len(data), limit=_capacity(_VERSIONS, "L"))
    level = max(level for level in range(4) if len(data) <= _capacity(version, _LEVELS[level]))
    symbols, flips, places = _blank(version, _LEVELS[level])
    bits = np.unpackbits(_codewords(data, version, _LEVELS[level]))
    plain = np.zeros(places.size, np.bool_)
    plain[: bits.size] = bits  # the remainder bits stay light
    flat = symbols.reshape(_MASKS, -1).copy()
    flat[:, places] = plain ^ flips
    candidates = flat.reshape(symbols.shape)
    best: Modules = candidates[int(np.argmin(_penalties(candidates)))]
    return best


def _capacity(version: int, level: str) -> int:
    """Bytes of text that fit."""
    total = sum(each.num_blocks * each.num_data for each in _blocks(version, level))
    return int(total) - (2 if version < 10 else 3)


def _blocks(version: int, level: str) -> tuple[consts.EC, ...]:
    table: Any = consts.ECC  # segno leaves it untyped
    found: tuple[consts.EC, ...] = table[version][consts.ERROR_MAPPING[level]]
    return found


def _codewords(data: bytes, version: int, level: str) -> NDArray[np.uint8]:
    """Data and error correction, interleaved as they are placed (7.4 to 7.6)."""
    blocks = _blocks(version, level)
    total = sum(each.num_blocks * each.num_data for each in blocks)
    wide = version >= 10
    # four bits of mode before the length, so that everything is shifted by half a byte; four of the terminator after it
    head = [0x40 | len(data) >> 12, len(data) >> 4 & 0xFF] if wide else [0x40 | len(data) >> 4]
    nibbles = np.frombuffer(data, np.uint8)
    message = np.zeros(total, np.uint8)
    shifted = np.zeros(len(data) + 1, np.uint8)
    shifted[0] = (len(data) & 0x0F) << 4
    shifted[:-1] |= nibbles >> 4
    shifted[1:] |= (nibbles & 0x0F) << 4
    message[: len(head)] = head
    message[len(head) : len(head) + shifted.size] = shifted
    used = len(head) + shifted.size
    message[used:] = np.resize(np.array([0xEC, 0x11], np.uint8), total - used)
    parts, corrections, at = [], [], 0
    for each in blocks:
        for _ in range(each.num_blocks):
            part = message[at : at + each.num_data]
            parts.append(part)
            corrections.append(_remainder(part, each.num_total - each.num_data))
            at += each.num_data
    return np.concatenate([_interleaved(parts), _interleaved(corrections)])


def _interleaved(parts: list[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """First bytes of all parts, then the second ones: parts differ by one byte at most, shorter ones first."""
    longest = max(part.size for part in parts)
    table = np.zeros((len(parts), longest), np.uint8)
    there = np.zeros((len(parts), longest), np.bool_)
    for number, part in enumerate(parts):
        table[number, : part.size] = part
        there[number, : part.size] = True
    return table.T[there.T]


@lru_cache(maxsize=1)
def _logarithms() -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Logarithms and powers of 2 in GF(256) over x^8+x^4+x^3+x^2+1; the powers go round twice."""
    powers = np.zeros(512, np.uint8)
    logarithms = np.zeros(256, np.int64)
    value = 1
    for exponent in range(255):
        powers[exponent] = powers[exponent + 255] = value
        logarithms[value] = exponent
        value = value << 1 ^ (0x11D if value & 0x80 else 0)
    return logarithms, powers


@lru_cache(maxsize=64)
def _shares(length: int, count: int) -> NDArray[np.int64]:
    """Logarithms of what each of ``length`` data bytes gives to each of ``count`` correction bytes; -1 for nothing."""
    logarithms, powers = _logarithms()
    generator = np.array([1], np.uint8)
    for exponent in range(count):
        shifted = np.append(generator, np.uint8(0))
        own = np.where(generator > 0, powers[(logarithms[generator] + exponent) % 255], 0)
        shifted[1:] ^= own.astype(np.uint8)
        generator = shifted
    rows = np.zeros((length, count), np.uint8)
    row = generator[1:]
    for position in range(length - 1, -1, -1):
        rows[position] = row
        lead, row = row[0], np.append(row[1:], np.uint8(0))
        if lead:
            row = row ^ powers[logarithms[lead] + logarithms[generator[1:]]]
    return np.where(rows > 0, logarithms[rows], -1)


def _remainder(part: NDArray[np.uint8], count: int) -> NDArray[np.uint8]:
    logarithms, powers = _logarithms()
    shares = _shares(part.size, count)
    products = powers[(logarithms[part][:, None] + shares) % 255]
    products[(part == 0)[:, None] | (shares < 0)] = 0
    result: NDArray[np.uint8] = np.bitwise_xor.reduce(products, axis=0)
    return result


@lru_cache(maxsize=32)
def _blank(version: int, level: str) -> tuple[Modules, Modules, NDArray[np.int64]]:
    """The eight symbols without data, the eight masks where data lies, and the places of the bits in their order."""
    symbols, places = [], np.zeros(0, np.int64)
    for mask in range(_MASKS):
        code = segno.make_qr("0", version=version, error=level, mask=mask, boost_error=False)
        kinds = np.array([list(row) for row in code.matrix_iter(border=0, verbose=True)])
        symbols.append((kinds >> 8) > 0)
        free = np.isin(kinds, _DATA)
        free[8, -9] = True  # segno counts it among the format's, which are eight here
        places = _zigzag(free)
    side = free.shape[0]
    i, j = np.divmod(places, side)
    masks = (
        (i + j) % 2, i % 2, j % 3, (i + j) % 3, (i // 2 + j // 3) % 2,
        i * j % 2 + i * j % 3, (i * j % 2 + i * j % 3) % 2, ((i + j) % 2 + i * j % 3) % 2,
    )  # fmt: skip
    return np.array(symbols), np.array([mask == 0 for mask in masks]), places


def _zigzag(free: Modules) -> NDArray[np.int64]:
    """Flat indices of the data modules in the order of the bits (7.7.3): two columns at a time, up and down in turn."""
    side = free.shape[0]
    order, upwards = [], True
    for right in [*range(side - 1, 6, -2), 5, 3, 1]:
        for step in range(side):
            row = side - 1 - step if upwards else step
            order += [row * side + column for column in (right, right - 1) if free[row, column]]
        upwards = not upwards
    return np.array(order)


def _penalties(symbols: Modules) -> NDArray[np.int64]:
    """The four features of 7.8.3, a figure a symbol."""
    side = symbols.shape[1]
    both = np.concatenate([symbols, symbols.transpose(0, 2, 1)], axis=1)
    same = both[:, :, 1:] == both[:, :, :-1]
    five = same[:, :, :-3] & same[:, :, 1:-2] & same[:, :, 2:-1] & same[:, :, 3:]
    begun = five.copy()
    begun[:, :, 1:] &= ~five[:, :, :-1]
    runs = _counts(five) + 2 * _counts(begun)
    across = symbols[:, :, 1:] == symbols[:, :, :-1]
    squares = across[:, 1:] & across[:, :-1] & (symbols[:, 1:, 1:] == symbols[:, :-1, 1:])
    wide = np.zeros((both.shape[0], both.shape[1], side + 8), np.uint8)
    wide[:, :, 4:-4] = both
    finder = np.zeros((both.shape[0], both.shape[1], side - 6), np.bool_) | True
    for offset in range(7):
        finder &= wide[:, :, 4 + offset : 4 + offset + side - 6] == (_FINDER >> offset & 1)
    before, after = finder.copy(), finder
    for offset in range(4):
        before &= wide[:, :, offset : offset + side - 6] == 0
        after = after & (wide[:, :, 11 + offset : 11 + offset + side - 6] == 0)
    dark = _counts(symbols) * 20 // (side * side)
    balance = np.minimum(np.abs(dark - 10), np.abs(dark + 1 - 10))
    total: NDArray[np.int64] = runs + 3 * _counts(squares) + 40 * _counts(before | after) + 10 * balance
    return total


def _counts(flags: Modules) -> NDArray[np.int64]:
    return np.array([np.count_nonzero(each) for each in flags])


def image_mask(modules: Modules) -> str:
    """The dark modules as PDF operators that paint them into the unit square in the fill colour.

    A mask of one bit a module: no hairlines between rows, and a tenth of the size of as many rectangles.
    """
    side = modules.shape[0]
    bits = np.packbits(~modules, axis=1)  # a painted sample is 0
    return f"BI /W {side} /H {side} /IM true /BPC 1 /F /AHx ID {bits.tobytes().hex()}> EI"
