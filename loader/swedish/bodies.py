"""How Swedish speaks of bodies: as those who act, as places, as possessors."""

#: Prepositions that make of a body the place where something is done.
PLACE = frozenset(
    {
        "i",
        "på",
        "inom",
        "vid",
        "runt",
        "kring",
        "utanför",
        "utan",
        "bland",
        "intill",
        "nära",
        "bredvid",
        "ur",
        "inför",
    }
)

#: What stands before "i" or "på" that makes the body the one relied on after all: "krav på bolagen".
RELIED = frozenset({"krav", "tryck", "ställa", "lita", "satsa", "satsning", "förtroende", "samarbete", "samverkan", "förändring", "insyn", "tillit", "genomlysning", "granskning", "tid", "plats", "kontakt", "någon", "arbete", "bemanning", "tjänst", "möte", "samtal", "person", "lyssna", "tro", "vänta", "väntan", "kö"})  # fmt: skip

#: Of these, those by which even a level of government is relied on.
DEMANDED = frozenset({"krav", "tryck", "trycka", "press", "pressa"})

#: What such a body does with those in its care: "placeringar på SiS" are the body's own doing.
CARING = frozenset({"placering", "vård", "behandling", "omhändertagande", "inlåsning"})
CARERS = frozenset({"sis", "behandlingshem", "familjehem"})

#: Verbs of going to a place, and what comes from one: "komma till ett familjehem".
LEAVING = frozenset(
    {
        "skriva",
        "komma",
        "flytta",
        "frige",
        "släppa",
        "lämna",
        "åka",
        "hem",
        "ut",
        "väg",
        "pengar",
        "medel",
        "bidrag",
        "statsbidrag",
    }
)
GOING = frozenset({"behörighet", "övergång", "komma", "flytta", "placera", "skicka", "gå", "åka", "skriva", "köra", "återvända", "hänvisa", "skjutsa", "ta"})  # fmt: skip

#: Bodies that only the definite names as such: "kommunen" acts, "en kommun" does not.
DEFINITE = {
    "kommunen": ("kommunen", "staden"),
    "regionen": ("regionen", "regionerna", "landstinget", "landstingen"),
    "staten": ("staten", "regering", "riksdag", "statsmakt", "statliga"),
}

#: Nouns that in the definite stand for a body named before, by lemmas, each with the bodies that they may stand for.
BACK = {
    "bolag": frozenset({"allmannyttan", "bostadsbolag"}),
    "bostadsbolag": frozenset({"allmannyttan", "bostadsbolag"}),
    "jour": frozenset({"kvinnojourer"}),
    "nämnd": frozenset({"socialnamnden", "stadsdelsnamnder"}),
    "central": frozenset({"familjecentraler"}),
    "mottagning": frozenset({"ungdomsmottagningar", "varden"}),
    "förening": frozenset({"civilsamhallet", "brukarorganisationer", "idrotten"}),
    "gård": frozenset({"fritidsgardar"}),
    "team": frozenset({"uppsokande-team", "forstarkningsteam"}),
    "enhet": frozenset({"arbetsmarknadsenheten", "lss-enheten", "mottagningsenheten"}),
    "rådgivare": frozenset({"budget-och-skuldradgivningen"}),
    "rådgivning": frozenset({"budget-och-skuldradgivningen", "familjeradgivningen"}),
    "myndighet": frozenset({"forsakringskassan", "arbetsformedlingen", "migrationsverket"}),
    "kassa": frozenset({"forsakringskassan"}),
}

#: Words for parts of a place: "från andra sidan kommunen".
EXTENT = frozenset({"sidan", "änden", "hörnet", "utkanten", "tvärs"})

#: What one has in a place, and not of the body: "plats i skolan".
HELD = frozenset({"plats", "tid", "tjänst"})

#: Bodies that are named without an article where they stand together: "region och kommun".
PAIRED = {"kommun": "kommunen", "region": "regionen", "landsting": "regionen", "stat": "staten"}

#: What a body does: "kommunens arbete" is the municipality acting, "kommunens skolor" is a place.
ACTING = frozenset({
    "arbete", "ansvar", "insats", "stöd", "socialpolitik", "förmåga", "ambition", "beredskap", "uppdrag", "samverkan", "samarbete", "krav", "råd",
    "beslut", "skyldighet", "hjälp", "handläggning", "bemötande", "service", "resurs", "kapacitet", "riktlinje", "information", "kunskap",
    "skyddsnät", "kostnad", "bidrag", "satsning", "engagemang", "rutin", "bedömning", "planering", "tillsyn", "roll", "uppgift", "regi", "förvaltning", "representation", "inköp", "anpassning", "upphandling", "utredning", "uppföljning", "undervisning",
})  # fmt: skip

#: Dwellings and institutions: what one builds or lives in, and a body only where it is what acts or is run.
DWELLINGS = frozenset({"lss-boenden", "aldreboenden", "stodboenden", "sjukhus", "fritidshem"})  # fmt: skip

#: Businesses that are places to most: bodies only as what is to act.
PREMISES = frozenset({"butik", "krog", "restaurang", "affär", "köpcentrum"})

#: Services that are bodies only in the definite or beside other bodies: "hemtjänst" is what one gets.
SERVICES = frozenset({"hemtjansten", "aldreomsorgen", "varden", "vardcentraler", "psykiatrin"})

