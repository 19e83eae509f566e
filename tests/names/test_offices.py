from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.document import Position
from pipeline.kb.knowledge_base import load
from pipeline.names.position_organizations import Organizations

MakeDoc = Callable[..., Doc]


def organization(doc: Doc, title: str, body: str | None, rows: dict[str, str], rule: str) -> str | None:
    """Where a rule of `Organizations` puts the post of Jane Doe, with rows of the knowledge base by entity_id."""
    for entity in doc._.entities:
        entity["kb_id"] = rows.get(entity["entity_id"])
        known = load().entries.get(entity["kb_id"] or "")
        entity["country"] = known.country if known is not None else None
    start = doc.text.index(title)
    post = Position(title=title, organization=body, current=True, start=start, end=start + len(title))
    organizations = Organizations(doc, load())
    moved = organizations.of_union(post) if rule == "of_union" else organizations.of_office(post, "jane-doe")
    return moved["organization"]


@pytest.mark.parametrize(
    ("text", "title", "body", "found"),
    [
        ("Osprey fell in Tarn. Treasurer Jane Doe spoke.", "Treasurer", "osprey", "tarn"),
        ("Osprey fell. Treasurer Jane Doe spoke.", "Treasurer", "osprey", None),
        ("Osprey fell in Tarn. Osprey treasurer Jane Doe spoke.", "treasurer", "osprey", "osprey"),
        ("Osprey fell in Tarn. Director Jane Doe spoke.", "Director", "osprey", "osprey"),
        ("The Coin Office of Tarn let Osprey fall. Treasurer Jane Doe spoke.", "Treasurer", "osprey", "coin-office"),
    ],
)
def test_a_known_office_is_at_its_body_or_country(
    make_doc: MakeDoc, text: str, title: str, body: str, found: str | None
) -> None:
    names = {"Osprey": "COMPANY", "Tarn": "LOCATION", "Coin Office": "GOVERNMENT", "Jane Doe": "PERSON"}
    doc = make_doc(text, {n: t for n, t in names.items() if n in text}, everywhere=True)
    rows = {"jane-doe": "jim-chalmers", "tarn": "country-au", "coin-office": "australia-treasury"}
    assert organization(doc, title, body, rows, "of_office") == found


@pytest.mark.parametrize(("title", "found"), [("commissioner", "orinda-commission"), ("envoy", "orinda-union")])
def test_commissioners_of_the_union_are_at_its_commission(make_doc: MakeDoc, title: str, found: str) -> None:
    text = f"The Orinda Commission spoke. Orinda Union {title} Jane Doe agreed."
    names = {"Orinda Commission": "GOVERNMENT", "Orinda Union": "ORGANIZATION", "Jane Doe": "PERSON"}
    rows = {"orinda-commission": "european-commission", "orinda-union": "european-union"}
    assert organization(make_doc(text, names), title, "orinda-union", rows, "of_union") == found


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Jane Doe, chair of Osprey and Marlin, left.", ["osprey", "marlin"]),
        ("Jane Doe, chair of Osprey, Tern and Marlin, left.", ["osprey", "tern", "marlin"]),
        ("Jane Doe, chair of Osprey, and Marlin left.", ["osprey"]),
        ("Jane Doe, chair of Osprey and Marlin's owner, left.", ["osprey"]),
    ],
)
def test_a_title_is_held_at_each_body_of_a_list(make_doc: MakeDoc, text: str, bodies: list[str]) -> None:
    names = {n: "COMPANY" for n in ("Osprey", "Tern", "Marlin") if n in text}
    doc = make_doc(text, names | {"Jane Doe": "PERSON"}, posts={"chair": ("Jane Doe", "Osprey")})
    person = next(e for e in doc._.entities if e["type"] == "PERSON")
    assert [p["organization"] for p in person["positions"]] == bodies
