"""What the page reads: how far the round is, and whether the count of before still holds."""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

from review_app.model.rubric import CountingRule
from review_app.model.workspace import Workspace
from review_app.model.workspace.box_acts import Opening
from review_app.model.workspace.publication import SetAside
from review_app.model.workspace.standing import Standing


class Key(NamedTuple):
    """What a count hangs on: while it stays, only what is quickly read is read anew."""

    round_id: str
    draw: str | None
    aside: tuple[SetAside, ...]
    late: int


class Seen(NamedTuple):
    """How far the round is; ``key`` is None before the box was opened."""

    key: Key | None
    state: str
    last: Opening | None
    rule: CountingRule | None = None


def glance(workspace: Workspace) -> Seen:
    """How far the round under way is; quickly read."""
    rounds = workspace.rounds.all()
    if not rounds:
        return Seen(None, "", None)
    round_, publication = rounds[-1], workspace.publication
    if round_.state not in ("opened", "sealed"):
        last = workspace.counting.last_opening(round_) if round_.state == "closed" else None
        return Seen(None, round_.state, last, round_.rule)
    late = workspace.counting.glance(round_).late
    key = Key(round_.id, publication.draw(round_), tuple(publication.set_aside(round_)), late)
    return Seen(key, round_.state, None, round_.rule)


def freshened(workspace: Workspace, standing: Standing) -> Standing:
    """The same count with what was written down since."""
    round_, publication = workspace.rounds.current(), workspace.publication
    return dataclasses.replace(
        standing,
        notice=publication.notice(round_),
        objections=publication.objections(round_),
        commendations=workspace.commendations.all(round_),
    )
