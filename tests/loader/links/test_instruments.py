"""The measures that a statement names."""

import pytest

KIND = "instrument"


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Inför en väg in till socialtjänsten.", {"en-vag-in"}),
        ("Ta fram en handlingsplan mot ensamhet.", {"handlingsplan"}),
        ("Kartlägg behoven i alla tätorter.", {"kartlaggning"}),
        ("Gratisarbete för den som söker försörjningsstöd säger vi nej till.", {"aktivitetskrav", "forsorjningsstod"}),
        ("Hyresvärdarna ska sänka sina inkomstkrav.", {"hyreskrav"}),
        ("Låt Bostad först bli regel.", {"bostad-forst"}),
        ("Alla orosanmälningar ska bedömas samma dag.", {"orosanmalan"}),
    ],
)  # fmt: skip
def test_a_label_names_a_measure(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts


@pytest.mark.parametrize(
    "sentence",
    [
        "Den som får försörjningsstöd ska kunna ha en telefon.",
        "Människor ska slippa bli beroende av försörjningsstöd.",
        "Familjer med försörjningsstöd ska få gå gratis på badet.",
        "Färre personer med ekonomiskt bistånd är målet.",
        "De uppsökande teamen ska få ett vitt bälte.",
        "Handläggningen av bistånd inom LSS ska bli snabbare.",
        "Bistånd till hemtjänst ska kunna ges utan utredning.",
        "Ledsagning ska vara ett bistånd som alla får.",
        "Avlösning ska beviljas som bistånd även på helger.",
        "Färdtjänst är ett bistånd som ska fungera.",
    ],
)
def test_what_only_tells_who_is_meant_is_no_measure(linked, sentence):
    assert not {"forsorjningsstod", "uppsokande-arbete"} & set(linked(KIND, sentence))


@pytest.mark.parametrize(
    ("before", "sentence", "concept"),
    [
        ("Vi vill ha en handlingsplan mot ensamhet.", "Planen ska följas upp varje år.", "handlingsplan"),
        ("Ta fram ett handlingsprogram mot våld.", "Programmet ska gälla alla förvaltningar.", "handlingsplan"),
        ("Hyresvärdarna ska sänka sina inkomstkrav.", "Det kravet ska bort helt.", "hyreskrav"),
        ("Inför en tak över huvudet-garanti.", "Garantin ska gälla även sommartid.", "tak-over-huvudet-garanti"),
        ("Vi vill rekrytera fler familjehem.", "Den satsningen ska pågå i tre år.", "familjehemsrekrytering"),
    ],
)  # fmt: skip
def test_a_word_that_refers_back_names_the_measure_before(linked, before, sentence, concept):
    found = linked(KIND, sentence, before=before)
    assert set(found) == {concept}
    assert found[concept] in before


def test_a_word_that_refers_back_to_two_measures_names_neither(linked):
    before = "Vi vill ha öppenvård och sprututbyte."
    assert linked(KIND, "Satsningen ska pågå länge.", before=before) == {}


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Privata fastighetsägare måste sluta neka folk som lever på bidrag.", {"hyreskrav"}),
        ("Nacka kommuns eget bostadsaktiebolag ska inte få avhysa hushåll med minderåriga.", {"vrakningsforebyggande"}),
        ("Införa en kommunal handlingsplan mot könsrelaterat våld", {"handlingsplan"}),
        ("Ordna fler platser med hemlig adress för dem som flyr en hotfull partner", {"skyddat-boende"}),
        ("Utbilda personal på vårdcentraler i att ställa frågan om våld", {"kompetensutveckling"}),
        ("Vi vill återinföra ledsagarservicen för synskadade.", {"ledsagning"}),
        ("Den som lever på socialbidrag ska delta i heltidsaktiviteter för att få sina pengar.", {"aktivitetskrav", "forsorjningsstod"}),
        ("Den som slår larm om missförhållanden i omsorgen ska kunna göra det anonymt.", {"visselblasarfunktion"}),
        ("Söner och döttrar till alkoholberoende ska få träffa jämnåriga i samtalsgrupper.", {"stodgrupper"}),
        ("Vi vill ha en gemensam ingång till hela socialtjänsten, ett enda telefonnummer att komma ihåg.", {"en-vag-in"}),
        ("Anmälningar om oro för ett barn ska bedömas samma dag.", {"orosanmalan"}),
        ("Jourfamiljer behöver bli fler, och därför ska kommunen kampanja för att hitta nya.", {"familjehemsrekrytering"}),
        ("De unga som varken arbetar eller studerar ska sökas upp.", {"uppsokande-arbete"}),
        ("Människor som injicerar droger ska kunna byta sina sprutor.", {"sprututbyte"}),
        ("Missbruksvården ska vara frivillig och finnas nära, i öppna former.", {"oppenvard"}),
        ("Fler lägenheter ska gå till dem som kommer direkt från gatan, enligt housing first.", {"bostad-forst"}),
    ],
)  # fmt: skip
def test_a_measure_is_found_in_the_words_of_any_party_branch(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("Värva nya familjer som jourhem.", "familjehemsrekrytering"),
        ("Avsätt lägenheter åt dem som länge saknat en bostad.", "sociala-kontrakt"),
        ("Socialtjänsten och polisen ska tillsammans bedöma risken.", "samverkan"),
        ("Skolan och socialtjänsten ska tala med varandra.", "samverkan"),
    ],
)
def test_a_measure_is_named_in_two_words_apart(linked, sentence, concept):
    assert set(linked(KIND, sentence)) == {concept}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunen ska ta fram en lokal strategi mot hemlöshet.",
        "Ett äldreprogram ska antas under mandatperioden.",
        "Skriv en plan för hur fler gruppbostäder ska byggas.",
        "Tillgänglighetsplanen ska revideras vartannat år.",
    ],
)
def test_a_plan_is_told_by_its_matter_or_by_what_follows(linked, sentence):
    assert set(linked(KIND, sentence)) == {"handlingsplan"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tillsammans med PRO vill vi starta träffpunkter.",
        "Kommunen ska i samråd med föreningarna öppna ett nattkafé.",
        "Hemtjänsten och sjukvården ska arbeta sida vid sida.",
        "Korta vägen mellan elevhälsan och BUP.",
        "Förbättra dialogen mellan socialtjänsten och polisen.",
    ],
)
def test_bodies_cooperate_with_or_between_each_other(linked, sentence):
    assert set(linked(KIND, sentence)) == {"samverkan"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nyanställda socialsekreterare ska få en mentor.",
        "All personal på äldreboenden ska gå en kurs i demensvård.",
        "Sommarvikarier ska skolas in under minst två veckor.",
        "Lärare och fritidsledare behöver lära sig känna igen tecken på missbruk.",
        "Alla som möter barn i sitt arbete ska utbildas om hedersvåld.",
        "Låt undersköterskor läsa yrkessvenska på arbetstid.",
        "Svenskundervisning på betald tid för personal i hemtjänsten ska erbjudas.",
    ],
)
def test_staff_learn_at_work(linked, sentence):
    assert set(linked(KIND, sentence)) == {"kompetensutveckling"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Detaljplanen för Norra älvstranden ska göras om.",
        "Barn ska få äta middag tillsammans med sina föräldrar.",
        "Äldre ska kunna bo ihop med sin make.",
        "Unga arbetslösa ska erbjudas utbildning.",
        "Arbetslösa ska kunna utbilda sig till undersköterskor.",
        "Vi vill ha välutbildad personal i hemtjänsten.",
        "Föräldrar ska erbjudas kurser i svenska.",
        "Ställ krav på byggföretagen att ta emot praktikanter.",
        "Föreningar ska få hyra kommunens lokaler billigt.",
        "Kommunen ska hitta ett familjehem nära barnets skola.",
        "Praktik är en väg in på arbetsmarknaden som ska bli vanligare.",
        "Skolan ska ta kontakt med socialtjänsten direkt.",
        "En anmälan om stöld ska kunna göras på nätet.",
        "Inför en kurs om våld för alla elever i årskurs nio.",
        "Vi vill se fler familjehem på landet.",
        "Personalen ska planera dagen ihop med den gamle, vilket försöket i Boden visar.",
        "Ett hus där både frisör och gym finns under samma tak ska byggas.",
    ],
)
def test_like_words_about_something_else_name_no_measure(linked, sentence):
    assert linked(KIND, sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("Bolaget ska inte få neka någon på grund av en gammal skuld.", {"hyreskrav"}),
        ("En betalningsanmärkning ska inte stoppa någon från att få en lägenhet.", {"hyreskrav"}),
        ("Sluta kräva fast jobb för att få hyra.", {"hyreskrav"}),
        ("Den som får bidrag ska vara skyldig att delta i praktik.", {"aktivitetskrav"}),
        ("Kräv närvaro på SFI för rätt till försörjningsstöd.", {"aktivitetskrav", "forsorjningsstod"}),
        ("Kommunen ska hyra lägenheter i första hand och låta familjer ta över kontraktet.", {"sociala-kontrakt"}),
        ("Ingen barnfamilj ska förlora lägenheten för en hyresskuld.", {"vrakningsforebyggande"}),
        ("En anmälan från förskolan ska utredas inom en vecka.", {"orosanmalan"}),
        ("Barn till missbrukare ska få träffa andra i samma situation.", {"stodgrupper"}),
        ("Den med skulder ska ändå kunna få hyra.", {"hyreskrav"}),
        ("Kontakta hyresgästen redan vid första obetalda hyran.", {"vrakningsforebyggande"}),
        ("Den som säger nej till jobb ska förlora sitt försörjningsstöd.", {"aktivitetskrav", "forsorjningsstod"}),
        ("Ett nummer till all hjälp.", {"en-vag-in"}),
        ("Räkna alla som saknar bostad varje år.", {"kartlaggning"}),
        ("Behandling ska ges hemma i stället för på HVB.", {"oppenvard"}),
        ("Ge återkoppling till den som gjort en anmälan.", {"orosanmalan"}),
        ("Barnens feriejobb ska inte räknas mot familjens norm.", {"forsorjningsstod", "feriejobb"}),
        ("Hitta fler hem som kan ta emot barn på kort varsel.", {"familjehemsrekrytering"}),
        ("Mer hjälp hemma i stället för placering på institution behövs.", {"oppenvard"}),
        ("Skolan, polisen och socialtjänsten ska hjälpas åt.", {"samverkan"}),
        ("Vi vill anta en drogpolitisk plan.", {"handlingsplan"}),
        ("Sök tidig kontakt med hyresgäster som ligger efter.", {"vrakningsforebyggande"}),
        ("Anhöriga ska få träffa andra i samma läge.", {"stodgrupper"}),
        ("Starta en syskongrupp i varje kommundel.", {"stodgrupper"}),
        ("Erbjud en bostad utan krav på nykterhet.", {"bostad-forst"}),
    ],
)  # fmt: skip
def test_a_measure_is_told_by_what_is_asked_of_whom(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts


@pytest.mark.parametrize(
    ("before", "sentence", "concept"),
    [
        ("Personlig assistans är en frihetsreform.", "Den rätten ska inte inskränkas.", "personlig-assistans"),
        ("Riksnormen har halkat efter.", "Vi vill höja den.", "forsorjningsstod"),
        ("Ledsagningen har dragits in.", "Den måste återinföras.", "ledsagning"),
    ],
)  # fmt: skip
def test_a_pronoun_stands_for_the_one_measure_before(linked, before, sentence, concept):
    assert set(linked(KIND, sentence, before=before)) == {concept}


def test_one_body_does_nothing_together(linked):
    assert linked(KIND, "Skolan ska äta lunch tillsammans.") == {}
