"""Closed word classes and cue words of Swedish, lower case, each list with what it is for."""

#: Finite modal verbs by which a party demands something of somebody.
DEMANDING = frozenset({"ska", "skall", "bör", "borde", "måste"})

#: Finite verbs that demand only with what follows: "behöver stärkas", "får inte", "krävs".
NEEDING = frozenset({"behöver", "behövs", "krävs", "fordras"})

#: Finite auxiliaries and copulas; none is formed regularly, so none is found by its ending.
AUXILIARIES = frozenset({
    "kan", "kunde", "vill", "ville", "får", "fick", "är", "var", "vore", "har", "hade", "blir", "blev", "finns", "fanns",
    "skulle", "brukar", "brukade", "verkar", "vet", "visste", "ger", "gav", "går", "gick", "gör", "gjorde", "ser", "såg",
    "står", "stod", "tar", "tog", "säger", "sade", "sa", "låter", "lät", "kommer", "kom", "ligger", "låg", "håller",
    "höll", "sitter", "satt", "bor", "tror", "mår", "når", "slår", "slog", "drar", "drog", "bär", "bar", "gäller",
    "gällde", "hör", "rör", "styr", "beror", "består", "förstår", "menar", "anser", "tycker", "kräver", "föreslår",
    "lovar", "lägger", "lade", "sätter", "satte", "gläds", "finnes", "heter", "minns", "känns", "tycks", "saknas", "hjälps",
    "la", "kostar", "äger", "ökar", "vädjar", "begär", "fortgår", "välkomnar", "skriver", "skrev", "ringer", "driver",
    "drev", "söker", "möter", "lever", "föds", "behandlar", "drabbar", "utgör", "innebär", "betyder", "visar", "handlar", "far", "lär", "torde", "dör", "föder", "ber", "ler",
})  # fmt: skip

#: Irregular present tenses that take first parts: uteblir, framgår, överger.
IRREGULAR_PRESENTS = frozenset(
    {
        "blir",
        "går",
        "står",
        "ger",
        "tar",
        "ser",
        "gör",
        "får",
        "slår",
        "drar",
        "bär",
        "når",
        "håller",
        "lägger",
        "sätter",
        "säger",
        "kommer",
        "hör",
    }
)

IRREGULAR_INFINITIVES = frozenset(
    {"föra", "bli", "gå", "stå", "ge", "ta", "se", "göra", "få", "slå", "dra", "nå", "säga"}
)

#: Irregular preterites: what was asks for nothing.
PRETERITES = frozenset(
    {
        "var",
        "fick",
        "hade",
        "blev",
        "kom",
        "gick",
        "gjorde",
        "såg",
        "stod",
        "tog",
        "sa",
        "sade",
        "lät",
        "låg",
        "höll",
        "gav",
        "fanns",
        "ville",
        "kunde",
    }
)

#: Words that open a subordinate clause wherever they stand before a subject.
SUBJUNCTIONS = frozenset({
    "att", "som", "eftersom", "medan", "innan", "ifall", "huruvida", "fastän", "trots", "därför", "varför", "vilket", "vare",
    "vilken", "vilka", "vars", "där", "dit", "när", "då", "om", "hur", "vad", "vem", "dar", "än", "förrän", "tills", "ju",
})  # fmt: skip

#: Subjunctions that are prepositions or adverbs as often: they open a clause only at the start of
#: a sentence, after a comma or conjunction, or after one of `BEFORE_CLAUSE`.
AMBIGUOUS = frozenset(
    {
        "om",
        "då",
        "där",
        "därför",
        "än",
        "trots",
        "innan",
        "dit",
        "ju",
    }
)

