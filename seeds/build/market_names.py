"""Names of issuers as rows of `names.tsv`: their forms, and which of them need context."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from company_forms import in_title_case, legal_variants, without_brackets, without_legal_form
from issuers import Issuer
from ordinary import is_romaji, needs_context
from sources.word_frequencies import zipf

from pipeline.kb.normalise import key
from pipeline.text.scripts import has_han

#: Years by which an encyclopaedia tells two companies of one name apart.
_YEARS = re.compile(r"\(\d{4}")
_SPACED = re.compile(r"\s+")
#: Ends of names that news leaves out, after a word that hardly any other name begins with.
_DISPENSABLE = re.compile(
    r" (?:Group|Global|International|Industries|Industrier|Technolog(?:y|ies)|Pharma(?:ceuticals?)?|Therapeutics|"
    r"Biosciences?|Biotech(?:nology)?|Laborator(?:y|ies)|Healthcare|Construction|Engineering|Enterprises?|Brands|"
    r"Corporation of India|India|Silicon Foundries|Football Club|Development|Entertainment|Energy|Systems?|Foods?|"
    r"Motors?|Electronics?|Semiconductors?|Chemicals?|Steel|Cement|Mining|Resources|Software|Wealth Management)$"
)
_HOLDINGS = re.compile(r" (?:Holdings?|\(Holdings?\))$", re.IGNORECASE)
#: How many other issuers' names may begin with a name before it counts as a group's.
GROUP_MEMBERS = 2


@dataclass
class Form:
    """One name of one issuer; `full`: with legal form, so that no ordinary phrase reads like it; `short`: cut by us."""

    value: str
    language: str
    kind: str
    full: bool = False
    short: bool = False


@dataclass
class Known:
    """Names of the curated tables by key, with the ids that carry them, and the ids that are companies."""

    ids: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    companies: set[str] = field(default_factory=set)


def english_forms(full: str, places: set[str], group_is_company: bool = True) -> list[Form]:
    """The name without legal form first, then the full name and the forms that news derives from it.

    `group_is_company`: `Foo Holdings` is called `Foo`, not (as in Japan and Korea) one company of the group Foo.
    """
    full = _SPACED.sub(" ", in_title_case(full)).strip()
    base = without_legal_form(full)
    forms = [Form(base, "en", "primary")]
    forms += [Form(name, "en", "alias", full=True) for name in legal_variants(full) if name != base]
    shorter = {without_brackets(base), base.removeprefix("The ")} - {base, ""}
    words = base.split()
    if len(words) > 2 and words[0].lower() in places and _coined(words[1]):
        shorter.add(" ".join(words[1:]))
    held = _HOLDINGS.sub("", base)
    if held != base and len(held) > 4 and _coined(held.split()[0]) and (group_is_company or " " in held):
        shorter.add(held)
    short = _short_name(held, places)
    forms += [Form(name, "en", "alias") for name in sorted(shorter) if len(name) > 2]
    return forms + ([Form(short, "en", "alias", short=True)] if short != held and group_is_company else [])


def _short_name(name: str, places: set[str]) -> str:
    """What is left of a name without words that news leaves out, where that is no place and hardly a word.

    >>> [_short_name(n, {"almaty"}) for n in ("Medacta Group", "Sun Pharma Industries", "Almaty Steel")]
    ['Medacta', 'Sun Pharma Industries', 'Almaty Steel']
    """
    shorter = name
    while (cut := _DISPENSABLE.sub("", shorter)) != shorter:
        shorter = cut
    coined = max((len(word) for word in shorter.split() if _coined(word)), default=0) > 4
    return shorter if coined and shorter[-1].isalnum() and shorter.lower() not in places else name


def _coined(word: str) -> bool:
    """Whether a word is hardly one of the language."""
    return len(word) > 3 and zipf("en").get(word.lower(), 0.0) < 2.0


def forms_of(issuer: Issuer, places: set[str]) -> list[Form]:
    """All names of an issuer, each once, primary names first."""
    forms = english_forms(issuer.english, places, issuer.country not in ("JP", "KR")) if issuer.english else []
    if issuer.chinese:
        forms.append(Form(issuer.chinese, "zh", "primary"))
    for name in issuer.names:
        if name.language == "en":
            forms += [Form(f.value, "en", "alias", f.full, f.short) for f in english_forms(name.value, places, False)]
        elif name.language != "abbreviation":
            full = name.language == "ja" and "株式会社" in name.value
            forms.append(Form(name.value, name.language, name.kind, full))
    unique: dict[str, Form] = {}
    for form in sorted(forms, key=lambda form: form.short):
        unique.setdefault(key(form.value), form)
    return [form for form in unique.values() if _sound(form.value)]


def without_namesakes(forms: list[Form], dropped: set[str]) -> list[Form]:
    """The forms but those of better known namesakes; for a primary one the first full name of its language stands in.

    >>> forms = [Form("Suzuki", "en", "primary"), Form("Suzuki Co Ltd", "en", "alias", full=True)]
    >>> [(form.value, form.kind) for form in without_namesakes(forms, {"Suzuki"})]
    [('Suzuki Co Ltd', 'primary')]
    """
    kept = [form for form in forms if form.value not in dropped]
    for language in {form.language for form in forms if form.kind == "primary" and form.value in dropped}:
        stand_in = next((form for form in kept if form.language == language and form.full), None)
        if stand_in is not None:
            stand_in.kind = "primary"
    return kept


def _sound(name: str) -> bool:
    """Whether a text can serve as a name at all."""
    return 1 < len(name) <= 120 and "\t" not in name and not name.isdigit() and not _YEARS.search(name)


class ContextRules:
    """Which names need context, given all names of all issuers and of the curated tables."""

    def __init__(self, forms: dict[str, list[Form]], known: Known) -> None:
        self._known = known
        self._issuers: dict[str, set[str]] = defaultdict(set)
        self._starts: Counter[str] = Counter()
        self._cut = Counter(key(row.value) for rows in forms.values() for row in rows if row.short)
        for kb_id, rows in forms.items():
            starts: set[str] = set()
            for row in rows:
                if not row.short:
                    self._issuers[key(row.value)].add(kb_id)
                starts.update(() if row.short else _starts(key(row.value)))
            self._starts.update(starts)
        for name, ids in known.ids.items():
            if ids & known.companies:
                self._starts.update(dict.fromkeys(_starts(name), 1))

    def others(self, kb_id: str, name: str) -> set[str]:
        """Curated ids, of any type, that carry a name of another issuer too."""
        return self._known.ids.get(key(name), set()) - {kb_id}

    def is_ones_own(self, name: str) -> bool:
        """Whether no other issuer has a name cut by us, or one that begins with it."""
        return not self._issuers[key(name)] and self._starts[key(name)] <= 1 and self._cut[key(name)] == 1

    def context(self, kb_id: str, form: Form) -> bool:
        """Whether a name of an issuer needs support in the article."""
        name = key(form.value)
        if len(self._issuers[name]) > 1 or self.others(kb_id, form.value):
            return True
        if form.full:
            return False
        if kb_id.startswith("xtks-") and is_romaji(form.value):
            return True
        return needs_context(form.value) or self._starts[name] > GROUP_MEMBERS


def _starts(name: str) -> Iterable[str]:
    """Proper beginnings of a name at which a group's name may end: Latin words, or two to four Han characters."""
    if has_han(name):
        return [name[:length] for length in range(2, min(len(name), 5))]
    words = name.split(" ")
    return [" ".join(words[:count]) for count in range(1, min(len(words), 4))]
