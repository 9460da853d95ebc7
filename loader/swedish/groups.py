"""How Swedish speaks of people: the words that carry a description, and what turns one group into another."""

#: Kinds of people, by the lemmas that name them; a description that is said of a kind holds of all its words.
KINDS: dict[str, frozenset[str]] = {
    "child": frozenset({"barn", "småbarn", "spädbarn", "skolbarn", "förskolebarn", "syskon", "minderårig", "flicka", "pojke", "unge", "småtting", "elev", "son", "dotter", "skolpojke", "skolflicka", "flyktingbarn", "skolelev", "gymnasieelev"}),
    "young": frozenset({"barn", "ung", "ungdom", "elev", "syskon", "tonåring", "flicka", "pojke", "tjej", "kille", "skolbarn", "småbarn", "spädbarn", "minderårig", "student", "unge", "son", "dotter", "skolpojke", "skolflicka", "skolelev", "gymnasieelev"}),
    "women": frozenset({"kvinna", "mamma", "mor", "mödrar", "tjej", "flicka", "hustru", "fru", "gravid", "tonårstjej"}),
    "men": frozenset({"män", "pappa", "kille", "pojke"}),
    "families": frozenset({"familj", "barnfamilj", "hushåll"}),
    "parents": frozenset({"förälder", "mamma", "pappa", "mor", "far", "vårdnadshavare"}),
    "old": frozenset({"äldre", "gammal", "pensionär", "senior"}),
}  # fmt: skip

#: Nouns for people whoever they are; a description makes a group of them.
PEOPLE = frozenset({
    "person", "människa", "individ", "vuxen", "patient", "klient", "brukare", "medborgare", "invånare", "boende", "hyresgäst",
    "medarbetare", "folk", "kund", "sökande", "kommuninvånare", "göteborgare", "stockholmare", "deltagare", "medmänniska",
})  # fmt: skip

#: Pronouns that a description follows at once: "den som saknar bostad", "alla inom LSS".
PRONOUNS = frozenset({"den", "de", "någon", "alla", "var", "en", "du", "dig", "ni", "er", "annan", "andra", "många", "flera", "fler", "färre", "samtliga", "denne", "dessa", "man", "ingen"})  # fmt: skip

THINGS_AT_LARGE = frozenset({"annat", "allt", "mycket"})

#: Words that open a description of people. "Med" also follows a verb of having.
OPENERS = frozenset({"som", "med", "utan", "i", "inom", "på", "till", "vars", "under", "från", "utanför", "över", "ur", "mellan"})  # fmt: skip
HAVING = frozenset({"ha", "få", "leva", "lida", "bära", "kämpa", "diagnostisera", "drabba"})
BEING = frozenset({"bo", "leva", "vara", "befinna", "hamna", "växa", "stå", "komma", "fastna", "ha", "sitta", "vistas", "finnas", "falla", "vårda", "riskera", "arbeta", "jobba"})  # fmt: skip

#: Singulars that address one person or name one superior, and words of somebody's own people.
SINGULAR = frozenset(
    {
        "pappa",
        "mamma",
        "chefen",
        "handläggaren",
        "barnvakt",
        "läkaren",
        "maka",
        "make",
        "hemlöst",
        "arbetslöst",
        "våldsutsatt",
    }
)
SOME = frozenset({"en", "ett", "varje", "ingen"})
OWN = frozenset({"sin", "sina", "sitt"})
THEIRS = frozenset({"deras", "hans", "hennes"})

#: Prepositions by which a thing of somebody's gives way or is overridden: "före föräldrarnas rätt", "mot ägarens vilja".
AGAINST = frozenset({"mot", "före", "framför"})
WILL = frozenset({"vilja", "rätt", "intresse", "önskan", "önskemål", "behov", "plånbok"})

#: Where the women of a shelter work, what people have together with others of their kind, and what stands before the seeking of work as an activity.
AT_SHELTERS = (["på", "jouren"], ["på", "kvinnojouren"], ["på", "tjejjouren"])
OF_THEIRS = ("organisation", "förening", "förbund", "råd", "jour", "rörelse")
SEEKING = frozenset({"jobbsökande", "arbetssökande"})
OF_SEEKING = frozenset({"av", "aktivt", "genom", "studier", "praktik", "utbildning", "sfi", "aktivitet", "språkträning"})  # fmt: skip

