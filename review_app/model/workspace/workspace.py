"""The organizer's folder: ``campaign.sqlite``, ``files/``, ``vault.age``.  One program at a time."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

import msgspec

from review_app.model.case import Attachment
from review_app.model.crypto.keys import b64u, public_of
from review_app.model.crypto.vault import Unlocker, Vault, new_vault_id
from review_app.model.errors import InputError, UsageError
from review_app.model.files import ensure_folder, os_errors
from review_app.model.workspace.amendments import Amendments
from review_app.model.workspace.campaign import Campaign, Organizer, Settings, check_settings
from review_app.model.workspace.cards import Cards
from review_app.model.workspace.commendations import Commendations
from review_app.model.workspace.context import DATABASE_NAME, FILES_NAME, VAULT_NAME, Context
from review_app.model.workspace.counting import Counting
from review_app.model.workspace.db import Database
from review_app.model.workspace.letters import Letters
from review_app.model.workspace.migrations import check_schema, migrate
from review_app.model.workspace.nominations import Nominations
from review_app.model.workspace.packing import Packing
from review_app.model.workspace.people import People
from review_app.model.workspace.publication import Publication
from review_app.model.workspace.recovery import Recovery
from review_app.model.workspace.rounds import Rounds
from review_app.model.workspace.shortlist import Shortlist
from review_app.model.workspace.submission import KeptFile
from review_app.model.workspace.submissions import Submissions
from review_app.model.workspace.written import Written


class Workspace:
    """An open workspace.  Its attributes are the table groups; use as a context manager."""

    def __init__(self, context: Context) -> None:
        self.folder = context.folder
        self._context = context
        self.campaign = context.campaign
        self.log = context.log
        self.edits = context.edits
        self.blobs = context.blobs
        self.nominations = Nominations(context)
        self.submissions = Submissions(context, self.nominations)
        self.earlier = self.submissions.earlier
        self.rounds = Rounds(context)
        self.people = People(context)
        self.letters = Letters(context)
        self.cards = Cards(context)
        self.amendments = Amendments(context)
        self.publication = Publication(context)
        self.commendations = Commendations(context)
        self.written = Written(context)
        self.counting = Counting(context, self.cards, self.amendments, self.publication)
        self.shortlist = Shortlist(context, self.nominations, self.rounds, self.counting)
        self.panel = self.shortlist.panel
        self.stages = self.shortlist.stages
        self.recovery = Recovery(context)
        self.packing = Packing(context, self.shortlist, self.cards, self.rounds)

    @classmethod
    def create(
        cls,
        folder: Path,
        title: str,
        edition: str,
        organizers: Sequence[str],
        *,
        sample: bool = False,
        unlocker: Unlocker | None = None,
        settings: Settings | None = None,
    ) -> Workspace:
        """Makes a workspace in ``folder``, which must be empty or not there.  After a failure it is as
        before.

        ``settings`` may bring facets, return instructions and names in English; ``title``, ``edition`` and
        ``organizers`` win over those in it unless they are empty.

        Raises UsageError ``folder-not-empty``, ``title-missing``; InputError ``settings-invalid``; and what
        :meth:`Unlocker.new_key` raises.
        """
        merged = _merge(settings or Settings(), title, edition, organizers)
        unlocker = unlocker or Unlocker()
        with os_errors(folder):
            existed = folder.exists()
            if existed and (not folder.is_dir() or any(folder.iterdir())):
                raise UsageError("folder-not-empty", name=folder.name)
        ensure_folder(folder)
        try:
            return cls._create(folder, merged, sample, unlocker)
        except BaseException:
            _remove(folder, keep=existed)
            raise

    @classmethod
    def _create(cls, folder: Path, settings: Settings, sample: bool, unlocker: Unlocker) -> Workspace:
        vault_id = new_vault_id()
        vault = Vault.create(folder / VAULT_NAME, vault_id, unlocker)
        ensure_folder(folder / FILES_NAME)
        db = Database(folder / DATABASE_NAME, create=True)
        try:
            context = Context(folder, db, unlocker, vault)
            with db.transaction():  # all of it, or a file that nobody takes for a workspace
                migrate(db)
                key = b64u(public_of(vault.organizer_seed()))
                context.campaign.put(Campaign(vault_id, key, sample, settings))
                context.log.append("workspace-created", {"organizer": key})
            return cls(context)
        except BaseException:
            db.close()
            raise

    @classmethod
    def open(cls, folder: Path, unlocker: Unlocker | None = None, *, read_only: bool = False) -> Workspace:
        """Opens the workspace in ``folder``.  The vault is opened when a secret is first needed.

        ``read_only`` only looks: nothing in the folder is written, no lock is left, and everything that would change
        something raises UsageError ``workspace-read-only``; it works where nothing can be written.

        Raises InputError ``not-a-workspace``, ``workspace-damaged``, ``workspace-newer``, ``workspace-unfinished``
        (read only: it was interrupted, and has to be opened for work once); EnvironmentFailure ``workspace-in-use``.
        """
        if read_only:
            _check_boxes_settled(folder)
        db = Database(folder / DATABASE_NAME, read_only=read_only)
        try:
            migrate(db)
            db.check_intact()
            check_schema(db)
            context = Context(folder, db, unlocker or Unlocker())
            context.campaign.get()
            if read_only:
                db.refuse_changes()
            else:
                context.blobs.remove_leftovers()
            return cls(context)
        except BaseException:
            db.close()
            raise

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the files and lets others in."""
        self._context.db.close()

    @property
    def settings(self) -> Settings:
        """Names, facets and return instructions of the campaign."""
        return self.campaign.get().settings

    @property
    def read_only(self) -> bool:
        """Whether it is only looked at."""
        return self._context.read_only

    @property
    def sample(self) -> bool:
        """Whether this is a sample campaign, which says so wherever scores show."""
        return self.campaign.get().sample

    @property
    def organizer_public(self) -> bytes:
        """The organizer's public signing key, 32 bytes."""
        return self._context.organizer_public

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Several changes, all or none: the tables and the log.  Files are written at once, as ever."""
        with self._context.db.transaction():
            yield

    def unlock(self) -> None:
        """Opens the vault now: where a wrong passphrase should be said before a long job.

        Raises what :meth:`Vault.open` raises, InputError ``vault-other`` when the vault isn't this
        workspace's.
        """
        if public_of(self._context.vault.organizer_seed()) != self.organizer_public:
            raise InputError("vault-other")

    def verify_log(self) -> str:
        """Checks the log's chain, and that the heads given out in packages are in it; returns the head.

        Raises InputError ``log-broken`` (with the line), ``log-cut``.
        """
        heads = [r.manifest.log_head for r in self.rounds.all() if r.state not in ("drafted", "cards")]
        return self.log.verify(heads)

    def damaged_files(self) -> list[tuple[str, str]]:
        """Files that are missing or changed on disk, by what they belong to and their name: attachments of cases, and
        what is kept with nominations."""
        files = [
            (case.id, item.file_name, item.digest)
            for case in self.nominations.all()
            for item in case.attachments
        ]
        known = {digest for _, _, digest in files}
        for one in self.submissions.all():
            items: list[Attachment | KeptFile] = [*one.attachments, *one.kept]
            files += [
                (one.case_id or one.id, item.file_name, item.digest)
                for item in items
                if item.digest not in known
            ]
        found: list[tuple[str, str]] = []
        for owner, name, digest in files:
            try:
                self.blobs.read(digest)
            except InputError:
                found.append((owner, name))
        return found


def _check_boxes_settled(folder: Path) -> None:
    """Raises InputError ``workspace-unfinished`` where sheets stand only in the write-ahead log of a box: looked at in
    place, they would be missing."""
    for beside in folder.glob("box-*.sqlite-wal"):
        with os_errors(beside):
            if beside.stat().st_size:
                raise InputError("workspace-unfinished", name=beside.name.removesuffix("-wal"))


def _merge(settings: Settings, title: str, edition: str, organizers: Sequence[str]) -> Settings:
    named = [Organizer(name) for name in organizers] or settings.organizers
    merged = msgspec.structs.replace(
        settings,
        title=title or settings.title,
        edition=edition or settings.edition,
        organizers=named,
    )
    if not merged.title.strip() or not merged.edition.strip():
        raise UsageError("title-missing")
    return check_settings(merged)


def _remove(folder: Path, *, keep: bool) -> None:
    """Takes back what a failed :meth:`Workspace.create` made in a folder that was empty before."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()
        if not keep:
            folder.rmdir()