#: Words after which an ambiguous subjunction opens a clause.
BEFORE_CLAUSE = frozenset({
    "och", "men", "eller", "samt", "även", "också", "oavsett", "undersöka", "utreda", "pröva", "se", "veta", "vet", "fråga",
    "frågan", "avgöra", "bestämma", "bestämmer", "beslut", "frågar", "undrar", "information", "särskilt", "främst", "bara", "utom", "utifrån",
    "om", "över", "tid", "stund", "kartlägga", "granska", "på", "för", "av", "mäta", "styra", "visa", "visar", "berätta", "diskutera", "inför",
})  # fmt: skip

#: Question words: they open a subordinate clause unless its verb follows at once ("Hur ska det gå?").
INTERROGATIVE = frozenset({"när", "hur", "vad", "varför", "vem"})

CONJUNCTIONS = frozenset({"och", "men", "eller", "samt", "utan", "fast"})

#: Adverbs that stand between a subject and its verb, or between "att" and an infinitive.
ADVERBS = frozenset({
    "inte", "ej", "aldrig", "alltid", "också", "även", "därför", "dessutom", "därtill", "så", "då", "nu", "här", "bara", "just",
    "först", "helst", "gärna", "särskilt", "bättre", "mer", "fortsatt", "fortfarande", "fritt", "tydligare", "snabbt", "själv",
    "själva", "framför", "allt", "aktivt", "tidigt", "långsiktigt", "kraftigt", "ytterligare", "successivt", "snarast",
    "kraftfullt", "på", "sikt", "till", "exempel", "bland", "annat", "exempelvis", "därmed", "verkligen", "faktiskt",
    "omedelbart", "senare", "redan", "istället", "alltjämt", "tillsammans", "dock", "ändå", "numera", "samtidigt",
    "kontinuerligt", "noggrant", "i", "stället", "som", "minst", "mest", "oftare", "högst", "enbart", "endast", "ständigt",
    "gemensamt", "bl.a", "t.ex", "bl.a.", "t.ex.", "nära", "skyndsamt", "generellt", "regelbundet", "systematiskt", "löpande",
})  # fmt: skip

#: Prepositions, which end the core of a noun phrase.
PREPOSITIONS = frozenset({
    "i", "på", "av", "till", "för", "med", "om", "under", "vid", "från", "hos", "inom", "mot", "efter", "genom", "mellan", "utan", "ur",
    "åt", "bland", "enligt", "kring", "utanför", "utifrån", "oavsett", "inför", "över", "trots", "längs",
})  # fmt: skip

#: Determiners and quantifiers that may stand before the noun of a noun phrase.
DETERMINERS = frozenset(
    {
        "en",
        "ett",
        "den",
        "det",
        "de",
        "alla",
        "all",
        "var",
        "varje",
        "ingen",
        "inga",
        "inget",
        "samtliga",
        "andra",
        "någon",
        "några",
        "fler",
    }
)

#: Numbers as words, before what is counted.
NUMERALS = frozenset({"två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tjugo", "trettio", "fyrtio", "femtio", "hundra", "tusen"})  # fmt: skip

NEGATIONS = frozenset({"inte", "ej", "aldrig", "icke"})

#: First-person subjects: who says "vi" on a party's page is the party.
FIRST_PERSON = frozenset({"vi", "jag"})

#: Subjects under which a demanding verb tells a wanted state of the world, not a measure.
QUANTIFIERS = frozenset(
    {
        "ingen",
        "inga",
        "inget",
        "alla",
        "varje",
        "var",
        "allt",
        "samtliga",
        "färre",
        "man",
        "du",
        "ni",
    }
)

#: Comparatives and words of more: "fler", "bättre"; also forms in -are by `forms.py`.
MORE = frozenset({
    "fler", "flera", "mer", "mera", "bättre", "större", "högre", "färre", "mindre", "lägre", "längre", "ökad", "ökat", "ökade",
    "stärkt", "stärkta", "förstärkt", "förstärkta", "utökad", "utökat", "utökade", "förbättrad", "förbättrat", "förbättrade",
    "utbyggd", "utbyggt", "utbyggda", "höjd", "höjt", "höjda", "minskad", "minskat", "minskade", "sänkt", "sänkta", "utvecklad", "utvecklat", "utvecklade", "skärpt", "skärpta", "fördjupad", "fördjupat", "fördjupade", "tätare", "kortare",
    "satsning", "satsningar", "satsa", "förstärkning", "utveckling", "utbyggnad", "intensifierad", "intensifierat",
})  # fmt: skip

