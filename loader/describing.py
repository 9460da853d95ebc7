"""Whether a modal verb tells how things are, or how to view them, rather than demands."""

from loader.sentences import Sentence
from loader.swedish import demands, words

#: Subjects of "behöver" that tell of people's needs, not of what the party demands.
NEEDY = frozenset({
    "vissa", "många", "människor", "alla", "barn", "man", "somliga", "flera", "de", "dem", "hon", "han", "du", "personer", "andra", "en", "unga", "äldre", "ingen", "den",
    "som", "familjer", "föräldrar", "några",
})  # fmt: skip

#: Subjects of whom is told what they have to do, not demanded.
_SOME = frozenset({"många", "somliga", "vissa", "några", "någon", "hon", "han", "somlig"})  # fmt: skip

#: What nobody is asked to do.
_BURDENS = frozenset({"bevisa", "tigga", "avstå", "nöja"})

#: What is as it is today: "ska i dag", "måste ofta".
_TODAY = frozenset({"idag", "alltså", "numera"})

#: Verbs of viewing, and of what is viewed: "politik måste ses som en helhet", "ett samhälle ska bedömas efter …".
_VIEWED = frozenset({"ses", "betraktas", "bedömas", "mätas", "förstås"})
_VIEWS = frozenset({"samhälle", "samhället", "politik", "politiken", "kommunpolitik", "kommunpolitiken"})  # fmt: skip

#: Adverbs of direction that stand for a verb: what must go down or away is to be changed.
_DIRECTIONS = frozenset({"bort", "ner", "ned", "upp", "in", "fram", "tillbaka"})

#: Finite verbs after which a modal goes on asking.
_ASKING = words.DEMANDING | words.NEEDING | demands.WILLING | {"är"}


def describes(s: Sentence, i: int) -> bool:
    """Return whether a modal tells how things are: "de måste ofta vänta", "får vänta och måste leva"."""
    if _is_said(s, i) or (s.after(i, 1) & _TODAY and not s.subject_is_party(i)):
        return True  # "ska numera ringa runt"
    if views(s, i):
        return True
    if s.word(i) == "borde":  # how things are not, and might be
        reproach = {"skämmas", "inse"} & s.after(i, 2)
        past = "ha" in s.after(i, 2) and any(t.form.supine for t in s.tokens[i + 2 : i + 5])
        not_so = s.word(i + 1) in words.NEGATIONS and s.word(i + 2) == "vara"
        return past or not_so or bool(reproach)
    return s.word(i) == "måste" and _has_to(s, i)


def views(s: Sentence, i: int) -> bool:
    """Return whether a modal tells how a matter is to be viewed: "politik måste ses som en helhet"."""
    viewed = {t.form.text for t in s.tokens[s.clause_start(i) : i]} & _VIEWS
    return bool(viewed and s.after(i, 2) & _VIEWED)


def _is_said(s: Sentence, i: int) -> bool:
    """Return whether a modal only carries a verb of speech or thought: "det ska medges", "du ska veta"."""
    speaks = s.subject_is_party(i) or "det" in {s.word(i - 1), s.word(i + 1)}
    spoken = s.after(i, 4) & demands.SPEECH
    told = {"du", "ni"} & {s.word(i - 1), s.word(i + 1)} and "veta" in s.after(i)
    return bool(told or (spoken and (speaks or any(word.endswith("s") for word in spoken))))


def _has_to(s: Sentence, i: int) -> bool:
    """Return whether "måste" tells what somebody has to do: "många måste vänta"."""
    if s.word(i + 1) == "inte" and s.word(i + 2) not in {"bara", "enbart", "endast"}:
        return True  # who need not, is not asked to
    if s.after(i, 1) & _DIRECTIONS:
        return False  # "måste ner"
    if {"du", "ni"} & {s.word(i - 1), s.word(i + 1)}:
        return True  # "du måste själv betala in avgiften"
    if s.word(i + 1) == "varje" or s.after(i) & _BURDENS:
        return not s.subject_is_party(
            i
        )  # "måste varje år betala vite", "måste ständigt bevisa sitt behov"
    if demands.DESCRIBING.search(s.quote):
        return s.word(i + 1) not in words.FIRST_PERSON and not s.subject_is_party(i)
    if s.word(i - 1) in _SOME and s.word(i - 2) not in {"för", "till"}:
        return True  # "någon måste betala"
    if s.word(0) not in NEEDY:
        return False
    before = [index for index in s.main if index < i]
    return bool(before) and s.word(i - 1) == "och" and s.word(before[-1]) not in _ASKING
