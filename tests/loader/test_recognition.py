"""Each class of errors that cue words make, with sentences written for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.recognition import recognise
from loader.segments import segment

PARTIES = (
    "Centerpartiet",
    "Vänsterpartiet",
    "Liberalerna",
    "Socialdemokraterna",
    "Moderaterna",
    "Sjöbopartiet",
)


def statements(text: str, kind: str = "proposal") -> list[str]:
    units = segment(text)
    return [
        text[units[r.unit].start : units[r.unit].end]
        for r in recognise(text, units, PARTIES)
        if r.kind == kind
    ]


def is_proposal(sentence: str) -> bool:
    return bool(statements(f"Vår syn på saken\n\n{sentence} Det säger vi som bor här.\n"))


@pytest.mark.parametrize(
    "items",
    [
        (
            "Bygga ut familjerådgivningen",
            "Korta köerna till stödsamtal",
            "Låta fältarna arbeta på lördagar",
        ),
        (
            "Fler platser på stödboendet",
            "Bättre belysning i gångtunneln",
            "Tätare bussar till Rinkaby",
        ),
        (
            "Att varje skola har en kurator",
            "Att fritidsgården håller öppet på lov",
            "Att hemtjänsten har fast personal",
        ),
        (
            "Anställa två boendestödjare",
            "Tydligare information på lätt svenska",
            "Att avgiften för trygghetslarm slopas",
        ),
        (
            "Stärk elevhälsan",
            "Inför feriejobb för alla sextonåringar",
            "Höj habiliteringsersättningen",
        ),
        (
            "Snabbare besked om bistånd",
            "Utöka öppettiderna på träffpunkten",
            "Ökat stöd till närståendevårdare",
        ),
    ],
)
@pytest.mark.parametrize(
    "heading", ["Omsorg", "Stöd till den som behöver\n\nStöd till den som behöver"]
)
def test_a_list_without_lead_in_counts_whole_when_its_items_demand(
    heading: str, items: tuple[str, ...]
) -> None:
    text = f"{heading}\n\n" + "\n".join(f" • {item}" for item in items) + "\n"
    assert statements(text) == list(items)


@pytest.mark.parametrize(
    "text",
    [
        "Kontakta oss\n\n • Ordförande: Gruppledaren\n • Kassör: vakant\n • Ersättare: vakant\n",
        "Meny\n\n • Hem\n • Politik A till Ö\n • Företrädare\n",
        "Nämnder i kommunen\n\n • Socialnämnden\n • Barn- och utbildningsnämnden\n • Kultur- och fritidsnämnden\n",
        "Så här svarade väljarna\n\n • Helt nöjd\n • Ganska nöjd\n • Inte alls nöjd\n",
        "Vilka vi är\n\n • Ett parti för hela bygden\n • Ett parti med medlemmar i alla åldrar\n",
    ],
)
def test_lists_of_menus_boards_and_scales_are_no_proposals(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Enligt socialtjänstlagen ska kommunen erbjuda stöd till den som vårdar en närstående.",
        "Lagen säger att varje barn ska höras innan beslut fattas.",
        "Stadens målsättning är att hemlösheten ska vara utrotad om tio år.",
        "Kommunens vision är att alla ska trivas.",
        "I skollagen står att elevhälsan ska vara förebyggande.",
        "Socialtjänstlagen kräver att utredningen ska vara klar inom fyra månader.",
    ],
)
def test_the_words_of_laws_and_of_the_city_are_not_the_partys(sentence: str) -> None:
    assert not is_proposal(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "Stadens mål är att:\n\n – Tryggheten ska öka.\n – Samverkan med föreningar ska utvecklas.\n",
        "Funktionsrättsföreningen vill:\n\n • Att ledsagningen byggs ut\n • Att taxan sänks\n",
        "Påståenden från enkäten:\n\n • Kommunen bör sälja sina bostäder.\n • Skatten ska höjas.\n",
        "Enligt lagen ska nämnden:\n\n • Göra sig väl förtrogen med levnadsförhållandena\n • Främja goda miljöer\n",
        "Socialnämnden ansvarar för:\n\n • Utreda orosanmälningar\n • Handlägga försörjningsstöd\n",
    ],
)
def test_somebody_elses_list_is_not_the_partys(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Man ska kunna förvänta sig mer, sade en granne till oss när vi knackade dörr?",
        "De flesta människor vill klara sig själva.",
        "Nämnden arbetar redan i dag för att ingen ska stå utan tak över huvudet.",
        "Det är svårt att veta hur stödet ska nå fram.",
        "Många föräldrar vill ha hjälp men vågar inte ringa.",
        "Vården har rutiner som ska hindra att någon skrivs ut för tidigt.",
        "Ungdomar som vill ha ett sommarjobb får ofta nej.",
    ],
)
def test_a_modal_in_a_subordinate_or_generic_clause_demands_nothing(sentence: str) -> None:
    assert not is_proposal(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "För att barn ska våga berätta behövs fler vuxna i skolan.",
        "Den som söker hjälp ska mötas av någon som har tid.",
        "Vi anser att socialkontoret ska ha öppet en kväll i veckan.",
        "Centerpartiet tycker att avgiften bör tas bort.",
        "När någon flyr från ett våldsamt hem måste dörren till ett skyddat boende stå öppen.",
        "Om en familj riskerar vräkning ska hyresvärden larma i tid.",
    ],
)
def test_the_main_clause_demands_whatever_stands_in_the_others(sentence: str) -> None:
    assert is_proposal(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi motsätter oss att fritidsgården läggs ned.",
        "Vänsterpartiet säger bestämt nej till fler avhysningar.",
        "Vinstjakt hör inte hemma i äldreomsorgen.",
        "Vi vill inte se fler nedskärningar i elevhälsan.",
        "Liberalerna är emot ett tak för ledsagningen.",
        "Centerpartiet går emot förslaget om dyrare matlådor.",
    ],
)
def test_a_refusal_needs_no_modal(sentence: str) -> None:
    assert is_proposal(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi säger inte principiellt nej till privata utförare.",
        "Vi är inte principiellt emot hemtjänst i bolagsform.",
        "Moderaterna är inte generellt motståndare till avgifter.",
        "Liberalerna säger inte nej till allt nytt.",
        "Vi är inte per automatik emot det.",
    ],
)
def test_a_refusal_that_is_taken_back_is_none(sentence: str) -> None:
    assert not is_proposal(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Stödet till anhöriga är av högsta prioritet för oss.",
        "Ett första steg är att öppna ett jourboende.",
        "Vi fortsätter att bygga servicebostäder.",
        "Vi kommer att arbeta för en kommunal lots.",
        "Vi prioriterar barn som far illa.",
        "Centerpartiet värnar kvinnojouren.",
    ],
)
def test_a_commitment_needs_no_modal(sentence: str) -> None:
    assert is_proposal(sentence)


@pytest.mark.parametrize(
    "line",
    [
        "Bli medlem i Centerpartiet",
        "Rösta på oss den 13 september!",
        "Om vi hjälps åt behövs det inte mycket för att nå ett mandat till.",
        "Vill du veta mer? Kontakta oss gärna så ska vi svara.",
        "Läs mer om vad vi vill göra för skolan",
        "Genom att fortsätta godkänner du att vi använder kakor.",
        "Följ oss på Facebook så ska du få veta mer!",
    ],
)
def test_calls_to_join_and_links_are_no_proposals(line: str) -> None:
    assert statements(f"Omsorg\n\nAlla behöver någon.\n\n{line}\n") == []


def test_achievements_do_not_colour_the_list_after_them() -> None:
    text = (
        "Vi har under mandatperioden:\n\n • Öppnat en träffpunkt\n • Anställt en anhörigkonsulent\n\n"
        "Vi vill:\n\n • Öppna ännu en träffpunkt\n • Anställa en kurator\n"
    )
    assert statements(text) == ["Öppna ännu en träffpunkt", "Anställa en kurator"]
    assert statements(text, "achievement") == [
        "Öppnat en träffpunkt",
        "Anställt en anhörigkonsulent",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Det här har vi gjort:\n\n • Sänkt taxan\n • Byggt ut nattpatrullen\n\n",
            "Mer på webbplatsen\n\n • Kontakt\n • Press\n • Om oss\n",
        ),
        (
            "Centerpartiet vill:\n\n • Stärka skolan\n • Rusta badet\n\n",
            "Styrelse\n\n • Ordförande\n • Kassör\n",
        ),
        (
            "Liberalerna vill:\n\n • Fler kuratorer\n • Mer idrott\n\nNyheter\n\n",
            " • Stora planer för torget\n • Höstens möten\n",
        ),
        (
            "Vi vill:\n\n • Bygga bostäder\n • Sänka taxan\n\nI förra valet röstade många på oss.\n\n",
            " • 12 mandat\n • 4 nämnder\n",
        ),
        (
            "Moderaterna prioriterar:\n\n • Fler poliser\n • Fler vakter\n\nKontakt\n\n",
            " • Box 12\n • Storgatan 1\n",
        ),
    ],
)
def test_the_state_of_a_list_ends_with_it(before: str, after: str) -> None:
    assert statements(before + after) == statements(before)


@pytest.mark.parametrize(
    "heading",
    [
        "Stoppa vräkningarna av barnfamiljer",
        "Inför en kommunal lots",
        "Bygga fler träningslägenheter",
        "Rädda fritidsgården!",
        "Vi vill sprida de sociala kontrakten",
        "Alla barn ska ha någonstans att bo",
    ],
)
def test_a_heading_with_a_demanding_verb_is_a_proposal(heading: str) -> None:
    assert statements(f"{heading}\n\nVåra gator är tysta om kvällen.\n") == [heading]


@pytest.mark.parametrize(
    "heading",
    [
        "Stöd till anhöriga",
        "Trygghet i hemmet",
        "Bo och leva i Ale",
        "Vård och omsorg",
        "Det här vill vi",
        "Barn och unga",
        "Vad vill vi i Lund?",
    ],
)
def test_a_heading_in_nouns_is_none(heading: str) -> None:
    assert statements(f"{heading}\n\nVåra gator är tysta om kvällen.\n") == []


BODIES = (
    st.lists(
        st.sampled_from(
            [
                "Omsorg\n",
                "Vi vill:\n",
                "• Bygga ut hemtjänsten\n",
                "• Fler platser\n",
                "Kommunen ska ta ansvar. Så är det inte i dag.\n",
                "Det här har vi gjort:\n",
                "• Sänkt taxan\n",
                "Kontakt\n",
                "Ring oss gärna.\n",
                "att nämnden får i uppdrag att återkomma\n",
                "– Nu räcker det. Vi säger nej till fler vräkningar.\n",
            ]
        ),
        min_size=1,
        max_size=8,
    )
    .map("\n".join)
    .map("{}\nSå är det.\n".format)
)


@given(BODIES)
def test_an_unrelated_paragraph_at_the_end_changes_nothing_before_it(body: str) -> None:
    after = f"{body}\n\nI går regnade det hela dagen. Gatorna var tomma.\n"
    assert statements(after) == statements(body)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    units = segment(text)
    for found in recognise(text, units, PARTIES):
        unit = units[found.unit]
        assert unit.start <= found.start < found.end <= unit.end


@given(
    st.lists(
        st.sampled_from(
            [
                "ska",
                "vill",
                "måste",
                "inte",
                "att",
                "som",
                "och",
                "för",
                "får",
                "behöver",
                "är",
                "viktigt",
                "vi",
                "nämnden",
                "barn",
                "stöd",
                ",",
                ".",
                "?",
                ":",
            ]
        ),
        max_size=40,
    ).map(" ".join)
)
def test_any_order_of_words_can_be_judged(text: str) -> None:
    assert statements(text) == statements(text)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "\n",
        "- ",
        "att ",
        "ska vill ",
        "•",
        "får inte ",
        "1.1 ",
        "Vi vill:\n",
        "kommunens ",
        "har rätt ",
        "”",
    ],
)
def test_the_time_to_read_grows_no_faster_than_the_text(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert len(statements(text)) <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kontakt\n\nGruppledare\nFrågor om budgeten ska ställas till gruppledaren.\n\nKassör\nKvitton måste lämnas in före den sista.\n",
        "Verksamhetsberättelse 2020\n\nÅret som gick\nVi ska knacka fler dörrar nästa år.\n",
        "Enkät från Hyresföreningen\n\nPåstående 1. Kommunen ska sälja sina hus. Svar: 1\nPåstående 2. Hyrorna bör sänkas. Svar: 4\n",
        "Vad säger lagen?\nVerksamheten ska syfta till att den enskilde kan försörja sig själv.\n",
        "Så här gör du för att påverka\n1. Skriv ett förslag\n2. Samla namn\n3. Kommunen måste då svara\n",
        "Vår omsorg\n\nSå ser en anhörig på saken.\n”Det ska inte hänga på vem som har tur.”\n",
        "Vår omsorg\n\nPersonliga ombud ska alla ha, tycker Socialstyrelsen. Staten ska betala, har vi läst.\n",
    ],
)
def test_other_voices_and_the_partys_own_life_demand_nothing(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi har drivit frågan länge och under tiden får ingen bli av med sin ledsagning.",
        "Bemanningen på nätterna är för låg och måste upp.",
        "Hembesök ger en bild av hur många som bor i ett hem, och de bör bli fler.",
        "Och slopa avgiften för den som har minst.",
        "Socialnämnden får i uppdrag att se över alla långa placeringar.",
        "Vänsterpartiet ställer sig bakom det kravet.",
    ],
)
def test_demands_of_many_forms_are_found_in_prose(sentence: str) -> None:
    assert is_proposal(sentence)
