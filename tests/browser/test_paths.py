"""The paths of people through the site, each walked in a real browser."""

import re

import pytest
from playwright.sync_api import expect


def test_from_search_to_proposal_to_document_to_a_similar_proposal(page):
    page.goto("")
    page.get_by_label("Vad undrar du om?").fill("Bostad först")
    page.get_by_role("main").get_by_role("button", name="Sök").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bostad först")
    expect(page.locator(".statements mark").first).to_be_visible()
    page.locator(".statements blockquote a").first.click()
    quote = page.locator("h1.quote").inner_text()
    similar = page.get_by_role("heading", name="Liknande förslag av andra")
    expect(similar).to_be_visible()
    page.get_by_text("Står i").get_by_role("link").first.click()
    expect(page.locator("main .kind")).to_have_text("Dokument")
    page.go_back()
    page.locator(".statements blockquote a").first.click()
    expect(page.locator("h1.quote")).not_to_have_text(quote)


def test_a_ground_leads_from_the_quote_to_its_row_and_on_to_the_concept(page, statement):
    page.goto(f"page/{statement}")
    page.get_by_role("link", name="Insats: Bostad först").click()
    row = page.locator("tr:target")
    expect(row).to_contain_text("Bostad först")
    row.get_by_role("link", name="Bostad först").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bostad först")
    expect(page.locator("table.bars").first).to_be_visible()


def test_facets_narrow_the_list_and_are_removed_again(page):
    page.goto("proposals")
    number = page.locator("h1 .n")
    whole = int(number.inner_text())
    facet = page.locator(".facets > details", has_text="Kommuner").get_by_role("listitem").first
    count = int(facet.locator(".n").inner_text())
    facet.get_by_role("link").click()
    expect(number).to_have_text(str(count))
    assert count < whole
    page.locator(".facets > details", has_text="Sakområden").get_by_role("link").first.click()
    expect(page.locator(".chosen li")).to_have_count(3)
    page.locator(".chosen a").first.click()
    expect(page.locator(".chosen li")).to_have_count(2)
    page.get_by_role("link", name="Rensa").click()
    expect(number).to_have_text(str(whole))


def test_pages_of_the_list_hold_every_proposal_once(page):
    page.goto("proposals")
    whole, found = int(page.locator("h1 .n").inner_text()), []
    while True:
        found += [a.get_attribute("href") for a in page.locator(".statements blockquote a").all()]
        following = page.locator("a[rel=next]")
        if not following.count():
            break
        following.click()
    assert len(found) == len(set(found)) == whole


def test_the_list_is_the_same_as_csv_json_and_sparql(page, client):
    page.goto("proposals?municipality=0180&target-group=barn")
    whole = int(page.locator("h1 .n").inner_text())
    csv = client.get(page.get_by_role("link", name="CSV").get_attribute("href").removeprefix("."))
    assert csv.headers["content-type"].startswith("text/csv")
    assert len(csv.text.splitlines()) == whole + 1
    json = client.get(page.get_by_role("link", name="JSON").get_attribute("href").removeprefix("."))
    assert len(json.json()["results"]["bindings"]) == whole
    page.get_by_role("link", name="SPARQL").last.click()
    expect(page.locator("table.result tbody tr")).to_have_count(whole)


def test_comparing_leads_from_a_number_to_its_proposals(page):
    page.goto("compare")
    page.get_by_label("efter").select_option("target-group")
    page.get_by_label("Kommun", exact=True).select_option("0180")
    page.get_by_role("main").get_by_role("button", name="Jämför").click()
    cell = page.locator("table.heat td a").first
    number = cell.inner_text()
    cell.click()
    expect(page.locator("h1 .n")).to_have_text(number)
    expect(page.locator(".chosen")).to_contain_text("Stockholm")


def test_places_are_compared_once_parties_have_been(page):
    page.goto("compare?of=c&of=l")
    page.get_by_role("combobox", name="Jämför").select_option("municipality")
    page.get_by_role("main").get_by_role("button", name="Jämför").click()
    heads = page.locator("table.heat thead a")
    expect(heads.first).to_be_visible()
    assert {"Stockholm", "Sollentuna"} <= set(heads.all_inner_texts())


def test_agreement_names_the_parties_and_leads_to_their_proposals(page):
    page.goto("compare?municipality=0180")
    matter = page.locator(".matters > div").first
    expect(matter.locator(".sides li")).not_to_have_count(0)
    matter.locator(".sides a").first.click()
    expect(page.locator(".statements li")).not_to_have_count(0)


