"""What a statement is about, in the light of its section."""

import pytest

from loader.extraction import extract
from loader.lexicon import labels
from loader.links.shown import SHOWN

KIND = "theme"


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        (
            "Ingen ska behöva sova i en trappuppgång utan tak över huvudet.",
            {"hemloshet-och-boende"},
        ),
        ("Skolans arbete mot narkotika ska byggas ut.", {"missbruk", "skola"}),
        ("Stötta barn i hem med våld.", {"vald", "barn-och-familj"}),
        ("Rusta äldreboendet i Vara.", {"aldreomsorg"}),
        ("Anlägg en ny cykelbana till Götene.", set()),
    ],
)
def test_the_words_of_a_statement_show_its_themes(linked, sentence, themes):
    assert set(linked(KIND, sentence)) == themes


def test_young_people_in_a_description_are_not_what_it_is_about(linked):
    assert set(linked(KIND, "Unga vuxna med missbruk ska få vård.")) == {"missbruk"}


def test_bodies_that_cooperate_are_not_what_it_is_about(linked):
    sentence = "Förskola, skola, BUP och polis ska samverka om barn som far illa."
    assert set(linked(KIND, sentence)) == {"barn-och-familj"}


def test_the_heading_speaks_where_the_statement_is_silent(linked):
    assert linked(KIND, "Köerna ska kortas.", heading="Psykisk ohälsa") == {
        "psykisk-halsa": "Psykisk ohälsa"
    }


def test_the_section_speaks_where_heading_and_statement_are_silent(linked):
    before = "Hemtjänsten har ont om tid.\n\nPå äldreboendet saknas utevistelse."
    found = linked(KIND, "Så kan det inte få vara.", heading="Mer än ord", before=before)
    assert found == {"aldreomsorg": "Hemtjänsten"}


def test_at_most_two_themes_are_named(linked):
    sentence = "Satsa på äldreomsorg, LSS, missbruksvård, skola och arbetsmarknad."
    assert len(linked(KIND, sentence)) == 2


@pytest.mark.parametrize(
    "word",
    [
        "bostadslöshetsfrågan",
        "narkotikavanor",
        "hedersproblematik",
        "LSS-bussar",
        "trygghetsskapare",
    ],
)
def test_a_compound_shows_the_theme_of_its_parts(linked, word):
    assert len(linked(KIND, f"Ta {word} på allvar.")) == 1


@pytest.mark.parametrize(
    ("sentence", "concepts"),
    [
        ("bygga ut stödet till killar och tjejer som hoppat av gymnasiet", {"skola"}),
        ("se till att småttingar vars mammor eller pappor dricker fångas upp redan på öppna förskolan", {"barn-och-familj", "missbruk"}),
        ("Vi vill att maken eller makan som sköter om sin livskamrat ska kunna sova ut ibland.", {"aldreomsorg"}),
        ("Ingen ska behöva sova i en trappuppgång.", {"hemloshet-och-boende"}),
        ("Att förövaren och inte offret ska lämna hemmet", {"vald"}),
        ("Personer med autism och adhd ska ha samma rätt till ett arbete som alla andra.", {"arbete-och-integration", "funktionsnedsattning"}),
        ("Utbetalningarna av socialbidrag behöver kontrolleras bättre.", {"ekonomiskt-bistand"}),
        ("Höja beredskapen att hindra självmord bland lantbrukare", {"psykisk-halsa"}),
        ("LP-verksamheten, Länkarna och andra frivilliga krafter ska få mer pengar.", {"civilsamhalle", "missbruk"}),
    ],
)  # fmt: skip
def test_a_theme_is_found_in_the_words_of_any_party_branch(linked, sentence, concepts):
    assert set(linked(KIND, sentence)) == concepts


