"""Words and phrases by which a party says what it wants, or what it has done."""

import re

#: Verbs with the party as subject that announce a will: "vi vill", "Centerpartiet föreslår".
WILLING = frozenset({
    "vill", "önskar", "kräver", "föreslår", "yrkar", "begär", "lovar", "förordar", "efterlyser", "uppmanar", "strävar", "eftersträvar", "föredrar", "hemställer",
})  # fmt: skip

#: Verbs with the party as subject that commit it to something that goes on or is to come.
COMMITTING = frozenset({
    "fortsätter", "arbetar", "verkar", "driver", "prioriterar", "satsar", "värnar", "kämpar", "jobbar", "avsätter", "motsätter", "behåller", "bevarar", "försvarar",
    "stöder", "stödjer", "inför", "stärker", "utvecklar", "ökar", "tillför", "skapar", "bygger", "investerar", "avskaffar", "stoppar",
    "välkomnar", "öppnar", "höjer", "lyfter", "tänker", "ämnar", "avser", "planerar", "slår", "reserverar",
    "anställer", "utökar", "startar", "förstärker", "sänker", "inrättar", "återinför", "slopar", "halverar", "fördubblar", "anslår",
})  # fmt: skip

#: Of those, the ones that say nothing of politics unless one of these words follows.
COMMITTING_WITH = {
    "arbetar": {"för", "vidare", "aktivt"},
    "verkar": {"för"},
    "jobbar": {"för", "vidare"},
    "kämpar": {"för"},
    "driver": {"på", "frågan", "att", "kravet"},
    "slår": {"vakt"},
    "står": {"bakom", "upp", "fast"},
    "håller": {"fast"},
    "kommer": {"att", "även", "också", "därför", "fortsatt"},
    "är": {"emot", "motståndare", "positiva", "beredda"},
    "ser": {"gärna", "över", "behov"},
    "går": {"val"},
    "siktar": {"på", "mot"},
    "säger": {"nej", "ja"},
    "ställer": {"bakom"},
    "har": {"nollvision"},
    "tar": {"ställning", "bort", "hem"},
    "lägger": {"miljoner", "miljon", "kronor", "pengar", "mnkr", "mkr", "tkr"},
    "räknar": {"upp"},
}

#: Verbs of opinion: what their att-clause demands, the party demands.
OPINING = frozenset({"anser", "tycker", "menar"})

#: What a party is of an opinion, as "vi är överens om att".
AGREED = frozenset({"överens", "eniga", "ense"})

#: What an opinion says of what should be, without a modal verb.
WORTH = re.compile(r"\binte hör hemma\b|\binte att\b.+\bhör hemma\b|\bvärd\w* att (?:bevara|behålla|satsa|värna|försvara|utveckla|pröva|utreda|kämpa)|\bförtjänar\b|\b(?:dags|nödvändigt|angeläget|orimligt) att\b|\bkan göra (?:\w+ )?mer\b", re.IGNORECASE)  # fmt: skip