def test_on_a_phone_agreement_with_quotes_comes_before_a_table_of_all_parties(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("compare")
    expect(page.locator(".filters")).not_to_be_visible()
    page.get_by_text("Ändra jämförelsen").click()
    expect(page.locator(".filters")).to_be_visible()
    sides = page.locator(".matters .sides > li")
    expect(sides.locator("blockquote a")).to_have_count(sides.count())
    expect(sides.first.locator("blockquote")).to_be_visible()
    table = page.locator("table.heat")
    assert table.bounding_box()["y"] > page.locator(".matters").first.bounding_box()["y"]
    expect(table.locator("thead .short")).to_have_text(["C", "KD", "L", "MP"])
    last = table.locator("thead th").last.bounding_box()
    assert last["x"] + last["width"] <= 390


def test_themes_that_many_speak_of_are_not_called_agreement(page):
    page.goto("compare?rows=theme")
    heads = page.locator(".matters dt a").all()
    assert heads
    assert all("/instrument/" in head.get_attribute("href") for head in heads)
    row = page.locator("details.matter").first
    row.locator("summary").click()
    expect(row.locator("blockquote").nth(1)).to_be_visible()


def test_an_example_query_is_asked_for_another_municipality_and_changed_in_the_editor(
    page, built_editor
):
    page.goto("queries")
    page.get_by_role("link", name="Vad vill partierna i en kommun", exact=False).click()
    page.get_by_label("Kommun").select_option("0163")
    page.get_by_role("main").get_by_role("button", name="Kör frågan").click()
    expect(page.locator("pre").first).to_contain_text("municipality:0163")
    expect(page.locator("table.result tbody tr").first).to_be_visible()
    page.get_by_role("link", name="Öppna i redigeraren").click()
    page.locator("#yasqe .CodeMirror").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("SELECT (42 AS ?answer) (STR('svar') AS ?name) {}")
    page.get_by_role("button", name="Kör frågan").click()
    expect(page.locator("#yasr td", has_text="42")).to_be_visible()
    page.get_by_role("button", name="Diagram").click()
    expect(page.locator("#yasr table.bars rect")).to_have_count(1)
    assert "query=SELECT+%2842" in page.url


def test_a_query_that_runs_is_cancelled(page, built_editor):
    page.goto("sparql")
    page.locator("#yasqe .CodeMirror").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    page.get_by_role("button", name="Kör frågan").click()
    page.get_by_role("button", name="Avbryt").click()
    expect(page.get_by_role("status")).to_have_text("Frågan avbröts.")


def test_a_wrong_query_tells_its_line_and_keeps_its_text(page):
    page.goto("sparql?query=SELECT * { ?s ?p }")
    expect(page.get_by_role("alert")).to_contain_text("Rad 1")
    expect(page.locator("#editor")).to_contain_text("SELECT * { ?s ?p }")


def test_the_language_is_switched_and_kept(page):
    page.goto("proposals?municipality=0180")
    page.get_by_role("link", name="In English").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Proposals")
    expect(page.locator(".chosen")).to_contain_text("Stockholm")
    page.locator(".statements blockquote a").first.click()
    expect(page.locator("main .kind")).to_have_text("Proposal")
    expect(page.locator("h1.quote")).to_have_attribute("lang", "sv")
    page.get_by_label("Search Valgraf").fill("homeless")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Concepts, parties and places")).to_be_visible()
    page.get_by_role("link", name="På svenska").click()
    expect(page.locator("html")).to_have_attribute("lang", "sv")


def test_a_browser_in_english_is_answered_in_english(open_context):
    english = open_context(locale="en-GB").new_page()
    english.goto("")
    expect(english.locator("html")).to_have_attribute("lang", "en")


def test_a_proposal_is_found_by_keyboard_alone_with_visible_focus(page):
    page.goto("")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Till innehållet")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("id", "q")
    page.keyboard.type("hemlösa")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("search"))
    page.locator("main").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"
        if page.evaluate("document.activeElement.matches('.statements blockquote a')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("h1.quote")).to_be_visible()


def test_everything_works_with_scripts_off(open_context):
    page = open_context(java_script_enabled=False).new_page()
    page.goto("proposals")
    page.locator(".facets a").first.click()
    page.locator(".statements blockquote a").first.click()
    expect(page.locator("h1.quote")).to_be_visible()
    page.goto("sparql")
    page.get_by_label("Din fråga").fill("SELECT (6 * 7 AS ?answer) {}")
    page.get_by_role("button", name="Kör frågan").click()
    expect(page.locator("table.result td")).to_have_text("42")
    page.get_by_label("Din fråga").fill("ASK { ?s ?p ?o }")
    page.get_by_role("button", name="Kör frågan").click()
    expect(page.locator(".answer")).to_have_text("Ja")


def test_text_at_twice_its_size_stays_within_the_page(page):
    page.set_viewport_size({"width": 640, "height": 900})
    for address in ("", "proposals", "compare", "page/party/c"):
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, address


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("hemlösa", "Målgrupp", "hemlösa"),
        ("bostad fö", "Insats", "Bostad först"),
        ("Bostad först", "Insats", "Bostad först"),
        ("sollentuna", "Kommun", "Sollentuna"),
    ],
)
def test_concepts_and_places_are_found_by_their_names(page, words, kind, name):
    page.goto(f"search?q={words}")
    expect(page.locator(".facts div", has_text=kind).get_by_role("link", name=name).first).to_be_visible()  # fmt: skip


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [("SiS", "Aktör", "SiS"), ("ekonomiskt bistånd", "Insats", "ekonomiskt bistånd")],
)
def test_what_is_called_just_so_comes_before_what_such_words_merely_show(page, words, kind, name):
    page.goto(f"search?q={words}")
    expect(page.locator(".facts dt").first).to_have_text(kind, ignore_case=True)
    expect(page.locator(".facts dd a").first).to_have_text(name)


def test_a_letter_that_is_a_partys_own_finds_the_party_alone(page):
    page.goto("search?q=C")
    expect(page.locator(".facts dd a")).to_have_text(["Centerpartiet"])


def test_the_grounds_of_a_proposal_are_whole_on_a_phone(page, statement):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"page/{statement}")
    table = page.get_by_role("region", name="Orden bakom varje koppling").get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_count(5)
    for row in table.get_by_role("row").all()[1:]:
        expect(row.get_by_role("cell")).to_have_count(5)
        for cell in row.get_by_role("cell").all():
            box = cell.bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390


def test_a_misspelt_word_is_put_right(page):
    page.goto("search?q=hemlöshte")
    page.get_by_role("link", name="hemlöshet", exact=True).click()
    expect(page.locator(".statements li")).not_to_have_count(0)