#: Words after "som" with which it never makes a role: "som inte", "som i dag", "som vi".
FUNCTION_WORDS = frozenset({
    "vi", "du", "ni", "de", "den", "det", "man", "han", "hon", "jag", "i", "på", "av", "till", "för", "med", "om", "under", "vid", "från", "hos",
    "ofta", "ibland", "idag", "varje", "alla", "många", "vissa", "barn", "människor", "unga", "äldre", "någon", "ingen", "ett", "en", "är", "lever",
    "själv", "länge", "saknar", "helt", "ännu", "mycket", "väldigt", "faktiskt", "både", "har", "sedan", "utan", "genom", "mellan", "över", "efter",
    "varken", "någonsin", "lätt", "svårt", "verkligen", "snabbt", "kanske", "kommunen", "staden", "regionen", "staten", "bäst", "oftast", "även", "nyss", "nyligen", "redan", "inte", "aldrig", "precis", "tidigare", "mest", "numera", "därför", "också",
})  # fmt: skip

#: Determiners, pronouns and quantities that begin a noun phrase, so never an infinitive.
NOMINAL_STARTS = frozenset({
    "alla", "inga", "våra", "bra", "egna", "samma", "lika", "extra", "många", "andra", "nya", "goda", "gamla", "dessa", "sina",
    "första", "enda", "hela", "halva", "båda", "flera", "rätta", "fria", "trygga", "öppna", "ena", "lilla", "stora", "gröna",
    "säkra", "höga", "låga", "friska", "starka", "varma", "unga", "rena", "täta", "snabba", "korta", "raka", "jämna", "klara",
    "kära", "bästa", "bara", "sena", "glada", "svaga", "smarta", "rika", "samtliga", "småskaliga", "kommunala",
})  # fmt: skip

#: Words of these that are infinitives as the first word of a demand when a noun phrase follows.
AMBIGUOUS_INFINITIVES = frozenset(
    {"öppna", "korta", "säkra", "klara", "jämna", "rena", "sena", "rätta", "fria", "trygga"}
)

#: Nouns for what comes at a time or is decided on: before them "inför" is a preposition. Ends of such nouns besides.
OCCASIONS = frozenset({
    "val", "valen", "beslut", "budget", "år", "jul", "start", "möten", "placering", "placeringar", "flytt", "insats", "fullmäktige", "framtiden", "livet", "vuxenlivet", "pensionen",
    "förändringar", "upphandling", "upphandlingar", "semestern", "semestrarna", "terminsstart", "skolstart", "omröstningen", "debatten", "nämnden", "domstol", "lagen", "varandra",
})  # fmt: skip
OCCASION_ENDS = ("valet", "valrörelsen", "beslutet", "besluten", "budgeten", "mandatperiod", "mandatperioden", "året", "åren", "hösten", "våren", "sommaren", "vintern", "helgen", "helgerna", "mötet", "sammanträdet", "lovet", "loven", "starten", "förändringen", "upphandlingen")  # fmt: skip

#: Infinitives that do not end in -a.
SHORT_INFINITIVES = frozenset({
    "få", "gå", "se", "ge", "bli", "ha", "ta", "bo", "slå", "dra", "be", "nå", "stå", "göra", "må", "tro", "sy", "dö", "le",
    "förstå", "införa", "anslå", "avstå", "uppnå", "utgå", "ingå", "föreslå", "bestå", "motstå", "tillgodose", "förse", "förutse",
    "återse", "bero", "anförtro", "fly", "klä", "spå", "te", "motse", "inse", "bistå", "avse", "överse", "undgå", "bejaka", "lyckas", "trivas", "finnas", "hoppas", "andas", "umgås",
    "kunna", "vilja", "behöva", "föra", "röra", "lära", "minnas", "mötas", "synas", "vistas", "åldras", "krävas", "behövas", "misslyckas", "samsas", "enas",
})  # fmt: skip