#: Adjectives and phrases that make a demand of the att-clause after them.
IMPORTANT = re.compile(
    r"""\b(?:(?:viktig\w*|avgörande|angelägen|angeläget|nödvändig\w*|centralt|självklart|givet|prioriterat|önskvärt|rimligt|bra|hög\ tid|på\ tiden|dags|positivt
      |självklarhet|grundläggande|skäligt)(?:\ (?:för\ oss|för\ \w+|också|även|därför|dock|nu))?
      |(?:den|vår|en|de|våra) (?:\w+ )?(?:viktigaste|främsta|högsta|största) (?:uppgift|fråg|prioritering|utmaning)\w*|vikt|prioritet|steg\ (?:är|blir)|(?:viktig|angelägen|nödvändig|prioriterad)\w*\ \w+|(?:del|åtgärd|hållning|ambition(?:en)?|strävan|linje|uppfattning|krav|löfte|mål(?:et|sättning(?:en)?)?|uppgift|målbild(?:en)?|inriktning(?:en)?|förslag|övertygelse)(?:\ (?:är|bör\ vara|ska\ vara))?)
      ,?\ (?:är\ )?att\b""",
    re.IGNORECASE | re.VERBOSE,
)
PRIORITY = re.compile(
    r"^(?:\w+ ){0,3}(?:viktig(?:t|aste?)|avgörande|angeläg\w+|nödvändigt|centralt|främsta?|störst|högst)(?: (?!är\b|blir\b)\w+){0,12} (?:är|blir)(?: (?:dock|ändå|nog|förstås|naturligtvis|för oss|emellertid|därför|också|även))* att\b|"
    r"^(?:\w+ )?(?:angeläget|nödvändigt|prioriterat|avgörande|centralt) (?:är|blir) (?!det\b)|"
    r"^(?:vårt|vår) (?:\w+ )?(?:mål|vision|ambition|målsättning|förslag|recept|lösning) är (?!att\b)|^(?:vårt|vår|partiets) (?:\w+ )?(?:\w*förslag|\w*budget|motion|alternativ|plan|modell|linje) (?:innebär|betyder|går ut på)\b|\bär (?:ett krav|vårt (?:mål|krav|löfte|förslag|besked|svar|recept)|vår (?:målsättning|ambition|linje|politik|modell|lösning)|en nödvändighet)(?=\W*$| från oss| för oss)|"
    r"^(?:det|vad|allt)(?: (?:som|vi|kommunen|nu|därför|verkligen))+ (?:behövs|behöver|krävs|saknas|fordras)(?: \w+){0,3} är\b|\bär (?:precis |just )?(?:det|vad) (?:som|vi|kommunen) (?:\w+ )?(?:behövs|behöver|krävs)\b|"
    r"\b(?:steg|väg|lösning\w*|svar\w*|nyckel\w*)\b(?: \w+){0,3} (?:är|blir|vore) att\b|\b(?:lösningen|svaret|receptet) (?:är|heter|stavas)\b|"
    r"^att\b.+\bär (?:helt |dessutom )?(?:avgörande|viktigt|nödvändigt|centralt|angeläget|en självklarhet|ett måste|en rättighet)(?: för oss)?\W*$|"
    r"\b(?:hög tid|dags) för\b|\b(?:viktigt|angeläget|nödvändigt|önskvärt|vore (?:bra|rimligt|bättre)) med\b|\btiden (?:är )?mogen\b|\bär tiden\s+mogen\b|^att\b.{5,120}\bär (?:den|vår|en av (?:de|våra)) (?:\w+ ){0,2}?(?:viktigaste|främsta|största|högsta)\b|\bav (?:absolut )?(?:högsta|yttersta|största) (?:prioritet|vikt)\b|\b(?:är|blir) (?:mycket |helt |synnerligen |dessutom )?(?:angeläge[tn]|prioriterad\w*|nödvändig\w*|ett måste)\b"
    r"|\bavgörande för att\b|\bprioriterad målgrupp\b",
    re.IGNORECASE,
)

#: The words one of which every phrase of priority has.
OF_PRIORITY = frozenset({"med", "innebär", "betyder", "går", "är", "blir", "vore", "heter", "stavas", "för", "prioritet", "vikt", "målgrupp", "mogen"})  # fmt: skip

#: "It is important to remember that …" tells, it does not demand.
TELLING = re.compile(
    r"\b(?:komma ihåg|minnas|veta|förstå att|notera|betona|påminna|säga att|konstatera|inse att|framhålla|poängtera)\b",
    re.IGNORECASE,
)

