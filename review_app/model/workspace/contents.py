"""What goes into a package, for those who look it through before it is built."""

from __future__ import annotations

from review_app.model.case import Case
from review_app.model.value import Value
from review_app.model.workspace.cards import CardCounts
from review_app.model.workspace.nominations import UnsourcedClaim, is_unsourced


class PackedCase(Value, frozen=True):
    """A candidate as it goes in: bytes of its text, its attachments with theirs, and the numbers of its figures that
    don't say where they come from."""

    id: str
    title: str
    organisation: str
    text: int
    attachments: tuple[tuple[str, int], ...]
    unsourced: tuple[UnsourcedClaim, ...]

    @property
    def size(self) -> int:
        """Bytes of all of it."""
        return self.text + sum(size for _, size in self.attachments)


class Contents(Value, frozen=True):
    """What a package holds or would hold.  ``frozen``: the candidates are; ``holds``: no decision has changed since.

    ``state`` is the round's, "" while there is none; ``trouble`` the code that packing would fail with for want of
    candidates, or "".
    """

    state: str
    cases: tuple[PackedCase, ...]
    frozen: bool
    holds: bool
    cards: CardCounts
    instructions: str
    trouble: str = ""

    @property
    def size(self) -> int:
        """Bytes of everything that is to be read; the package is a little larger."""
        return sum(case.size for case in self.cases)


def packed_case(candidate_id: str, case: Case) -> PackedCase:
    """A case as candidate ``candidate_id``."""
    return PackedCase(
        candidate_id,
        case.title,
        case.organisation,
        len(case.dossier.encode()),
        tuple((item.title or item.file_name, item.size) for item in case.attachments),
        tuple(
            UnsourcedClaim(case.id, case.title, number, claim)
            for number, claim in enumerate(case.claims, start=1)
            if is_unsourced(claim.source)
        ),
    )
