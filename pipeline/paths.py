"""Where weights and seeds are, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "_data"


def data_root() -> Path:
    """Folder that holds `seeds/` and `models/`: inside the wheel if bundled there, else the checkout.

    >>> (data_root() / "seeds" / "ontology.yaml").is_file()
    True
    """
    return _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent


def seeds(*parts: str) -> Path:
    """Path below `seeds/`; existence is not checked."""
    return data_root().joinpath("seeds", *parts)


def models(*parts: str) -> Path:
    """Path below `models/`; existence is not checked."""
    return data_root().joinpath("models", *parts)
