"""Where a campaign's folder lies, and what is to be said about it: shared, synced and network folders."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

Doubt = Literal["synced", "network", "read-only"]

SYNCED = (
    "onedrive", "dropbox", "google drive", "googledrive", "icloud", "com~apple~clouddocs", "nutstore", "坚果云",
    "baidusyncdisk", "百度网盘", "百度同步盘", "baidunetdisk", "weiyun", "微云", "wpsdrive", "wps云盘",
    "wps cloud files", "aliyundrive", "阿里云盘", "syncthing", "nextcloud", "owncloud", "seafile", "seadrive",
    "box sync", "pcloud",
)  # fmt: skip
"""What the folders of programs that copy files to other computers are called, in lower case."""

_MARKS = (".dropbox", ".stfolder", ".nextcloudsync.log", ".owncloudsync.log", ".seafile-data")
"""What such programs put into the top of their folders."""

_SYNC_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ceph", "glusterfs", "davfs", "fuse.sshfs", "fuse.davfs2",
     "fuse.rclone", "fuse.gvfsd-fuse"}
)  # fmt: skip
_REMOTE_DRIVE = 4  # GetDriveTypeW, winbase.h


def doubts(folder: Path, mounts: str | None = None) -> list[Doubt]:
    """What speaks against working in ``folder``: a program that copies it elsewhere while it is worked in, a network
    (two computers could write at once, and a lock may hold nobody off), or that nothing can be written there.

    ``mounts`` is the system's table of mounts where it has one (``/proc/self/mounts``).  Nothing is written.
    """
    try:
        place = folder.resolve()
    except OSError:
        place = folder.absolute()
    found: list[Doubt] = []
    if _is_synced(place):
        found.append("synced")
    if _is_remote(place, mounts):
        found.append("network")
    if not os.access(place, os.W_OK):
        found.append("read-only")
    return found


def _is_synced(place: Path) -> bool:
    named = [part.lower() for part in place.parts]
    if any(
        part == name or part.startswith((f"{name} -", f"{name}-", f"{name}_"))
        for part in named
        for name in SYNCED
    ):
        return True
    roots = [Path(value) for variable in _SYNC_VARIABLES if (value := os.environ.get(variable))]
    if any(place.is_relative_to(root) for root in roots):
        return True
    return any((above / mark).exists() for above in (place, *place.parents) for mark in _MARKS)


def _is_remote(place: Path, mounts: str | None) -> bool:
    if place.drive.startswith("\\\\"):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _REMOTE_DRIVE)
    return _type_of_mount(place, _mounts() if mounts is None else mounts) in _NETWORK_TYPES


def _mounts() -> str:
    try:
        return Path("/proc/self/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        return ""


def _type_of_mount(place: Path, mounts: str) -> str:
    """The file system that ``place`` lies on: that of the longest mount point above it, the last one of equals."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        if place.is_relative_to(point) and len(Path(point).parts) >= best:
            best, kind = len(Path(point).parts), fields[2]
    return kind
