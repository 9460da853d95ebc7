"""Every address of the site but the endpoint: pages for people, linked data for machines."""

from starlette.routing import Route

from server.linked_data import data, identify
from server.pages.about import about
from server.pages.browse import browse
from server.pages.compare import compare
from server.pages.editor import editor
from server.pages.entities import entity
from server.pages.home import home
from server.pages.kept import kept
from server.pages.queries import queries, query, query_text
from server.pages.search import opensearch, search
from server.pages.vocabulary import version, vocabulary, vocabulary_data

ROUTES = [
    Route("/", kept(home)),
    Route("/proposals", kept(browse)),
    Route("/compare", kept(compare)),
    Route("/search", kept(search)),
    Route("/opensearch.xml", opensearch),
    Route("/sparql", editor, methods=["GET", "POST"]),
    Route("/queries", kept(queries)),
    Route("/queries/{name}.rq", query_text),
    Route("/queries/{name}", kept(query)),
    Route("/about", kept(about)),
    Route("/ns", vocabulary),
    Route("/ns.{extension}", vocabulary_data),
    Route("/ns/{version:path}", version),
    Route("/id/{path:path}", identify),
    Route("/page/{path:path}", kept(entity)),
    Route("/data/{path:path}", kept(data)),
]
