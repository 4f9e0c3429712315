"""What stands above a dossier."""

from __future__ import annotations

import msgspec

from review_app.ui.expert.title_words import title_lines
from tests.rounds import small_round


def test_who_carried_it_out_is_said_where_it_is_somebody_else() -> None:
    case = small_round().manifest.cases[0]
    assert title_lines(case)[2] == case.organisation
    same = msgspec.structs.replace(case, carrying_body=case.organisation)
    assert title_lines(same) == title_lines(case)
    other = msgspec.structs.replace(case, carrying_body="虚构市\u202e数据局", level="市级")
    above, _, below = title_lines(other)
    assert below.startswith(case.organisation) and "数据局" in below and "\u202e" not in below
    assert above.split(" · ")[:2] == [case.region, "市级"]
