"""The contract: vocabularies in one truth, a schema that forbids the unknown, imports that stay light."""

from __future__ import annotations

import subprocess
import sys
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from pipeline import records
from pipeline.ontology import ontology
from pipeline.records import Amount, json_schema


@pytest.mark.parametrize(
    ("vocabulary", "literal"),
    [
        ("entity_types", records.EntityType),
        ("project_kinds", records.ProjectKind),
        ("sectors", records.Sector),
        ("statuses", records.Status),
        ("modalities", records.Modality),
        ("directions", records.Direction),
        ("mechanisms", records.Mechanism),
        ("horizons", records.Horizon),
        ("qualifiers", records.Qualifier),
        ("company_statuses", records.CompanyStatus),
        ("resolutions", records.Resolution),
    ],
)
def test_ontology_and_contract_agree(vocabulary: str, literal: Any) -> None:
    assert getattr(ontology(), vocabulary) == get_args(literal)


def test_relations_agree() -> None:
    assert tuple(ontology().relations) == get_args(records.RelationName)
    types = {*ontology().entity_types, "PROJECT"}
    assert all(r.subject | r.object <= types for r in ontology().relations.values())


def test_unknown_fields_are_refused() -> None:
    amount = {"value": 1, "currency": "USD", "qualifier": "exact", "start": 0, "end": 2, "text": "$1"}
    assert Amount(**amount).max is None
    with pytest.raises(ValidationError):
        Amount(**amount, unit="billion")


def test_schema_is_closed_and_current() -> None:
    schema = json_schema()
    assert schema["$schema"].endswith("2020-12/schema")
    assert all(
        part.get("additionalProperties") is False for part in schema["$defs"].values() if part["type"] == "object"
    )


def test_contract_imports_nothing_heavy() -> None:
    code = (
        "import sys, pipeline.records, pipeline; print({'spacy', 'pandas', 'sqlalchemy', 'torch'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
