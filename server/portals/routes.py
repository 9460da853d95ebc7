"""The addresses of what portals, crawlers and tools of data read."""

from starlette.routing import Route

from server.portals.catalogue import dcat
from server.portals.dumps import dumps, file, latest, release
from server.portals.feeds import releases, robots, sitemap, sitemap_page
from server.portals.linksets import linkset
from server.portals.reconciliation import preview, reconcile, suggest_entity, suggest_type
from server.portals.void import void

ROUTES = [
    Route("/datasets/dcat", dcat),
    Route("/datasets/dcat.{extension}", dcat),
    Route("/.well-known/void", void),
    Route("/.well-known/void.{extension}", void),
    Route("/dumps", dumps),
    Route("/dumps/feed.atom", releases),
    Route("/dumps/latest", latest),
    Route("/dumps/latest/{path:path}", latest),
    Route("/dumps/{release}", release),
    Route("/dumps/{release}/{path:path}", file),
    Route("/reconcile", reconcile, methods=["GET", "POST"]),
    Route("/reconcile/suggest/entity", suggest_entity),
    Route("/reconcile/suggest/type", suggest_type),
    Route("/reconcile/preview", preview),
    Route("/linkset", linkset),
    Route("/robots.txt", robots),
    Route("/sitemap.xml", sitemap),
    Route("/sitemap/{number:int}.xml", sitemap_page),
]
