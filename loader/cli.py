"""The loader's commands: load, extract, evaluate, check."""

import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from pyoxigraph import NamedNode

from loader.changes import FILES, write_changes
from loader.corpus import read_corpus
from loader.errors import LoaderError
from loader.evaluation import annotations, evaluate, found_in, report
from loader.executors import executor
from loader.names import DEFAULT_BASE, Names
from loader.progress import progress, summary
from loader.release import Built, build, current
from loader.retention import KEEP, find_release
from loader.rules import record
from loader.subjects import opened
from loader.triples import check_turtle

RELEASES = click.option(
    "--releases",
    type=click.Path(path_type=Path),
    default=Path("releases"),
    show_default=True,
    envvar="VALGRAF_RELEASES",
    help="Where releases are kept.",
)
PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))


def base_of(text: str) -> str:
    """Return the base that a text names, without a slash at its end; a usage error where it is none."""
    try:
        parts = urlsplit(NamedNode(text).value)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no IRI") from error
    if parts.scheme not in {"http", "https"} or not parts.netloc or "#" in text or "?" in text:
        raise click.BadParameter(f"{text!r} is none such as {DEFAULT_BASE}")
    return text.rstrip("/")


def one_line(command: Callable[..., None]) -> Callable[..., None]:
    """Return the command with faults of the input told in one line, exit code 1."""

    @wraps(command)
    def guarded(*args: Any, **options: Any) -> None:
        try:
            command(*args, **options)
        except LoaderError as error:
            sys.exit(f"valgraf: {error}")

    return guarded


@click.command("load", epilog="Example: valgraf load corpus --releases releases")
@PATHS
@RELEASES
@click.option(
    "--base",
    default=DEFAULT_BASE,
    callback=lambda _context, _option, value: base_of(value),
    show_default=True,
    envvar="VALGRAF_BASE",
    help="IRI under which the data's IRIs stand.",
)
@click.option(
    "--replace",
    is_flag=True,
    envvar="VALGRAF_REPLACE",
    help="Allow a release that loses more than a tenth of its predecessor's documents.",
)
@click.option(
    "--keep-going",
    is_flag=True,
    envvar="VALGRAF_KEEP_GOING",
    help="Make a release of the other documents where some cannot be read.",
)
@click.option(
    "--executor",
    "address",
    default="",
    envvar="VALGRAF_EXECUTOR",
    help="Where documents are handled: dask://host:port; in processes of this machine unless given.",
)
@click.option(
    "--keep",
    default=KEEP,
    show_default=True,
    type=click.IntRange(1),
    envvar="VALGRAF_KEEP",
    help="How many releases to keep; older ones are deleted and noted in gone.jsonl.",
)
@one_line
def load(
    paths: tuple[Path, ...],
    releases: Path,
    base: str,
    *,
    replace: bool,
    keep_going: bool,
    address: str,
    keep: int,
) -> None:
    """Make a release of exactly these documents.

    PATHS are files, and folders of files.

    A folder may hold a corpus.toml, with what is known of its documents, and a corrections.toml, with
    findings that were wrong:

    \b
      [[correction]]
      statement = "https://w3id.org/valgraf/id/statement/v-falun/v5s2l4zzro"
      add = "actor/bup"      # or: remove = "theme/vald", stance = "keep", retract = true
      words = "kuratorerna"  # what grounds the link that is added
      who = "Redaktionen"
      when = 2026-11-25
      why = "Kuratorerna hör till BUP."
    """  # noqa: D301  # the backspace keeps click from wrapping the lines
    built = load_paths(
        paths,
        releases,
        base=base,
        replace=replace,
        keep_going=keep_going,
        address=address,
        keep=keep,
    )
    if built is None or built.failed:
        sys.exit(1)


