"""What portals, crawlers and tools of data read: the catalogue, VoID, dumps, feeds and reconciliation."""

from starlette.routing import Route

from server.portals.catalogue import dcat

ROUTES = [
    Route("/datasets/dcat", dcat),
    Route("/datasets/dcat.{extension}", dcat),
]
