"""What the file of one certificate is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from review_app.model.publish.typeset import tidy
from review_app.model.text import without_hidden

if TYPE_CHECKING:
    from review_app.model.publish.certificate import Certificate

SUFFIX = ".pdf"
LONGEST, BYTES = 80, 240
"""Characters of a name, and its bytes in UTF-8, with the suffix: file systems have at most 255 bytes."""
_REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
"""What Windows has in no name."""


def certificate_name(certificate: Certificate) -> str:
    """Number and recipient, such as ``2026-03 上海市大数据中心.pdf``: a name that every system takes.  The number alone
    tells the certificates of a round apart."""
    recipient = tidy(_REFUSED.sub(" ", without_hidden(certificate.recipient)))
    serial = _REFUSED.sub("-", certificate.serial)
    name = f"{serial} {recipient}"[: LONGEST - len(SUFFIX)]
    while len(name.encode()) > BYTES - len(SUFFIX):
        name = name[:-1]
    return name.rstrip(". ") + SUFFIX