#: Refusals without a modal verb.
REFUSAL = re.compile(
    r"\b(?:sä(?:ger|ga) (?:\w+ ){0,4}?nej till|backar (?:inte|aldrig)|ger (?:oss )?(?:inte|aldrig) upp kravet|(?:kan|kommer) (?:vi |partiet )?(?:inte|aldrig) (?:att )?(?:acceptera|godta|ställa (?:oss|sig) bakom|gå med på|medverka till|stödja|tillåta)|motsätter (?:vi |partiet )?(?:oss|sig)|är (?:vi |helt |starkt |bestämt |principiellt )*(?:emot|motståndare till)|vill inte|hör inte hemma|vi säger (?:bestämt )?nej(?=\W*$)|accepterar (?:vi |partiet )?(?:inga|ingen|inget|(?:(?:till exempel|därför|heller|dock|självklart) )?(?:inte|aldrig))|godtar (?:vi )?inte|ställer (?:vi )?inte upp på|(?:är|blir) (?:helt )?(?:utesluten|uteslutet|inte aktuellt?)|kommer inte på fråga|(?:tar|ta) (?:bestämt )?avstånd"
    r"|går emot|röstar? nej|vänder oss (?:emot|mot)|avvisar)\b|^(?:tydligt |bestämt |ett tydligt )?nej till\b|^stopp för\b|\binte (?:ett enda |ett |en enda |en )(?:öre|krona|skattekrona)\b(?! mindre)|\bnej tack(?=\W*$)"
    r"|^(?:vad|det) vi (?:\w+ )?(?:aldrig|inte) (?:kommer att|kan|tänker|vill)\b.{3,40} är\b|^(?:(?:nu|det) )?(?:får|ska|måste) (?:det |nu )*vara (?:slut|nog|stopp)\b(?!\W*$)|\bdet räcker (?:nu )?med\b|\b(?:är|vore|blir) (?:för oss )?(?:helt )?(?:otänkbart?|oacceptabelt?|fel väg(?: att gå)?|orimligt)(?=\W*$)",
    re.IGNORECASE,
)
#: The words one of which every such refusal has.
OF_REFUSAL = frozenset({"nej", "inga", "ingen", "inget", "motsätter", "emot", "mot", "motståndare", "inte", "aldrig", "avstånd", "avvisar", "stopp", "utesluten", "uteslutet", "slut", "nog", "räcker", "otänkbart", "otänkbar", "oacceptabel", "oacceptabelt", "fel", "orimligt"})  # fmt: skip

#: Lead-ins whose items are refused, each and all: "Vi säger nej till:".
REFUSING_LEAD = re.compile(
    r"\b(?:nej till|motsätter (?:vi )?(?:oss|sig)|(?:är|går) (?:vi )?emot|stopp för|vi (?:stoppar|avskaffar|slopar|säger nej)|(?:ska|kommer) (?:vi )?(?:inte|aldrig)(?: att)?|vill (?:vi )?(?:(?:däremot |absolut )?inte(?: ha| se| att)?|stoppa|avskaffa|slopa|ta bort)|det (?:vill|gör) vi inte|slut på)\W*$",
    re.IGNORECASE,
)

#: The words one of which every such lead-in has.
OF_REFUSING_LEAD = frozenset({"nej", "motsätter", "emot", "stopp", "stoppar", "avskaffar", "slopar", "inte", "aldrig", "stoppa", "avskaffa", "slopa", "bort", "slut"})  # fmt: skip

NO_REFUSAL = re.compile(
    r"\bvill inte svara\b|\binte (?:principiellt|generellt|i princip|per automatik) (?:nej|emot|motståndare)|\bsäger inte nej\b",
    re.IGNORECASE,
)

#: Support without a modal: "… är vi för", "vi är för att …".
SUPPORT = re.compile(
    r"^(?:med (?:oss|vår[at]? (?:\w*förslag|\w*budget|politik|alternativ|modell))|får vi (?:bestämma|förtroendet)|vinner vi|om vi (?:får bestämma|vinner))\b"
    r"|\b(?:är (?:vi|partiet) (?:\w+ )?(?:för|positiva till)(?=\W*$)|vi är (?:också |helt |starkt |alltid )?för (?:att|en|ett|fri\w*|mer)\b|ställer (?:vi oss|oss) (?:\w+ )?positiva|ser vi (?:gärna|positivt på)|tar strid för|vi ger (?:oss )?inte (?:upp )?förrän|är (?:något|vad|det) (?:som )?vi (?:siktar på|driver|vill|kräver|arbetar för|kämpar för|står bakom)|(?:vi|jag) brinner (?:särskilt |mest )?för att)\b",
    re.IGNORECASE,
)

#: The words one of which every such support has.
OF_SUPPORT = frozenset({"oss", "vår", "vi", "partiet", "jag", "strid"})

#: Rights as demands.
RIGHT = re.compile(
    r"\bhar (?:alltid |också |även |självklart |samma |lika )*rätt (?:till|att)\b", re.IGNORECASE
)

