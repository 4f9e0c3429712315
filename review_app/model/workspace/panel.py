"""The panel that shortlists: who sits at the table, and for which institution."""

from __future__ import annotations

from collections.abc import Iterable

from review_app.model.canonical import Record
from review_app.model.errors import UsageError
from review_app.model.text import visible
from review_app.model.workspace.context import Context
from review_app.model.workspace.edits import RowChange

NAME_LIMIT = 100
MAX_MEMBERS = 200


class Member(Record, frozen=True):
    """One member; ``id`` is ``m001``, ``m002`` ... in the order in which they were named."""

    id: str
    name: str
    institution: str


class Panel:
    """The table of members.  Every change can be undone."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def members(self) -> list[Member]:
        """All members, in the order in which they were named."""
        rows = self._context.db.rows("SELECT id, name, institution FROM member ORDER BY id")
        return [Member(*row) for row in rows]

    def get(self, member_id: str) -> Member:
        """The member with this id; raises UsageError ``unknown-member``."""
        row = self._context.db.row("SELECT id, name, institution FROM member WHERE id = ?", (member_id,))
        if row is None:
            raise UsageError("unknown-member", member=member_id)
        return Member(*row)

    def find(self, words: str) -> Member:
        """The member meant by an id, by a name, or by ``name (institution)`` where a name stands twice.

        Raises UsageError ``unknown-member``, ``member-ambiguous``.
        """
        wanted, members = tidy(words), self.members()
        for member in members:
            if wanted == member.id or wanted in _full_names(member):
                return member
        found = [member for member in members if member.name == wanted]
        if len(found) > 1:
            raise UsageError("member-ambiguous", member=wanted)
        if not found:
            raise UsageError("unknown-member", member=wanted)
        return found[0]

    def add(self, name: str, institution: str = "") -> Member:
        """Names a member; raises UsageError ``member-invalid``, ``member-known``."""
        return self.add_all([(name, institution)])[0]

    def add_all(self, people: Iterable[tuple[str, str]], *, skip_known: bool = False) -> list[Member]:
        """Names several members, all or none; with ``skip_known`` those who are on the panel already are left out.

        Raises UsageError as :meth:`add`.
        """
        with self._context.db.transaction():
            members, added = self.members(), []
            number = max((int(member.id[1:]) for member in members), default=0)
            for name, institution in people:
                member = _checked(f"m{number + 1:03d}", name, institution)
                if any(_same(member, other) for other in members):
                    if skip_known:
                        continue
                    raise UsageError("member-known", member=member.name)
                number += 1
                members.append(member)
                added.append(member)
            if len(members) > MAX_MEMBERS:
                raise UsageError("member-invalid", member=members[-1].name)
            if added:
                self._context.edits.change(
                    "members-named",
                    {"members": [member.name for member in added]},
                    [RowChange("member", (member.id,), _row(member)) for member in added],
                )
        return added

    def change(self, member_id: str, name: str, institution: str) -> Member:
        """Corrects a member's name or institution; raises UsageError as :meth:`add`, ``unknown-member``."""
        with self._context.db.transaction():
            old, member = self.get(member_id), _checked(member_id, name, institution)
            if any(_same(member, other) for other in self.members() if other.id != member_id):
                raise UsageError("member-known", member=member.name)
            details = {"member": member.name, "before": old.name}
            self._context.edits.change(
                "member-changed", {**details}, [RowChange("member", (member_id,), _row(member))]
            )
        return member

    def remove(self, member_id: str) -> None:
        """Takes a member who hasn't voted off the panel; raises UsageError ``unknown-member``, ``member-voted``."""
        with self._context.db.transaction():
            member = self.get(member_id)
            if self._context.db.row("SELECT 1 FROM vote WHERE member = ?", (member_id,)):
                raise UsageError("member-voted", member=member.name)
            self._context.edits.change(
                "member-removed", {"member": member.name}, [RowChange("member", (member_id,), None)]
            )


def tidy(text: str) -> str:
    """A name as it is kept: one line, no hidden characters, single spaces."""
    return " ".join(text.split())


def _checked(member_id: str, name: str, institution: str) -> Member:
    member = Member(member_id, tidy(name), tidy(institution))
    for text in (member.name, member.institution):
        if len(text) > NAME_LIMIT or visible(text, NAME_LIMIT) != text:
            raise UsageError("member-invalid", member=visible(member.name, 40))
    if not member.name:
        raise UsageError("member-invalid", member=member.institution)
    return member


def _same(one: Member, other: Member) -> bool:
    return (one.name, one.institution) == (other.name, other.institution)


def _full_names(member: Member) -> tuple[str, str]:
    return f"{member.name}（{member.institution}）", f"{member.name} ({member.institution})"


def _row(member: Member) -> tuple[str, str, str]:
    return (member.id, member.name, member.institution)
