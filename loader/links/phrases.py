"""Which noun phrases are of something new, of quality, of what exists anyway, or of society."""

from collections.abc import Sequence

from loader.swedish.tokens import Token

ARTICLES = frozenset({"en", "ett"})

#: Adjectives and nouns of quality or amount: a noun phrase that they open wants something to be better.
QUALITY = frozenset({
    "god", "bra", "trygg", "tydlig", "snabb", "tidig", "enkel", "hög", "lång", "rimlig", "tillräcklig", "effektiv", "närmare", "tät", "täta", "levande", "medel", "pengar",
    "kompetent", "engagerad", "utbildad", "stark", "aktiv", "värdig", "jämn", "säker", "sund", "hållbar", "långsiktig", "stor", "resurs", "tid", "fokus", "öppen", "bättre",
    "djärv", "rejäl", "kraftfull", "ordentlig", "modern", "professionell", "likvärdig", "rättvis", "fast", "bred", "rik", "kvalitativ", "krafttag", "kunskap", "kompetens", "erfarenhet", "väl", "jämlik",
    "tillgänglig", "fungerande", "välutbildad", "kunnig", "erfaren", "lyhörd", "vänlig", "smidig", "sammanhållen", "sammanhängande", "nyttig", "vettig", "human", "jämställd", "rättssäker",
    "barnvänlig", "kvalificerad", "behörig", "hälsosam", "fräsch", "ändamålsenlig", "lugn", "varm", "välfungerande", "högkvalitativ", "evidensbaserad", "seriös", "begriplig", "nog", "ordentligt", "rejält", "fullgod", "heltäckande", "genomtänkt", "pålitlig", "stabil", "förutsägbar", "generös",
})  # fmt: skip

#: Nouns for a place or community that shall be something: an outcome for society.
SOCIETY = frozenset({"stad", "kommun", "ö", "ort", "plats", "samhälle", "region", "bygd", "län", "verklighet", "självklarhet", "framkant", "föredöme", "förebild", "densamma"})  # fmt: skip

#: What makes up a life: to have it is an outcome.
LIFE = frozenset({"liv", "vardag", "fritid", "framtid", "uppväxt", "barndom", "ålderdom", "skolgång", "inkomst", "levnadsnivå", "ekonomi", "försörjning", "uppväxtvillkor", "livsvillkor", "levnadsvillkor", "uppväxtförhållande", "uppväxten", "uppväxa"})  # fmt: skip

#: What every municipality has: to ask for it is to ask for it to be good.
_EXISTING = frozenset({
    "personal", "arbete", "vård", "omsorg", "äldreomsorg", "hemtjänst", "socialtjänst", "skola", "förskola", "elevhälsa", "färdtjänst", "samverkan", "samarbete", "handläggning",
    "demensvård", "beroendevård", "missbruksvård", "psykiatri", "tillsyn", "uppföljning", "bemötande", "kvalitet", "kontinuitet", "delaktighet", "tillgänglighet", "bemanning",
})  # fmt: skip

#: Ends of nouns for ills of society: that they cease is an outcome, where a practice is opposed.
_ILLS = (
    "våld", "brott", "brottslighet", "förtryck", "löshet", "utanförskap", "mobbning", "ensamhet", "isolering", "fattigdom", "ohälsa", "missbruk", "beroende", "diskriminering", "rasism",
    "segregation", "kriminalitet", "självmord", "suicid", "trakasserier", "övergrepp", "prostitution", "könsstympning", "fördom", "otrygghet", "ojämlikhet", "orättvisa", "klyfta", "klyftor",
    "langning", "narkotika", "knark", "fusk", "fuskande", "fiffel", "fifflande", "mygel", "bedrägeri", "svartjobb", "hat", "skuldsättning", "utsättning", "drog", "gäng", "utestängning", "utsatthet", "hinder",
)  # fmt: skip


#: Means of work: to give them to what exists is to strengthen it.
_MEANS = frozenset({"pengar", "medel", "resurs", "anslag", "tillskott", "krona", "kronor", "mkr", "mnkr", "miljon", "finansiering", "arbetsro", "tid", "ram", "budgetram", "muskel", "uppbackning"})  # fmt: skip

#: Ends of nouns for what a body handles one by one.
_CASES = ("anmälan", "ärende", "ansökan", "faktura", "räkning", "utbetalning", "fall", "brott", "utredning", "klagomål", "avvikelse", "köp")  # fmt: skip

#: Help of no certain kind.
_CARE = frozenset({"hjälp", "hjälpen", "stöd", "stödet", "vård", "omsorg", "insats", "insatser", "insatserna", "avlastning"})  # fmt: skip

#: Ends of nouns for what people may have or feel, and no body gives: what shall become of it is an outcome.
_VALUES = ("frihet", "fred", "frid", "trygghet", "kärlek", "jämlikhet", "jämställdhet", "rättvisa", "gemenskap", "glädje", "värdighet", "självständighet", "livskvalitet", "framtidstro", "tillit", "välmående", "tolerans")  # fmt: skip