#: A voice that is not the party's: laws, the city's own goals, organisations, decisions reported.
FOREIGN = re.compile(
    r"(?:^|(?!enligt \S+(?: \S+)? (?:ska|skall|bör|måste|får|behöver)\b))\benligt (?:\w+ ){0,2}?(?:den(?: här|na)?(?= (?:vara|ha|få|ge|kunna|\w{3,}a)\b)|lag(?:en)?|stadgarna|socialtjänstlagen|skollagen|sitt reglemente|sina riktlinjer|\w+ens förslag|(?<=^enligt )LSS|FN\w*|barnkonventionen|partierna?|partier|riktlinje\w*|förslaget|planen|beslutet|budgeten|förvaltningen|Socialstyrelsen|regeringen|utredningen|rapporten)\b"
    r"|(?<!vad )(?<!som )(?<!än )\b(?:lagen|socialtjänstlagen|skollagen|hälso- och sjukvårdslagen|föräldrabalken|barnkonventionen|konventionen|portalparagrafen|grundlagen)(?: \w+){0,2}? (?:säger|slår fast|kräver|anger|föreskriver|stadgar|är tydlig|ger|innebär|understryker)"
    r"|\bi (?:lagen|socialtjänstlagen|skollagen) (?:står|anges|sägs|slås|framgår|stadgas)"
    r"|\b(?:stadens|kommunens|regionens|regeringens|förvaltningens|nämndens|fullmäktiges|bolagets|projektets|länsstyrelsens|myndighetens|organisationens|föreningens|förbundets) (?:\w+ ){0,2}?(?:mål|målsättning|vision|ambition|uppdrag|policy|riktlinjer|plan|program)(?:et|en)? (?:\w+ )?(?:är|säger|lyder|anger|slår fast)"
    r"|\b\w+(?:ismens|kratins|politikens) (?:\w+ )?(?:mål|syfte|ideal|uppgift)\b|\bdet (?:slår|säger|kräver|anger|stadgar) (?:\w*lagen|\w*konventionen|\w*balken)\b|, (?:brukar det (?:heta|sägas|låta)|är deras besked|låter det)\b|\bhar (?:\w+ )?(?:till|i) uppgift att\b"
    r"|\b(?:regeringen|riksdagen|staden|kommunen|regionen|länet|nämnden|fullmäktige|styrelsen|förvaltningen|myndigheten)(?: har|s?)(?: \w+){0,3} (?:mål|målsättning|målsättningar|vision|ambition|uppdrag) (?:är )?att\b"
    r"|, (?:tycker|anser|menar|skriver|kräver|hävdar) (?!vi\b|jag\b|partiet\b)(?-i:[A-ZÅÄÖ])(?!oderat|iberal|ocialdem|änster|enter|ristdem|iljöp|verigedem|olkpart)\w+"
    r"|\b(?:strategi|plan|utredning|förslag|lag|proposition|avtal|program|enkät|rapport)\w*s (?:mål|syfte|krav) är"
    r"|^[”\"»][^”\"«]+[”\"«]$"
    r"|, (?:har vi (?:läst|hört|förstått)|heter det|sägs det|står det|(?:säger|sa|sade|berättar|berättade|skriver|undrar|påstår|påstod|visar) (?!vi\b|jag\b)\w+)|[”\"«»][ ,]*(?:säger |– )?(?-i:[A-ZÅÄÖ][a-zåäö]+),? (?-i:[A-ZÅÄÖ])?\w+\W*$"
    r"|\b\w+ (?:stads|kommuns|regions) (?:\w+ )?(?:mål|vision|målsättning) är\b"
    r"|\b(?:har (?:nu |redan |till uppgift att |i uppdrag att )?(?:beslutat|bestämt) att|(?:beslutade|bestämde|röstade (?:igenom|för)) (?:att)?)",
    re.IGNORECASE,
)

