"""Files on disk: where ours lie, how they are written, and how the operating system's refusals become our errors."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from review_app.model.errors import EnvironmentFailure, InputError, ReviewError

HOME_VARIABLE = "REVIEW_APP_HOME"
SAMPLE_FOLDER = "sample"
"""Below the home folder: the sample round's package and card."""


def asset_path(name: str) -> Path:
    """The path of a file that ships with the program, for example ``sample/campaign.yaml``.

    In a wheel the assets lie inside the package, in a source tree beside it.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "assets"
    return (inside if inside.is_dir() else package.parent / "assets") / name


def home_folder() -> Path:
    """Where local state (score stores, settings) lies: ``REVIEW_APP_HOME``, or the user's own data folder."""
    override = os.environ.get(HOME_VARIABLE)
    return Path(override) if override else _data_folder("review-app")


def _data_folder(name: str) -> Path:
    """The user's own data folder of a program: on Linux by the XDG Base Directory Specification 0.8, elsewhere as the
    system says."""
    if sys.platform == "linux":
        given, home = (os.environ.get(variable, "") for variable in ("XDG_DATA_HOME", "HOME"))
        if given.startswith("/"):
            return Path(given, name)
        if home.startswith("/"):
            return Path(home, ".local", "share", name)
    import platformdirs  # loads archives and random numbers, too: nothing for every start

    return Path(platformdirs.user_data_dir(name, appauthor=False))


def ensure_folder(folder: Path) -> Path:
    """Creates ``folder`` (for its owner only, where the system knows such a thing) and returns it."""
    with os_errors(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


@contextlib.contextmanager
def os_errors(path: Path) -> Iterator[None]:
    """Turns an :class:`OSError` about ``path`` into an error of ours with a stable code."""
    try:
        yield
    except OSError as failure:
        raise from_os_error(failure, path) from failure


def from_os_error(failure: OSError, path: Path) -> EnvironmentFailure | InputError:
    """The error of ours that says what ``failure`` means for the person at the keyboard."""
    name = path.name or str(path)
    if failure.errno in (
        errno.ENOSPC,
        errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC,
        errno.EFBIG,
    ):
        return EnvironmentFailure("disk-full", name=name)
    if failure.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return EnvironmentFailure("no-permission", name=name)
    if failure.errno in (errno.ENOENT, errno.ENOTDIR):
        return InputError("file-missing", name=name)
    if failure.errno == errno.EISDIR:
        return InputError("is-a-folder", name=name)
    if failure.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return EnvironmentFailure("path-unusable", name=name)
    return EnvironmentFailure("disk-failed", name=name, reason=os.strerror(failure.errno or 0))


def why_unwritable(path: Path, offset: int = 0) -> ReviewError:
    """What the system says to a write of our own beside ``path``, ``offset`` bytes into a file.

    SQLite has one word, "I/O error", for a quota, a limit on file sizes and a broken disk; people need the
    difference.
    """
    trial = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with trial.open("xb") as file:
            file.seek(offset)
            file.write(bytes(1 << 18))
            file.flush()
            os.fsync(file.fileno())
    except OSError as refusal:
        return from_os_error(refusal, path)
    finally:
        with contextlib.suppress(OSError):
            trial.unlink()
    return EnvironmentFailure("disk-failed", name=path.name, reason="I/O error")


def size_words(size: int) -> str:
    """A number of bytes as people say it, rounded up: ``64 MB``, ``100 KB``; the same in every language."""
    for unit, name in ((1 << 20, "MB"), (1000, "KB")):
        if size >= unit:
            return f"{-(-size // unit)} {name}"
    return f"{size} B"


def read_limited(path: Path, limit: int) -> bytes:
    """The whole content of ``path``; a file of more than ``limit`` bytes is refused before it is read.

    Raises InputError ``file-too-large``, ``file-missing``; EnvironmentFailure for the rest.
    """
    with os_errors(path), path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            raise InputError("file-too-large", name=path.name, limit=limit, size=size_words(limit))
        return file.read((size or limit) + 1)  # room for all of it is taken first; a pipe has no size


@contextlib.contextmanager
def taking_place_of(path: Path) -> Iterator[Path]:
    """A free name beside ``path`` for a file that is put in its place when the block ends well; after a failure it is
    gone."""
    temporary = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        yield temporary
        with os_errors(path):
            os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


@contextlib.contextmanager
def atomic_writer(path: Path) -> Iterator[BinaryIO]:
    """Opens a temporary neighbour of ``path`` and puts it in place when the block ends well.

    Flush, fsync, atomic replace, fsync of the folder (where the system offers that).  After a failure the old file
    stands untouched, or none; the temporary one is gone.  Raises InputError ``folder-missing``.
    """
    with os_errors(path):
        if not path.parent.is_dir():
            raise InputError("folder-missing", folder=str(path.parent), name=path.name)
        with taking_place_of(path) as temporary, temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        sync_folder(path.parent)


def write_atomically(path: Path, content: bytes) -> None:
    """Writes ``content`` to ``path`` by way of :func:`atomic_writer`."""
    with atomic_writer(path) as file:
        file.write(content)


def check_writable(folder: Path) -> None:
    """Raises what the system says to a file of ours in ``folder``; for what can't be taken back, and is written after.
    Nothing is left there."""
    probe = folder / f".{secrets.token_hex(6)}.part"
    try:
        write_atomically(probe, b"")
    finally:
        with contextlib.suppress(OSError):
            probe.unlink()


def sync_folder(folder: Path) -> None:
    """Returns when the names in ``folder`` are on the disk, where the system offers that."""
    if os.name == "nt":  # Windows has no handle on folders; NTFS journals the rename itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # some network file systems refuse to sync a folder; the rename itself has happened
        pass
    finally:
        os.close(handle)


def sha256_of(file: BinaryIO, on_block: Callable[[bytes], object] | None = None, block: int = 1 << 20) -> str:
    """SHA-256 of what is left of ``file`` as 64 lower-case hex digits; ``on_block`` sees every block read."""
    digest = hashlib.sha256()
    while data := file.read(block):
        digest.update(data)
        if on_block is not None:
            on_block(data)
    return digest.hexdigest()
