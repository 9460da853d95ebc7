"""What a statement is about, in the light of its section."""

import pytest

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
    before = "Hemtjänsten har ont om tid. På äldreboendet saknas utevistelse."
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
        ("bygga ut stödet till killar och tjejer som hoppat av gymnasiet", {"barn-och-familj", "skola"}),
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
        ("Kvinnojouren ska få ett större bidrag.", {"vald"}),
        ("Fler kuratorer på högstadiet.", {"skola"}),
        ("Män som slår ska mötas av krav på behandling mot våld, inte barnen.", {"vald"}),
        ("Höj ersättningen till familjehemmen.", {"barn-och-familj"}),
    ],
)
def test_means_and_people_only_mentioned_are_not_what_it_is_about(linked, sentence, themes):
    assert set(linked(KIND, sentence)) == themes
