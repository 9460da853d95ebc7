"""Which finite verbs of a sentence stand in its main clauses."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loader.swedish import demands, words
from loader.swedish.tokens import Token

#: Finite verbs that govern a bare infinitive, so that a following form in -s is one.
_GOVERNING = (
    words.DEMANDING
    | words.NEEDING
    | {"kan", "kunde", "vill", "får", "fick", "brukar", "skulle", "låter", "kommer", "hjälps"}
)

#: Nouns that "som" turns into a role, no clause: "som regel", "kommunen som arbetsgivare".
_ROLES = frozenset(
    {
        "regel",
        "arbetsgivare",
        "exempel",
        "stöd",
        "insats",
        "medborgare",
        "förälder",
        "kommun",
        "parti",
        "ett",
        "en",
        "helhet",
        "person",
        "bistånd",
    }
)

#: After these a form in -ade is a participle.
_BEFORE_PARTICIPLES = frozenset({"vara", "bli", "är", "blir", "varit", "blivit"})

_NEVER_FINITE_AFTER = _BEFORE_PARTICIPLES | words.DETERMINERS

#: Words after an imperative's look-alike that make it a noun.
_AFTER_NOUNS = words.PREPOSITIONS | words.ADVERBS | words.CONJUNCTIONS | words.SUBJUNCTIONS

#: Modals that may stand before their subject, and those that may follow a relative clause whose verb was not known.
_INVERTING = words.DEMANDING | {"behöver", "får", "vill", "kommer"}
_HEADING = words.DEMANDING | {"får"}

#: Words by which no subject begins.
_NO_SUBJECTS = words.ADVERBS | words.PREPOSITIONS

#: Words that begin a noun phrase, and are no infinitives there.
_NOMINAL = words.NOMINAL_STARTS - words.AMBIGUOUS_INFINITIVES

#: Words after which "som" makes no role.
_NO_ROLES = words.FUNCTION_WORDS | words.ADVERBS | words.PREPOSITIONS

_JOINING = frozenset({"och", "eller", "samt"})
_QUESTIONS = words.INTERROGATIVE | {"vilka", "vilken", "vilket"}
_BEFORE_INFINITIVES = words.ADVERBS | {"och", "men"}
_NO_SUPINES = words.ADVERBS | demands.IMPERATIVES
_COUNTS = words.NUMERALS | {"medel", "pengar", "resurser"}
_BEGINNING_OBJECTS = words.MORE | words.DETERMINERS

#: Words that may open a clause, or be a verb where they stand.
_OPENING = words.SUBJUNCTIONS | {"var", "så", "inför"}


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb: the index of its token, and of the subjunction that opens its clause."""

    index: int
    opener: int | None

    @property
    def main(self) -> bool:
        """Return whether the verb's clause is a main clause."""
        return self.opener is None


def finite_verbs(text: str, tokens: Sequence[Token]) -> list[Verb]:
    """Return the finite verbs of a sentence in order.

    A subjunction waits for the verb of its clause; a verb that none waits for is a main clause's.
    A verb right after "och" shares the clause of the verb before it.
    """
    verbs: list[Verb] = []
    waiting: list[int] = []
    governed = False
    parts = bool(tokens) and ";" in text[tokens[0].start : tokens[-1].end]
    for i, token in enumerate(tokens):
        if parts and waiting and ";" in text[tokens[i - 1].end : token.start]:
            waiting.clear()  # "överens, men inte om hur fort; en grupp tillsätts"
        form = token.form
        if not (form.finite or form.passive or form.supine or form.text in _OPENING):
            continue
        perfect = form.passive and form.text.endswith(("ats", "ntits", "erats"))  # never finite
        if form.text == "som" and waiting and _goes_on(tokens, waiting[-1], i):
            continue
        if _is_subjunction(text, tokens, i):
            waiting.append(i)
            governed = False
        elif form.text == "var" and _is_pronoun(tokens, i):
            continue
        elif form.text == "inför" and _introduces(tokens, i, waiting):
            verbs.append(Verb(i, waiting.pop() if waiting else None))
            governed = False
        elif form.text.endswith("ade") and (
            i == 0 or waiting[-1:] == [i - 1] or tokens[i - 1].form.text in _NEVER_FINITE_AFTER
        ):
            continue  # "att placerade barn ska …", "ska inte vara hänvisade": a participle
        elif form.finite or (
            form.passive and not perfect and not governed and not _after_att(tokens, i)
        ):
            shared = verbs and not waiting and _coordinated(tokens, i)
            if shared and _resumes(text, tokens, i):
                opener = None
            else:
                opener = verbs[-1].opener if shared else (waiting.pop() if waiting else None)
            verbs.append(Verb(i, opener))
            governed = form.text in _GOVERNING
        elif waiting and (perfect or (form.supine and not form.more)) and not governed:
            waiting.pop()  # "de som visat sig", "hyran inte betalats": such a clause may drop its "har"
        elif form.text == "att":
            governed = True
    return _mended(tokens, verbs)