#: Verbs that decide a dwelling's fate, by lemmas.
KEEPING = frozenset(
    {
        "behålla",
        "bevara",
        "rädda",
        "stänga",
        "avveckla",
        "sälja",
        "privatisera",
        "driva",
        "sköta",
        "överta",
        "återta",
        "återkommunalisera",
        "kommunalisera",
        "tillbaka",
        "upphandla",
    }
)

#: Words by which a dwelling's own running is meant: "gruppbostäderna ska drivas av kommunen".
SUBJECT_OF = frozenset({"ska", "skall", "måste", "bör", "behöver", "får"})

#: Prepositions under which a dwelling is no subject.
GOVERNING = frozenset({"av", "för", "till", "vid", "i", "på", "om", "med", "från"})

#: What people do at school, by lemmas.
ATTENDING = frozenset({"gå", "hoppa", "sluta", "klara", "börja", "lämna", "avsluta", "fullfölja", "läsa", "slutföra", "plugga", "påbörja", "missa", "skolka"})  # fmt: skip

#: What is said of school as a time: "när skolan är slut".
ENDING = frozenset({"slut", "slutar", "börjar", "slutat", "börjat"})

#: What people do with a service that they get, by lemmas: "rätt till skola", "välja mellan förskola och …".
CHOOSING = frozenset({"välja", "val", "valfrihet", "rätt", "byta", "behov", "ansöka", "tillgång"})

#: What people do when they turn to a body, by lemmas: "alla som kontaktar kommunen".
ADDRESSING = frozenset({"kontakta", "ringa", "besöka", "uppsöka", "mejla", "lämna"})

#: Words that open a question within a sentence, of whose subject nothing is asked: "vad företagen tar betalt".
ASKING = frozenset({"vad", "vem", "vilken", "vilket", "vilka"})

#: What one does before a body that only hears of it, by lemmas: "redovisas för nämnden".
REPORTING = frozenset({"redovisa", "redovisas", "rapportera", "rapporteras", "återrapportera", "återrapporteras", "återrapportering", "återredovisa", "presentera", "presenteras", "föredra", "avrapportera", "rapport", "redovisning", "återkomma"})  # fmt: skip

#: Verbs by which a sentence that opens with a body tells what it once did.
PAST = frozenset(
    {
        "gav",
        "tog",
        "fick",
        "blev",
        "hade",
        "var",
        "lät",
        "drog",
        "stängde",
        "lade",
        "lovade",
        "beslutade",
        "sade",
        "gjorde",
        "införde",
        "sålde",
    }
)

#: What a body has done that others are to follow, by lemmas: "det mål som riksdagen har antagit".
DECIDING = frozenset({"besluta", "bestämma", "lova", "utlova", "anta", "fastställa", "föreslå", "avisera", "sätta", "säga", "kräva"})  # fmt: skip

#: Verbs before "för att" that ask for what follows: "verka för att staten inför …".
STRIVING = frozenset({"arbeta", "verka", "kämpa", "jobba", "driva", "ansvara", "plädera", "agera", "trycka", "sörja", "ansvar", "krav"})  # fmt: skip

#: What a place is or becomes, by lemmas: "Mora ska bli en ort där …" asks nothing of the municipality as a body.
BEING = frozenset({"vara", "bli", "ligga", "höra", "tillhöra", "räknas", "räkna", "kännas", "förbli", "växa", "upplevas", "präglas", "kännetecknas", "framstå", "rankas", "hamna", "må"})  # fmt: skip

#: What a municipality is as a body all the same.
ROLES = frozenset({"arbetsgivare", "part", "föregångare", "drivande", "pådrivande", "aktiv", "huvudman", "ägare", "ansvarig", "medlem", "beredd", "skyldig", "tydlig", "bättre", "bäst", "snabb", "lyhörd", "restriktiv", "generös", "garant", "aktivt", "första", "förlängda", "skickligare", "duktigare"})  # fmt: skip

#: What "kommunen" and "staden" are as places.
LOCALITIES = frozenset(
    {
        "trygg",
        "ren",
        "grön",
        "vacker",
        "levande",
        "attraktiv",
        "barnvänlig",
        "äldrevänlig",
        "plats",
        "stad",
        "ort",
        "kommun",
        "bygd",
        "samhälle",
        "hemort",
    }
)

#: Who has more of them in a body strengthens the body: "fler i socialtjänsten".
MORE_OF = frozenset({"fler", "flera", "kollegor"})

#: Words before a possessor that only cite it: "utifrån nämndens översyn".
CITING = frozenset({"utifrån", "enligt", "efter"})

#: Whose a municipal housing company is, and what it is called, by lemmas: "kommunens eget bolag".
OWNING = frozenset({"kommunens", "stadens", "vårt", "vårat", "eget", "egna", "kommunala", "kommunalt", "kommunal", "kommunägda", "kommunalägda", "allmännyttiga", "allmännyttigt"})  # fmt: skip
COMPANY = frozenset(
    {
        "bolag",
        "fastighetsbolag",
        "bostadsbolag",
        "hyresbolag",
        "bostadsföretag",
        "bostadsstiftelse",
        "hyresvärd",
    }
)

#: Second words, and ends, of the names of municipal housing companies: "Uddevalla Bostäder", "Kirunabostäder", "Hoforshus".
HOUSING_NAMES = frozenset({"Bostäder", "Bostads", "Hem", "Fastigheter"})
HOUSING_ENDS = ("bostäder", "hem", "byggen", "hus", "fastigheter", "gårdarna")

#: An end that names of villages and words for inhabitants have too: a company only as what is to act.
ACTING_END = "bo"
