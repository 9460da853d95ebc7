"""Pages as party sites build them: what a reader sees is kept, in order, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.errors import LoaderError
from loader.reading import read
from loader.segments import segment


@pytest.fixture
def page(tmp_path):
    """Return what writes a page and reads it."""

    def written(markup, encoding="utf-8"):
        (tmp_path / "a.html").write_text(markup, encoding=encoding)
        return read(tmp_path / "a.html")

    return written


def lines(text):
    return [line.strip() for line in text.text.splitlines() if line.strip()]


def test_headings_are_known_paragraphs_apart_and_items_bulleted(page):
    found = page(
        "<h2>Skola</h2><p>Vi vill:</p><ul><li>Fler lärare</li><li>Mindre klasser</li></ul><p>Läs vidare."
    )
    assert found.text == "Skola\n\nVi vill:\n\n • Fler lärare\n • Mindre klasser\n\nLäs vidare.\n\n"
    assert [found.text[a:b] for a, b in found.headings] == ["Skola"]


def test_every_rank_of_heading_counts(page):
    found = page("".join(f"<h{n}>Rubrik {n}</h{n}><p>Text.</p>" for n in range(1, 7)))
    assert [found.text[a:b] for a, b in found.headings] == [f"Rubrik {n}" for n in range(1, 7)]


def test_a_heading_that_the_page_marks_becomes_a_heading_unit(page):
    found = page("<h3>Vi tror på skolan.</h3><p>Alla barn ska lära sig läsa.")
    assert [u.kind for u in segment(found.text, found.headings)] == ["heading", "sentence"]


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a>Hem</a><a>Politik</a></nav>",
        "<footer>Partikansliet</footer>",
        "<aside>Senaste nytt</aside>",
        "<script>var ska = 'vill';</script><style>p {}</style><noscript>Slå på skript</noscript>",
        "<div class='cookie-banner'>Vi vill använda kakor</div>",
        "<div id='CybotCookiebotDialog' role='dialog'>Vi vill använda kakor</div>",
        "<section id='gdpr'>Vi vill spara kakor</section>",
        "<ul class='breadcrumb'><li>Hem</li><li>Politik</li></ul>",
        "<div class='main-menu'><a>Politik</a></div>",
        "<div class='site-footer'>Besöksadress</div>",
        "<div class='social-media'>Följ oss</div>",
        "<a class='skip-link'>Hoppa till innehållet</a>",
        "<span class='sr-only'>Öppna menyn</span>",
        "<p hidden>Dolt</p><p style='display: none'>Dolt</p><p aria-hidden='true'>Dolt</p>",
        "<button>Dela</button><label>Din e-post</label><select><option>Välj</option></select>",
        "<figure><img alt='En park'><figcaption>Foto från parken</figcaption></figure>",
        "<!-- Vi vill -->",
    ],
)
def test_furniture_is_left_out(page, furniture):
    assert lines(
        page(f"<body>{furniture}<main><p>Vi vill ha fler parker.</p></main>{furniture}")
    ) == ["Vi vill ha fler parker."]


@pytest.mark.parametrize(
    "mark",
    [
        "socialtjanst",
        "social-omsorg",
        "sociala-fragor",
        "omsorg menyval",
        "delaktighet",
        "navet",
        "hero-banner",
        "with-shared-rooms",
    ],
)
def test_a_section_named_for_its_subject_is_no_furniture(page, mark):
    assert lines(
        page(f"<section id='{mark}' class='{mark}'><p>Vi vill ha fler parker.</p></section>")
    )


def test_what_holds_the_pages_title_is_no_furniture(page):
    found = page(
        "<body class='nav-open'><div class='has-sidebar sidebar'><h1>Vår politik</h1><p>Vi vill ha parker.</div>"
    )
    assert lines(found) == ["Vår politik", "Vi vill ha parker."]


def test_a_page_inside_a_form_is_read(page):
    assert lines(page("<form id='aspnetForm'><h1>Skola</h1><p>Vi vill ha lärare.</p></form>")) == [
        "Skola",
        "Vi vill ha lärare.",
    ]


def test_line_breaks_divide_lines_and_two_divide_paragraphs(page):
    assert (
        page("<p>Vi vill:<br>• bygga<br/>• riva<br><br>Nytt stycke.").text.rstrip()
        == "Vi vill:\n• bygga\n• riva\n\nNytt stycke."
    )


def test_lines_of_the_source_are_no_lines_of_the_page(page):
    assert page("<p>Vi vill\n   bygga\n\tmer.").text.rstrip() == "Vi vill bygga mer."


def test_nested_lists_are_items_each(page):
    found = page(
        "<ul><li>Skola<ul><li>Fler lärare</li><li>Mer stöd</li></ul></li><li>Vård</li></ul>"
    )
    assert lines(found) == ["• Skola", "• Fler lärare", "• Mer stöd", "• Vård"]


def test_paragraphs_and_divisions_inside_an_item_are_one_item(page):
    assert lines(page("<ul><li><p>Fler lärare.</p><div>Mindre klasser.</div></li></ul>")) == [
        "• Fler lärare. Mindre klasser."
    ]


def test_a_heading_may_hold_spans_and_breaks(page):
    found = page("<h2><span>Trygg</span> <b>skola</b></h2><p>Text.")
    assert [found.text[a:b] for a, b in found.headings] == ["Trygg skola"]


def test_cells_of_a_table_are_apart(page):
    assert lines(
        page(
            "<table><tr><th>Fråga</th><th>Svar</th></tr><tr><td>Skola</td><td>Ja</td></tr></table>"
        )
    ) == ["Fråga", "Svar", "Skola", "Ja"]


def test_words_in_line_stay_in_their_sentence(page):
    assert lines(
        page("<p>Vi <strong>vill</strong> ha <a href='/x'>fler parker</a>, <em>nu</em>.")
    ) == ["Vi vill ha fler parker, nu."]


def test_entities_and_hard_spaces_are_letters_and_spaces(page):
    assert lines(page("<p>V&aring;rd&nbsp;&amp; omsorg i&#160;hela l&#228;net")) == [
        "Vård & omsorg i hela länet"
    ]


@pytest.mark.parametrize(
    ("declared", "written"),
    [("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("iso-8859-15", "iso-8859-15")],
)
def test_an_older_encoding_that_the_page_declares_is_read(page, declared, written):
    markup = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={declared}'></head><p>Åldrande för 10 €"
    assert lines(page(markup, encoding=written)) == ["Åldrande för 10 €"]


@pytest.mark.parametrize("declared", ["utf-8", "klingon"])
def test_an_encoding_that_is_not_what_the_page_declares_is_an_error(page, declared):
    with pytest.raises(LoaderError, match=r"a\.html: line 1: is not UTF-8"):
        page(f"<meta charset={declared}><p>Ålder", encoding="latin-1")


@pytest.mark.parametrize("markup", ["<!-- -->", "<p></p>", "<nav>Hem</nav>"])
def test_a_page_without_text_is_an_error(page, markup):
    with pytest.raises(LoaderError, match=r"a\.html: (holds no text|is no HTML)"):
        page(markup)


def test_a_page_of_ten_thousand_nested_elements_neither_crashes_nor_hangs(page):
    assert "Vi vill" in page("<p>Vi vill ha parker.</p>" + "<div>" * 10_000).text


@given(markup=st.text(alphabet="<>/=\"' abcdivulhp1!-&;\n", max_size=200))
def test_broken_markup_is_text_or_an_error_of_the_input(tmp_path_factory, markup):
    path = tmp_path_factory.getbasetemp() / "broken.html"
    path.write_text(markup, encoding="utf-8")
    try:
        found = read(path)
    except LoaderError:
        return
    assert all(found.text[a:b].strip() for a, b in found.headings)