#: The words or quotation marks one of which every such voice has.
OF_FOREIGN = frozenset({
    "enligt", "lagen", "socialtjänstlagen", "skollagen", "sjukvårdslagen", "föräldrabalken", "barnkonventionen", "konventionen", "portalparagrafen", "grundlagen",
    "mål", "målet", "målen", "målsättning", "målsättningen", "målsättningar", "vision", "visionen", "ambition", "ambitionen", "uppdrag", "uppdraget", "uppdragen", "policy", "policyen", "policyet", "riktlinjer", "riktlinjeren", "riktlinjeret",
    "plan", "planen", "planet", "program", "programmet", "programen", "programet", "visionet", "ambitionet", "målsättninget", "syfte", "ideal", "uppgift", "krav",
    "slår", "säger", "kräver", "anger", "stadgar", "brukar", "besked", "låter", "tycker", "anser", "menar", "skriver", "hävdar", "läst", "hört", "förstått", "heter", "sägs", "står",
    "sa", "sade", "berättar", "berättade", "undrar", "påstår", "påstod", "visar", "beslutat", "bestämt", "beslutade", "bestämde", "röstade",
})  # fmt: skip
QUOTING = re.compile(r"[”\"«»]")

#: The party's own voice in a sentence that also names another's.
OWN_AFTER_ALL = re.compile(
    r"\b(?:vi|partiet) (?:vill|anser|kräver|tycker)\b|\b(?:vill|anser|kräver) vi\b", re.IGNORECASE
)

#: Verbs that make a modal one of speech: "det ska medges att", "vi vill tacka".
SPEECH = frozenset({
    "inse", "erkänna", "minnas", "stolta", "självkritiska", "ödmjuka", "tiga", "glömma", "medge", "tillstå", "konstatera", "fråga",
    "medges", "sägas", "nämnas", "tilläggas", "erkännas", "betonas", "tillstås", "poängteras", "understrykas", "sammanfatta", "berätta", "tacka",
    "lova", "påminna", "presentera", "framföra", "hälsa", "bjuda", "gratulera", "redogöra", "förklara", "svara", "förstå", "jämföras",
})  # fmt: skip

#: Modals that describe how things are, with the words that give it away.
DESCRIBING = re.compile(
    r"\b(?:idag|i dag|ofta|tvingas|alltför (?:ofta|många)|i nuläget|varje dag|^sedan\b|i (?:värsta|bästa) fall|ibland|många gånger|tyvärr)\b",
    re.IGNORECASE,
)

#: Slogans without a verb: "Bort med karensavdraget", "Hellre fritidsledare än vakter".
SLOGAN = re.compile(r"(?:bort|ut) med\b|slut (?:på|med)\b|(?:inga|ingen|inget) (?:fler|mer|nya)\b|aldrig (?:mer|igen)\b|hellre\b.+\bän\b|.{9,}(?:\bja|,) tack\W*$", re.IGNORECASE)  # fmt: skip

#: What a party says it promises, before a colon: "Vårt löfte: …", "Vår linje är tydlig: …".
PLEDGE = re.compile(r"(?:vårt?|våra|mitt|min|partiets) (?:\w+ ){0,2}?\w*(?:löfte|krav|besked|förslag|linje|mål|recept|inställning|prioritering|lösning|modell|politik)(?:\w{1,2})?(?: \w+){0,3}: \w", re.IGNORECASE)  # fmt: skip

#: A claimed achievement in a sentence: the party, or those it governs with, has done something.
ACHIEVED = re.compile(
    r"\bunder (?:den (?:gångna|här|senaste|förra) )?mandatperioden\b|\bsedan (?:vi|valet|alliansen)\b",
    re.IGNORECASE,
)

