"""Pages for people, and the addresses of data for machines."""

from fastapi import APIRouter

from server.pages import entities, home, queries

router = APIRouter()
for part in (home.router, queries.router, entities.router):
    router.include_router(part)
