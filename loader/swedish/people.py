"""Which words are people: the subjects under which a demand tells an outcome, not a measure."""

import re

from loader.swedish.forms import Form, lemma

#: Pronouns, quantifiers and nouns for people in general, as lemmas or forms.
PEOPLE = frozenset({
    "man", "fler", "färre", "du", "ni", "alla", "ingen", "var", "envar", "den", "de", "dem", "människa", "person", "individ", "barn", "barnen", "ungdom", "unga",
    "ung", "äldre", "gammal", "gamla", "vuxen", "vuxna", "kvinna", "kvinnor", "män", "flicka", "pojke", "tjej", "kille", "familj", "förälder", "föräldrar", "elev", "invånare",
    "medborgare", "pensionär", "patient", "brukare", "boende", "anhörig", "anhöriga", "närstående", "student", "tonåring", "enskild", "enskilde", "generation",
    "hushåll", "par", "mamma", "pappa", "syskon", "bebis", "småbarn", "nyanländ", "nyanlända", "flykting", "hemlös", "hemlösa", "väljare", "individen",
    "ensamstående", "sjuk", "sjuka", "arbetslös", "arbetslösa", "utsatt", "utsatta", "någon", "skolbarn", "skuldsatta", "folk", "unge", "ungar", "gubbe", "gumma", "kompis", "nyfödd", "fattig", "fattiga", "kär", "medmänniska", "röst", "bror", "syster", "bröder", "make", "maka", "son", "dotter", "mormor", "farmor", "barnbarn", "ensam", "svagaste", "sjukaste", "fattigaste", "skröpligaste", "utrikesfödda", "ensamkommande",
})  # fmt: skip

#: Tails of compounds for people: barnfamilj, göteborgare, ekeröbo.
_TAILS = (
    "familj",
    "människa",
    "kvinna",
    "kvinnor",
    "invånare",
    "tonåring",
    "elev",
    "åring",
    "åringar",
    "barn",
    "ungdom",
    "förälder",
    "pensionär",
    "missbrukare",
    "tagare",
    "innehavare",
    "gäst",
    "sökande",
    "papperslös",
    "bostadslös",
    "utsatt",
    "skadad",
    "nedsatt",
    "borgare",
    "holmare",
    "bon",
    "bor",
    "bo",
)


def is_people(form: Form) -> bool:
    """Return whether a word names people in general; boendet and boenden are homes."""
    if form.lemma == "boende" and form.text != "boende":
        return False
    return (
        form.text in PEOPLE
        or form.lemma in PEOPLE
        or (len(form.lemma) > 5 and form.lemma.endswith(_TAILS))
    )


#: Ends of words for people, as the heads of compounds: "brukare", "missbrukare", "migranter".
_HEADS = re.compile(
    r"(?:are|arna|arnas|ande|ant|anter|anterna|ent|enter|enterna|plussare|åring|åringar|åringen)s?$"
)


def names_people(word: str) -> bool:
    """Return whether the head of a compound names people: "hbtqi-personer", "SiS-ungdomar", not "hbtq-utbildning"."""
    return lemma(word) in PEOPLE or _HEADS.search(word) is not None