#: Lead-ins and headings over lists of demands.
DEMAND_LEAD = re.compile(
    r"\b(?:vill|ska|skall|bör|måste|yrka\w*|hemställer|besluta[rs]?|förslag(?:en)?|föreslår|prioriter\w*|kräver|krav|(?:val)?löfte\w*|lovar|anser|tycker|menar|arbetar?|verkar?|jobbar|satsar?|satsningar|kommer|lyfta?|genom att|går (?:\w+ )?till val|punkter"
    r"|fokus\w*|åtgärder|viktigaste|hjärtefrågor|program\w*|innebär|betyder|behöver|behövs|krävs|driver|säger (?:nej|ja)|nej till|ja till|därför|följande|mål(?:en|sättning\w*)?|det här gör vi|så (?:här )?gör vi|(?:vår|våra|vårt) (?:lösning\w*|svar|recept|väg framåt)"
    r"|gör vi|vår politik|vi i|för att|angeläget|viktigt|framåt|kampanj\w*|frågor|inför|stå[r]? för|ser vi)\b",
    re.IGNORECASE,
)
#: Lead-ins over lists of what has been done.
ACHIEVED_LEAD = re.compile(
    r"\bredan\b(?=.{0,30}\W*$)|\bså (?:här )?långt\b|\bredan (?:på plats|klar\w*|genomför\w*|verklighet|igång|i gång|infriat|gjort)\b|\b(?:i hamn|på plats)\W*$|^(?:nu )?klart?\b|\b(?:lyckats|levererat|infriat|infria(?:t|de)|avklara\w*|bocka[ts]? av|bockat och klart|tack vare (?:oss|vi|\w+partiet)|höll|hållit|stolta över|bokslut|facit|segrar|framgångar|vi fattat|genomförda|blev av|fick (?:vi|partiet) igenom|gjorde (?:vi|partiet)|har (?:vi|partiet) kommit)\b"
    r"|\bhar\W*$|\b(?:uppföljning|har (?!(?:som|en|ett|två|tre|fyra|fem|\d+|följande|mål|ambition\w*)\b)(?:vi|under|redan|du|alliansen|centerpartiet|socialdemokraterna)?|hittills|resultat|åstadkommit|uppnått|genomfört|gjort|fått igenom|drivit igenom|under mandatperioden)\b",
    re.IGNORECASE,
)
FUTURE_LEAD = re.compile(
    r"\b(?:vill|ska|skall|bör|måste|yrka\w*|hemställer|besluta|förslag|kräver|lovar|kommer (?:\w+[ –-]){0,6}?att|prioriterar|arbetar? för|verkar? för|vår budget|(?:kommande|nästa) (?:år|mandatperiod\w*))\b",
    re.IGNORECASE,
)

#: Lead-ins that give somebody else's list.
FOREIGN_LEAD = re.compile(
    r"\b(?:stadens|kommunens|regionens|regeringens|nämndens|förvaltningens|förbundets|föreningens|organisationens|lagens|länets|skolans|bolagets|landstingets) (?:\w+ ){0,2}?(?:mål|målsättning|vision|uppdrag|ansvar|riktlinjer|policy|värdegrund|uppgift)\w*\b"
    r"|(?<!våra )\b(?!partiets|alliansens)\w+(?:ens|ets|ernas|arnas|ornas) (?:egna |viktigaste )?(?:krav|önskemål|förslag)\b|\benligt\b|\b(?:lagen|socialtjänstlagen|skollagen)\b|\bpåstående\w*|\bfråg(?:or|an|eställningar)\b.{0,20}\b(?:från|till)\b|\bkräver (?:att )?(?:organisation|förening)\w*|\b\w*(?:organisation|förening|förbund|nätverk|myndighet|rådet|facket|byalag|kommittén|stiftelse)\w*(?: \w+){0,3} (?:kräver|vill|föreslår|anser|ska|bör)\b"
    r"|^(?:\S+ )?(?:Rädda Barnen|Röda Korset|Svenska kyrkan|kyrkan|PRO|SPF|SKPF|FUB|Attention|Unicef|Bris|Roks|Unizon|Kommunal|Vision|SSR|Vårdförbundet|Lärarförbundet|Sveriges Lärare|Företagarna|Svenskt Näringsliv|Hyresgästföreningen|Verdandi|Stadsmissionen|SKR|SKL|Socialstyrelsen|Skolinspektionen|IVO|länsstyrelsen|regeringen|riksdagen|facket|fackförbund\w*|brukarrådet|pensionärsrådet|elevrådet|ungdomsrådet|föräldrarna|motståndarna|tidningen|redaktionen)\b(?: \w+){0,3} (?:kräver|vill|föreslår|anser|ska|bör|menar|tycker|efterlyser|begär|önskar)\b"
    r"|\b(?:leder|lett|ledde) till\b|\b(?:vänstern|högern|majoriteten|oppositionen|regeringen|de styrande|motståndarna|styret|minoriteten)\b(?=\W*$)|\b(?:får du (?:hjälp|råd)|söker du|ansvarar|ansvar för|består av|ingår|arbetar med|finns|svarsalternativ\w*|betygsskala|skala)\b",
    re.IGNORECASE,
)

