"""Who is to act: bodies, not places, possessors or things to build."""

import pytest

from loader.extraction import extract

KIND = "actor"


@pytest.mark.parametrize(
    "sentence",
    [
        "Det ska finnas en träffpunkt i varje del av kommunen.",
        "Fler ska kunna bo kvar i staden.",
        "Kommunens parker ska vara upplysta.",
        "På skolorna ska det finnas frukost.",
        "Alla i hemtjänsten ska bära namnskylt.",
        "Stadens grönområden ska bevaras.",
        "Barnen ska få komma till ett familjehem nära hemma.",
        "Ungdomarna ska kunna gå klart skolan i Hjo.",
        "Vi vill ha samma regler runt förskolan i Tibro.",
        "Vi vill bygga upp alternativ till SiS-vård.",
        "Unga på SiS ska få ringa hem varje kväll.",
        "En kurator ska finnas på de små skolorna.",
        "Ingen elev ska gå ut nian utan behörighet till gymnasiet.",
        "Ingen ska skrivas ut från sjukhus, fängelse eller behandling till gatan.",
        "Alla barn ska ha plats i förskola och skola.",
        "Ett ombud ska svara inför kommunen.",
        "Arbetet ska redovisas för socialnämnden två gånger om året.",
        "Avvikelser ska rapporteras till socialnämnden.",
        "Maten ska inte köras från andra sidan kommunen.",
        "Busskortet ska gälla över hela kommunen.",
        "Pengarna från staten ska gå till bemanning.",
        "Regeringen gav i våras nya pengar, och dem ska de äldre få.",
        "Barnen ska vara trygga på vägen från skolan.",
        "Kommunen ser inte allt, men vi vill ha fler vuxna ute.",
        "Följ det mål som riksdagen har antagit om matchning.",
    ],
)
def test_a_place_or_possessor_is_no_actor(linked, sentence):
    assert linked(KIND, sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Kommunen ska ta ansvar.", {"kommunen"}),
        ("Stöd ska ges av staden i god tid.", {"kommunen"}),
        ("Kommunens arbete mot droger ska byggas ut.", {"kommunen"}),
        ("Skövde kommun ska gå före.", {"kommunen"}),
        ("Skövde ska gå före.", {"kommunen"}),
        ("Socialtjänstens beslut ska gå fortare.", {"socialtjansten"}),
        ("Ställ krav på hyresvärdarna.", {"bostadsbolag"}),
        ("Mer pengar till kvinnojouren.", {"kvinnojourer"}),
        ("Gruppbostäderna ska drivas av kommunen.", {"lss-boenden", "kommunen"}),
        ("Tranemo Bostäder ska bygga ut.", {"allmannyttan"}),
        ("Placeringar på SiS måste upphöra.", {"sis"}),
        ("Varje skola ska ha en plan mot frånvaro.", {"skolan"}),
        ("Region och kommun ska dela på notan.", {"regionen", "kommunen"}),
        ("Kommun, region och stat måste hålla ihop.", {"kommunen", "regionen", "staten"}),
        ("Väntan på skuldrådgivning ska kortas.", {"budget-och-skuldradgivningen"}),
        ("Till dess får Skövde skjuta till pengarna.", {"kommunen"}),
        ("Vården på SiS behöver granskas.", {"sis"}),
        ("Placeringar i familjehem ska följas upp varje månad.", {"familjehem"}),
        ("När skolan inte räcker till ska socialtjänsten ta vid.", {"socialtjansten"}),
        ("Behandlingen ska ges i kommunens egen regi.", {"kommunen"}),
        ("Öppna ett nattskydd före jul.", {"akutboenden"}),
        ("Vi vill lyssna på kvinnojouren.", {"kvinnojourer"}),
        ("Alla ska ha en fast person på socialkontoret.", {"socialkontoret"}),
        ("Simklubbarna ska få lokaler.", {"civilsamhallet"}),
        ("Teckna avtal med Strömbo om tio lägenheter.", {"allmannyttan"}),
        ("Vi vill att Bostäder i Kalix bygger smått.", {"allmannyttan"}),
    ],
)
def test_a_body_that_acts_or_receives_is_an_actor(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts


@pytest.mark.parametrize(
    ("sentence", "concept", "words"),
    [
        ("Barn- och ungdomspsykiatrin ska korta köerna.", "bup", "Barn- och ungdomspsykiatrin"),
        ("Köerna till barn- och ungdomspsykiatrin är för långa och måste bort.", "bup", "barn- och ungdomspsykiatrin"),
        ("BUP ska svara inom en vecka.", "bup", "BUP"),
        ("Regionen får inte stänga barnpsykiatrin.", "bup", "barnpsykiatrin"),
        ("Skriv ett avtal med BUP om jourtid.", "bup", "BUP"),
    ],
)  # fmt: skip
def test_child_psychiatry_is_one_body_and_no_children(linked, sentence, concept, words):
    assert linked(KIND, sentence)[concept] == words
    assert not {"barn", "unga", "barn-och-unga"} & set(linked("target-group", sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Inför en elevhälsogaranti i Borås.",
        "Elevhälsogarantin ska gälla från höstterminen.",
        "En hemtjänstpeng ska prövas.",
        "Polishögskolan är en fråga för andra men utbildningen ska vara gratis.",
        "Skolskjutsen ska vara gratis.",
    ],
)
def test_a_compound_that_begins_as_a_body_is_not_that_body(linked, sentence):
    assert linked(KIND, sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Stöd till tjej- och kvinnojourer ska öka.", {"kvinnojourer"}),
        ("För- och grundskolor ska samverka.", {"forskolan", "skolan"}),
        ("Äldre- och hemtjänsten ska rustas.", {"hemtjansten"}),
        ("Kommunen ska stötta jour- och familjehem.", {"kommunen", "familjehem"}),
        ("Budget- och skuldrådgivningen ska ha öppet på kvällen.", {"budget-och-skuldradgivningen"}),
    ],
)  # fmt: skip
def test_an_ellipsis_names_both_bodies(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Skola, socialtjänst och polis ska mötas varje vecka.", {"skolan", "socialtjansten", "polisen"}),
        ("Ett närmare samarbete mellan skola och fritidsgård behövs.", {"skolan", "fritidsgardar"}),
        ("Var och en ska få god vård.", set()),
        ("Hela livet är en skola.", set()),
        ("Ingen ska behöva söka vård i en annan region.", set()),
    ],
)  # fmt: skip
def test_a_bare_noun_is_a_body_only_beside_other_bodies(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts


@pytest.mark.parametrize(
    ("before", "sentence", "concept"),
    [
        ("Ungdomsmottagningen har varit hotad.", "Den ska finnas kvar.", "ungdomsmottagningar"),
        ("Kvinnojouren fick sitt bidrag halverat.", "Den ska få tillbaka pengarna.", "kvinnojourer"),
        ("Familjecentralen i Mariestad är omtyckt.", "Den måste få större lokaler.", "familjecentraler"),
        ("Fritidsgårdarna stängde i våras.", "De ska öppna igen.", "fritidsgardar"),
        ("Överallt saknas fältassistenter.", "De behöver bli fler.", "uppsokande-team"),
        ("Kvinnojouren lever på engångsbelopp.", "Nu ska den få ett avtal på fyra år.", "kvinnojourer"),
        ("Allmännyttan säger nej till dem med skulder.", "Bolaget får inte neka den som sköter sig.", "allmannyttan"),
        ("Familjecentralen i Tibro har vuxit.", "Hyran för centralen betalas även nästa år.", "familjecentraler"),
    ],
)  # fmt: skip
def test_a_pronoun_as_subject_stands_for_the_body_before(linked, before, sentence, concept):
    assert set(linked(KIND, sentence, before=before)) == {concept}


def test_a_clause_of_circumstance_has_no_actor(linked):
    sentence = "Bygg ut omsorgen i takt med att kommunen växer."
    assert linked(KIND, sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Privata fastighetsägare måste sluta neka folk som lever på bidrag.", {"bostadsbolag"}),
        ("Nacka kommuns eget bostadsaktiebolag ska inte få avhysa hushåll med minderåriga.", {"allmannyttan"}),
        ("Härbärget på Finntorp ska ha öppet dygnet runt.", {"akutboenden"}),
        ("Långtidsarbetslösa ska få pröva på att jobba hos lokala företagare.", {"naringslivet"}),
        ("Jobbcentret, kommunens arbetsmarknadsavdelning, ska mätas på hur många som får arbete.", {"arbetsmarknadsenheten"}),
        ("ge hemtjänsten tid att stanna på en kopp kaffe", {"hemtjansten"}),
        ("Få primärvården och kommunen att dra åt samma håll", {"kommunen", "varden"}),
        ("Familjecentralen på Öxnehaga ska finnas kvar.", {"familjecentraler"}),
        ("LP-verksamheten, Länkarna och andra frivilliga krafter ska få mer pengar.", {"civilsamhallet"}),
        ("Insatsgruppen som skickas ut när ett kontor har många sjukskrivna ska permanentas.", {"forstarkningsteam"}),
        ("Fosterhemmen ska få bättre ersättning.", {"familjehem"}),
        ("HVB-hem som inte håller måttet ska sägas upp.", {"behandlingshem"}),
        ("Fritidsgårdarna ska hållas öppna även på loven.", {"fritidsgardar"}),
        ("Allmänpsykiatrin i Östergötland och socialkontoret ska göra gemensamma vårdplaner.", {"psykiatrin", "socialkontoret"}),
        ("Sjuka som blivit utförsäkrade av Försäkringskassan ska inte hamna hos socialen.", {"forsakringskassan", "socialtjansten"}),
        ("Socialtjänstens fältassistenter skall söka upp hemlösa ute.", {"socialtjansten", "uppsokande-team"}),
        ("Fler ska söka hjälp av budgetrådgivarna.", {"budget-och-skuldradgivningen"}),
    ],
)  # fmt: skip
def test_a_body_is_found_in_the_words_of_any_party_branch(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts


def test_a_dwelling_is_a_body_where_its_fate_is_the_matter(linked):
    assert set(linked(KIND, "Stäng inte äldreboendet i byn.")) == {"aldreboenden"}
    assert linked(KIND, "Ha besökshund på äldreboendet.") == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Skövde ska bli en plats där alla känner sig trygga.",
        "Skövde ska ligga i framkant.",
        "Skövde ska tillhöra landets bästa orter för äldre.",
        "De som kommer till Skövde ska få hjälp.",
        "En kommun där ingen är ensam.",
        "Kommunen ska vara en plats för alla generationer.",
    ],
)
def test_what_a_place_shall_be_asks_nothing_of_the_municipality(linked, sentence):
    assert linked(KIND, sentence) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Skövde ska anställa fler.",
        "Vi vill att Skövde inför fritidskort.",
        "Nu måste Skövde ta sitt ansvar.",
        "Skövdes arbete mot våld ska stärkas.",
        "Kommunen ska vara en bra arbetsgivare.",
    ],
)
def test_the_municipality_that_does_something_is_an_actor(linked, sentence):
    assert set(linked(KIND, sentence)) == {"kommunen"}


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Storforshus ska bygga fler hyresrätter.", {"allmannyttan"}),
        ("Det är dags att Vilhelminahus sänker hyran.", {"allmannyttan"}),
        ("Kommunens bolag ska inte vräka barnfamiljer.", {"allmannyttan"}),
        ("Det kommunala fastighetsbolaget ska upplåta lokaler.", {"allmannyttan"}),
        ("De privata bostadsbolagen ska ta emot fler.", {"bostadsbolag"}),
        ("Trygghetshus ska byggas i varje kommundel.", set()),
    ],
)  # fmt: skip
def test_a_housing_company_is_told_by_its_owner_or_by_its_name(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts


@pytest.mark.parametrize(
    "sentence",
    [
        "Granska vad konsultföretagen fakturerar.",
        "Den enskilde ska själv välja vilket företag som städar.",
        "Alla som kontaktar kommunen ska få svar inom två dagar.",
        "Höj bidraget nu när staten drar sig undan.",
        "Ingen ska få sämre stöd för att kommunen tar emot fler.",
        "Barn har rätt till skola och fritid.",
        "Föräldrar ska kunna välja mellan förskola och pedagogisk omsorg.",
        "Ungdomar ska få hjälp att fullfölja gymnasiet.",
        "Skär ner i organisationen, inte i omsorgen.",
        "Samtalen är frivilliga och ska vara gratis.",
        "Bygg ett kafé med restaurang i centrum.",
        "Öppna fler butiker och krogar i centrum.",
        "Lovkort på bussen ska gälla även när skolan är slut.",
        "Alla ska kunna delta i arbete, kultur och föreningsliv.",
    ],
)
def test_nothing_is_asked_of_a_body_that_is_only_told_of(linked, sentence):
    assert linked(KIND, sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Anställ fler i socialtjänsten.", {"socialtjansten"}),
        ("Mer undervisning behövs i skolan, som också ska ha kontakt med polisen.", {"skolan", "polisen"}),
        ("Privata städföretag ska få konkurrera.", {"naringslivet"}),
        ("Barn ska ha någon att lita på, och kommunen ska ge stöd.", {"kommunen"}),
        ("Granska de familjehem som kommunen anlitar.", {"familjehem"}),
        ("Bidraget till PRO och hembygdsföreningarna ska höjas.", {"civilsamhallet"}),
        ("Samarbetet med Af ska fortsätta.", {"arbetsformedlingen"}),
        ("Tryck på regeringen om saken.", {"staten"}),
        ("Assistansbolagens räkningar ska granskas, och assistansbolagen ska betala tillbaka.", {"privata-utforare"}),
        ("Utbildningsnämnden ska redovisa frånvaron.", {"utbildningsnamnden"}),
        ("Kommunen ska sköta gruppbostäderna i egen regi.", {"kommunen", "lss-boenden"}),
    ],
)  # fmt: skip
def test_a_place_is_a_body_where_more_is_asked_of_it(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts


@pytest.mark.parametrize(
    ("before", "sentence", "concept"),
    [
        ("Kvinnojouren miste sitt anslag.", "Ge den pengarna tillbaka.", "kvinnojourer"),
        ("Fritidsgårdarna har tappat ledare.", "Deras öppettider ska förlängas.", "fritidsgardar"),
        ("Kvinnojouren är viktig.", "Vi står bakom den.", "kvinnojourer"),
        ("Fritidsgården i Ankarsrum har stängt.", "Vi vill att gården öppnar igen.", "fritidsgardar"),
    ],
)  # fmt: skip
def test_a_pronoun_as_object_stands_for_the_body_before(linked, before, sentence, concept):
    assert set(linked(KIND, sentence, before=before)) == {concept}


def test_a_sentence_beside_the_demand_that_states_what_is_asks_nothing_of_a_body():
    text = "Vi vill:\n\n- Kommunen kan inte lösa allt. Men inga barn ska frysa.\n- Kommunen ska ge stöd."
    found = [[m.concept for m in s.mentions if m.scheme == KIND] for s in extract(text).statements]
    assert found == [[], ["kommunen"]]
