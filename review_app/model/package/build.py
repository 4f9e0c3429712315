"""Building a case package: every member sealed to the package's own key, that key once for each card."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import BinaryIO

from review_app.model import canonical
from review_app.model.container import ContainerWriter
from review_app.model.crypto import age, jws
from review_app.model.crypto.keys import public_jwk, public_of
from review_app.model.errors import InputError
from review_app.model.package.manifest import (
    MANIFEST_TYP,
    PACKAGE_MIMETYPE,
    SEAL_TYP,
    Manifest,
    Member,
    PackageHeader,
    Seal,
    SealedEntry,
    check_manifest,
)
from review_app.model.progress import SILENT, Progress
from review_app.model.terms import TERMS_TYP, Terms, check_terms


@dataclass(frozen=True)
class KeyEntry:
    """Who can open: the card's lookup name and its age recipient."""

    lookup: str
    recipient: str


def sign_manifest(manifest: Manifest, organizer_seed: bytes) -> tuple[bytes, str]:
    """The manifest's JWS, and the digest that the terms have to carry."""
    signed = jws.sign(manifest, MANIFEST_TYP, organizer_seed)
    return signed, hashlib.sha256(signed).hexdigest()


def sign_terms(terms: Terms, organizer_seed: bytes) -> bytes:
    """The terms' JWS; the digest of these bytes is the terms digest.  Raises InputError ``terms-invalid``."""
    return jws.sign(check_terms(terms), TERMS_TYP, organizer_seed)


def build_package(
    file: BinaryIO,
    *,
    terms: Terms,
    manifest: Manifest,
    organizer_seed: bytes,
    package_identity: str,
    key_entries: Iterable[KeyEntry],
    content_of: Callable[[Member], bytes],
    progress: Progress = SILENT,
) -> bytes:
    """Writes a package to ``file`` and returns the terms' JWS.

    ``content_of`` gives the plaintext of a member; it is compared with the manifest, so a file changed on disk since
    intake stops the build (InputError ``content-changed``).  ``progress`` counts members.  What a failure leaves in
    ``file`` is no package.
    """
    manifest_jws, manifest_digest = sign_manifest(check_manifest(manifest, terms), organizer_seed)
    if manifest_digest != terms.manifest:
        raise ValueError("the terms name another manifest")
    terms_jws = sign_terms(terms, organizer_seed)
    recipient = age.recipient_of(package_identity)
    header = PackageHeader("casepkg/0", public_jwk(public_of(organizer_seed)), terms.round_id)
    identity_file = f"{package_identity}\n".encode("ascii")
    # SHA-256 takes longer than all the rest and leaves Python's lock: it has a thread of its own.  As every member
    # waits for its plaintext's digest, no more than one member is behind.
    with ThreadPoolExecutor(max_workers=1) as hashing:
        writer = _SealingWriter(file, hashing)
        writer.add("mimetype", PACKAGE_MIMETYPE)
        writer.add("header.json", canonical.encode(header))
        for entry in sorted(key_entries, key=lambda entry: entry.lookup):
            writer.add(f"keys/{entry.lookup}.age", age.seal(identity_file, [entry.recipient]))
        writer.add("terms.age", age.seal(terms_jws, [recipient]))
        writer.add("manifest.age", age.seal(manifest_jws, [recipient]))
        progress.start(len(manifest.members))
        for member in manifest.members:
            content = content_of(member)
            digest = hashing.submit(_digest, content)
            writer.add(member.name, age.seal(content, [recipient]))
            if len(content) != member.size or digest.result() != member.digest:
                raise InputError("content-changed", member=member.name)
            progress.step()
        writer.finish(terms.round_id, organizer_seed)
    return terms_jws


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class _SealingWriter:
    """A container writer that remembers what the seal has to say."""

    def __init__(self, file: BinaryIO, hashing: Executor) -> None:
        self._writer = ContainerWriter(file)
        self._hashing = hashing
        self._entries: list[tuple[Future[str], str, int]] = []

    def add(self, name: str, content: bytes) -> None:
        self._entries.append((self._hashing.submit(_digest, content), name, len(content)))
        self._writer.add(name, content)

    def finish(self, round_id: str, organizer_seed: bytes) -> None:
        entries = [SealedEntry(digest.result(), name, size) for digest, name, size in self._entries]
        seal = Seal("seal/0", round_id, entries)
        self._writer.add("seal.jws", jws.sign(seal, SEAL_TYP, organizer_seed))
        self._writer.close()


def member_names(count: int) -> Sequence[str]:
    """Names of ``count`` members: ``m/1.age``, ``m/2.age``, ..."""
    return [f"m/{number}.age" for number in range(1, count + 1)]