def load_paths(
    paths: tuple[Path, ...],
    releases: Path,
    *,
    base: str = DEFAULT_BASE,
    replace: bool = False,
    keep_going: bool = False,
    address: str = "",
    keep: int = KEEP,
) -> Built | None:
    """Make a release and tell how it went; None where a faulty document prevented it."""
    check_turtle()
    corpus = read_corpus(paths)
    total = len(corpus.documents)
    for correction in corpus.stray:
        click.echo(f"valgraf: {correction}: no such document is loaded", err=True)
    with progress(total) as told, executor(address, total) as workers:
        built = build(
            corpus,
            releases,
            workers,
            names=Names(base),
            replace=replace,
            keep_going=keep_going,
            keep=keep,
            told=told,
        )
    if isinstance(built, Built):
        click.echo(summary(built))
        return built
    sys.stderr.write(
        f"valgraf: no release made: {len(built)} of {total} documents cannot be read; mend them or say --keep-going\n"
    )
    return None


@click.command(
    "extract", epilog="Example: valgraf extract page.html, or: valgraf extract *.txt --output found"
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    envvar="VALGRAF_OUTPUT",
    help="Folder for one NAME.gold.json a file.",
)
@one_line
def extract_files(files: tuple[Path, ...], output: Path | None) -> None:
    """Print what is found in a document.

    The annotations of one file are printed in the gold format; those of several are written into a folder.
    """
    check_turtle()
    if output is None and len(files) > 1:
        raise click.UsageError("several files need --output DIR")
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
    for file in files:
        _, extraction = found_in(file)
        found = json.dumps(annotations(extraction), ensure_ascii=False, indent=1) + "\n"
        if output is None:
            click.echo(found, nl=False)
        else:
            (output / f"{file.stem}.gold.json").write_text(found, encoding="utf-8")


@click.command("evaluate", epilog="Example: valgraf evaluate tests/loader/gold tests/loader/gold")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option(
    "--borderline",
    is_flag=True,
    envvar="VALGRAF_BORDERLINE",
    help="Count what annotators marked as borderline too.",
)
@click.option(
    "--record",
    "recorded",
    is_flag=True,
    envvar="VALGRAF_RECORD",
    help="Record each rule's precision, as the graph states it.",
)
@one_line
def evaluate_folder(gold: Path, corpus: Path, *, borderline: bool, recorded: bool) -> None:
    """Print precision, recall and F1 of extraction.

    What is found in the texts in CORPUS is compared with the annotations in GOLD.
    """
    found = evaluate(gold, corpus, skip_borderline=not borderline)
    for line in report(found):
        click.echo(line)
    if recorded:
        record(found.rules)


@click.command("check", epilog="Example: valgraf check --releases releases")
@RELEASES
@one_line
def check(releases: Path) -> None:
    """Check the ontology and the current release.

    The release is checked against the SHACL shapes.
    """
    from loader.check import check_ontology, check_release  # pyshacl takes a second to import

    check_turtle()
    path = current(releases)
    findings = check_ontology() + (check_release(path) if path else [])
    for finding in findings:
        click.echo(f"{finding.place}: {finding.subject}: {finding.message}", err=True)
    if findings:
        sys.exit(1)
    click.echo(
        f"ontology and release {path.name} are as they should be"
        if path
        else "the ontology is as it should be; there is no release"
    )


@click.command("diff", epilog="Example: valgraf diff 3f9c releases/current --format json")
@click.argument("old")
@click.argument("new")
@RELEASES
@click.option(
    "--format",
    "name",
    default="text",
    show_default=True,
    type=click.Choice(tuple(FILES)),
    envvar="VALGRAF_DIFF_FORMAT",
    help="Statements as text or JSON, or the N-Triples added or removed.",
)
@one_line
def diff(old: str, new: str, releases: Path, name: str) -> None:
    """Print what differs between two releases.

    Each is given by its id, the beginning of it, or its directory.
    """
    before, after = (find_release(releases, given) for given in (old, new))
    with tempfile.TemporaryDirectory() as work:
        graphs = (before / "graph.nt.gz", after / "graph.nt.gz")
        write_changes(*graphs, target=Path(work), names=(before.name, after.name))
        with opened(Path(work) / FILES[name]) as file:
            shutil.copyfileobj(file, sys.stdout.buffer)


commands = [load, extract_files, evaluate_folder, check, diff]
