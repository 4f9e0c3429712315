"""Which names suggest a recusal."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from review_app.model.errors import InputError
from review_app.model.scoring.affiliation import AFFILIATIONS, matching_affiliation
from review_app.model.scoring.session import ReviewSession
from tests.rounds import small_round

PAIRS = [
    ("复旦大学", "复旦大学", True),
    ("复旦大学", " 复 旦大学 ", True),
    ("復旦大學", "复旦大学", True),
    ("复旦大学", "复旦大学附属中学", True),
    ("复旦大学附属中学", "复旦大学", True),
    ("复旦", "复旦大学", True),
    ("复旦大学", "上海财经大学", False),
    ("大学", "复旦大学", False),
    ("大学附属中学", "复旦大学附属中学", False),
    ("政府", "上海市人民政府", False),
    ("人民政府", "上海市人民政府", False),
    ("上海市人民政府", "上海市嘉定区人民政府", False),
    ("嘉定区人民政府", "上海市嘉定区人民政府", True),
    ("上海市嘉定区人民政府", "上海市嘉定区人民政府政务服务中心", True),
    ("上海市", "上海市嘉定区人民政府", False),
    ("上海市嘉定区", "上海市嘉定区人民政府", False),
    ("上海市", "上海市", True),
    ("局", "公安局", False),
    ("公安局", "北京市公安局", True),
    ("北京市公安局", "北京市交通局", False),
    ("中国", "中国人民大学", False),
    ("中国人民大学", "中国人民大学国家发展与战略研究院", True),
    ("服务中心", "政务服务中心", False),
    ("研究院", "中国信息通信研究院", False),
    ("中国信息通信研究院", "中国信息通信研究院（云计算与大数据研究所）", True),
    ("ＩＢＭ（中国）", "IBM 中国", True),
    ("MIT", "Smith Summit School", False),
    ("MIT", "MIT Media Lab", True),
    ("University", "Fudan University", False),
    ("Fudan University", "FUDAN  UNIVERSITY, School of Law", True),
    ("the University of", "the University of Oslo", False),
    ("École normale", "ecole normale supérieure", True),
    ("GE", "GE Healthcare", False),
    ("GE", "ge", True),
    ("", "复旦大学", False),
    ("  ，。", "，。", False),
    ("2026", "2026 项目组", False),
    ("第一中学", "北京市第一中学", False),
]


@pytest.mark.parametrize(("own", "theirs", "expected"), PAIRS)
def test_pairs(own: str, theirs: str, expected: bool) -> None:
    assert (matching_affiliation([own], [theirs]) is not None) is expected


def test_the_expert_s_own_name_is_told(tmp_path: Path) -> None:
    a_round = small_round()
    file = tmp_path / "round.casepkg"
    file.write_bytes(a_round.package)
    with ReviewSession.open(file, a_round.cards[0], tmp_path) as session:
        assert session.affiliations == () and session.suggested_recusals() == {}
        session.set_affiliations(["单位 3 （教务）", "  ", "别处", "单位 3 （教务）"])
        assert session.affiliations == ("单位 3 （教务）", "别处")
    with ReviewSession.open(file, a_round.cards[0], tmp_path) as session:
        assert session.affiliations == ("单位 3 （教务）", "别处")
        assert session.suggested_recusals() == {"case-3": "单位 3 （教务）"}
        session.set_affiliations(["单位 3", "团队 1"])
        assert session.suggested_recusals() == {"case-1": "团队 1", "case-3": "单位 3"}
        assert session.undoable is None
        session.set_affiliations([])
        assert session.suggested_recusals() == {}
        with pytest.raises(InputError, match="affiliations-too-long"):
            session.set_affiliations([f"单位 {number}" for number in range(AFFILIATIONS + 1)])
        with pytest.raises(InputError, match="affiliations-too-long"):
            session.set_affiliations(["单" * 201])


def test_a_store_that_was_never_asked_has_no_such_field() -> None:
    """Rows of the format before have none, and read back to the byte."""
    from review_app.model.scoring.meta import StoreMeta

    assert b"affiliations" not in msgspec.json.encode(StoreMeta())