#: Abbreviations whose full stop ends no sentence.
ABBREVIATIONS = frozenset({
    "t.ex", "bl.a", "dvs", "d.v.s", "s.k", "f.d", "fr.o.m", "t.o.m", "p.g.a", "resp", "ca", "cirka", "kl", "nr", "inkl", "exkl",
    "max", "min", "kap", "jfr", "ev", "forts", "ordf", "tel", "tfn", "sid", "bl a", "t ex", "m.fl", "i.o.m", "fn", "o.d",
    "obs", "tex", "bla", "sk", "pga", "prop", "avd", "dr", "s.a.s", "avs",
})  # fmt: skip

#: Abbreviations that end a sentence where a capital follows.
CLOSING_ABBREVIATIONS = frozenset(
    {
        "kr",
        "tkr",
        "mnkr",
        "st",
        "mån",
        "milj",
        "m.m",
        "mm",
        "osv",
        "o.s.v",
        "etc",
        "m.fl",
        "mfl",
        "e.d",
        "o.dyl",
        "o.d",
    }
)

#: Verbs whose plural look-alike in -or is another word: visa and visor.
VERBS_LIKE_NOUNS = frozenset({
    "binda", "springa", "dricka", "driva", "föra", "kräva", "leka", "rulla", "skärpa", "sträva", "stämma", "stötta", "sänka", "vända", "väcka", "äga", "överleva",
    "visa", "lära", "vara", "resa", "vila", "hinna", "våga", "svara", "leda", "välja", "sätta", "ringa", "mata", "ladda", "låna",
    "bota", "backa", "rämna", "gynna", "tvinga", "testa", "höja", "fråga", "finna", "skriva", "rösta", "sluta", "ställa", "släppa", "skapa", "kasta",
    "kalla", "stoppa", "trappa", "dela", "pröva", "prova", "jaga", "minska", "lova", "satsa", "dra", "främja", "bygga", "täcka", "rusta",
    "skola", "hyra", "låta", "anta", "rita", "prata", "klubba", "splittra", "räcka", "rota", "plåga", "smitta", "skära", "sträcka", "mota", "lista", "fälla", "akta", "vaka", "råka", "löpa", "föda", "täppa", "smeka", "rädda", "måla", "söka", "ordna", "placera", "granska", "betala", "hälsa", "fylla",
})  # fmt: skip

#: Nouns and names far oftener than verbs on these pages.
NOUNS_LIKE_INFINITIVES = frozenset({"skola", "hälsa", "nacka", "sala"})

#: Plurals that look like verbs in the present tense: a meeting place more often than "meets".
NOUNS_LIKE_VERBS = frozenset(
    {
        "killar",
        "träffar",
        "tjejer",
        "delar",
        "planer",
        "dagar",
        "tomtar",
        "kurser",
        "resor",
        "ramar",
        "vägar",
        "timmar",
        "satsningar",
        "former",
        "krafter",
        "orter",
        "skador",
    }
)

#: First parts by which verbs are made of verbs.
VERB_PREFIXES = (
    "ute", "igen", "kvar",     "vidare", "kompetens", "åter", "kvalitets", "sam", "upp", "ut", "in", "av", "ned", "ner", "över", "under", "till", "på", "med",
    "om", "bort", "fram", "för", "be", "miss", "mot", "hem", "ny", "an", "genom", "sär", "snabb", "mark", "för", "bi", "ihop", "klimat",
)  # fmt: skip
