"""How long a case is bound by a list of candidates, and that correcting it afterwards leaves the vote as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from review_app.model.crypto.ballot_card import derive
from review_app.model.errors import UsageError
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sheet import make_sheet
from review_app.model.terms import terms_digest
from review_app.model.workspace import Workspace
from review_app.model.workspace.submission import Submission


@pytest.fixture
def made(workspace: Workspace) -> Submission:
    """What the case alpha was accepted from."""
    found = workspace.submissions.of_case("alpha")
    assert found is not None
    return found


def test_after_a_ballot_of_the_shortlist_a_case_can_be_corrected_again(
    workspace: Workspace, made: Submission, tmp_path: Path
) -> None:
    ballot = workspace.shortlist.start_ballot(workspace.stages.new().number)
    drawn = workspace.cards.draw(ballot, 3, 0)

    def fixed() -> None:
        with pytest.raises(UsageError, match="case-frozen"):
            workspace.submissions.edit(made.id, {"title": "改"})
        with pytest.raises(UsageError, match="case-frozen"):
            workspace.submissions.reopen(made.id)

    fixed()
    workspace.packing.pack(ballot, tmp_path / "ballot.casepkg")
    fixed()
    sheets = []
    for issued in drawn.files:
        keys = derive(issued.card, ballot.id, ballot.organizer_thumbprint)
        states = {case_id: CaseScores((2,)) for case_id in ballot.terms.candidate_ids}
        sheets.append(make_sheet(ballot.terms, terms_digest(ballot.terms_jws), keys, states, 1)[0])
    workspace.counting.take_in(ballot, sheets)
    workspace.counting.close(ballot)
    voted = ballot.manifest

    # before the box is opened and after it
    workspace.submissions.edit(made.id, {"contact": "new@example.invalid"})
    assert workspace.counting.open(ballot).enough
    workspace.submissions.edit(made.id, {"title": "更正的题目"}, dossier="正文。" * 300)
    assert workspace.nominations.get("alpha").title == "更正的题目"
    # the vote is about what was voted on, and counts for the case all the same
    assert ballot.manifest == voted and "案例 alpha" in [case.title for case in voted.cases]
    assert workspace.shortlist.from_round(1, ballot) == 3
    assert workspace.shortlist.tally(1)["alpha"].recommend == 3
    # corrections are taken back like any other; the case itself can't go from under its vote
    workspace.edits.undo()
    workspace.edits.undo()
    assert workspace.nominations.get("alpha").title == "案例 alpha"
    with pytest.raises(UsageError, match="case-decided"):
        workspace.submissions.reopen(made.id)
    with pytest.raises(UsageError, match="case-decided"):
        workspace.submissions.return_(made.id, "理由")
    rubric = load_rubric()
    final = workspace.rounds.new("final", rubric, load_rule(None, rubric))
    workspace.shortlist.freeze(final)
    fixed()


def test_a_list_that_was_given_up_binds_nobody(workspace: Workspace, made: Submission) -> None:
    workspace.shortlist.start_ballot(workspace.stages.new().number)
    rubric = load_rubric()
    workspace.rounds.new("final", rubric, load_rule(None, rubric))
    workspace.submissions.edit(made.id, {"title": "改"})
    workspace.edits.undo()
    assert workspace.nominations.get("alpha").title == "案例 alpha"
    while (edit := workspace.edits.undoable) is not None:  # but its case can't be taken back
        assert edit.act != "nomination-accepted"
        workspace.edits.undo()
    assert "alpha" in workspace.nominations
