"""What the stage of a deal says of its buyers: nobody has bought what was called off, and who bought has bought."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from pipeline.document import Project, Relation

_DEALS = frozenset({"acquisition", "divestment"})
#: Status of a deal -> the modalities that its buyers do not have there, and the one they have: right for 2,197 of 2,222
#: buyers and holders of stakes in gold of train, a lost bid being denied at every stage.
_OF_BUYERS = {
    "cancelled": (frozenset({"asserted", "planned", "possible"}), "denied"),
    "completed": (frozenset({"planned", "possible"}), "asserted"),
    "negotiating": (frozenset({"asserted"}), "possible"),
    "rumored": (frozenset({"asserted", "planned"}), "possible"),
    "announced": (frozenset({"asserted", "possible"}), "planned"),
    "approved": (frozenset({"asserted", "possible"}), "planned"),
    "delayed": (frozenset({"asserted"}), "planned"),
}


def set_deal_modality(doc: Doc, relations: Sequence[Relation]) -> None:
    """Sets the modality of `acquires` and of stakes bought by the status of their deal.

    The company in the deal's name is bought as the deal is (650 of 660 in gold of train).
    """
    projects: dict[str, Project] = {p["project_id"]: p for p in doc._.projects if p["kind"] in _DEALS}
    named = {project_id: _named_in(doc, deal) for project_id, deal in projects.items()}
    bought: dict[tuple[str, str], set[str]] = {}
    for relation in relations:
        deal = projects.get(relation["object"])
        if deal is None or relation["type"] not in ("acquires", "invests_in"):
            continue
        not_there, there = _OF_BUYERS.get(deal["status"] or "", (frozenset(), ""))
        stake = relation["type"] == "invests_in" and there == "planned"
        if relation["modality"] in not_there and not stake:
            relation["modality"] = there
        if relation["type"] == "acquires":
            for company in named[deal["project_id"]]:
                bought.setdefault((relation["subject"], company), set()).add(relation["modality"])
    for relation in relations:
        modalities = bought.get((relation["subject"], relation["object"]), set())
        if relation["type"] == "acquires" and len(modalities) == 1:
            relation["modality"] = next(iter(modalities))


def _named_in(doc: Doc, deal: Project) -> Iterable[str]:
    """Companies whose names stand inside the deal's."""
    spans = [doc._.project_mentions[index] for index in deal["mentions"]]
    return {
        m["entity"]
        for m in doc._.mentions
        if m["entity"] and m["type"] == "COMPANY" and any(s["start"] <= m["start"] < s["end"] for s in spans)
    }