_COMMUNITIES = frozenset({"samhälle", "kommun", "stad", "region", "bygd", "land", "ö", "skärgård", "socken", "verklighet"})  # fmt: skip

#: Whom to have near is an outcome, no service.
_SOMEBODY = frozenset({"någon", "vuxen", "vuxna", "vän", "kompis"})
_HOMELY = _SOMEBODY | {"hem", "tak", "säng", "bostad", "mat"}


def of_means(core: Sequence[Token]) -> bool:
    """Return whether the phrase names money or other means, and nobody gets it back: "fleråriga anslag"."""
    words = {t.form.text for t in core}
    named = any(t.form.lemma in _MEANS or t.form.text in _MEANS for t in core)
    return named and not words & {"tillbaka", "igen", "åter"} and not words & ARTICLES


def is_case(core: Sequence[Token]) -> bool:
    """Return whether a noun phrase is of what is handled one by one: "alla orosanmälningar"."""
    return any(t.form.lemma.endswith(_CASES) for t in core)


def is_care(core: Sequence[Token]) -> bool:
    """Return whether a noun phrase begins with help of no certain kind."""
    return any(t.form.text in _CARE for t in core[:2])


def is_value(core: Sequence[Token]) -> bool:
    """Return whether a noun phrase is of what people have or feel: "friheten", "livet"."""
    return any(
        t.form.lemma in LIFE or t.form.lemma == "hem" or t.form.lemma.endswith(_VALUES)
        for t in core[:4]
    )


def is_community(core: Sequence[Token]) -> bool:
    """Return whether a noun phrase is of a community that shall be something: "ett samhälle utan våld", "ett Kil fritt från …"."""
    article = bool(core) and core[0].form.text in ARTICLES
    return _is_town(core) or (article and any(t.form.lemma in _COMMUNITIES for t in core[1:3]))


def _is_town(core: Sequence[Token]) -> bool:
    """Return whether a noun phrase is of a town as it shall be: names of towns are neuter, "ett Falun", not "en Ungdomsmottagning"."""
    return len(core) > 1 and core[0].form.text == "ett" and core[1].surface[0].isupper()


def is_homely(core: Sequence[Token]) -> bool:
    """Return whether a noun phrase is of somebody near, or of a home: "någon trygg vuxen", "en egen säng"."""
    return any(t.form.lemma in _HOMELY or t.form.text in _SOMEBODY for t in core[:4])


def of_quality(core: Sequence[Token]) -> bool:
    """Return whether the phrase begins with more, or with a word of quality or amount."""
    if len(core) > 1 and core[0].form.text in ARTICLES and core[1].form.text == "tid":
        return False  # "en tid hos kuratorn"
    right = len(core) > 1 and core[0].form.text == "rätt"  # "rätt hjälp", not "rätt till hjälp"
    return right or any(
        t.form.more or {t.form.text, t.form.lemma} & QUALITY or _is_done_well(t) for t in core[:2]
    )


def _is_done_well(token: Token) -> bool:
    """Return whether a participle says that something is done well: "vällagad"."""
    text = token.form.text
    return text.startswith("väl") and text.endswith(("ad", "at", "ade", "da", "ande"))


def is_new(phrase: Sequence[Token]) -> bool:
    """Return whether a noun phrase tells of what is not there yet: "en samordnare", not "en god vård"."""
    at = next((i for i, t in enumerate(phrase[:2]) if t.form.text in ARTICLES), None)
    return at is not None and not of_quality(phrase[at + 1 :])  # "trycka upp en folder"


def exists(core: Sequence[Token]) -> bool:
    """Return whether the phrase is of what every municipality has: "en omsorg att lita på", not "gratis färdtjänst"."""
    nouns = [t for t in core if t.form.text not in ARTICLES and not t.form.text.endswith("ande")]
    return any(t.form.lemma in _EXISTING for t in nouns[:1])


def is_ill(tokens: Sequence[Token]) -> bool:
    """Return whether a word is an ill of society: "våldet", "barnfattigdomen"."""
    return any(t.form.lemma.endswith(_ILLS) for t in tokens)


def is_society(core: Sequence[Token]) -> bool:
    """Return whether a noun phrase is of a town, or of a community that shall be something: "ett Falun där alla får plats"."""
    article = bool(core) and core[0].form.text in ARTICLES
    return _is_town(core) or any(
        t.form.lemma in SOCIETY and (article or t.form.lemma != "plats") for t in core[:3]
    )


def is_life(core: Sequence[Token]) -> bool:
    """Return whether a noun phrase is of what makes up a life: "en trygg vardag"."""
    return any(t.form.lemma in LIFE for t in core[:4])