#: Nouns for what a party believes in: a list of nothing else demands nothing.
VALUES = frozenset({
    "solidaritet", "omtanke", "hänsyn", "lojalitet", "samhörighet", "vördnad", "engagemang", "hopp", "frihet", "ansvar", "rättvisa", "jämlikhet", "medmänsklighet", "respekt", "gemenskap", "människovärde", "subsidiaritet", "kärlek", "tolerans", "förvaltarskap",
    "demokrati", "öppenhet", "barmhärtighet", "mångfald", "tillit", "broderskap", "systerskap", "fred", "humanism", "värme", "mod", "ödmjukhet", "generositet", "empati", "ansvarstagande", "medkänsla",
})  # fmt: skip

#: Lead-ins over what a party believes in, or stands on: "Vår politik vilar på tre ben:", "Våra värderingar:".
VALUES_LEAD = re.compile(
    r"\b(?:vilar|grundar sig|står|bygger|baseras|bygg[ts])(?: \w+){0,2} på\b|\b(?:tror|trott) på\b|\b(?:utgår|utgångspunkt\w*) (?:från|är)\b|\bhandlar (?:\w+ )?om\b|\btalar om\b|\bsolidaritet\w*\b|\bprinciper(?:na)?\b|\b(?:syn|människosyn) på\b|\b(?:grundstenar|hörnstenar|grundpelare|ledord|sammanfattar oss|formar (?:oss|vår politik)|kandiderar|heter|hittar (?:du|ni) (?:oss|mig)|frågor vi fått|har svarat|\w+värderingar|nyckelord|ledstjärnor|värderingar|värdegrund|grundvärden|ideologi\w*|idéer)(?:na|en)?\b(?: är)?\W*$",
    re.IGNORECASE,
)

#: A body with goals of its own: "Staden har satt upp som mål att:".
GOALS_OF_OTHERS = re.compile(
    r"\b(?:staden|kommunen|regionen|länet|nämnden|fullmäktige|styrelsen|förvaltningen|regeringen)\b(?: \w+){0,5} (?:mål|målsättning|målsättningar)(?:et|en)?\b",
    re.IGNORECASE,
)

#: Headings over what somebody else has said or decided.
FOREIGN_HEADING = re.compile(
    r"\b(?:mål|uppdrag|beslut|riktlinjer)\w* enligt\b|\bså (?:här )?(?:söker|anmäler|överklagar|ansöker|bokar) (?:du|man)\b|\bfår du hjälp\b|^enligt\b|\bsäger (?:lagen|socialtjänstlagen|reglerna)\b|\b(?:lagen|socialtjänstlagen|fullmäktiges?|nämndens|stadens|kommunens|regeringens) (?:\w+ )?(?:säger|mål|beslut|uppdrag|riktlinjer|vision)\b",
    re.IGNORECASE,
)

#: Verbs of change and care, whose passives in a programme tell what will be done: "byggs ut", "inrättas", "ses över", "behålls".
CHANGING = frozenset({
    "bygga", "inrätta", "införa", "ta", "avskaffa", "avveckla", "starta", "öppna", "utreda", "se", "utöka", "förstärka", "stärka", "fördjupa", "behålla", "bevara",
    "bibehålla", "värna", "renovera", "rusta", "höja", "sänka", "permanenta", "slopa", "förlänga", "återinföra", "återupprätta", "återställa", "återöppna", "prioritera",
    "förenkla", "förbättra", "utveckla", "minska", "öka", "halvera", "fördubbla", "dubbla", "korta", "skärpa", "begränsa", "ompröva", "revidera", "uppdatera", "kartlägga",
    "inventera", "utvärdera", "följa", "tillsätta", "anställa", "rekrytera", "utbilda", "avsätta", "tillföra", "anslå", "satsa", "genomföra", "påbörja", "inleda", "pröva",
    "testa", "lägga", "riva", "frysa", "stoppa", "komplettera", "hänskjuta", "dela", "samordna", "samla", "bredda", "vidga", "flytta", "erbjuda", "ge", "garantera",
    "säkerställa", "trygga", "upprätta", "utse", "ersätta", "fasa", "anta", "teckna", "skapa", "anlägga", "planera", "projektera", "utarbeta", "utforma", "digitalisera",
    "intensifiera", "effektivisera", "modernisera", "synliggöra", "tydliggöra", "kräva", "upphandla", "förtydliga", "uppmärksamma", "underlätta", "etablera", "göra", "bilda", "fullfölja", "lyfta",
})  # fmt: skip