#: Kin and kinds of people who, inside a clause about others, only tell which others are meant.
KIN = frozenset({"foraldrar", "barn", "familjer", "barnfamiljer", "anhoriga", "man", "kvinnor", "unga", "barn-och-unga"})  # fmt: skip

#: Words for somebody's nearest, who are relatives of whom they are told by: "maken till en dement".
NEAREST = frozenset({"make", "maka", "fru", "hustru", "sambo", "partner", "livskamrat", "syster", "bror", "syskon", "änka", "son", "dotter"})  # fmt: skip

#: Relatives as such, of whom it is told whose they are: "närstående till missbrukare".
RELATIVES = frozenset({"anhoriga", "anhorigvardare", "efterlevande"})
PARENTS = frozenset({"foraldrar", "blivande-foraldrar", "ensamstaende-foraldrar", "separerade-foraldrar"})  # fmt: skip
OLD = frozenset({"aldre", "skora-aldre", "ensamma-aldre", "personer-med-demens"})
HOUSEHOLDS = frozenset({"familjer", "barnfamiljer"}) | PARENTS

#: The young of all ages, whose naming together makes one group.
CHILDREN = frozenset({"barn", "forskolebarn"})

#: Groups that are meant only where nothing else is said of them.
AS_SUCH = frozenset({"man"})

#: Adjectives that stand for people, unless a noun for things follows them; nouns for things whose plural has no end of its own.
ADJECTIVES = frozenset({
    "små", "äldre", "gamla", "unga", "yngre", "sjuka", "utsatta", "hemlösa", "arbetslösa", "ensamma", "fattiga", "anställda", "svaga", "sköra", "nyanlända", "bostadslösa", "utförsäkrade", "våldsutsatta",
})  # fmt: skip
THINGS = frozenset(
    {"område", "hus", "hem", "läge", "miljö", "boende", "skola", "år", "jobb", "system", "kläder"}
)

#: What stands before those who are no more than somebody's kin or assailant.
GOVERNED = (["av", "någon"], ["av", "en"], ["barn", "till"])

#: What a child is whose parents, family or home a description is about: "söner till missbrukare", "barn i familjer utan papper".
CHILD_OF: dict[str, str] = {
    "personer-med-missbruk": "barn-i-missbruksmiljo", "kvinnor-med-missbruk": "barn-i-missbruksmiljo",
    "personer-med-alkoholberoende": "barn-i-missbruksmiljo", "personer-med-narkotikaberoende": "barn-i-missbruksmiljo",
    "personer-med-spelberoende": "barn-i-missbruksmiljo", "papperslosa": "papperslosa-barn", "valdsutsatta": "barn-som-upplevt-vald",
    "valdsutsatta-kvinnor": "barn-som-upplevt-vald", "valdsutovare": "barn-som-upplevt-vald", "hemlosa": "hemlosa-familjer",
    "hemlosa-familjer": "hemlosa-familjer", "personer-med-psykisk-ohalsa": "barn-med-foralder-med-psykisk-ohalsa", "asylsokande": "asylsokande-barn",
}  # fmt: skip

