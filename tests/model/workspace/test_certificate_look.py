"""The look of certificates kept in the workspace: what is kept comes back, the verb's reader takes it, files that are
wanted no more go."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from review_app.model.errors import InputError
from review_app.model.publish.design import Design, Words, load_design
from review_app.model.publish.pictures import Picture
from review_app.model.workspace.campaign import Organizer, Settings
from review_app.model.workspace.certificate_look import (
    FOLDER,
    Look,
    campaign_fonts,
    design_path,
    keep_look,
    kept_look,
    named_in_english,
)
from tests.model.publish.fonts_made import made_font


def picture(name: str, colour: tuple[int, int, int, int] = (180, 20, 20, 120)) -> Picture:
    """A small transparent picture."""
    out = io.BytesIO()
    Image.new("RGBA", (40, 40), colour).save(out, "PNG")
    return Picture(name, out.getvalue())


def test_nothing_kept_is_the_usual_look(tmp_path: Path) -> None:
    assert kept_look(tmp_path) == Look()
    assert list(tmp_path.iterdir()) == []


def test_the_campaigns_fonts_are_found_whatever_becomes_of_its_pictures(tmp_path: Path) -> None:
    assert campaign_fonts(tmp_path) == ()
    font = made_font("Rare", {"\U00020547": "永"})
    keep_look(tmp_path, Look(Design(seals=(picture("seal.png"),), fonts=(font,))))
    (seal,) = (tmp_path / FOLDER).glob("seal1-*")
    seal.write_bytes(b"no picture")
    assert [each.data for each in campaign_fonts(tmp_path)] == [font.data]
    with pytest.raises(InputError):
        kept_look(tmp_path)
    (file,) = (tmp_path / FOLDER).glob("font1-*")
    file.unlink()
    with pytest.raises(InputError) as refused:
        campaign_fonts(tmp_path)
    assert refused.value.code == "file-missing"


def test_what_is_kept_comes_back_and_is_a_design_file(tmp_path: Path) -> None:
    seal = replace(picture("公章 2026.PNG"), width=38.0, drop=-2.5)
    design = Design(
        template="scroll",
        language="zh-en",
        orientation="portrait",
        date="figures",
        bleed=3.0,
        crop_marks=True,
        seals=(seal, picture("second.png", (0, 0, 0, 9))),
        signature=picture("../签名?.png", (1, 2, 3, 4)),
        words={"zh": Words(heading="奖状", notes=["一: 二", "#三"])},
        names_en={"网络理政": "no: really"},
    )
    keep_look(tmp_path, Look(design, "创新案例: “十佳”", datetime.date(2026, 12, 16)))
    found = kept_look(tmp_path)
    assert (found.award, found.date) == ("创新案例: “十佳”", datetime.date(2026, 12, 16))
    assert [each.data for each in found.design.seals] == [each.data for each in design.seals]
    assert (found.design.seals[0].width, found.design.seals[0].drop) == (38.0, -2.5)
    bare = {"seals": (), "signature": None}
    assert replace(found.design, **bare) == replace(design, **bare)  # type: ignore[arg-type]
    assert found.design == load_design(design_path(tmp_path))
    names = sorted(path.name for path in (tmp_path / FOLDER).iterdir())
    assert names == [
        "award.yaml",
        "design.yaml",
        "seal1-公章_2026.png",
        "seal2-second.png",
        "signature-签名_.png",
    ]
    keep_look(tmp_path, found)  # again, as it came back: the same files
    assert sorted(path.name for path in (tmp_path / FOLDER).iterdir()) == names


def test_pictures_taken_out_leave_the_folder_and_nothing_else_does(tmp_path: Path) -> None:
    keep_look(tmp_path, Look(Design(seals=(picture("a.png"),))))
    own = tmp_path / FOLDER / "notes.txt"
    own.write_text("mine", encoding="utf-8")
    keep_look(tmp_path, Look())
    assert sorted(path.name for path in (tmp_path / FOLDER).iterdir()) == [
        "award.yaml",
        "design.yaml",
        "notes.txt",
    ]


def test_a_broken_picture_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        keep_look(tmp_path, Look(Design(signature=Picture("x.png", picture("x").data[:60]))))
    assert refused.value.code == "picture-broken"
    assert not (tmp_path / FOLDER).exists()
    keep_look(tmp_path, Look())
    (tmp_path / FOLDER / "award.yaml").write_text("date: soon", encoding="utf-8")
    with pytest.raises(InputError) as malformed:
        kept_look(tmp_path)
    assert malformed.value.code == "malformed-field"


def test_english_names_of_the_settings_are_used_where_the_design_has_none() -> None:
    settings = Settings(
        title="网络理政十大创新案例",
        title_en="Ten Cases",
        edition="2026年度",
        edition_en="2026",
        organizers=[Organizer("示例大学", "Example University"), Organizer("示例研究会")],
    )
    own = {"网络理政十大创新案例": "Ten Innovative Cases"}
    named = named_in_english(Design(language="zh-en", names_en=own), settings)
    assert named.names_en == {
        "网络理政十大创新案例": "Ten Innovative Cases",
        "2026年度": "2026",
        "示例大学": "Example University",
    }
    assert named_in_english(Design(), settings) == Design()
