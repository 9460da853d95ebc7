"""The loader's named rules, what each looks for, and how well each has done on the development gold."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

#: Right answers and all answers of each rule on the development gold; `valgraf evaluate --record` rewrites it.
RECORD = Path(__file__).with_name("rules.json")


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule, with labels and definitions in Swedish and English, and its record."""

    name: str
    label_sv: str
    label_en: str
    definition_sv: str
    definition_en: str
    right: int = 0
    support: int = 0

    @property
    def precision(self) -> float | None:
        """Return the lower bound of Wilson's 95 % interval of the rule's precision; None without support."""
        return wilson(self.right, self.support) if self.support else None


def wilson(right: int, total: int) -> float:
    """Return the lower bound of the 95 % score interval of right/total (Wilson 1927)."""
    z = 1.959964
    share = right / total
    centre = share + z * z / (2 * total)
    spread = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return (centre - spread) / (1 + z * z / total)


_DEFINED: tuple[tuple[str, str, str, str, str], ...] = (
    ("demand-list", "punkt i kravlista", "item of a list of demands", "Varje punkt i en lista som inleds som krav, eller vars punkter till minst hälften är krav.", "Every item of a list that is introduced as demands, or at least half of whose items demand."),
    ("demand-heading", "krävande rubrik", "demanding heading", "En rubrik som börjar med ett krav i imperativ eller infinitiv.", "A heading that begins with an imperative or infinitive of demand."),
    ("demand-modal", "ska, bör, måste", "shall, should, must", "Huvudsatsens verb är ska, skall, bör, borde eller måste.", "The main clause's verb is ska, skall, bör, borde or måste."),
    ("party-wants", "partiet vill", "the party wants", "Partiet är subjekt till vill, kräver, föreslår eller liknande.", "The party is the subject of vill, kräver, föreslår or the like."),
    ("refusal", "avslag", "refusal", "Partiet säger nej till, motsätter sig eller är emot något.", "The party says no to something or opposes it."),
    ("must-not", "får inte", "must not", "Något får inte eller får aldrig ske.", "Something may not, or may never, happen."),
    ("need", "behövs, krävs", "is needed", "Huvudsatsen säger att något behövs eller krävs.", "The main clause says that something is needed or required."),
    ("importance", "viktigt att", "it is important that", "Något är viktigt, avgörande eller av högsta prioritet att göra.", "It is important, decisive or of the highest priority to do something."),
    ("that-clause", "det betyder att … ska", "it means that … shall", "En att-sats eller relativsats efter är, betyder eller innebär kräver något.", "A that-clause or relative clause after is or means demands something."),
    ("right", "har rätt till", "has a right to", "Någon har rätt till något, som krav.", "Somebody has a right to something, as a demand."),
    ("opinion", "partiet anser att", "the party holds that", "Partiet anser, tycker eller menar att något ska göras.", "The party holds that something shall be done."),
    ("commitment", "partiet åtar sig", "the party commits itself", "Partiet fortsätter, arbetar för, värnar eller prioriterar något.", "The party continues, works for, protects or gives priority to something."),
    ("assignment", "får i uppdrag", "is given the task", "Någon ges eller får i uppdrag att göra något, som i en budget.", "Somebody is given the task to do something, as in a budget."),
    ("bare-infinitive", "infinitiv utan huvudverb", "infinitive without a main verb", "En mening som börjar med en infinitiv och saknar huvudverb.", "A sentence that begins with an infinitive and has no main verb."),
    ("achieved-list", "punkt i resultatlista", "item of a list of achievements", "Varje punkt i en lista som inleds som uppnådda resultat.", "Every item of a list that is introduced as achievements."),
    ("achieved-sentence", "partiet har gjort", "the party has done", "Partiet säger sig ha gjort något.", "The party says that it has done something."),
    ("group-label", "målgruppens namn", "a target group's label", "Ett ord eller uttryck ur målgruppernas ordlista.", "A word or phrase from the target groups' labels."),
    ("group-situation", "målgrupp genom sin situation", "a target group by its situation", "Människor beskrivna genom sin situation: den som saknar bostad.", "People described by their situation: whoever lacks a home."),
    ("group-merger", "två uttryck, en målgrupp", "two expressions, one target group", "Två grupper i samma utsaga som tillsammans namnger en tredje.", "Two groups in one statement that together name a third."),
    ("group-antecedent", "målgrupp genom hänvisning", "a target group referred back to", "Ett ord som målgruppen syftar på en grupp tidigare i avsnittet.", "An expression such as the target group refers to a group earlier in the section."),
    ("actor-label", "aktörens namn", "an actor's label", "Ett ord eller uttryck ur aktörernas ordlista, där det inte bara är en plats.", "A word or phrase from the actors' labels, where it is not only a place."),
    ("actor-municipality", "kommunens namn", "the municipality's name", "Kommunens namn som den som handlar: Solna ska.", "The municipality's name as the one who acts: Solna shall."),
    ("actor-antecedent", "aktör genom hänvisning", "an actor referred back to", "Ett pronomen som subjekt syftar på aktören i meningen före.", "A pronoun as subject stands for the actor of the sentence before."),
    ("instrument-label", "insatsens namn", "an instrument's label", "Ett ord eller uttryck ur insatsernas ordlista.", "A word or phrase from the instruments' labels."),
    ("instrument-phrase", "insats i två ord", "an instrument in two words", "Ord för vad som görs och med vad, nära varandra, eller flera aktörer som gör något tillsammans.", "Words for what is done and to what, near each other, or several actors who do something together."),
    ("instrument-antecedent", "insats genom hänvisning", "an instrument referred back to", "Ett ord som planen eller satsningen syftar på en insats tidigare i avsnittet.", "A word such as the plan or the effort refers to an instrument earlier in the section."),
    ("theme-word", "sakområdets ord", "a theme's word", "Utsagans egna ord visar sakområdet.", "The statement's own words show the theme."),
    ("theme-heading", "sakområde ur rubriken", "a theme from the heading", "Avsnittets rubrik visar sakområdet.", "The section's heading shows the theme."),
    ("theme-before", "sakområde ur meningen före", "a theme from the sentence before", "Meningen före visar sakområdet, där utsagan själv inget säger.", "The sentence before shows the theme, where the statement itself says nothing."),
    ("theme-section", "sakområde ur avsnittet", "a theme from the section", "De flesta orden i avsnittet dittills visar sakområdet.", "Most words of the section so far show the theme."),
    ("theme-document", "sakområde ur dokumentet", "a theme from the document", "Dokumentet handlar om ett enda sakområde, och utsagans egna ord visar inget annat ärende.", "The document is on one theme, and the statement's own words show no other matter."),
    ("stance-oppose", "motstånd", "opposition", "Ord för avslag eller nekad modal.", "Words of refusal, or a negated modal."),
    ("stance-investigate", "utredning", "investigation", "Ord för att utreda, kartlägga eller se över.", "Words of investigating, mapping or reviewing."),
    ("stance-keep", "bevarande", "keeping", "Ord för att behålla, värna eller fortsätta.", "Words of keeping, protecting or continuing."),
    ("stance-introduce", "införande", "introduction", "Ord för att införa, starta eller ge något nytt.", "Words of introducing, starting or giving something new."),
    ("stance-strengthen", "förstärkning", "strengthening", "Ord för mer eller bättre av det som finns.", "Words of more or better of what exists."),
    ("stance-goal", "mål", "goal", "Ett önskat tillstånd i samhället, utan åtgärd.", "A wanted state of society, without a measure."),
    ("correction", "rättelse", "correction", "En människa har rättat vad reglerna fann; rättelsen säger vem, när och varför.", "A person has corrected what the rules found; the correction says who, when and why."),
    ("stance-default", "förstärkning utan eget ord", "strengthening without a word of its own", "Ett krav på hur något som finns ska vara.", "A demand on how something that exists shall be."),
)  # fmt: skip


@cache
def rules(record: Path = RECORD) -> tuple[Rule, ...]:
    """Return all rules with their record."""
    counts = json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}
    return tuple(Rule(*defined, *counts.get(defined[0], (0, 0))) for defined in _DEFINED)


def record(counts: Mapping[str, Counter[bool]]) -> None:
    """Write each rule's right answers and all answers, as `rules` reads them."""
    rows = {name: [count[True], count.total()] for name, count in sorted(counts.items())}
    RECORD.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    rules.cache_clear()
