"""What a proposal wants done with its matter, told by the demanded verb, its subject and its object."""

import pytest

from loader.extraction import extract

OPPOSE = [
    "Vi accepterar inte att ledsagningen tas bort.",
    "Ingen upphandling av LSS.",
    "Slopa minutstyrningen.",
    "Personlig assistans får aldrig bli en fråga om pengar.",
    "Stopp för hyreshöjningar.",
    "Stoppa privatiseringen av hemtjänsten.",
    "Vi säger nej till försämrad ledsagning.",
    "Inga vinster i välfärden.",
    "Försörjningsstöd ska inte betalas ut till den som vägrar arbeta.",
    "Delade turer ska bort.",
    "Vi vill inte se fler nedläggningar.",
    "Ta bort avgiften för trygghetslarm.",
    "Vi säger nej till att sälja äldreboendet.",
    "Avskaffa karensen i hemtjänsten.",
    "Ledsagningen får inte försämras.",
    "Kommunen ska inte köpa platser av bolag med vinstkrav.",
    "Bolaget måste sluta vräka barnfamiljer.",
    "Avgifter på trygghetslarm är vi emot.",
    "Lägg inte ned träffpunkten.",
    "Vi vill slopa kravet på fast inkomst.",
]
INVESTIGATE = [
    "Pröva om bostad först kan utökas.",
    "Kommunen ska kartlägga barnfattigdomen varje år.",
    "Vi vill titta på möjligheten att slå ihop nämnderna.",
    "Utred hur många barn som lever i hemlöshet.",
    "Kommunen bör undersöka möjligheten till ett eget jourboende.",
    "Gör en översyn av riktlinjerna.",
    "Se över biståndsbedömningen inom hemtjänsten.",
    "Utvärdera försöket med fria arbetsskor.",
    "Vi vill utreda en egen familjerådgivning.",
    "Riktlinjerna för biståndet måste ses över.",
    "Låt göra en oberoende översyn av avtalen.",
    "Kartlägga hur många som sover i bilar.",
    "Korta köerna genom att se över rutinerna.",
    "Alla placeringar bör gås igenom varje år.",
]
KEEP = [
    "Bevara valfriheten i hemtjänsten.",
    "Vi värnar rätten till personlig assistans.",
    "Låt byskolan leva vidare.",
    "Vi vill behålla dagens taxa.",
    "Fritidsgårdarna ska finnas kvar i alla stadsdelar.",
    "Fortsätt arbetet med bostad först.",
    "Rädda biblioteket i Gottsunda.",
    "Vi står upp för rätten till assistans.",
    "Familjecentralerna ska vara kvar i kommunal regi.",
    "Kvinnojouren ska finnas kvar.",
    "Fortsätta samverka med kyrkorna.",
    "Vi slår vakt om LSS.",
    "Bostad först ska fortsätta användas.",
    "Behåll byskolans kök.",
    "Vi vill att de får bo kvar i sitt kvarter.",
    "Centerpartiet värnar färdtjänsten.",
]
INTRODUCE = [
    "Gratis mensskydd på alla skolor.",
    "Den som anmäler oro ska få återkoppling inom en vecka.",
    "Alla sjuttonåringar ska få ett sommarjobb.",
    "Kommunen ska ordna tak över huvudet åt den som sover ute.",
    "En mobil enhet som kör ut till byarna.",
    "Avgiftsfri ledsagning för synskadade.",
    "Det ska finnas minst en kurator på varje skola.",
    "Vi vill att barn till föräldrar med missbruk får gå i stödgrupp.",
    "Hyresvärdar som tar emot våldsutsatta ska få bidrag.",
    "Kommunen ska ge föreningar tillgång till skolornas lokaler.",
    "Personal som utsatts för hot ska få krissamtal.",
    "Tillsätt en hemlöshetskommission.",
    "Stöd på lätt svenska.",
    "Bilda ett råd för placerade ungdomar.",
    "Starta sociala företag i varje stadsdel.",
    "Kommunen ska anställa en samordnare mot hedersvåld.",
    "Inför språktest för alla som arbetar i hemtjänsten.",
    "Vi vill att varje skola får en egen kurator.",
    "Nyblivna föräldrar ska erbjudas hembesök.",
    "Ta fram en handlingsplan mot ensamhet.",
    "Alla nyanställda ska få utbildning i bemötande.",
    "Vi föreslår ett kommunalt kunskapscentrum för suicidprevention.",
    "Fria bussresor för pensionärer.",
    "En äldreombudsman i kommunen.",
    "Socialtjänsten ska ha en jourtelefon som är öppen dygnet runt.",
    "Det bör finnas en fältgrupp i Kista.",
    "Sätt upp kameror vid resecentrum.",
    "Ställ krav på heltid i alla upphandlingar.",
    "Vi vill bygga ett nytt äldreboende i Tierp.",
    "Teckna avtal med kvinnojouren.",
    "Vi vill inrätta en tjänst som lots.",
    "Det ska finnas ett jourboende i kommunen.",
    "Starta en öppen mottagning för anhöriga.",
    "Den som vårdar en närstående ska få avlastning.",
    "Socialtjänsten ska erbjuda samtal på kvällstid.",
    "Ge förtur i kön till den som flyr våld.",
    "Vi vill se ett samlat program mot hedersförtryck.",
    "Verka för ett gemensamt akutteam.",
    "En samordnare ska leda arbetet.",
    "Bostadslösa familjer ska inte hänvisas till vandrarhem utan erbjudas en lägenhet.",
]
STRENGTHEN = [
    "Socialtjänsten ska ha tillräckliga resurser.",
    "Tydligare regler för placeringar.",
    "Lägg mer pengar på anhörigstöd.",
    "Alla insatser ska följas upp.",
    "Elevhälsan måste rustas.",
    "Snabb hjälp till den som mår dåligt.",
    "Vi vill utveckla samarbetet med kyrkan och idrotten.",
    "Handläggningen ska gå fortare.",
    "Bättre belysning i gångtunnlar.",
    "Vi ska bli bättre på att se de barn som far illa.",
    "Maten på äldreboendena ska lagas från grunden.",
    "Kommunen måste ta hemlösheten på allvar.",
    "Högre bemanning i hemtjänsten.",
    "Det förebyggande arbetet ska prioriteras.",
    "Fortsätt bygga ut gruppbostäderna.",
    "Vi vill bygga fler äldreboenden.",
    "Förstärk bemanningen på nätterna.",
    "Hemtjänsten måste bli mer personlig.",
    "Stödet till anhöriga ska vara lätt att hitta.",
    "Samverkan mellan skola och polis behöver fördjupas.",
    "Personalen ska ha tid för varje boende.",
    "Utbilda all personal i lågaffektivt bemötande.",
    "Korta väntetiderna till BUP.",
    "Underlätta för föreningar att starta läxhjälp.",
    "Kvinnojouren ska ha långsiktiga och trygga villkor.",
    "Barnets bästa ska alltid komma först i utredningar.",
    "Tidiga insatser för barn och unga.",
    "Mindre barngrupper i förskolan.",
    "Öka tryggheten på stan.",
    "Vi prioriterar skolan och omsorgen.",
    "Vi kräver bättre arbetsvillkor för socialsekreterare.",
    "Beslut ska fattas nära den enskilde.",
    "Säkerställ att alla placerade barn får gå i skolan.",
    "Biståndshandläggningen ska vara rättssäker och likvärdig.",
    "Hemtjänsten ska arbeta i små grupper.",
    "Bygga ut boendestödet.",
    "Vi vill ha fler fältare.",
    "Fortsätta utveckla anhörigstödet.",
    "Ge socialsekreterarna bättre villkor.",
    "Alla larm ska besvaras av egen personal.",
    "Utredningarna ska ha barnet i centrum.",
    "Kortare handläggning av ansökningar.",
    "Kommunen måste bli bättre på att förebygga vräkningar.",
    "Det krävs ett gott samarbete med skolan.",
]
GOAL = [
    "Alla barn har rätt till en god start.",
    "Den som drabbas av sjukdom ska kunna känna sig trygg.",
    "Kvinnor ska inte behöva vara rädda i sitt eget hem.",
    "Det ska vara tryggt att åldras i Falun.",
    "Nolltolerans mot mobbning.",
    "En nollvision för suicid.",
    "Unga ska ha inflytande över sin vardag.",
    "Människor ska gå från bidrag till arbete.",
    "Barn ska slippa växa upp med våld.",
    "Klyftorna ska minska.",
    "Vi vill bryta ensamheten bland äldre.",
    "Familjer ska få ihop vardagen.",
    "Alla ska kunna känna sig trygga i sitt hem.",
    "Inget barn ska leva i fattigdom.",
    "Fler ska kunna försörja sig själva.",
    "Halvera barnfattigdomen.",
    "Äldre ska få bestämma över sin vardag.",
    "Utanförskapet ska brytas.",
    "Den psykiska ohälsan bland unga måste minska.",
    "Kommunen ska vara en plats för alla.",
    "Man ska kunna åldras med värdighet.",
    "Våldet mot kvinnor måste upphöra.",
    "Vi vill att fler unga ska må bra.",
    "Ingen ska bli hemlös.",
    "Varje människa ska ha makt över sitt liv.",
    "Barn ska få vara barn.",
    "Vi vill ha ett samhälle där alla får plats.",
    "Ingen ska behöva sova ute.",
    "Alla barn ska växa upp i trygghet.",
    "Var och en ska få bestämma över sin vardag.",
    "Du ska kunna lita på att hjälpen kommer.",
    "Hemlösheten ska minska.",
    "Den som har en funktionsnedsättning ska ha samma möjligheter som alla andra.",
    "Samhället ska finnas där när livet vänder.",
    "Mora ska vara en kommun där äldre trivs.",
    "Människor med missbruk ska få den hjälp de behöver.",
    "Varje barn har rätt till en trygg barndom.",
]