#: Words by which a description reads alike, by forms or lemmas: of kin, of drugs, of money, of a home, of flight, of work.
ALIKE: dict[str, str] = {
    **dict.fromkeys(("mamma", "pappa", "mor", "far", "vårdnadshavare", "mödrar", "fäder", "morsa", "farsa", "styvförälder", "styvpappa"), "förälder"),
    **dict.fromkeys(("man", "män", "make", "maka", "fru", "hustru", "sambo", "ex", "exman", "exmake", "exfru", "exsambo", "expartner", "pojkvän", "flickvän", "fästman", "särbo", "livskamrat", "respektive", "före"), "partner"),
    **dict.fromkeys(("knark", "narkotika", "hasch", "cannabis", "heroin", "kokain", "amfetamin", "opioid", "tramadol", "substans", "preparat", "drog"), "drog"),
    **dict.fromkeys(("missbruksproblem", "missbruksproblematik"), "missbruk"),
    **dict.fromkeys(("beroendeproblem", "beroendeproblematik", "beroendesjukdom"), "beroende"),
    **dict.fromkeys(("nätkasino", "kasino", "nätspel", "spelande", "betting", "spelbolag", "kasinospel", "spel"), "spel"),
    **dict.fromkeys(("sprit", "brännvin", "drickande", "flaska"), "alkohol"),
    **dict.fromkeys(("socialbidrag", "socialhjälp", "understöd", "bistånd", "fattigvård"), "försörjningsstöd"),
    **dict.fromkeys(("uppbära", "erhålla"), "få"),
    **dict.fromkeys(("människa", "individ", "vuxen"), "person"),
    **dict.fromkeys(("tonåring", "ungdom"), "ung"),
    **dict.fromkeys(("unge", "småtting"), "barn"),
    **dict.fromkeys(("kriminalitet", "brottslighet", "gängkriminalitet", "gängliv", "gänglivet", "gängmiljö", "nätverk", "gäng", "gängen"), "gäng"),
    **dict.fromkeys(("flytt", "rymma", "rymt", "undkomma"), "fly"),
    **dict.fromkeys(("destruktiv", "farlig", "hotfull", "aggressiv", "kontrollerande", "svartsjuk", "misshandlande", "skadlig", "våldsbenägen"), "våldsam"),
    **dict.fromkeys(("förhållande", "äktenskap", "parrelation", "samliv"), "relation"),
    **dict.fromkeys(("skräck", "fruktan"), "rädsla"),
    **dict.fromkeys(("misshandel", "stryk", "slag", "aga", "övervåld", "partnervåld", "relationsvåld"), "våld"),
    **dict.fromkeys(("lägenhet", "boende", "tak", "hyreskontrakt", "kontrakt"), "bostad"),
    **dict.fromkeys(("mista", "mist", "förlorat"), "förlora"),
    **dict.fromkeys(("saknat",), "sakna"),
    **dict.fromkeys(("sköta", "vårdat", "vårdad", "hjälpa", "stötta", "stödja", "bistå", "assistera", "pyssla", "passa"), "vårda"),
    **dict.fromkeys(("anhörig", "närstående", "släkting", "familjemedlem"), "anhörig"),
    **dict.fromkeys(("jobba", "tjänstgöra", "slita", "verka", "anställa", "anställd"), "arbeta"),
    **dict.fromkeys(("inom",), "i"),
    **dict.fromkeys(("jobb", "anställning", "lönearbete", "förvärvsarbete", "lön"), "arbete"),
    **dict.fromkeys(("otryggt", "oroligt", "struligt", "trassligt", "stökigt", "jobbigt", "kämpigt", "bråkigt", "tufft"), "svår"),
    **dict.fromkeys(("hemmet", "hemmiljö", "hemförhållande"), "hem"),
    **dict.fromkeys(("härbärge", "akutboende", "vandrarhem", "hotell", "hotellrum", "jourlägenhet", "nödbostad"), "hotell"),
    **dict.fromkeys(("ankomma", "anlända", "komma"), "komma"),
    **dict.fromkeys(("tänka", "fundera", "överväga"), "tänka"),
    **dict.fromkeys(("rullator", "permobil", "käpp", "kryckor"), "rullstol"),
    **dict.fromkeys(("ledsagare", "ledsagning"), "ledsagning"),
    **dict.fromkeys(("psykiatrisk",), "psykisk"),
}  # fmt: skip

#: What is done to somebody, by forms or lemmas, reads alike as well; who does it is said in other ways.
UNDERGONE: dict[str, str] = {
    **dict.fromkeys(("slå", "slagen", "slagits", "jaga", "förfölja", "stalka", "trakassera", "terrorisera", "plåga", "prygla", "attackera", "knivhugga"), "misshandla"),
    **dict.fromkeys(("våldtagen",), "våldta"),
}  # fmt: skip

#: Ages in years that read alike: from, to, and the age that stands for them; and words for ages from 60 on.
AGES = ((60, 110, "65"), (19, 30, "25"), (13, 18, "16"))
OLD_AGES = ("sextio", "sjuttio", "åttio", "nittio")

#: What the years of whom "tioåringar" are told by their number; others have no group.
AGE_GROUPS = ((0, 6, "forskolebarn"), (6, 13, "barn"), (13, 26, "unga"), (60, 120, "aldre"))
NUMBERS = {
    word: number
    for number, word in enumerate(
        ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"]
    )
} | {word: 20 + 10 * i for i, word in enumerate(["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio", "hundra"])}  # fmt: skip

