"""The command `valgraf`: the loader's commands and the server's."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import click

from loader import ROOT
from loader.cli import RELEASES, commands, load_paths
from loader.errors import LoaderError
from server.engines import Query
from server.engines.formats import GRAPHS, SOLUTIONS
from server.engines.guard import check
from server.engines.pool import Pool
from server.errors import BadRequest, ServerError
from server.options import options
from server.releases import current
from server.settings import Settings


@click.group(context_settings={"auto_envvar_prefix": "VALGRAF"})
@click.version_option(package_name="valgraf")
def main() -> None:
    """Valgraf: a knowledge graph of what Swedish political parties propose in municipal social policy."""


@main.command(epilog="Example: valgraf serve --port 8080 --public-url https://valgraf.example")
@RELEASES
@options
def serve(releases: Path, **chosen: Any) -> None:
    """Serve the current release.

    Where there is none, the bundled corpus is loaded first.
    """
    import uvloop

    from server.listening import bind
    from server.running import run

    settings = Settings(releases=releases, **chosen)
    try:
        bound = bind(settings.host, settings.port)  # before anything that takes long
        if not (settings.rdf or settings.engine or (releases / "current").exists()):
            load_paths((ROOT / "corpus",), releases)
        uvloop.run(run(settings, bound))
    except (LoaderError, ServerError) as error:
        sys.exit(f"valgraf: {error}")


@main.command("query", epilog="Example: valgraf query queries/refusals.rq")
@click.argument("file", type=click.File(encoding="utf-8"))
@RELEASES
@click.option(
    "--format",
    "name",
    default="csv",
    show_default=True,
    type=click.Choice([f.name for f in (*SOLUTIONS, *GRAPHS)]),
    envvar="VALGRAF_FORMAT",
    help="Format of the answer; Turtle where it is a graph and another was asked.",
)
def query(file: TextIO, releases: Path, name: str) -> None:
    """Print the answer to a SPARQL query.

    The current release answers the query in FILE, or - for standard input.
    """
    try:
        asyncio.run(_answer(file.read(), Settings(releases=releases, workers=1), name))
    except BadRequest as error:
        sys.exit(f"valgraf: {file.name}: {error.title}: {error.detail}")
    except ServerError as error:
        sys.exit(f"valgraf: {error.title}: {error.detail}")


@main.command(
    epilog="Example: valgraf publish http://localhost:8890/sparql --store http://localhost:8890/sparql-graph-crud-auth --user dba"
)
@click.argument("url")
@RELEASES
@click.option(
    "--graph",
    default="",
    envvar="VALGRAF_GRAPH",
    help="IRI of the graph to fill; the release's base where it is not given.",
)
@click.option(
    "--update",
    default="",
    envvar="VALGRAF_UPDATE",
    help="Where the store takes SPARQL updates; URL itself where neither way is given.",
)
@click.option(
    "--store",
    default="",
    envvar="VALGRAF_STORE",
    help="Where the store takes graphs by the Graph Store Protocol, the faster way.",
)
@click.option("--user", default="", envvar="VALGRAF_USER", help="Who writes.")
@click.option(
    "--password",
    default="",
    envvar="VALGRAF_PASSWORD",
    help="The user's password; better set as VALGRAF_PASSWORD than typed.",
)
def publish(
    url: str, releases: Path, graph: str, update: str, store: str, user: str, password: str
) -> None:
    """Fill another store with the current release.

    URL is that store's SPARQL endpoint; a run that was interrupted is continued.
    """
    from server.publishing import Store
    from server.publishing import publish as fill

    try:
        release = current(Settings(releases=releases))
        graph = graph or release.base
        total = release.manifest["counts"]["triples"]
        with Store(url, update, store, user, password) as target, _told(total) as told:
            fill(release, target, graph, told)
    except ServerError as error:
        sys.exit(f"valgraf: {error.detail}")
    click.echo(f"{total} triples in {graph}\nrelease {release.id}")


@contextmanager
def _told(total: int) -> Iterator[Callable[[int], None]]:
    """Show how many of `total` triples are there: a bar on a terminal, about ten lines elsewhere."""
    terminal = sys.stderr.isatty()
    done = 0
    with click.progressbar(
        length=total, label="triples", file=sys.stderr, hidden=not terminal
    ) as bar:

        def told(more: int) -> None:
            nonlocal done
            bar.update(more)
            if not terminal and (done + more) * 10 // total > done * 10 // total:
                click.echo(f"{done + more} of {total} triples", err=True)
            done += more

        yield told


async def _answer(text: str, settings: Settings, name: str) -> None:
    """Write the answer to standard output as it comes."""
    solutions = next((f.media_type for f in SOLUTIONS if f.name == name), SOLUTIONS[2].media_type)
    graph = next((f.media_type for f in GRAPHS if f.name == name), GRAPHS[0].media_type)
    pool = Pool(current(settings).source, settings)
    try:
        check(text, settings)
        await pool.start()
        async with pool.evaluate(Query(text, solutions, graph, lane="page")) as answer:
            async for part in answer.body:
                sys.stdout.buffer.write(part)
    finally:
        await pool.close()


for command in commands:
    main.add_command(command)