@pytest.mark.parametrize(
    ("sentence", "theme", "other"),
    [
        ("Öppna ett korttidsboende för personer med missbruk.", "missbruk", "aldreomsorg"),
        ("Bistånd enligt LSS ska beslutas inom en månad.", "funktionsnedsattning", "ekonomiskt-bistand"),
        ("Bistånd i form av hemtjänst ska ges fortare.", "aldreomsorg", "ekonomiskt-bistand"),
        ("Fler korttidsplatser för dem som lämnar beroendevården.", "missbruk", "aldreomsorg"),
        ("Ett korttidsboende för bostadslösa ska öppnas.", "hemloshet-och-boende", "aldreomsorg"),
    ],
)  # fmt: skip
def test_a_word_of_two_readings_is_read_by_the_words_around_it(linked, sentence, theme, other):
    themes = linked(KIND, sentence)
    assert theme in themes
    assert other not in themes


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        ("Våldsutsatta kvinnor ska få skydd utan att resa bort med barnen.", {"vald"}),
        ("Kvinnojouren ska få ett större bidrag.", {"vald", "civilsamhalle"}),
        (
            "Stötta kvinnojouren, och se till att polisen och socialtjänsten hittar varandra.",
            {"vald"},
        ),
        ("Fler kuratorer på högstadiet.", {"skola"}),
        ("Män som slår ska mötas av krav på behandling mot våld, inte barnen.", {"vald"}),
        ("Höj ersättningen till familjehemmen.", {"barn-och-familj"}),
    ],
)
def test_means_and_people_only_mentioned_are_not_what_it_is_about(linked, sentence, themes):
    assert set(linked(KIND, sentence)) == themes


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        ("Alla barn i lågstadiet ska få simma.", {"skola"}),
        ("Syskon som är placerade i familjehem ska klara skolan.", {"barn-och-familj"}),
        ("Tonåringar från krigets länder ska lära sig svenska.", {"arbete-och-integration"}),
        ("Föräldrar till barn med autism ska få avlastning.", {"funktionsnedsattning"}),
        ("Skolkuratorn ska fråga varje elev om våld hemma.", {"vald"}),
        ("Ingen gammal ska läggas in på en lägenhet för sig själv.", {"aldreomsorg"}),
        ("Inga barnfamiljer på vandrarhem.", {"barn-och-familj", "hemloshet-och-boende"}),
        ("Färre ungdomar ska börja röka cannabis.", {"barn-och-familj", "missbruk"}),
        ("Den arbetslöse ska ha sin ersättning, och den som fuskar ingen.", {"ekonomiskt-bistand"}),
        (
            "Hyresvärden får inte kräva fast jobb av den som söker lägenhet.",
            {"hemloshet-och-boende"},
        ),
        ("Socialtjänst och skola ska dela på ansvaret.", {"barn-och-familj"}),
    ],
)
def test_people_and_places_give_way_to_what_is_done(linked, sentence, themes):
    assert set(linked(KIND, sentence)) == themes


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        ("Bygg två nya gruppbostäder i Torp.", {"funktionsnedsattning", "hemloshet-och-boende"}),
        ("Gruppbostaden ska drivas av kommunen själv.", {"funktionsnedsattning"}),
        ("Sprinkler på alla gruppbostäder.", {"funktionsnedsattning"}),
        ("Det måste finnas fler undersköterskor på natten.", {"aldreomsorg", "personal-och-organisation"}),
        ("Sluta med stoppuren i hemtjänsten.", {"aldreomsorg", "personal-och-organisation"}),
        ("Samhället ska finnas där när livet vänder.", {"ekonomiskt-bistand"}),
        ("Handläggaren ska se barnen i varje familj som ansöker.", {"barn-och-familj", "ekonomiskt-bistand"}),
        ("Ingen ska vara rädd för mannen hon bor med.", {"vald"}),
        ("Socialtjänsten ska vara öppen också på lördagar.", {"personal-och-organisation"}),
        ("Mår någon riktigt dåligt ska det finnas hjälp.", {"psykisk-halsa"}),
        ("Den som är missnöjd med omsorgen ska få svar.", {"personal-och-organisation"}),
        ("Tjejjouren ska få veta i god tid vilka pengar den har.", {"vald", "civilsamhalle"}),
    ],
)  # fmt: skip
def test_two_words_show_together_what_neither_shows_alone(linked, sentence, themes):
    assert set(linked(KIND, sentence)) == themes


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        ("Den som har nedsatt syn ska ha samma möjlighet till jobb, resor och vänner.", {"funktionsnedsattning"}),
        ("Ta fram fler enkla jobb, till exempel som vaktmästare på förskolan.", {"arbete-och-integration"}),
        ("Utöka rådgivningen mot vräkning, t.ex. med skuldrådgivare.", {"hemloshet-och-boende"}),
    ],
)  # fmt: skip
def test_examples_and_what_else_life_holds_are_not_what_it_is_about(linked, sentence, themes):
    assert set(linked(KIND, sentence)) == themes