#: What opens a clause that names people by what they meet, and whoever they may be.
WHEN = frozenset({"när", "om", "ifall", "då"})
DAYS = frozenset({"dag", "dagen", "år", "året"})
WHOEVER = frozenset({"du", "ni", "man", "någon", "den", "de", "han", "hon"})

#: Words that tell a situation whatever verb leads to them: "som brottas med", "som dras med", "vars dagar präglas av".
TELLING: dict[str, str] = {
    **dict.fromkeys(("missbruk", "beroende", "alkoholproblem", "drogproblem", "alkoholberoende", "drogberoende", "alkoholmissbruk", "spelberoende", "spelproblem", "spelmissbruk", "riskbruk", "abstinens", "överdos", "spelskuld"), "personer-med-missbruk"),
    **dict.fromkeys(("ångest", "depression", "nedstämdhet", "självmordstanke", "utmattning", "utmattningssyndrom", "ätstörning", "anorexi", "panikångest", "psykisk sjukdom", "psykisk ohälsa"), "personer-med-psykisk-ohalsa"),
    **dict.fromkeys(("psykos", "schizofreni", "psykisk funktionsnedsättning", "psykisk funktionshinder"), "personer-med-psykisk-funktionsnedsattning"),
    **dict.fromkeys(("funktionsnedsättning", "funktionsvariation", "funktionshinder", "autism", "adhd", "npf", "utvecklingsstörning", "rörelsehinder", "rörelsenedsättning", "synskada", "synnedsättning", "hörselskada", "hörselnedsättning", "rullstol", "afasi", "hjärnskada", "lss-insats"), "personer-med-funktionsnedsattning"),
    **dict.fromkeys(("hemlöshet",), "hemlosa"),
    **dict.fromkeys(("försörjningsstöd", "bidragsberoende", "existensminimum"), "bistandsmottagare"),
    **dict.fromkeys(("hedersförtryck", "hedersskäl", "heder", "hedersvåld", "hedersnorm", "hederskultur", "tvångsäktenskap", "bortgifte", "könsstympning"), "hedersutsatta"),
    **dict.fromkeys(("våld", "partnervåld", "relationsvåld", "våldsamhet"), "valdsutsatta"),
    **dict.fromkeys(("arbetslöshet",), "arbetslosa"),
}  # fmt: skip

#: Verbs by which one deals with a situation of others, or makes it, by lemmas.
DEALING = frozenset({
    "arbeta", "jobba", "möta", "utreda", "handlägga", "forska", "utöva", "använda", "bruka", "begå", "döma", "sälja", "langa", "smuggla", "bekämpa", "motverka", "förebygga", "motarbeta", "kontrollera", "bevilja", "besluta",
    "neka", "betala", "behandla", "verka", "erbjuda", "driva", "upptäcka", "prata", "tala", "berätta", "kunna", "veta", "undervisa", "utbilda", "ansvara", "syssla", "slippa", "minska",
})  # fmt: skip

#: What a verb means nobody by together with the next word: "slår larm", "slår vakt".
IDIOMS: dict[str, frozenset[str]] = {
    "slå": frozenset({"larm", "vakt", "fast", "ihop", "samman", "hål", "ut", "in", "an", "sig", "till", "igenom", "rot", "vad"}),
}  # fmt: skip

#: Groups of staff: whoever works somewhere is not described by the place.
STAFF = frozenset({"anstallda", "skolpersonal"})
WORKING = frozenset(
    {"arbeta", "jobba", "utreda", "handlägga", "bära", "gå", "ta", "vårda", "sköta"}
)

#: Words past which no description goes on: the next clause's verb, knowledge of a situation, and a right to it.
ENDING = frozenset({"ska", "bör", "måste", "erfarenhet", "kunskap", "rätt"})

#: Beginnings of what one may be addicted to.
DRUGS = ("alkohol", "drog", "narkotik", "spel", "läkemedel", "tablett", "opioid", "nikotin", "cannabis")  # fmt: skip

#: What a kind of people becomes by a description, where the two have a name together.
TOGETHER: dict[tuple[str, str], str] = {
    ("women", "personer-med-missbruk"): "kvinnor-med-missbruk",
    ("women", "personer-med-alkoholberoende"): "kvinnor-med-missbruk",
    ("women", "personer-med-narkotikaberoende"): "kvinnor-med-missbruk",
    ("women", "valdsutsatta"): "valdsutsatta-kvinnor",
    ("child", "valdsutsatta"): "barn-som-upplevt-vald",
    ("families", "hemlosa"): "hemlosa-familjer",
    ("child", "hedersutsatta"): "hedersutsatta",
    ("child", "hemlosa"): "hemlosa-familjer",
    ("child", "papperslosa"): "papperslosa-barn",
    ("child", "utsatta-grupper"): "barn-i-utsatthet",
    ("families", "utsatta-grupper"): "familjer-i-utsatthet",
}

