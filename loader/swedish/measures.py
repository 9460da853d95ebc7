"""How Swedish names a measure in two words apart: what is done, and to what."""

import re
from typing import NamedTuple


class Composition(NamedTuple):
    """A measure named by what is done, by lemmas or forms, near what it is done to, by a word's beginning."""

    concept: str
    doing: frozenset[str]
    to: re.Pattern[str]
    beside: re.Pattern[str] | None = None  # what the statement says besides
    unless: frozenset[str] = frozenset()  # what does not stand right before what it is done to


def _any(*beginnings: str) -> re.Pattern[str]:
    return re.compile("|".join(beginnings))


def _said(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)


#: Those who learn at work, by beginnings of words or of the last parts of compounds.
STAFF = re.compile(
    r"\w*(?:personal(?!iser)|anställd|medarbetar|vikari|sekreterar|handläggar|chef|undersköters|sköters|vårdbiträd|lärar|pedagog|poliser|kolleg"
    r"|nyutexaminer|ledare|ledarna|tränar|stödjar|assistent|kurator|rektor|fältar|inhoppar|jobbare|socionom|behandlar|utredar|bedömar|rådgivar"
    r"|tjänstem[aä]n|tjänsteperson|läkar|barnmorsk|yrkesgrupp|yrkesverksam|förtroendevald)"
)
_WORKING = _said(
    r"(?:alla|de|dem|dom|den|var och en|vuxna|folk|personer) som (?:\w+ ){0,2}?(?:arbetar|jobbar|möter|utreder|handlägger|tar emot|anställs)"
)

#: Learning at work, by lemmas or forms.
_LEARNING = frozenset({
    "utbilda", "utbildas", "utbildning", "kurs", "kursdag", "inskolning", "skolas", "introduktion", "introducera", "introduceras", "upplärning", "handledare",
    "handledning", "mentor", "mentorer", "fadder", "faddrar", "fortbildning", "fortbilda", "vidareutbildning", "vidareutbilda", "specialisering", "specialisera",
    "coachning", "föreläsning", "workshop", "studiedag", "temadag", "utbildningsdag", "auskultation", "kunskapspåfyllning", "kompetenspåfyllning",
})  # fmt: skip

_ASKED_OF = _said(r"bidrag", r"försörjningsstöd", r"socialbidrag", r"bistånd", r"understöd", r"ersättning från soc", r"utbetalning", r"få ut", r"egen försörjning", r"få en krona")  # fmt: skip
_LETTING = _said(r"hyr", r"lägenhet", r"bostad", r"kontrakt", r"bostadsbolag", r"värd", r"allmännytt", r"dörren", r"bolag")  # fmt: skip
_ACCEPTING = frozenset({"neka", "nekas", "godkänna", "godta", "acceptera", "godkännas", "godtas", "accepteras"})  # fmt: skip
_REFUSING = _ACCEPTING | {"krav", "kräva", "avslag", "stoppa", "stoppas", "hinder", "hindra", "utestänga", "diskvalificera", "slopa"}  # fmt: skip
_CHILD = _said(r"barn", r"elev", r"unga?\b", r"ungdom", r"lärar", r"förskol", r"skola", r"socialtjänst", r"far illa")  # fmt: skip