CASES = [
    (stance, text)
    for stance, texts in {
        "oppose": OPPOSE,
        "investigate": INVESTIGATE,
        "keep": KEEP,
        "introduce": INTRODUCE,
        "strengthen": STRENGTHEN,
        "goal": GOAL,
    }.items()
    for text in texts
]


def stance(text: str) -> tuple[str, str]:
    page = f"Därför vill vi:\n\n• {text}\n• Korta köerna till vuxenpsykiatrin\n"
    mention = next(m for m in extract(page).statements[0].mentions if m.scheme == "stance")
    return mention.concept, page[mention.start : mention.end]


@pytest.mark.parametrize(("expected", "text"), CASES)
def test_the_stance_is_that_of_what_is_asked_for(expected: str, text: str) -> None:
    assert stance(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Utöka skolstödet. Gör en översyn av köpta platser.", "investigate"),
        ("Arbetet ska fortsätta och fler vägar ut ska skapas.", "keep"),
        ("Träffpunkten ska finnas kvar och utvecklas.", "keep"),
        ("Ingen ska utsättas för våld och socialtjänsten ska kunna erbjuda skydd.", "introduce"),
        ("Alla ska garanteras ett hem och det ska byggas fler lägenheter.", "strengthen"),
    ],
)
def test_of_several_the_first_in_the_guidelines_order_counts(text: str, expected: str) -> None:
    assert stance(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stärka elevhälsan för att minska skolfrånvaron.", "strengthen"),
        ("Bygga ut stödet så att ingen behöver vänta.", "strengthen"),
        ("Utveckla verksamheten som startade i fjol.", "strengthen"),
        ("Inför en gräns när taxan höjs.", "introduce"),
    ],
)
def test_purposes_conditions_and_relative_clauses_do_not_count(text: str, expected: str) -> None:
    assert stance(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vi vill slå vakt om badet.", "slå vakt om"),
        ("Ta fram en plan.", "Ta fram"),
        ("Riktlinjerna måste ses över.", "ses över"),
        ("Vi säger nej till avgiften.", "säger nej till"),
    ],
)
def test_the_stance_is_grounded_in_its_own_words(text: str, words: str) -> None:
    assert stance(text)[1] == words