@pytest.mark.parametrize(
    "sentence",
    [
        "Sätt solceller på skolans tak.",
        "Giftfria leksaker åt barnen på förskolan.",
        "Bussen ska gå varje timme.",
        "Köp mer kött från traktens bönder.",
        "Badplatsen ska vara öppen för alla, ung som gammal.",
        "Ungdomar ska kunna ta bussen hem på natten.",
    ],
)
def test_what_is_about_another_matter_has_no_theme(linked, sentence):
    assert linked(KIND, sentence, heading="Barnen bär framtiden") == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Uppväxten får inte avgöra hur det går.",
        "Här ska man trivas från vaggan till graven.",
        "Vi vill ha mer skratt för barn och vuxna.",
        "Den som hjälper sin man, mor eller granne hemma ska få vila.",
        "Vi måste slå larm om hur illa det är.",
        "Spara de gamla träden.",
    ],
)
def test_who_is_anybody_a_relative_or_a_thing_shows_no_theme(linked, sentence):
    assert linked(KIND, sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        ("Det måste vi få stopp på.", {"missbruk"}),
        ("Ingen ska vara dömd på förhand.", set()),
    ],
)
def test_the_sentence_before_speaks_but_for_a_sentence_about_anybody(sentence, themes):
    (statement,) = extract(f"Missbruk förstör liv. {sentence}\n").statements
    assert {m.concept for m in statement.mentions if m.scheme == "theme"} == themes


def test_the_subject_of_a_document_speaks_where_the_statement_names_no_matter():
    text = (
        "Ett Arboga för alla\n\nLSS ger frihet.\n\nFärdtjänsten är sen.\n\nAssistansen är en rättighet.\n\n"
        "Vi vill:\n- Fusket ska bort.\n- Var och en ska bestämma över sin bostad.\n- Kvinnojouren ska räddas.\n"
    )
    found = [
        {m.concept for m in s.mentions if m.scheme == "theme"} for s in extract(text).statements
    ]
    assert found == [{"funktionsnedsattning"}, {"funktionsnedsattning"}, {"vald"}]


def test_the_concepts_that_show_a_theme_exist():
    known = {c for scheme in ("target-group", "actor", "instrument") for c, _ in labels(scheme)}
    assert SHOWN.keys() <= known
    assert {theme for shown in SHOWN.values() for theme in shown} <= {c for c, _ in labels("theme")}


def test_a_heading_does_not_raise_what_gave_way(linked):
    sentence = "Kvinnojouren ska få berätta på högstadiet om vad den gör."
    assert set(linked(KIND, sentence, heading="Skolan och socialtjänsten")) == {"vald"}


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        ("Öppna ett härbärge tillsammans med kyrkan.", {"hemloshet-och-boende"}),
        ("Äldre ska få besök varje vecka, gärna genom frivilliga.", {"aldreomsorg"}),
        (
            "Rutinerna för äldre ska skrivas ihop med pensionärsföreningarna.",
            {"aldreomsorg", "civilsamhalle"},
        ),
        ("Kvinnor som blivit slagna ska få samtalsbehandling.", {"vald"}),
        ("Färre chefer och mer pengar på golvet!", {"personal-och-organisation"}),
        ("Skatten ska inte höjas.", set()),
    ],
)
def test_who_helps_and_how_is_not_what_it_is_about(linked, sentence, themes):
    assert set(linked(KIND, sentence)) == themes


def test_they_are_those_of_the_sentence_before(linked):
    before = "Kvinnor som lever med våld vågar sällan flytta."
    found = linked(KIND, "De ska ha förtur till en lägenhet.", before=before)
    assert set(found) == {"vald", "hemloshet-och-boende"}


def _themes(text):
    return [
        {m.concept for m in one.mentions if m.scheme == KIND} for one in extract(text).statements
    ]


def test_a_number_on_a_line_of_its_own_heads_what_follows():
    text = "Program för Åstorp\n\n2. Missbruk\n\nKöerna ska kortas.\n\n3. Äldre\n\nMaten ska lagas på plats.\n"
    assert _themes(text) == [{"missbruk"}, {"aldreomsorg"}]


def test_a_heading_that_only_leads_in_leaves_the_one_above_it():
    text = "Äldreomsorg\n\nPersonalen sliter.\n\nDet här vill vi\n\n• Korta köerna\n• Laga maten på plats\n"
    assert _themes(text) == [{"aldreomsorg"}, {"aldreomsorg"}]


def test_a_numbered_demand_stands_under_the_heading_above_it():
    text = "Vad vi vill för de äldre\n\n1. Laga maten på plats\nDet ska dofta av mat.\n\n2. Korta köerna\nIngen ska vänta.\n"
    assert _themes(text) == [{"aldreomsorg"}] * 4
