"""Opening a case package: what anyone can check without a card, and what a card holder reads.

Nothing opens whose seal, terms or manifest signature fails.  Members are checked one by one when they are read, so a
package of a gigabyte opens as fast as a small one, and damage to one attachment costs that attachment only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, cast

from review_app.model import canonical
from review_app.model.case import ATTACHMENT_LIMIT
from review_app.model.container import MAX_BYTES, Container
from review_app.model.crypto import age, ballot_card, jws
from review_app.model.crypto.ballot_card import BallotCard, BallotKeys
from review_app.model.crypto.keys import checked_public, thumbprint
from review_app.model.errors import InputError
from review_app.model.package.joined import Joined, open_joined
from review_app.model.package.manifest import (
    MANIFEST_TYP,
    PACKAGE_MIMETYPE,
    SEAL_TYP,
    Manifest,
    PackageCase,
    PackageHeader,
    Seal,
    SealedEntry,
    check_manifest,
)
from review_app.model.package.parts import is_part
from review_app.model.progress import SILENT, Progress
from review_app.model.terms import TERMS_TYP, Terms, check_terms, is_round_id, slip_name, terms_digest

_HEADER_LIMIT = 4096
_KEY_ENTRY_LIMIT = 64 << 10
_SIGNED_LIMIT = 24 << 20
_ENTRY_LIMIT = ATTACHMENT_LIMIT + (1 << 20)
"""An entry is read whole; age adds a header and 16 bytes each 64 KiB."""


class SealedPackage:
    """A package nobody has opened yet: its container is in order, its seal is signed by the key in its header."""

    def __init__(self, container: Container, joined: Joined | None = None) -> None:
        """Checks the outside of ``container``; raises InputError ``not-a-package``, ``package-damaged`` and what
        reading a container raises.  ``joined`` are the parts that the container is read from, if it is."""
        self.container = container
        self.joined = joined
        if not container.entries or container.entries[0].name != "mimetype":
            raise InputError("not-a-package")
        if container.read("mimetype", 100) != PACKAGE_MIMETYPE:
            raise InputError("not-a-package")
        raw_header = self.read_raw("header.json", _HEADER_LIMIT)
        self.header = canonical.decode(raw_header, PackageHeader, "header.json")
        self.organizer = checked_public(self.header.organizer.x, "header.json")
        if not is_round_id(self.header.round_id):
            raise InputError("malformed", what="header.json")
        raw_seal = self.read_raw("seal.jws", _SIGNED_LIMIT)
        self.seal = jws.verify(raw_seal, SEAL_TYP, self.organizer, Seal, "seal.jws")
        self._sealed = {entry.name: entry for entry in self.seal.entries}
        self._check_directory()
        self._check_digest("header.json", raw_header)

    @classmethod
    def open(cls, path: Path, beside: Iterable[Path] = ()) -> SealedPackage:
        """Opens the file at ``path``, whatever its name; see the constructor for what is refused.

        Where it is one part of a package, the others are looked for beside it and among ``beside``, the files that came
        with it; see :func:`review_app.model.package.parts.find_parts` for what is refused then.
        """
        if not is_part(path):
            container = Container.open(path)
            try:
                return cls(container)
            except BaseException:
                container.close()
                raise
        joined = open_joined(path, beside)
        try:
            return cls(Container(cast(BinaryIO, joined)), joined)
        except InputError as failure:
            with joined:
                raise joined.blame(0, joined.parts[0].header.package_size) or failure from failure
        except BaseException:
            joined.close()
            raise

    def __enter__(self) -> SealedPackage:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self.container.close()

    @property
    def round_id(self) -> str:
        """The round this package belongs to."""
        return self.header.round_id

    @property
    def organizer_thumbprint(self) -> str:
        """RFC 7638 thumbprint of the key that signed the seal."""
        return thumbprint(self.organizer)

    def read(self, name: str, limit: int = _SIGNED_LIMIT) -> bytes:
        """The bytes of one entry, compared with the seal.  Raises InputError ``member-damaged`` and the like."""
        content = self.read_raw(name, limit)
        self._check_digest(name, content)
        return content

    def read_raw(self, name: str, limit: int = MAX_BYTES) -> bytes:
        """The bytes of one entry as they lie in the file, not compared with the seal.

        Raises InputError ``member-damaged`` and the like; ``part-damaged`` where a part of the package is to blame.
        """
        try:
            return self.container.read(name, limit)
        except InputError as failure:
            if self.joined is None or failure.code != "member-damaged":
                raise
            start, end = self.container.extent(name)
            raise self.joined.blame(start, end) or failure from failure

    def damaged_entries(self, progress: Progress = SILENT) -> Iterator[str]:
        """Reads every entry and yields the names of those that differ from the seal.  ``progress`` counts entries."""
        progress.start(len(self.seal.entries))
        for entry in self.seal.entries:
            try:
                self.read(entry.name, entry.size)
            except InputError:
                yield entry.name
            progress.step()

    def unlock(self, card: BallotCard) -> CasePackage:
        """Opens the package for the holder of ``card``.

        Raises InputError ``card-other-round`` (the card file names another), ``card-unknown`` (no key entry: another
        organizer's, withdrawn, or mistaken), ``card-not-admitted`` and everything damage can cause.
        """
        if card.round_id is not None and card.round_id != self.round_id:
            raise InputError("card-other-round")
        keys = ballot_card.derive(card, self.round_id, self.organizer_thumbprint)
        entry = f"keys/{keys.lookup}.age"
        if entry not in self.container:
            raise InputError("card-unknown")
        identity_file = age.unseal(self.read(entry, _KEY_ENTRY_LIMIT), keys.age_identity, entry)
        return self._opened(_identity_in(identity_file), keys, admitted=True)

    def look(self, identity: str) -> CasePackage:
        """Opens the package with its own age identity, as its organizer can: to look at it as an expert would.

        No card is involved: the keys are new ones that nothing signed with is admitted by.  Raises what
        :meth:`unlock` raises.
        """
        keys = ballot_card.derive(
            ballot_card.new_card(self.round_id), self.round_id, self.organizer_thumbprint
        )
        return self._opened(identity, keys, admitted=False)

    def _opened(self, identity: str, keys: BallotKeys, *, admitted: bool) -> CasePackage:
        terms_jws = age.unseal(self.read("terms.age"), identity, "terms.age")
        terms = jws.verify(terms_jws, TERMS_TYP, self.organizer, Terms, "terms.age")
        check_terms(
            terms, points=False
        )  # the holder's own key follows from the card; others' are for the box
        if terms.round_id != self.round_id:
            raise InputError("package-damaged", part="terms.age")
        if admitted and slip_name(keys.sign_public) not in terms.admission.lists[0]:
            raise InputError("card-not-admitted")
        manifest_jws = age.unseal(self.read("manifest.age"), identity, "manifest.age")
        if hashlib.sha256(manifest_jws).hexdigest() != terms.manifest:
            raise InputError("package-damaged", part="manifest.age")
        manifest = jws.verify(manifest_jws, MANIFEST_TYP, self.organizer, Manifest, "manifest.age")
        check_manifest(manifest, terms)
        sealed_members = [entry.name for entry in self.seal.entries if entry.name.startswith("m/")]
        if [member.name for member in manifest.members] != sealed_members:
            raise InputError("package-damaged", part="manifest.age")
        return CasePackage(self, keys, identity, terms_jws, terms, manifest)

    def _check_directory(self) -> None:
        found = [(entry.name, entry.size) for entry in self.container.entries]
        sealed = [(entry.name, entry.size) for entry in self.seal.entries]
        whole = found == [*sealed, ("seal.jws", self.container.size("seal.jws"))]
        ordered = [name for name, _ in found] == _entry_order([name for name, _ in sealed])
        readable = all(size <= _ENTRY_LIMIT for _, size in sealed)
        if not whole or not ordered or not readable or self.seal.round_id != self.round_id:
            raise InputError("package-damaged", part="seal.jws")

    def _check_digest(self, name: str, content: bytes) -> None:
        sealed: SealedEntry | None = self._sealed.get(name)
        if sealed is None or hashlib.sha256(content).hexdigest() != sealed.digest:
            raise InputError("member-damaged", member=name)


class CasePackage:
    """A package opened by a card: terms, manifest, and members on demand.  Plaintext stays in memory."""

    def __init__(
        self,
        sealed: SealedPackage,
        keys: BallotKeys,
        identity: str,
        terms_jws: bytes,
        terms: Terms,
        manifest: Manifest,
    ) -> None:
        self.sealed = sealed
        self.keys = keys
        self.terms_jws = terms_jws
        self.terms = terms
        self.manifest = manifest
        self._identity = identity
        self._members = {member.name: member for member in manifest.members}
        self._cases = {case.id: case for case in manifest.cases}

    @property
    def identity(self) -> str:
        """The package's own age identity: amendments are sealed to it."""
        return self._identity

    @property
    def digest(self) -> str:
        """The terms digest: what sheets refer to."""
        return terms_digest(self.terms_jws)

    def case(self, case_id: str) -> PackageCase:
        """The candidate with this id; KeyError when there is none."""
        return self._cases[case_id]

    def media_type(self, member: str) -> str:
        """Media type of a member of the manifest; KeyError when there is none."""
        return self._members[member].media_type

    def read_member(self, name: str) -> bytes:
        """The plaintext of one dossier or attachment, released only after every check.

        Raises InputError ``member-missing``, ``member-damaged`` or ``cannot-decrypt``; the rest stays readable.
        """
        member = self._members.get(name)
        if member is None:
            raise InputError("member-missing", member=name)
        content = age.unseal(self.sealed.read_raw(name), self._identity, name)
        if len(content) != member.size or hashlib.sha256(content).hexdigest() != member.digest:
            raise InputError("member-damaged", member=name)
        return content

    def dossier(self, case_id: str) -> str:
        """The Markdown text of a case; raises what :meth:`read_member` raises, InputError ``text-not-utf8``."""
        content = self.read_member(self._cases[case_id].dossier)
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError as failure:
            raise InputError("text-not-utf8", name=case_id) from failure

    def close(self) -> None:
        """Closes the file."""
        self.sealed.close()


def _identity_in(identity_file: bytes) -> str:
    """The one identity of an age identity file (comment lines are allowed)."""
    try:
        lines = identity_file.decode("ascii").splitlines()
        (identity,) = [line for line in lines if line and not line.startswith("#")]
    except ValueError as failure:
        raise InputError("package-damaged", part="keys") from failure
    age.recipient_of(identity)
    return identity


def _entry_order(names: list[str]) -> list[str]:
    """The one order in which a package may hold entries with these names."""
    keys = sorted(name for name in names if name.startswith("keys/"))
    members = sorted((name for name in names if name.startswith("m/")), key=lambda name: (len(name), name))
    return ["mimetype", "header.json", *keys, "terms.age", "manifest.age", *members, "seal.jws"]
