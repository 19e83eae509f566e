"""Every example in a docstring runs, and so does the Python of the README."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import pipeline

MODULES = [m.name for m in pkgutil.walk_packages(pipeline.__path__, "pipeline.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    module = importlib.import_module(name)
    assert doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS).failed == 0


@pytest.mark.slow
def test_readme_python(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
    exec(readme.split("```python\n", 1)[1].split("\n```", 1)[0], {})
    assert "('SoftBank Group', 'COMPANY')" in capsys.readouterr().out