def _resumes(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Return whether a verb after "och" goes on with the main clause: "… som har tid, och därför kommer vi", "ser att köerna växer, och vill att …"."""
    if tokens[i - 1].form.text == "därför":
        return True
    if tokens[i].form.text not in demands.WILLING or tokens[i - 1].form.text != "och" or i < 2:
        return False
    therefore = [t.form.text for t in tokens[i + 1 : i + 2]] == ["därför"]
    return therefore or "," in text[tokens[i - 2].end : tokens[i - 1].start]


def _introduces(tokens: Sequence[Token], i: int, waiting: Sequence[int]) -> bool:
    """Return whether "inför" is a verb: after the subject of a clause that has none yet, or after "vi"; not before an occasion."""
    subject = i - waiting[-1] > 1 if waiting else tokens[i - 1].form.text in words.FIRST_PERSON
    return i > 0 and subject and not is_before_occasion(tokens, i)


def is_noun(tokens: Sequence[Token], i: int) -> bool:
    """Return whether an imperative's look-alike at `i` is a noun: without an object, "hjälp till de äldre", "stöd att hitta rätt"."""
    if i + 1 >= len(tokens):
        return True
    following = tokens[i + 1].form
    return following.finite or following.text in _AFTER_NOUNS


def is_before_occasion(tokens: Sequence[Token], i: int) -> bool:
    """Return whether "inför" at `i` is a preposition: "inför varje nytt beslut", "inför valet"."""
    following = [t.form.text for t in tokens[i + 1 : i + 4]]
    noun = next(
        (
            k
            for k, word in enumerate(following)
            if word in words.OCCASIONS or word.endswith(words.OCCASION_ENDS)
        ),
        None,
    )
    new = {"en", "ett", "om", "av", "för", "till", "eget", "fritt"}  # "inför eget val av utförare"
    return noun is not None and not new & set(following[:noun])


def _mended(tokens: Sequence[Token], verbs: list[Verb]) -> list[Verb]:
    """Return the verbs with the clauses set right that only the whole sentence shows."""
    if verbs and not any(v.main for v in verbs):
        last = next((k for k in (-1, 0) if _headless(tokens, verbs[k])), None)
        if last is None:
            last = next((k for k, verb in enumerate(verbs) if _inverted(tokens, verb)), None)
        if last is not None:
            verbs[last] = Verb(verbs[last].index, None)
    for k, (verb, following) in enumerate(pairwise(verbs)):
        if verb.main and following.main and following.index == verb.index + 1:
            verbs[k] = Verb(verb.index, verb.index)  # "i de fall det behövs ska …": no "som"
    if len(verbs) > 1 and verbs[0].index == 0 and any(v.main for v in verbs[1:]):
        verbs[0] = Verb(0, 0)  # "Har det redan hänt måste vi …": a condition by word order
    return verbs


def _goes_on(tokens: Sequence[Token], opener: int, i: int) -> bool:
    """Return whether "som" at `i` goes on with a question word's clause: "hur många som", "vad som"."""
    return i - opener <= 3 and tokens[opener].form.text in _QUESTIONS


def _is_subjunction(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Return whether a clause opens at `i`."""
    word = tokens[i].form.text
    if word == "var":
        return _is_pronoun(tokens, i) and tokens[i + 1].form.text != "och"  # "var man bor"
    if word == "så":
        return i > 0 and _is_purpose(tokens, i)
    return word in words.SUBJUNCTIONS and _opens_clause(text, tokens, i)


def _is_purpose(tokens: Sequence[Token], i: int) -> bool:
    """Return whether "så" opens a clause: "så man slipper ringa"."""
    following, second = ([t.form.text for t in tokens[i + 1 : i + 3]] + ["", ""])[:2]
    if following in {"långt", "länge", "ofta", "snart", "mycket"}:
        return second in {"det", "de", "man", "vi"}  # "så långt det är möjligt"
    return following in {"man", "de", "du", "ingen", "alla", "barnen"}


def _headless(tokens: Sequence[Token], verb: Verb) -> bool:
    """Return whether a modal is the main verb after a relative clause whose own verb was not known, or a preposition "om".

    A sentence that does not begin with a subjunction has a main clause: "Den som uteblir ska …", "Beslut om stöd ska …".
    """
    return (
        bool(verb.opener)
        and tokens[verb.opener or 0].form.text in {"som", "om"}
        and tokens[verb.index].form.text in _HEADING
        and tokens[0].form.text not in words.SUBJUNCTIONS
        and not all(
            t.form.text in words.ADVERBS or t.form.text in words.FIRST_PERSON
            for t in tokens[(verb.opener or 0) + 1 : verb.index]
        )
    )


def _inverted(tokens: Sequence[Token], verb: Verb) -> bool:
    """Return whether a modal stands before its subject, so that its clause is the main one: "När marken rämnar ska socialen finnas där"."""
    i = verb.index
    if verb.opener is None or i - verb.opener <= 2 or tokens[i].form.text not in _INVERTING:
        return False
    following = [t.form for t in tokens[i + 1 : i + 6]]
    return (
        bool(following)
        and not (following[0].infinitive or following[0].passive)
        and following[0].text not in _NO_SUBJECTS
        and any(f.infinitive or f.passive for f in following[1:])
    )


def _coordinated(tokens: Sequence[Token], i: int) -> bool:
    """Return whether the verb follows "och" at once, an adverb between them at most."""
    before = [t.form.text for t in tokens[max(0, i - 2) : i]]
    return bool(before) and (
        before[-1] in _JOINING or (before[0] in _JOINING and before[-1] in words.ADVERBS)
    )


def _is_pronoun(tokens: Sequence[Token], i: int) -> bool:
    """Return whether "var" means each or where: "var och en", "var man bor"."""
    following, second = ([t.form.text for t in tokens[i + 1 : i + 3]] + ["", ""])[:2]
    each = (following, second) == ("och", "en")
    return each or following in {"man", "de", "du", "som", "eller"}


def _after_att(tokens: Sequence[Token], i: int) -> bool:
    """Return whether the word is the infinitive of an "att" before it."""
    j = i - 1
    while j >= 0 and tokens[j].form.text in words.ADVERBS and j > i - 4:
        j -= 1
    return j >= 0 and tokens[j].form.text == "att"


def infinitive_after(tokens: Sequence[Token], i: int) -> int | None:
    """Return the index of the infinitive that follows token `i`, adverbs between them passed over."""
    for j in range(i + 1, min(i + 6, len(tokens))):
        form = tokens[j].form
        if form.text in _NOMINAL:
            return None  # "att våra gamla ska …"
        if form.infinitive or (form.passive and form.text.endswith("s")):
            return j
        if form.text not in words.ADVERBS:
            return None
    return None


def begins_with_infinitive(tokens: Sequence[Token]) -> bool:
    """Return whether the first word, or the second after an adverb, is an infinitive."""
    for token in tokens[:2]:
        text = token.form.text
        if text in _NOMINAL:
            return False
        if token.form.infinitive and not token.form.text.endswith("s"):
            following = tokens[tokens.index(token) + 1 : tokens.index(token) + 2]
            return text not in words.AMBIGUOUS_INFINITIVES or bool(
                following and _takes_object(following[0])
            )
        if text not in _BEFORE_INFINITIVES:
            return False
    return False


def begins_with_supine(tokens: Sequence[Token]) -> bool:
    """Return whether the first word is a supine, so that the words tell what was done: "Anslagit medel", "Byggt två boenden".

    A participle looks the same before a bare neuter, which may be asked for: "Utbyggt stöd".
    """
    first = tokens[0].form if len(tokens) > 1 else None
    if first is None or not first.supine or first.more or first.text in _NO_SUPINES:
        return False  # "Fortsatt öppna dörrar", "Låt ingen stå utan"
    following = tokens[1].form
    plural = following.text != following.lemma and following.text.endswith(("ar", "er", "or", "a"))
    return (
        first.text.endswith("it")
        or plural
        or following.text.isdigit()
        or following.text in _COUNTS
        or _takes_object(tokens[1])
    )


def announced(tokens: Sequence[Token], verbs: Sequence[Verb]) -> int | None:
    """Return the index of the main verb by which a programme tells what will be done or stay: "inrättas", "blir kvar"."""
    for verb in verbs:
        form = tokens[verb.index].form
        following = {t.form.text for t in tokens[verb.index + 1 : verb.index + 4]}
        stays = form.text in {"blir", "finns"} and "kvar" in following
        changes = form.passive and form.lemma in demands.CHANGING
        agent = [t.form.text for t in tokens[verb.index + 1 : verb.index + 2]] == ["av"]
        done = agent or form.text.endswith(("ats", "tts", "its"))
        if verb.main and (stays or (changes and not done)):
            return verb.index
    return None


def _takes_object(following: Token) -> bool:
    """Return whether the word after an adjective's look-alike makes it a verb: "öppna badet", "öppna fler"; not "öppna bad"."""
    form = following.form
    definite = form.text != form.lemma and form.text.endswith(("n", "et", "na", "nas", "ns", "ets"))
    return definite or form.text in _BEGINNING_OBJECTS


def begins_with_imperative(tokens: Sequence[Token]) -> bool:
    """Return whether the first word is an imperative of demand; "Trygga uppväxtvillkor" begins with an adjective."""
    first = tokens[0].form.text
    if first in words.AMBIGUOUS_INFINITIVES:
        return begins_with_infinitive(tokens)
    if first == "inför" and is_before_occasion(tokens, 0):
        return False
    if first in demands.NOUNS_TOO and is_noun(tokens, 0):
        return False
    if first == "se":
        return [t.form.text for t in tokens[1:2]] in (["över"], ["till"])
    return first in demands.IMPERATIVES


def _is_role(token: Token) -> bool:
    """Return whether the word after "som" is a bare noun: "som bistånd", "kommunen som arbetsgivare"."""
    form = token.form
    if form.text in _ROLES:
        return True
    bare = form.text == form.lemma and token.surface[0].islower() and form.text not in _NO_ROLES
    return bare and not (form.finite or form.infinitive or form.passive or form.supine)


def _opens_clause(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Return whether the subjunction at `i` opens a clause with a finite verb of its own."""
    word = tokens[i].form.text
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return False
    if word == "att":
        return infinitive_after(tokens, i) is None
    if word == "som":
        before = tokens[i - 1].form.text if i else ""
        return not (before in {"så", "likt", "såväl", "precis", "både"} or _is_role(following))
    if word in {
        "där",
        "dit",
    }:  # relative after its noun; an adverb before a verb, a preposition or "och"
        return (
            i > 0
            and not following.form.finite
            and following.form.text
            not in {"och", "för", "med", "i", "på", "till", "när", "eller", "ute"}
        )
    if word in words.INTERROGATIVE:
        return not following.form.finite
    if word == "innan":
        return any(t.form.finite for t in tokens[i + 2 : i + 6])
    if word in words.AMBIGUOUS:
        if following.form.finite or following.form.passive:
            return False  # "då ska", "där finns": an adverb before its verb
        between = text[tokens[i - 1].end : tokens[i].start] if i else ","
        return any(c in between for c in ",;:–-(") or tokens[i - 1].form.text in words.BEFORE_CLAUSE
    return True
