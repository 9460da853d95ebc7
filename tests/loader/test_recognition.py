"""Each class of errors that cue words make, with sentences written for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.passages import passages
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
    read = passages(text, segment(text))
    return [read[r.unit].quote for r in recognise(read, PARTIES) if r.kind == kind]


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
        "Om vi hjälps åt behövs det bara femtio röster till.",
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
    read = passages(text, segment(text))
    for found in recognise(read, PARTIES):
        unit = read[found.unit]
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
        "Rusta boendet på Kyrkogatan – taket läcker.",
        "Sänk avgiften för larmet, så har fler råd.",
        "Inför heltid som norm, är vårt besked.",
        "Vi skulle gärna öppna en mötesplats för anhöriga.",
        "Vi skulle hellre lägga pengarna på undersköterskor.",
        "Vi konstaterar att kön växer, och kräver att nämnden redovisar en plan.",
        "Vi är eniga om att heltid måste bli norm.",
        "Vårt budgetförslag innebär att hemtjänsten får åtta nya tjänster.",
        "Bostäderna enligt LSS är slitna och de måste rustas.",
        "Aldrig mer delade turer.",
        "I vår budget anställer vi tolv undersköterskor.",
        "Vi lägger två miljoner på jouren.",
        "Vår linje är tydlig: inga vinster i omsorgen.",
        "Det vore önskvärt med fler platser på korttids.",
        "Viktigt är också att personalen får handledning.",
        "Skolan skulle behöva fler kuratorer.",
        "Nämnden uppmanas att se över rutinerna.",
        "Nya platser på behandlingshemmet, tack.",
        "Vi menar att det är dags att ta hem driften.",
        "Fler fasta tjänster: det är vår politik.",
    ],
)
def test_demands_of_many_forms_are_found_in_prose(sentence: str) -> None:
    assert is_proposal(sentence)


SAYINGS = [
    "Kommunen behöver ta ett större ansvar för de som fastnat i skulder.",
    "Dessutom ska alla skolor ha tillgång till en kurator varje dag.",
    "Det är hög tid att riva upp beslutet om fritidsgården.",
    "Det är vår fasta övertygelse att stödet måste komma tidigare.",
    "Vår ambition är att ingen ska behöva stå i kö längre än en vecka.",
    "Målet är att alla äldre ska ha en fast omsorgskontakt.",
    "Vi går till val på att återinföra familjerådgivningen.",
    "Vi satsar på fler fältare och längre öppettider.",
    "Vi kommer aldrig att acceptera att barn vräks.",
    "Vi kan inte acceptera att våldsutsatta nekas plats.",
    "Vi accepterar inte fler nedskärningar i hemtjänsten.",
    "Nu måste kommunen ta sitt ansvar.",
    "En väg framåt är att låta föreningar driva härbärget.",
    "Lösningen är fler bostäder och färre konsulter.",
    "I stället för att stänga träffpunkten borde den få nya lokaler.",
    "Att erbjuda alla en fast kontakt är en självklarhet för oss.",
    "Personalen ska ges mandat att fatta beslut.",
    "Ett steg i rätt riktning vore att slopa avgiften.",
    "Därför driver vi kravet på en egen nattpatrull.",
    "Vi tar strid för varje byskola.",
    "Vi kräver att regeringen skjuter till medel.",
    "Liberalerna ser gärna att Skolfam byggs ut.",
    "Låt oss öppna ett hus för unga!",
    "Öppna dörrarna för volontärerna.",
    "Ingen unge ska gå hungrig på lovet.",
    "Det offentliga ska finnas till hands när familjen inte räcker.",
    "Alla har rätt till ett liv utan våld, och det kräver fler skyddade boenden.",
    "För oss är det självklart att stödet följer barnet.",
    "Vi vänder oss emot att avgiften höjs.",
    "Socialtjänsten får inte bli en myndighet man fruktar.",
    "Föräldrar som vill ska kunna få hjälp i hemmet.",
    "Hellre en kurator för mycket än en för lite: varje högstadium ska ha två.",
    "Hemlösa kvinnor måste få ett eget boende med personal dygnet runt.",
    "Vi tänker ge varje sjuttonåring ett sommarjobb.",
    "Det räcker inte med ord, vi måste bygga bostäder.",
    "Samverkan mellan skola och socialtjänst behöver förbättras.",
    "Vi vill se en kommun där ingen lämnas utanför.",
    "Kommunens taxor bör hållas nere.",
    "Skolan skall ha nolltolerans mot droger.",
    "Ge barnen en chans.",
]

OTHERS = [
    "Alla vill ha en trygg ålderdom.",
    "Man kan tycka att det borde vara självklart.",
    "Vi vet att många måste vända på varje krona.",
    "Enligt socialtjänstlagen har kommunen det yttersta ansvaret.",
    "Kommunen ska enligt lag erbjuda stöd till brottsoffer.",
    "Regeringen vill att kommunerna ska ta större ansvar.",
    "Socialstyrelsen anser att placerade barn bör få en egen lots.",
    "I utredningen föreslås att stödet ska samordnas.",
    "Vi tror på människans förmåga att växa.",
    "Omsorgen handlar om att se varje människa.",
    "I dag måste den som söker hjälp ringa tre nummer.",
    "Förra året beslutade nämnden att boendet skulle stängas.",
    "Den som måste fly hemifrån får sällan en egen lägenhet.",
    "Vi har öppnat en träffpunkt och anställt två kuratorer.",
    "Majoriteten vill i stället spara på ledsagningen.",
    "Det är svårt att veta vem man ska ringa.",
    "Många unga vill jobba men får inga svar.",
    "Frågan är hur vi ska ha råd.",
    "Ska det behöva vara så här?",
    "En pappa berättade att han måste sova i bilen.",
    "Kuratorn på skolan säger att hon skulle behöva en kollega.",
    "Hemtjänsten är till för att äldre ska kunna bo kvar hemma.",
    "Kommunen har ansvar för att barn inte ska fara illa.",
    "Uppdraget att se till att ingen ska vräkas ligger hos socialtjänsten.",
    "Vi minns alla hur det var när fritidsgården skulle läggas ned.",
    "Så ska det inte behöva vara, sa hon till oss.",
    "Behoven kommer att öka kraftigt fram till 2035.",
    "Läs gärna mer om hur vi vill förändra omsorgen.",
    "Kom gärna förbi torget så ska vi svara på frågor.",
    "Det finns de som tycker att vi borde stänga gränsen.",
    "Avtalet säger att företaget måste anställa lokalt.",
    "Var tredje ensamstående mamma behöver hjälp med hyran någon månad om året.",
    "Barn som växer upp i fattigdom behöver mer stöd i skolan, visar forskningen.",
    "Ordet ska bara nämnas här.",
    "Tidigare skulle alla ansökningar prövas av nämnden.",
]


@pytest.mark.parametrize("sentence", SAYINGS)
def test_what_a_party_says_it_wants_is_found_however_it_is_said(sentence: str) -> None:
    assert sentence in statements(f"Vår syn på saken\n\n{sentence} Så är det.\n")


@pytest.mark.parametrize("sentence", OTHERS)
def test_facts_values_and_what_others_want_are_none(sentence: str) -> None:
    assert statements(f"Vår syn på saken\n\n{sentence} Så är det.\n") == []


@pytest.mark.parametrize(
    "heading",
    [
        "Stärk barnens rättigheter",
        "Inför vårdval i hemtjänsten",
        "Fler vuxna i skolan behövs",
        "Ingen ska lämnas ensam",
        "Vi vill bygga ett nytt särskilt boende",
        "Bryt tystnaden om våldet",
        "Nej till fler nedskärningar",
        "Socialtjänsten måste bli snabbare",
        "Låt de äldre bestämma",
        "Bygg bort hemlösheten",
        "Ge familjerna makten",
        "Anställa fler socialsekreterare",
        "Alla barn har rätt till en meningsfull fritid",
        "Trygga bemanningen i hemtjänsten",
    ],
)
def test_headings_that_demand(heading: str) -> None:
    assert heading in statements(
        f"{heading}\n\nVåra gator är tysta om kvällen. Så har det blivit.\n"
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Trygg omsorg nära dig",
        "Fler vuxna i skolan",
        "Ett Mora för alla",
        "Trygga barn och unga",
        "Äldreomsorg i världsklass",
        "Så vill vi förändra socialtjänsten",
        "Vad vill Liberalerna?",
        "Leva hela livet",
        "Våga vara medmänniska",
        "Om socialtjänsten",
        "Lära för livet",
        "Våra prioriteringar",
        "Nya steg mot full sysselsättning",
        "Därför behövs Centerpartiet",
        "Bo bra hela livet",
        "Se människan",
        "Möt våra kandidater",
        "Välkommen till Vänsterpartiet i Mora",
        "Ja till livet",
        "Bra mat i hela livet",
        "Barnfattigdomen ökar",
    ],
)
def test_headings_that_name_or_announce(heading: str) -> None:
    assert statements(f"{heading}\n\nVåra gator är tysta om kvällen. Så har det blivit.\n") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Därför ska Kalmar\n\n• satsa på fältare\n• ha öppet på lov\n", 2),
        ("Vi jobbar för att\n\n- alla ska ha ett hem\n- ingen ska vräkas\n", 2),
        ("Några av våra viktigaste frågor:\n\n• Förskola i Täfteå\n• En ny ishall\n", 2),
        (
            "Tre saker vi gör direkt efter valet\n\n1. Halverar avgiften\n2. Anställer nattfältare\n3. Öppnar badet\n",
            3,
        ),
        ("Vi i Mora säger ja till:\n\n• Fler boenden\n• Äldrelots\n", 2),
        (
            "Det här vill vi med skolan\n\nMindre klasser.\nFler speciallärare.\nMat lagad på plats.\n",
            3,
        ),
        ("Vårt löfte till dig\n\n✓ En läkare som känner dig\n✓ Svar samma dag\n", 2),
        ("Varför Centerpartiet?\n\n• Vi finns i hela kommunen\n• Vi har funnits i hundra år\n", 0),
        ("Våra mötesdagar\n\n• 4 mars, Folkets hus\n• 8 april, biblioteket\n", 0),
        ("Så har vi stärkt omsorgen\n\n• Fler undersköterskor\n• Höjda löner\n", 0),
        ("Vi har sett till att:\n\n• taxan har sänkts\n• fler får plats\n", 0),
        ("I nämnden ingår:\n\n• fem ledamöter\n• fem ersättare\n", 0),
        ("Läs våra motioner\n\n• Motion om fältare\n• Motion om ungdomslokal\n", 0),
        ("Problemen är kända:\n\n• Långa köer\n• Hög sjukfrånvaro\n", 0),
        ("Skolan i siffror\n\n• 1 200 elever\n• 14 skolor\n", 0),
        ("Lokalpolitik\n\n• Skola\n• Äldreomsorg\n• Trygghet\n", 0),
    ],
)
def test_lists_count_whole_or_not_at_all(text: str, count: int) -> None:
    assert len(statements(f"{text}\nSå är läget här.\n")) == count


@pytest.mark.parametrize(
    ("items", "count"),
    [
        (("Samtal inom två dagar", "En stuga vid sjön", "Rast för personal"), 5),
        (("Anna Berg, ordförande här", "Karin Ek, kassör där"), 2),
        (("En buss går redan", "Två boenden finns i byn"), 2),
    ],
)
def test_bare_phrases_go_on_with_an_earlier_list_of_demands(
    items: tuple[str, ...], count: int
) -> None:
    later = "\n".join(f"• {item}" for item in items)
    text = f"Vi vill:\n\n• Bygga ett badhus\n• Rusta skolan i byn\n\nHär är det lugnt.\n\n{later}\n\nSå är läget.\n"
    assert len(statements(text)) == count


@pytest.mark.parametrize(
    "sentence",
    [
        "Fältare på lördagskvällar är vi för.",
        "Väntan på bostadsanpassning, i dag sju månader, måste ner till två.",
        "Och låt brukarna själva välja vem som kommer.",
        "Därför föreslås en gemensam socialjour med Götene.",
        "En måltidsgaranti, med mat lagad på plats, är något vi driver.",
        "Vi är för att sprututbytet byggs ut.",
        "Spelautomater i bygdegården, nej tack!",
        "Spelreklam i sporthallen accepterar vi inte.",
        "Höjd taxa är utesluten, liksom stängda träffpunkter.",
        "Vår utgångspunkt är att den som är frisk ska ha något att gå till.",
        "Att träffpunkten får öppna igen, helst i samma hus.",
        "Nu är det på tiden att regionen betalar sin del.",
        "Nu är tiden mogen att låta garantin gälla alla.",
        "Inget beslut om skolskjuts, bad eller bibliotek får fattas utan att de unga hörts.",
        "Barnen behöver vuxna som lyssnar, och därför kommer vi att kämpa för mindre grupper.",
        "Vill att det alltid ska finnas en tid samma vecka.",
    ],
)
def test_what_is_supported_or_proposed_without_a_modal_is_a_demand(sentence: str) -> None:
    assert is_proposal(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Så behöver det inte vara.",
        "Du måste inte ha varit med förut.",
        "På en punkt tar partiet strid med styret.",
        "Det gäller jouren, som enligt nämndens beslut ska läggas ner i vår.",
        "Kontrollera gärna hur de andra har röstat.",
        "Räkna själv i budgeten på nästa sida.",
        "Svara på lappen och lägg den i lådan.",
        "Grunden är att ingen människa är mer värd än en annan.",
        "Att den gör ett fint jobb.",
        "Sirkka Nyman (V), ersättare i omsorgsnämnden",
        "Tänk om någon lyssnade, då vore läget bättre.",
        "Ta äldreboendet vid ån, det har läckt i åratal.",
        "Låt mig ta ett exempel, det handlar om en pojke.",
        "Lägg märke till att kön växer, det är ingen slump.",
        "Vi skulle gärna slippa ha rätt.",
        "Många vet att stödet finns, och vill ha det.",
        "Nu får det vara nog!",
        "Hon skulle behöva en kollega.",
        "Det är vår övertygelse att människor vill varandra väl.",
        "Nej, tack.",
        "Vi tycker att det är bra att styret har lyssnat.",
        "Vår politik vilar på en tanke: alla människor är lika mycket värda.",
        "Vi är överens om att läget är allvarligt.",
        "Majoritetens förslag innebär att hemtjänsten mister två tjänster.",
    ],
)
def test_what_is_denied_told_or_signed_is_no_demand(sentence: str) -> None:
    assert not is_proposal(sentence)


@pytest.mark.parametrize("lead", ["Därför yrkar vi", "Med stöd av det sagda föreslår vi"])
def test_the_paragraphs_of_a_motion_that_begin_with_att_are_demands(lead: str) -> None:
    found = statements(
        f"Motion om badet\n\n{lead}\n\natt badet öppnar på söndagar,\n\natt avgiften för barn tas bort, samt\n\natt nämnden redovisar kostnaden.\n\nTierp den 2 maj 2019\n"
    )
    assert len(found) == 3


@pytest.mark.parametrize(
    "lead",
    [
        "Vi kommer under mandatperioden 2018–2022 att arbeta för",
        "Under nästa mandatperiod kommer vi att verka för",
        "Det här kommer vi under de kommande åren att arbeta för",
    ],
)
def test_a_list_of_what_is_to_come_is_of_demands(lead: str) -> None:
    assert (
        len(
            statements(
                f"Så vill vi ha det\n\n{lead}\n\n• att badet ger rabatt.\n• att jouren svarar.\n"
            )
        )
        == 2
    )


@pytest.mark.parametrize(
    "title", ["Överenskommelse om Åmåls framtid", "Så styr vi Orsa", "Valprogram 2026"]
)
@pytest.mark.parametrize(
    "sentence",
    [
        "Föräldrastödet byggs ut.",
        "En fältgrupp inrättas tillsammans med polisen.",
        "Taxan för larm höjs inte, och hyran fryses.",
        "Under 2027 påbörjas bygget av ett trygghetsboende.",
        "Gruppbostaden i Öna blir kvar.",
    ],
)
def test_the_present_passive_of_a_programme_commits(title: str, sentence: str) -> None:
    assert statements(f"{title}\n\nOmsorg\n\n{sentence}\n") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "I dag stängs träffen klockan fyra.",
        "Kostnaden har ökat varje år.",
        "Ofta läggs besöken på kvällen.",
        "Personalen trivs.",
    ],
)
def test_what_a_programme_tells_of_today_commits_to_nothing(sentence: str) -> None:
    assert statements(f"Överenskommelse om Åmåls framtid\n\nOmsorg\n\n{sentence}\n") == []


@pytest.mark.parametrize(
    "done",
    [
        "Anslagit medel till nya larm.",
        "Tillskjutit en miljon till jouren.",
        "Byggt två nya bad.",
        "Öppnat träffpunkter",
    ],
)
def test_what_was_done_is_no_demand_even_in_a_list_of_demands(done: str) -> None:
    text = f"Vi prioriterar:\n\n• Kortare köer till stödsamtal\n• {done}\n• Utökat stöd till anhöriga\n• Låt fler bo kvar\n"
    assert len(statements(text)) == 3
    assert statements(text, "achievement") == [done]
