"""Words with a second reading: beside which other words they do not mean what their label says."""

from collections.abc import Iterable, Sequence

from loader.swedish.tokens import Token

_CARE = ("lss", "hemtjänst", "äldre", "omsorg", "avlös", "ledsag", "assistans", "boendestöd", "särskilda", "funktion", "färdtjänst", "anhörig")  # fmt: skip
_SHELTER = ("missbruk", "beroende", "drog", "hemlös", "bostadslös", "våld", "kvinnojour", "psyki", "haft", "frigiv")  # fmt: skip

#: Words by lemmas, each with the beginnings of words that give it its other reading: help under any law
#: ("bistånd inom LSS"), a place to stay for others than the old, and who manages another's affairs ("gode män").
_OTHERWISE: dict[str, tuple[str, ...]] = {
    "bistånd": _CARE,
    "korttidsboende": _SHELTER,
    "korttidsplats": _SHELTER,
    "män": ("gode",),
}


#: Where a way in leads that is none to social services, by beginnings of words.
_ELSEWHERE: dict[str, tuple[str, ...]] = {
    "en-vag-in": (
        "jobb", "arbet", "arbetsmarknad", "samhäll", "studi", "utbildning", "egen", "självförsörj", "gemenskap", "yrke", "bostadsmarknad", "livet", "vuxenliv", "svensk", "missbruk", "kriminal", "gäng"
    ),
}  # fmt: skip


def leads_elsewhere(concept: str, following: Iterable[Token]) -> bool:
    """Return whether a measure's words go on to something else: "en väg in i arbete"."""
    beginnings = _ELSEWHERE.get(concept)
    return beginnings is not None and any(t.form.text.startswith(beginnings) for t in following)


#: Forms that mean a thing at hand, where their word names a matter: "efter jobbet".
_IDLE = frozenset({"jobbet", "jobbets"})

#: Means that serve several matters, by lemmas: they show a theme less than the matter does.
MEANS = frozenset({
    "bidrag", "ersättning", "kurator", "psykolog", "samtalsstöd", "samtalskontakt", "stödlinje", "stödsamtal", "ombud", "avgift", "skuldrådgivare",
    "hyra", "skuld", "skulder", "kronofogde", "kronofogden", "polis", "poliser", "diskriminering", "rättssäker", "rättssäkerhet", "legitimation", "handläggare", "ofrivillig ensamhet", "någon att prata med", "en arbete", "ett arbete", "bo kvar", "en väg in", "växa upp", "till arbete", "sysselsättning", "på flykt", "på flykta", "komma hit", "kommit hit", "kooperativ", "heltid", "fattig", "mentor", "fuska", "a-kassa", "tillgänglighet", "schema", "sjukskriven", "socialen", "behandlingshem", "må", "mormor", "farmor", "morfar", "farfar", "egen försörjning", "egen lön", "jobbet", "studiecirkel", "umgänge", "nyktra", "renovera", "renovering", "renoveras",
})  # fmt: skip


#: What one strikes that hurts nobody: "slå larm", "slå vakt om", "slå ihop".
_STRUCK = frozenset({"larm", "vakt", "fast", "ihop", "samman", "igenom", "upp", "ned", "ner", "ut", "till", "hål", "rekord", "in", "av", "sig", "rot", "följe", "mynt"})  # fmt: skip


def strikes_nobody(tokens: Sequence[Token], last: int) -> bool:
    """Return whether the words up to `last` end in a verb of striking that hurts nobody."""
    strikes = tokens[last - 1].form.lemma == "slå" and last < len(tokens)
    return strikes and tokens[last].form.text in _STRUCK


def means_otherwise(word: Token, around: Iterable[Token]) -> bool:
    """Return whether a word has its other reading among the words around it."""
    if word.form.text in _IDLE:
        return True
    beginnings = _OTHERWISE.get(word.form.lemma)
    return beginnings is not None and any(t.form.text.startswith(beginnings) for t in around)
