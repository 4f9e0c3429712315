"""Each expert's own reading order, so that no case is everybody's last."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence


def reading_order(case_ids: Sequence[str], order_key: bytes) -> list[str]:
    """``case_ids`` in the permutation of this card: sorted by HMAC-SHA256 of the id under the card's order key."""
    return sorted(
        case_ids, key=lambda case_id: hmac.new(order_key, case_id.encode(), hashlib.sha256).digest()
    )