_RENTING = _said(
    r"(?:få|kunna|kan|ska|rätt att) (?:\w+ )?hyra",
    r"hyra ut",
    r"(?:få|ges?|ge|teckna) (?:\w+ )?\w*kontrakt",
)
_NOT_AWAY = _said(
    r"(?:i stället för|istället för|före|hellre än|inte) (?:\w+ ){0,3}?(?:hvb|institution|behandlingshem|placer|långt)"
)
_ONE = _said(
    r"(?:en|ett|samma|en och samma|ett och samma)(?: enda| gemensam\w*)? (?:nummer|telefonnummer|ingång|dörr|lucka)\b"
)
#: Measures, each with words for what is done, and for what it is done to.
COMPOSED: tuple[Composition, ...] = (
    Composition(
        "familjehemsrekrytering",
        frozenset({"rekrytera", "rekrytering", "rekryteringen", "värva", "hitta", "finna", "kampanj", "kampanja", "annonsera", "locka", "söka"}),
        _any("familjehem", "jourhem", "fosterhem", "jourfamilj", "kontaktfamilj", "fosterfamilj"),
        unless=frozenset({"ett", "en"}),  # which is found for one child
    ),
    Composition(
        "familjehemsrekrytering",
        frozenset({"rekrytera", "värva", "hitta", "finna", "locka", "söka"}),
        _any("hem$", "familjer$", "vuxna$", "fler$"),
        _said(r"(?:ta|tar) emot (?:\w+ ){0,2}?(?:barn|ungdom|tonår|syskon)", r"(?:öppna|öppnar) sitt hem"),
    ),
    Composition("bostad-forst", frozenset({"krav", "kräva", "villkor"}), _any("nykter", "drogfri"), _said(r"(?:bostad|bostäder|lägenhet\w*|boende|kontrakt|hem) utan (?:\w+ )?(?:krav|villkor)")),
    Composition("sprututbyte", frozenset({"byta", "utbyte", "utbytet", "byte", "ren", "steril"}), _any("spruta", "sprutor", "kanyl", "nålar")),
    Composition(
        "hyreskrav",
        _REFUSING | {"räcka", "stänga", "sålla", "porta"},
        _any("prick", "anmärkning", "betalningsanmärk", "skuld", "hyresskuld", "kronofogd", "kreditupplys"),
        _LETTING,
    ),
    Composition("hyreskrav", _REFUSING, _any("inkomst", "månadsinkomst", "försörjning$", "borgen", "hyran$"), _LETTING),
    Composition("hyreskrav", _ACCEPTING, _any("försörjningsstöd", "socialbidrag", "bidrag$", "aktivitetsersättning", "sjukersättning"), _LETTING),
    Composition("hyreskrav", frozenset({"krav"}), _any("inkomst$")),
    Composition("hyreskrav", frozenset({"krav", "kräva", "neka"}), _any("hyresgäst", "bostadssökande")),
    Composition(
        "hyreskrav",
        frozenset({"krav", "kräva"}),
        _any("fast$", "tillsvidareanställ", "anställning$", "lön$", "jobb$", "referens"),
        _said(r"hyra\b", r"hyresgäst", r"lägenhet", r"kontrakt", r"bostadsbolag", r"hyresvärd"),
    ),
    Composition("tak-over-huvudet-garanti", frozenset({"garantera", "garanti", "garanterad"}), _any("sovplats", "sängplats", "säng", "natthärbärge")),
    Composition("hyreskrav", frozenset({"hyra", "kontrakt", "hyreskontrakt", "förstahandskontrakt"}), _any("skuld", "betalningsanmärk", "anmärkning"), _RENTING),
    Composition("vrakningsforebyggande", frozenset({"obetald", "obetalda", "utebliven", "uteblivna", "missad", "missade", "försenad"}), _any("hyra"), _said(r"kontakt", r"larma", r"varsla", r"meddela", r"påminn", r"knack", r"söka upp", r"hör av")),
    Composition("vrakningsforebyggande", frozenset({"ligga", "hamna", "halka"}), _any("efter$"), _said(r"hyra\b", r"hyran\b", r"hyresgäst", r"hyror")),
    Composition("oppenvard", frozenset({"behandling", "vård", "insats", "stöd", "hjälp"}), _any("hemma$", "hemmet$", "hemort", "nära$", "lokal"), _NOT_AWAY),
    Composition("kartlaggning", frozenset({"räkna", "räknas", "mäta", "mätas", "räkning"}), _any("hemlös", "bostadslös", "antal", "saknar", "många$")),
    Composition("en-vag-in", frozenset({"nummer", "telefonnummer", "ingång", "dörr", "lucka"}), _any("all$", "allt$", "hela$", "socialtjänst"), _ONE),
    Composition("orosanmalan", frozenset({"anmäla", "anmälan", "anmälning", "larma", "larm"}), _any("oro$", "misstank", "misstänk")),
    Composition("orosanmalan", frozenset({"anmälan", "anmälning"}), _any("lärar", "förskol", "skolan", "barn", "elev"), _CHILD),
    Composition("orosanmalan", frozenset({"återkoppling", "återkoppla", "återkopplas", "besked"}), _any("anmäl")),
    Composition("forsorjningsstod", frozenset({"räkna", "räknas", "dra", "dras", "höja", "höjas", "höj", "sänka"}), _any("norm$", "normen$")),
    Composition("visselblasarfunktion", frozenset({"larma", "larm", "anmäla", "rapportera", "påtala"}), _any("anonym", "repressali", "bestraff", "jobbet$")),
    Composition(
        "sociala-kontrakt",
        frozenset({"hyra", "hyr", "hyrs", "blockhyra", "förhyra", "kontrakt", "hyresavtal"}),
        _any("socialtjänst", "soc$", "socialen", "socialnämnd", "kommunen$", "staden$", "nämnden$"),
        _said(r"första ?hand", r"andra ?hand", r"ta(?:r|s)? över", r"överta", r"åt (?:dem|dom|den|de|hemlös\w*|bostadslös\w*)\b", r"vidare till", r"(?:står?|stå) (?:för|på|som)"),
    ),
    Composition(
        "sociala-kontrakt",
        frozenset({"avsätta", "reservera", "öronmärka", "lämna"}),
        _any("lägenhet", "bostäder"),
        _said(r"\w*hemlös", r"\w*bostadslös", r"(?:saknar?|saknat) (?:\w+ )?(?:bostad|hem)", r"socialtjänst", r"soc\b", r"bostadssocial", r"utestängda", r"utanför bostadsmarknad"),
    ),
    Composition("vrakningsforebyggande", frozenset({"slippa", "förebygga", "hindra", "förhindra", "undvika", "minska", "stoppa", "hota", "risk", "riskera"}), _any("vräk", "avhys")),
    Composition(
        "vrakningsforebyggande",
        frozenset({"förlora", "mista", "tappa", "av", "kasta", "kastas", "sätta", "sättas", "sägas", "säga"}),
        _any("hemmet$", "lägenheten$", "bostaden$", "kontraktet$", "gatan$"),
        _said(r"hyra", r"hyres", r"skuld", r"bolag", r"värd", r"kronofogd"),
    ),
    Composition(
        "aktivitetskrav",
        frozenset({"krav", "kräva", "kravet", "kraven", "tvinga", "tvingas", "skyldig", "plikt", "villkor", "villkora", "motsvara", "utbyte", "gengäld"}),
        _any("aktivitet", "praktik", "studie", "jobbsök", "deltar$", "sysselsätt", "arbeta$", "arbete$", "jobba$", "jobb$", "gratis", "obetal", "svenska$", "sfi$", "närvaro", "motprest"),
        _ASKED_OF,
    ),
    Composition("kompetensutveckling", frozenset({"utbildning", "fortbildning", "handledning", "kurs"}), _any("socialtjänst", "hemtjänst", "äldreomsorg", "omsorgen$")),
    Composition(
        "aktivitetskrav",
        frozenset({"förlora", "mista", "dra", "dras", "indraget", "sänka", "sänkt", "sänks", "neka", "nekas", "stoppa", "stoppas", "strypa", "bara", "endast"}),
        _any("nej$", "vägra", "utebli", "tacka", "söker$", "deltar$"),
        _ASKED_OF,
    ),
    Composition("kompetensutveckling", _LEARNING, STAFF, unless=frozenset({"till", "fler", "flera"})),  # "utbilda sig till"
    Composition("kompetensutveckling", _LEARNING | {"lära"}, _any("arbetar$", "jobbar$", "möter$", "utreder$", "handlägger$", "anställs$"), _WORKING),
    Composition("kompetensutveckling", frozenset({"lära"}), _any("sig$", "upp$"), STAFF),
    Composition(
        "kompetensutveckling",
        frozenset({"svenska", "svenskan", "svenskutbildning", "svenskundervisning", "språkutbildning", "språkkurs", "språkträning", "yrkessvenska", "språkstöd"}),
        _any("arbetstid", "arbetsplats", "betal"),
        _said(r"arbetar", r"jobbar", r"personal", r"anställd", r"medarbetare", r"undersköter", r"vårdbiträd", r"vikarie", r"arbetstid"),
    ),
    Composition(
        "kompetensutveckling",
        frozenset({"kurs", "utbilda", "utbildas", "utbildning", "utbildningar", "fortbildning", "föreläsning"}),
        _any("våld", "heder", "npf", "neuropsyk", "demens", "bemöt", "självmord", "suicid", "trauma", "lågaffekt", "barnkonvention", "hbtq", "normkrit", "frågor$", "fråga$", "tecken$"),
    ),
    Composition("stodgrupper", frozenset({"grupp", "träffa", "träffas", "möta", "dela", "prata", "tala"}), _any("situation$", "läge$", "sits$", "jämnårig", "likasinn", "erfarenhet", "upplevt$", "varit$"), _said(r"andra (?:barn|unga|som|i)", r"i grupp", r"samma (?:situation|läge|sits|sak|erfarenhet)", r"jämnårig")),
)  # fmt: skip

