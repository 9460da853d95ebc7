"""Each criterion by itself: the words by which one sentence demands, and those that only look alike."""

import pytest

from loader.criteria import CRITERIA
from loader.recognition import voices
from loader.segments import Unit
from loader.sentences import Sentence
from loader.swedish.clauses import finite_verbs
from loader.swedish.tokens import tokenise

VOICE = voices(("Centerpartiet", "Vänsterpartiet"))

DEMANDING = {
    "demand-modal": [
        "Hemtjänsten ska ha fasta grupper.",
        "Den som utan förvarning mister sitt boende måste få hjälp samma dag.",
        "På landsbygden bör taxan vara lägre.",
        "Föräldrar som planerar en flytt ska slippa ny ansökan.",
        "Vad som än händer skall dörren stå öppen.",
        "Hur många som bor i huset bör framgå.",
        "När marken rämnar under en familj ska kommunen finnas där.",
        "Medan utredningen pågår måste barnet få vara kvar i sin skola.",
    ],
    "party-wants": [
        "Vi vill öppna ett härbärge.",
        "Därför föreslår Centerpartiet en ny jour.",
        "Helst skulle vi vilja slopa avgiften.",
        "Vänsterpartiet kräver svar före sommaren.",
        "I stället önskar vi en tätare uppföljning.",
    ],
    "refusal": [
        "Vi säger nej till vinstjakt i omsorgen.",
        "Vänsterpartiet motsätter sig nedläggningen.",
        "Nej till dyrare matlådor!",
        "Avgifter på trygghetslarm är vi emot.",
        "Tiggeriförbud hör inte hemma i vår kommun.",
        "Vi accepterar till exempel inte att barn betalar notan.",
        "Att sälja vattnet är för oss otänkbart.",
        "Nu får det vara slut på delade turer.",
        "Vad vi aldrig kommer att gå med på är att barnen får betala.",
        "Vi kan inte ställa oss bakom den höjda taxan.",
        "Centerpartiet backar inte från löftet om ett nytt bad.",
    ],
    "must-not": [
        "Ett barn får aldrig glömmas bort.",
        "Ledsagningen får inte försvinna.",
        "Under tiden får ingen bli av med sitt stöd.",
        "Inga hyreshus får säljas i smyg.",
        "En flytt får inte kosta en familj skolplatsen.",
    ],
    "need": [
        "Det behövs fler fältare.",
        "Nu krävs en plan för bostäderna.",
        "Kvinnojouren behöver långsiktiga avtal.",
        "Gruppboendet behöver rustas.",
        "En samordnare behövs i varje stadsdel.",
        "När hyran är obetald behöver socialtjänsten ringa på i tid.",
    ],
    "importance": [
        "Det är viktigt att ingen sover ute.",
        "Stödet till anhöriga är av högsta vikt.",
        "Nu är det dags för nästa steg, egna rum.",
        "Att bryta ensamheten är vår viktigaste uppgift.",
        "Ett första steg är att öppna dörrarna.",
        "Viktigast av allt är att stödet når papporna.",
        "Avgörande för om fler ska våga anmäla är att tjejjouren finns kvar.",
        "Vad vi behöver är en jour som svarar på natten.",
        "Det som krävs är mod och fler vuxna på stan.",
        "En väg in är vad som behövs.",
        "Vårt mål är noll vräkta barn.",
    ],
    "that-clause": [
        "Ett exempel är att köket måste byggas om.",
        "Det betyder att alla skolor ska ha en kurator.",
        "Grön omsorg är ingen lyx utan en rättighet som alla ska ha.",
        "Det är en fråga som kommunen måste ta på allvar.",
        "Tolkning är ett stöd som efter ett år bör omprövas.",
        "Följden blir att stödet ska ges på kvällar.",
    ],
    "right": [
        "Alla har rätt till ett eget hem.",
        "Den som lever med smärta har rätt till vård.",
        "Varje barn har rätt att bli hört.",
        "Oavsett ålder har en människa rätt till respekt.",
        "Barn i familjehem har samma rätt till lovskola.",
    ],
    "opinion": [
        "Vi anser att boendet behöver egen personal.",
        "Centerpartiet menar att det krävs fler hem.",
        "Vi tycker att det behövs en ny lokal.",
        "Vänsterpartiet anser att stödet behöver bli bättre.",
        "Vi menar att ett besked ska komma i tid.",
    ],
    "commitment": [
        "Vi fortsätter att bygga.",
        "Centerpartiet värnar byskolan.",
        "Vi kommer att arbeta för en lots.",
        "Vänsterpartiet ställer sig bakom kravet.",
        "Vi slår vakt om ledsagningen.",
    ],
    "assignment": [
        "Socialnämnden får i uppdrag att ta fram en plan.",
        "Förvaltningen ges i uppdrag att redovisa köerna.",
        "Bolaget får också i uppdrag att bygga servicebostäder.",
        "Nämnden får därför i uppdrag att pröva metoden.",
        "Kommunstyrelsen ges i uppdrag att återkomma.",
    ],
    "bare-infinitive": [
        "Bygga ut familjecentralen i Gottsunda.",
        "Och slopa avgiften för den som har minst.",
        "Utbilda all personal!",
        "Lägg inte ned dagverksamheten.",
        "Aktivt söka upp ensamma äldre.",
        "Bort med karensavdraget för timanställda.",
        "Hellre två kuratorer än en ny logotyp.",
        "Inga fler barackskolor.",
        "Till dig som styr: ge jouren ett avtal!",
    ],
}

