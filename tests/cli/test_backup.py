"""A backup by the command line: from one computer to another, and every refusal by its code."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Campaign, csv_bytes
from tests.cli.program import call


def test_from_one_computer_to_another(packed: Campaign, tmp_path: Path) -> None:
    scores, backup = tmp_path / "scores.csv", tmp_path / "mine.scorebackup"
    first, second = ({"REVIEW_APP_HOME": str(tmp_path / name)} for name in ("first", "second"))
    use = [packed.package, "--card-file", packed.cards[0]]
    rows = [(case, "", "recused", "评语 " + case) for case in ("alpha", "beta", "gamma")]
    scores.write_bytes(csv_bytes(("case", "criterion", "value", "comment"), rows))
    call("score", *use, "--from", scores, env=first).done()
    made = call("backup", *use, "-o", backup, "--json", env=first).done().json
    assert made["size"] == backup.stat().st_size
    call("backup", *use, "-o", backup, env=first).refused("file-exists")
    found = call("inspect", backup, "--json").done().json
    assert (found["kind"], found["round_id"]) == ("scorebackup", made["round_id"])

    took = call("restore", *use, "--from", backup, "--json", env=second).done().json
    assert took["taken"] == ["alpha", "beta", "gamma"] and took["replaced"] == []
    shown = [call("scores", *use, "--json", env=env).done().json for env in (first, second)]
    assert shown[0] == shown[1]

    scores.write_bytes(csv_bytes(("case", "criterion", "value", "comment"), [("beta", "", "", "anders")]))
    call("score", *use, "--from", scores, env=second).done()
    scores.write_bytes(csv_bytes(("case", "criterion", "value", "comment"), [("beta", "", "", "neu")]))
    call("score", *use, "--from", scores, env=first).done()
    backup.unlink()
    call("backup", *use, "-o", backup, env=first).done()
    said = call("restore", *use, "--from", backup, env={**second, "LC_ALL": "en_US.UTF-8"}).done().out
    assert "beta" in said and "undo" in said

    other = [packed.package, "--card-file", packed.cards[1]]
    call("restore", *other, "--from", backup, env=second).refused("backup-other-card")
    call("restore", *use, "--from", packed.package, env=second).refused("not-a-backup")
    backup.write_bytes(backup.read_bytes()[:-5])
    call("restore", *use, "--from", backup, env=second).refused("backup-damaged")
    call("restore", *use, "--from", tmp_path / "none", env=second).refused("file-missing")