#: Measures whose composition another one that is named takes in: flats set aside as Housing First.
INSTEAD = {"sociala-kontrakt": "bostad-forst"}

#: Auxiliaries after which a measure's word tells what has happened to people.
HAPPENED = frozenset({"blivit", "blir", "blev", "redan"})

#: Words of learning as what somebody has behind them: "utbildad personal".
LEARNED = re.compile(r"\w*(?:utbildad|utbildat|utbildade)$")

#: What a plan is about, as the first part of a compound.
_MATTERS = (
    "bostads|bostadsförsörjnings|boende|hemlöshets|äldre|äldreomsorgs|kvinnofrids|våldsförebyggande|folkhälso|drog|alkohol|narkotika|andt|andts|trygghets|brottsförebyggande"
    "|barnrätts|barn|ungdoms|integrations|funktionsrätts|funktionshinder|funktionshinders|handikapp|tillgänglighets|jämställdhets|suicidpreventions|suicid|självmordspreventions"
    "|demens|anhörig|social|omsorgs|välfärds|kris|åtgärds|handlings|jämlikhets|barnfattigdoms|psykiatri|missbruks|hbtq|hbtqi|kompetensförsörjnings|samverkans|mångfalds|minoritets"
)
#: Words for plans: those about a matter of social policy, and those that only what follows tells.
PLAN = re.compile(rf"(?:{_MATTERS}|\w+års)(?:plan|planen|program|programmet|strategi|strategin)$")
PLAN_ENDS = ("plan", "planen", "program", "programmet", "strategi", "strategin")
BARE_PLAN = frozenset({"plan", "strategi"})

#: Ends of adjectives that tell what a plan is about: "ett äldrepolitiskt program".
OF_POLICY = ("politisk", "politiskt", "politiska", "förebyggande")

#: What stands before and after a plan that is to be made: "en samlad plan för …".
PLAN_BEFORE = frozenset({"en", "egen", "ny", "tydlig"})
PLAN_AFTER = frozenset({"för", "mot", "om", "kring", "som", "med", "över", "där", "så", "hur"})