DESCRIBING = [
    "Många måste i dag vänta ett halvt år.",
    "De flesta människor vill klara sig själva.",
    "Man behöver någon att prata med.",
    "Det borde inte vara så svårt.",
    "Många får inte den hjälp de söker.",
    "Det ska medges att vägen var lång.",
    "Nämnden har rutiner som ska hindra misstag.",
    "Det är viktigt att komma ihåg hur det var.",
    "Det här är en liten del av det vi vill.",
    "Vi är inte principiellt emot förslaget.",
    "Någon måste ju göra det.",
    "Den som är sjuk ska numera ringa runt själv.",
    "De styrande borde ha lyssnat.",
    "Ett samhälle måste bedömas efter hur de svagaste har det.",
    "Vi måste erkänna att det tog tid.",
    "Det ska vi vara stolta över.",
    "Alliansens förslag är att sänka ersättningen.",
    "Att ställa krav är att bry sig.",
    "Du behöver inte anmäla dig.",
    "Risken är att barnen får vänta.",
    "Följden är att de anhöriga måste rycka in.",
    "Kommunen måste varje år betala vite.",
    "Den som får avslag har rätt att överklaga.",
    "Centerpartiet behövs i Åmål.",
    "För en del krävs det mer för att dagen ska fungera.",
    "Vi lovar inga nya badhus.",
    "Vår farhåga är att ungdomarna ska flytta.",
    "Kostnaderna kommer att fördubblas.",
    "Sedan i våras måste den som söker visa upp kontoutdrag.",
    "Det krävs inga förkunskaper.",
    "Sverige har skrivit på en konvention som säger att alla har rätt att delta.",
    "Den enskilde måste ständigt bevisa sitt behov.",
    "Först måste vi förstå vad ensamhet är.",
    "Det är inte de som ska skämmas.",
    "Omställningen kommer att märkas.",
    "Vi kommer att diskutera allt från skola till skog.",
    "De tvingas vänta och får inte bo ihop.",
    "Målet nås av dem som får det stöd de har rätt till.",
]


def sentence(text: str) -> Sentence:
    tokens = tokenise(text, 0, len(text))
    unit = Unit("sentence", 0, len(text), 0)
    return Sentence(text, unit, tokens, finite_verbs(text, tokens), VOICE)


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule, texts in DEMANDING.items() for text in texts]
)
def test_a_demand_is_found_by_its_criterion(rule: str, text: str) -> None:
    assert CRITERIA[rule](sentence(text)) is not None


@pytest.mark.parametrize("text", DESCRIBING)
def test_what_only_describes_is_found_by_none(text: str) -> None:
    assert [
        rule for rule, criterion in CRITERIA.items() if criterion(sentence(text)) is not None
    ] == []


def test_every_criterion_is_tested() -> None:
    assert DEMANDING.keys() == CRITERIA.keys()