#: Titles of what a party, or those that it governs with, will do, where the present tense is a commitment.
PROGRAMME = re.compile(
    r"\b(?:överenskommelse|samverkans(?:avtal|program|överenskommelse)|majoritets(?:program|plattform|avtal|överenskommelse)|(?:politisk|gemensam|val)\w* ?plattform|plattform för|så styr vi|avsiktsförklaring|koalition\w*|(?:mål och|skugg)?budget(?:förslag|motion)?|val(?:manifest|program|plattform|löften)|handlingsprogram|(?:kommun)?politisk\w* (?:program|samarbete|handlingsplan))\b",
    re.IGNORECASE,
)

#: Imperatives that begin a demanding heading or bullet.
IMPERATIVES = frozenset({
    "inför", "stoppa", "stärk", "öka", "bygg", "bryt", "rädda", "anställ", "satsa", "höj", "sänk", "utveckla", "minska", "ge", "låt", "gör",
    "ta", "sätt", "förbjud", "avskaffa", "värna", "behåll", "bevara", "skapa", "utred", "prioritera", "förbättra", "utöka", "förstärk", "säkra",
    "säkerställ", "garantera", "erbjud", "öppna", "inrätta", "starta", "fortsätt", "slopa", "korta", "ställ", "tillsätt", "rusta", "lyft",
    "kräv", "stöd", "använd", "underlätta", "förenkla", "återinför", "ompröva", "granska", "kartlägg", "se", "investera", "upprätta", "tillför",
    "fördubbla", "halvera", "håll", "hjälp", "skydda", "släpp", "förebygg", "motverka", "bekämpa", "sluta", "knäck", "få", "involvera", "lagstifta",
    "renovera", "trygga", "återupprätta", "effektivisera", "modernisera", "premiera", "undersök", "utvärdera", "samla", "sprid", "red", "respektera",
    "rekrytera", "stötta", "ändra", "riv", "frys", "lös", "tillåt", "verka", "dela", "lägg", "bjud", "sök", "sälj", "köp", "hyr", "skärp", "stäng", "genomför", "följ", "knyt", "driv", "sörj", "styr", "utse", "bind", "anlägg", "placera", "digitalisera", "tydliggör", "synliggör", "intensifiera",
    "avsätt", "säg", "byt", "erkänn", "förläng", "fyll", "anslut", "mät", "välj", "återställ", "återför", "återta", "återgå", "öronmärk", "avbryt", "ersätt", "förbered",
    "stryk", "inled", "släck", "vänd", "väck", "skjut", "bestäm", "bibehåll", "förstå", "klargör", "spärr", "töm", "uppfyll", "upprätthåll", "upphäv", "utlys", "förhindra", "tänk", "led", "fördela", "samordna", "anlita", "avstå", "åtgärda", "sjösätt", "vräk", "tillgängliggör", "minimera", "fasa",
})  # fmt: skip

#: Of these, those that speak to the reader where a sentence goes on after them; and with what "ta" demands.
RHETORICAL = frozenset({"tänk", "säg", "sök", "välj", "följ", "vänd", "sprid", "dela", "fortsätt", "förstå"})  # fmt: skip
SPOKEN_TO = frozenset({"du", "ni", "dig", "er", "din", "ditt", "dina", "mig", "oss", "säger", "sa", "sade", "skriver", "undrar"})  # fmt: skip
TAKEN = frozenset({"bort", "fram", "över", "in", "tillbaka", "hem", "ansvar", "vara", "hand", "emot"})  # fmt: skip

#: Of these, those that are nouns unless an object follows.
NOUNS_TOO = frozenset({"hjälp", "stöd", "bygg", "lös", "sök"})

#: Infinitives that begin a heading over a way of life, not a demand: "Bo och leva i Ale".
LIFE_VERBS = frozenset(
    {
        "bo",
        "leva",
        "växa",
        "åldras",
        "leka",
        "lära",
        "må",
        "vara",
        "bli",
        "känna",
        "se",
        "äta",
        "uppleva",
        "läsa",
        "rösta",
        "kontakta",
        "lita",
        "tro",
        "få",
        "våga",
        "ha",
    }
)