#: What a bare group becomes by another word of the same statement, by the beginnings of that word.
SURROUNDED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("barn", "placerade-barn", ("placer", "familjehem", "jourhem", "hvb", "sis-", "institution", "samhällsvård")),
    ("kvinnor", "kvinnor-med-missbruk", ("missbruk", "beroendevård", "beroendemottagning", "beroendeenhet", "beroendeteam", "beroendeklinik", "avgiftning", "tillnyktring", "nykterhet")),
    ("kvinnor", "valdsutsatta-kvinnor", ("skyddat", "skyddade", "skyddsboende", "misshand")),
    ("barn", "barn-i-utsatthet", ("utsatthet", "utsatta")),
    ("pojkar", "killar", ("ungdom", "gymnas", "högstad", "tonår")),
    ("flickor", "tjejer", ("ungdom", "gymnas", "högstad", "tonår")),
    ("utsatta-grupper", "valdsutsatta", ("våld", "kvinnofrid", "kvinnojour", "misshand")),
)  # fmt: skip

#: Whom a word of the same statement, or of the description itself, adds to those named: in care for addiction the mentally ill are addicted as well.
ADDED: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("personer-med-psykisk-ohalsa", "personer-med-missbruk", ("beroendevård", "missbruksvård", "beroendemottagning", "beroendeenhet", "beroendecent", "missbruksenhet", "samsjuk", "dubbeldiagnos", "dubbla"), ("missbruk", "beroende")),
)  # fmt: skip

#: Whom to be lodged for a time makes no homeless family, and what makes any family homeless.
WITH_CHILDREN = frozenset({"barnfamilj", "småbarnsfamilj", "barn", "småbarn", "unge"})
LACKING = frozenset({"utan", "sakna", "hemlös", "bostadslös", "hemlöshet", "inte", "ingen", "gata"})

#: A victim's children, named right after: "våldsutsatta kvinnor och deras barn".
BESIDE: dict[str, str] = {
    "valdsutsatta-kvinnor": "barn-som-upplevt-vald",
    "valdsutsatta": "barn-som-upplevt-vald",
}

#: Names of matters in which the words for people mean nobody.
NAMES = r"ungdomens hus|mäns våld(?: mot kvinnor)?|våld mot kvinnor|barns rättigheter|barnets rättigheter|kvinnors rättigheter|familjen i fokus"

#: Expressions that refer back to a group named before in the same section.
BACK = (
    r"målgruppen|den här gruppen|denna grupp|dessa (?:barn|familjer|kvinnor|personer|människor|ungdomar|unga|grupper|elever|män)"
    r"|gruppen|nå (?:dessa|dem)|deras|(?:åt|till|för|hos|med) dem(?! som)|de (?=(?:ska|skall|måste|bör|borde|får|behöver|har)\b)"
    r"|exempel på detta|(?:denna typ av|detta) våld"
)

#: Whom a pronoun later in the sentence may stand for, who are no group.
ANYBODY = frozenset({"alla", "ingen", "många", "flera", "samtliga", "folk"})

#: Whom a section is about whose heading names but the matter, by the beginnings of its words.
MATTERS: tuple[tuple[str, str], ...] = (
    ("heder", "hedersutsatta"), ("missbruk", "personer-med-missbruk"), ("beroende", "personer-med-missbruk"), ("hemlös", "hemlosa"),
    ("bostadslös", "hemlosa"), ("funktion", "personer-med-funktionsnedsattning"), ("lss", "personer-med-funktionsnedsattning"), ("äldre", "aldre"),
    ("våld", "valdsutsatta"), ("psyki", "personer-med-psykisk-ohalsa"), ("arbetslös", "arbetslosa"), ("försörjningsstöd", "bistandsmottagare"),
    ("bistånd", "bistandsmottagare"), ("anhörig", "anhoriga"), ("integration", "nyanlanda"), ("rom", "romer"),
)  # fmt: skip
