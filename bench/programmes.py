"""Programmes by the thousand: realistic documents together with the gold that they were made from.

Every combination of municipality, party and election is one programme, in an order that spreads
them; the same seed gives the same bytes. `python -m bench.programmes 1000 DIR` writes them with a
corpus.toml and, beside each text, its annotations in the format of the gold standard.
"""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from bench.matters import DEMANDS, DONE, MATTERS, TAILS, Matter
from loader.register import register

ELECTIONS = (2006, 2010, 2014, 2018, 2022, 2026)

#: How often demands have each stance, as counted in the development gold, to the nearest twentieth.
_STANCES = ("introduce",) * 7 + ("strengthen",) * 8 + ("keep",) * 2 + ("oppose", "investigate", "investigate")  # fmt: skip
_FRAMES = (
    "Vi vill {}.",
    "{party} vill {}.",
    "Därför vill vi {}.",
    "Vi ska {}.",
    "Vi kommer att {}.",
)
_SLOTS = {"group": "target_groups", "actor": "actors", "instrument": "instruments"}
_FOOT = ("Bli medlem i {party}", "Läs mer om vår politik", "Kontakta oss", "Dela på Facebook")


@dataclass
class Programme:
    """A generated document: what corpus.toml says of it, its text, and its annotations."""

    slug: str
    about: Mapping[str, Any]
    text: str = ""
    proposals: list[dict[str, Any]] = field(default_factory=list)
    achievements: list[dict[str, int]] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Add a line that states nothing."""
        self.text += line + "\n"

    def state(self, before: str, words: str, **links: Any) -> None:
        """Add a line that states something: a proposal, or an achievement where nothing is linked."""
        span = {"start": len(self.text) + len(before), "end": len(self.text) + len(before + words)}
        if links:
            self.proposals.append(span | links)
        else:
            self.achievements.append(span)
        self.text += before + words + "\n"


def programme(number: int, *, statements: int = 40, seed: int = 1) -> Programme:
    """Return the programme of a number, with about so many proposals."""
    known = register()
    parties = sorted(p.id for p in known.parties.values())
    codes = sorted(known.municipalities)
    rest, code = divmod(number, len(codes))
    rest, party = divmod(rest, len(parties))
    election = ELECTIONS[rest % len(ELECTIONS)]
    id_, place = parties[party], known.municipalities[codes[code]]
    made = Programme(
        f"{id_}-{codes[code]}-{election}-{number}",
        {"party": id_, "municipality": codes[code], "election": election},
    )
    words = {"party": known.parties[id_].name, "place": place.name, "year": str(election + 2)}
    rng = Random(f"{seed} {number}")
    made.add(f"{words['party']} i {place.name}: program för valet {election}\n")
    matters = rng.sample(MATTERS, k=min(len(MATTERS), max(1, statements // 10)))
    for k, matter in enumerate(matters):
        share = statements * (k + 1) // len(matters) - statements * k // len(matters)
        _section(made, matter, share, words, rng)
    for line in _FOOT:
        made.add(line.format(**words))
    return made


def _section(
    made: Programme, matter: Matter, share: int, words: Mapping[str, str], rng: Random
) -> None:
    """Add a section: a heading, its background, prose and bullets that demand, and at times what was done."""
    made.add(rng.choice(matter.headings) + "\n")
    made.add(" ".join(line.format(**words) for line in rng.sample(matter.background, k=2)) + "\n")
    bullets = rng.randint(share // 2, share)
    for _ in range(share - bullets):
        words_, links = _demand(matter, words, rng)
        made.state("", rng.choice(_FRAMES).format(words_, **words), **links)
    made.add("\n" + rng.choice(("Vi vill:", f"{words['party']} vill:")) + "\n")
    for _ in range(bullets):
        words_, links = _demand(matter, words, rng)
        made.state("  • ", words_[0].upper() + words_[1:], **links)
    if rng.random() < 0.25:
        made.add("\nDet här har vi gjort under mandatperioden:\n")
        for _ in range(3):
            done, _ = _filled(rng.choice(DONE), matter, words, rng)
            made.state("  • ", done)
    made.add("")


def _demand(matter: Matter, words: Mapping[str, str], rng: Random) -> tuple[str, dict[str, Any]]:
    """Return a demand in the infinitive and what it links."""
    stance = rng.choice(_STANCES)
    text, links = _filled(rng.choice(DEMANDS[stance]) + rng.choice(TAILS), matter, words, rng)
    return text, {"stance": stance, **links, "themes": [matter.theme]}


def _filled(
    template: str, matter: Matter, words: Mapping[str, str], rng: Random
) -> tuple[str, dict[str, list[str]]]:
    """Return a template with its slots filled, and the concepts that fill them."""
    chosen = {
        "group": rng.choice(matter.groups),
        "actor": rng.choice(matter.actors),
        "instrument": rng.choice(matter.instruments),
    }
    used = {slot: pair for slot, pair in chosen.items() if f"{{{slot}}}" in template}
    text = template.format(**words, **{slot: pair[0] for slot, pair in used.items()})
    return text, {key: [used[slot][1]] if slot in used else [] for slot, key in _SLOTS.items()}


def programmes(count: int, *, statements: int = 40, seed: int = 1) -> Iterator[Programme]:
    """Yield so many programmes."""
    return (programme(number, statements=statements, seed=seed) for number in range(count))


def write(directory: Path, made: Iterator[Programme], *, gold: bool = True) -> int:
    """Write programmes as a corpus, each with its annotations; return the bytes of text."""
    directory.mkdir(parents=True, exist_ok=True)
    size = 0
    with (directory / "corpus.toml").open("w", encoding="utf-8") as manifest:
        for one in made:
            lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in one.about.items())
            manifest.write(f'[[document]]\nfile = "{one.slug}.txt"\nslug = "{one.slug}"\n{lines}\n')
            size += (directory / f"{one.slug}.txt").write_bytes(one.text.encode())
            if gold:
                found = {"proposals": one.proposals, "achievements": one.achievements}
                path = directory / f"{one.slug}.gold.json"
                path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return size


def _main() -> None:
    parser = ArgumentParser(prog="python -m bench.programmes", description=__doc__)
    parser.add_argument("count", type=int, help="how many programmes")
    parser.add_argument("directory", type=Path)
    parser.add_argument("--statements", type=int, default=40, help="proposals of each (default 40)")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    size = write(args.directory, programmes(args.count, statements=args.statements, seed=args.seed))
    print(f"{args.count} programmes, {size / 1e6:.1f} MB of text")


if __name__ == "__main__":
    _main()
