"""Small repairs of the parse that words and voice alone make certain; run before names are looked at.

The statistical parser takes the verb of "The two discussed talks" for an adjective and "married to actress X" for an
infinitive; what it makes of predicates, `predicates.py` mends.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.language.completing import complete
from kg.language.joining import join
from kg.language.layout import DAYS
from kg.language.predicates import mend
from kg.language.quotes import reporting
from kg.language.subjects import (
    adverbial_name,
    behind_front,
    behind_noun,
    behind_until,
    described_name,
    described_twice,
    first_name,
    in_town,
    verbless,
)
from kg.language.trailing import trail
from kg.language.tree import Tree

PREFIXES = frozenset({"co", "re", "ex", "vice"})
SERVING = frozenset({"founding", "acting", "managing", "incoming", "outgoing"})
SAYING = frozenset({"say", "announce", "report", "confirm", "tell", "add", "state", "declare"})
TIMING = frozenset({"before", "after", "when", "while", "until", "since"})
PREDICATED = ("nsubj", "nsubjpass", "auxpass", "aux", "xcomp")
FRONTING = frozenset({"advcl", "npadvmod", "dep", "nsubj", "nsubjpass"})
LOOSE = frozenset({"appos", "dobj", "npadvmod", "dep", "conj", "oprd"})
PAIR = frozenset({"two", "pair", "duo", "three", "trio", "couple", "four"})


def repair(tree: Tree, bound: Collection[str] = (), people: Collection[str] = ()) -> None:
    """Change heads and labels of the tree in place where something is certainly wrong.

    Args:
        bound: participles that lead with "to" to a person ("married").
        people: nouns for people.
    """
    before = list(tree.heads), list(tree.deps)
    starts = [start for start, _ in tree.sentences]
    changed = [_prefix(tree, i) for i, word in enumerate(tree.lowers) if word in PREFIXES]
    changed += [_counted_subject(tree, start) for start in starts]
    changed += [
        first_name(tree, i)
        for i, dep in enumerate(tree.deps)
        if dep == "amod" or (dep, tree.tags[i]) == ("compound", "JJ")
    ]
    changed += [adverbial_name(tree, i) for i, tag in enumerate(tree.tags) if tag == "RB" and tree.words[i].istitle()]
    changed += [_married(tree, i) for i, word in enumerate(tree.lowers) if word in bound]
    changed += [_fronted(tree, start) or in_town(tree, start) for start in starts]
    changed += [_behind_participle(tree, start) for start in starts]
    changed += [_up_to(tree, i) for i, word in enumerate(tree.lowers) if word == "up"]
    changed += [_day(tree, i) for i, word in enumerate(tree.lowers) if word in DAYS]
    changed += [_serving(tree, i) for i, word in enumerate(tree.lowers) if word in SERVING]
    changed += [_copula(tree, i) for i, dep in enumerate(tree.deps) if dep == "dobj"]
    changed += [_whose(tree, i) for i, tag in enumerate(tree.tags) if tag == "WP$"]
    changed += [_predicate(tree, i) for i, dep in enumerate(tree.deps) if dep == "conj"]
    changed += [_reported(tree, i) for i, lemma in enumerate(tree.lemmas) if lemma in SAYING]
    changed += [_subordinate(tree, i) for i, dep in enumerate(tree.deps) if dep == "mark" and tree.lowers[i] in TIMING]
    changed += [_inserted(tree, i) or _conceded(tree, i) for i, lemma in enumerate(tree.lemmas) if lemma in reporting()]
    changed += [behind_front(tree, i) or behind_noun(tree, i) for i, dep in enumerate(tree.deps) if dep == "ROOT"]
    changed += [_owned(tree, i) for i, tag in enumerate(tree.tags) if tag == "POS"]
    changed += [behind_until(tree, i) for i, dep in enumerate(tree.deps) if dep == "conj"]
    changed += [verbless(tree, i) for i, dep in enumerate(tree.deps) if dep == "acl"]
    if any(changed):
        settle(tree, *before)
    before = list(tree.heads), list(tree.deps)
    if mend(tree):
        settle(tree, *before)
    before = list(tree.heads), list(tree.deps)
    changed = [described_name(tree, start) for start in starts]
    changed += [described_twice(tree, i) for i, tag in enumerate(tree.tags) if tag in ("VBD", "VBZ")]
    if any(changed):
        settle(tree, *before)
    before = list(tree.heads), list(tree.deps)
    if join(tree, people):
        settle(tree, *before)
    before = list(tree.heads), list(tree.deps)
    if complete(tree):
        settle(tree, *before)
    before = list(tree.heads), list(tree.deps)
    if trail(tree, people):
        settle(tree, *before)


def _whose(tree: Tree, pronoun: int) -> bool:
    """ "accused the firm, whose head, A, denies it": the verb behind is of the relative clause, not of the accuser."""
    noun = tree.heads[pronoun]
    if tree.deps[noun] != "relcl" or tree.tags[noun] not in ("NN", "NNS"):
        return False
    behind = range(tree.right[noun] + 1, min(tree.right[noun] + 3, len(tree)))
    verb = next((t for t in behind if tree.tags[t] in ("VBZ", "VBP", "VBD") and tree.deps[t] == "conj"), None)
    if verb is None or tree.child(verb, "nsubj", "nsubjpass") is not None or tree.heads[verb] > noun:
        return False
    tree.deps[verb], tree.heads[verb] = "relcl", tree.heads[noun]
    tree.deps[noun], tree.heads[noun] = "nsubj", verb
    return True


def settle(tree: Tree, heads: list[int], deps: list[str]) -> None:
    """Take back the changes in sentences that are no trees any more, and compute children and subtrees of others anew.

    Args:
        heads, deps: those of the tree before the changes.
    """
    changed = list[tuple[int, int]]()
    for first, end in tree.sentences:
        if tree.heads[first:end] != heads[first:end]:
            changed.append((first, end))
            inside = [head - first for head in tree.heads[first:end]]
            if not all(0 <= head < end - first for head in inside) or not is_forest(inside):
                tree.heads[first:end], tree.deps[first:end] = heads[first:end], deps[first:end]
    tree.rebuild(changed)


def is_forest(heads: Sequence[int]) -> bool:
    """Whether every token leads up to a root, so that nothing that climbs the tree goes in circles."""
    safe: set[int] = set()
    for token in range(len(heads)):
        path = []
        while token not in safe:
            path.append(token)
            above = heads[token]
            if above == token:
                break
            if above in path:
                return False
            token = above
        safe.update(path)
    return True


def _prefix(tree: Tree, i: int) -> bool:
    """What the tokenizer cuts in three ("co-founded") hangs together under its last part."""
    last = i + 2
    if (
        last >= len(tree)
        or tree.words[i + 1] != "-"
        or tree.ends[i] != tree.starts[i + 1]
        or tree.ends[i + 1] != tree.starts[last]
    ):
        return False
    parts = range(i, last + 1)
    outer = next(t for t in parts if not any(above in parts for above in tree.ancestors(t)))
    is_verb = tree.tags[last].startswith("VB") and tree.pos[outer] in ("VERB", "AUX", "NOUN", "PROPN")
    was_root = tree.heads[outer] == outer
    tree.deps[last], tree.heads[last] = tree.deps[outer], last if was_root else tree.heads[outer]
    if is_verb:
        tree.pos[last] = "VERB"
        tree.tags[last] = (
            "VBD" if tree.tags[last] == "VBN" and tree.child(outer, "auxpass") is None else tree.tags[last]
        )
        name = i - 1
        if i > 0 and tree.heads[name] == i and tree.deps[name] == "compound" and tree.tags[name] == "NNP":
            tree.deps[name] = "nsubj"
    for t in (i, i + 1):
        tree.deps[t], tree.heads[t], tree.pos[t], tree.tags[t] = "compound", last, "X", "AFX"
    for t, head in enumerate(tree.heads):
        if head in (i, i + 1) and t not in parts:
            tree.heads[t] = last
    return True


def _fronted(tree: Tree, start: int) -> bool:
    """ "A native of Detroit, he graduated …": the noun phrase in front describes the subject."""
    noun = next((a for a in (start, *tree.ancestors(start)) if tree.pos[a] == "NOUN"), None)
    if noun is None or tree.left[noun] != start or tree.deps[noun] not in FRONTING:
        return False
    verb, last = tree.heads[noun], tree.right[noun]
    subject = next((c for c in tree.children[verb] if c > last and tree.deps[c] in ("nsubj", "nsubjpass")), None)
    if subject is None or last + 1 >= len(tree) or tree.words[last + 1] != "," or tree.left[subject] != last + 2:
        return False
    is_parted = "," in tree.words[last + 2 : verb]  # "A colonel of the service, the GRU, X was convicted"
    if tree.deps[noun] == "nsubjpass" and is_parted:
        return False
    tree.heads[noun], tree.deps[noun] = subject, "appos"
    return True


def _behind_participle(tree: Tree, start: int) -> bool:
    """ "Based in McLean, Virginia, Acme had …": the name in front of the verb is its subject, not the participle."""
    verb = tree.heads[start]
    name = verb - 1
    if tree.tags[start] != "VBN" or tree.deps[start] != "csubj" or tree.tags[name] not in ("NNP", "NNPS"):
        return False
    first = name
    while tree.tags[first - 1] in ("NNP", "NNPS", "DT"):
        first -= 1
    if first <= start + 1 or tree.words[first - 1] != ",":
        return False
    place = tree.heads[name]
    for token in range(start, first):
        if tree.heads[token] == name:
            tree.heads[token] = place
            tree.deps[token] = "punct" if tree.pos[token] == "PUNCT" else "pobj"
    tree.heads[name], tree.deps[name] = verb, "nsubj"
    tree.deps[start] = "advcl"
    return True


def _married(tree: Tree, participle: int) -> bool:
    """ "married to actress X": no infinitive, but the title of a person."""
    to, title = participle + 1, participle + 2
    if title + 1 >= len(tree) or tree.lowers[to] != "to" or tree.heads[to] != title or tree.tags[title] != "VB":
        return False
    person = tree.child(title, "dobj")
    if person is None or tree.tags[person] not in ("NNP", "NNPS"):
        return False
    for child in tree.children[title]:
        tree.heads[child] = person
    tree.deps[to], tree.heads[to] = "prep", participle
    tree.deps[person], tree.heads[person] = "pobj", to
    tree.deps[title], tree.heads[title], tree.pos[title], tree.tags[title] = "compound", person, "NOUN", "NN"
    return True


def _predicate(tree: Tree, noun: int) -> bool:
    """ "X is an economist, and chief executive of Y": the noun joined to the copula is joined to its predicate noun."""
    copula = tree.heads[noun]
    if tree.lemmas[copula] != "be" or tree.pos[noun] not in ("NOUN", "PROPN"):
        return False
    predicate = tree.child(copula, "attr")
    if predicate is None or not predicate < noun or tree.child(noun, "nsubj", "aux", "cop") is not None:
        return False
    tree.heads[noun] = predicate
    return True


def _reported(tree: Tree, verb: int) -> bool:
    """ "A met B, an adviser to C said", "A bought B, the firms announced on Monday": who closes a sentence says it."""
    if tree.tags[verb] not in ("VBD", "VBN", "VBZ") or tree.child(verb, *PREDICATED) is not None:
        return False
    noun = next((a for a in (verb - 1, *tree.ancestors(verb - 1)) if tree.deps[a] in LOOSE and a < verb), None)
    if noun is None or tree.words[tree.left[noun] - 1] != "," or tree.pos[noun] not in ("NOUN", "PROPN"):
        return False
    said = tree.child(verb, "ccomp")
    if tree.heads[verb] != noun:
        return said is not None and said < noun and _subject_to(tree, noun, verb)
    told, end = tree.heads[noun], tree.sentences[tree.sentence[verb]][1]
    is_last = all(tree.pos[t] == "PUNCT" for t in range(tree.right[verb] + 1, end))
    if tree.deps[told] != "ROOT" or tree.pos[told] not in ("VERB", "AUX") or told > noun or not is_last:
        return False
    if tree.deps[noun] == "dobj" and not any(tree.deps[c] == "dobj" and c < noun for c in tree.children[told]):
        return False
    tree.deps[verb], tree.heads[verb] = "ROOT", verb
    tree.deps[told], tree.heads[told] = "ccomp", verb
    for child in tree.children[told]:
        if tree.pos[child] == "PUNCT" and child >= tree.left[noun] - 1:
            tree.heads[child] = verb
    return _subject_to(tree, noun, verb)


def _subordinate(tree: Tree, mark: int) -> bool:
    """ "She was born in May, weeks before the country declared its end": who declares it says nothing of her birth."""
    verb = tree.heads[mark]
    main = next((c for c in tree.children[verb] if tree.deps[c] == "ccomp" and tree.right[c] < mark < verb), None)
    if main is None:
        return False
    is_root = tree.heads[verb] == verb
    tree.heads[main], tree.deps[main] = (main if is_root else tree.heads[verb]), tree.deps[verb]
    tree.heads[verb], tree.deps[verb] = main, "advcl"
    return True


def _inserted(tree: Tree, verb: int) -> bool:
    """ "A, who officials said led the raid": "who" is the subject of what officials said, not of their saying."""
    subjects = [c for c in tree.children[verb] if tree.deps[c] == "nsubj"]
    inner = tree.child(verb, "xcomp", "ccomp")
    if tree.deps[verb] != "relcl" or len(subjects) != 2 or inner is None or tree.tags[subjects[0]] not in ("WP", "WDT"):
        return False
    if tree.tags[inner] not in ("VBD", "VBZ", "VBP") or tree.child(inner, "nsubj", "nsubjpass") is not None:
        return False
    tree.deps[inner], tree.heads[subjects[0]] = "ccomp", inner
    return True


def _conceded(tree: Tree, verb: int) -> bool:
    """ "The bank, a minister conceded, might fail": who says so is not what the sentence is about."""
    subject, main = tree.child(verb, "nsubj"), tree.heads[verb]
    source = None if subject is None else tree.child(subject, "appos")
    if subject is None or main <= verb or tree.child(main, "nsubj", "nsubjpass") is not None:
        return False
    source = next((c for c in tree.children[subject] if tree.deps[c] == "appos" and tree.right[c] == verb - 1), source)
    if source is None or tree.right[source] != verb - 1 or tree.words[verb + 1 : verb + 2] != [","]:
        return False
    if tree.words[tree.left[source] - 1] != "," or tree.pos[source] not in ("NOUN", "PROPN"):
        return False
    tree.heads[subject] = main
    return _subject_to(tree, source, verb)


def _owned(tree: Tree, mark: int) -> bool:
    """ "A, B and Poland's C": what is owned stands in the row, not its owner."""
    owner, behind = tree.heads[mark], range(mark + 1, min(mark + 4, len(tree)))
    thing = next((t for t in behind if tree.deps[t] == "appos" and tree.left[t] == mark + 1), None)
    if owner != mark - 1 or thing is None or tree.deps[owner] != "conj":
        return False
    if tree.heads[thing] not in (owner, *tree.ancestors(owner)):
        return False
    tree.deps[thing], tree.heads[thing] = tree.deps[owner], tree.heads[owner]
    tree.deps[owner], tree.heads[owner] = "poss", thing
    return True


def _subject_to(tree: Tree, noun: int, verb: int) -> bool:
    tree.deps[noun], tree.heads[noun] = "nsubj", verb
    return True


def _serving(tree: Tree, participle: int) -> bool:
    """ "president and founding chief executive of X": the word tells what kind of post it is, and governs nothing."""
    post = tree.child(participle, "dobj")
    above = tree.heads[participle]
    if post is None or tree.deps[participle] != "conj" or tree.left[post] != participle + 1:
        return False
    if tree.lowers[above] != "as" and tree.pos[above] not in ("NOUN", "PROPN"):
        return False
    for child in tree.children[participle]:
        tree.heads[child] = post
    tree.heads[participle], tree.deps[participle], tree.pos[participle] = post, "amod", "ADJ"
    first = tree.child(above, "pobj") if tree.lowers[above] == "as" else above
    tree.heads[post], tree.deps[post] = above if first is None else first, "conj"
    return True


def _up_to(tree: Tree, up: int) -> bool:
    """ "kidnapped up to 16 advisers": what is counted is the object, not what "to" leads to."""
    verb, to = tree.heads[up], up + 1
    if to + 1 >= len(tree) or tree.lowers[to] != "to" or tree.tags[to + 1] != "CD" or tree.pos[verb] != "VERB":
        return False
    counted = tree.heads[to + 1]
    if tree.deps[counted] != "pobj" or tree.heads[counted] != to or tree.child(verb, "dobj") is not None:
        return False
    tree.heads[counted], tree.deps[counted] = verb, "dobj"
    for token in (up, to):
        tree.heads[token], tree.deps[token] = to + 1, "quantmod"
    return True


def _copula(tree: Tree, noun: int) -> bool:
    """ "She was until May the head of X": what she was is no object."""
    verb = tree.heads[noun]
    if tree.lemmas[verb] != "be" or tree.pos[noun] not in ("NOUN", "PROPN") or tree.child(verb, "attr") is not None:
        return False
    tree.deps[noun] = "attr"
    return True


def _counted_subject(tree: Tree, start: int) -> bool:
    """ "The two discussed climate talks": a verbless sentence whose participle follows a bare number is a clause."""
    if start + 3 >= len(tree) or tree.lowers[start] not in ("the", "both") or tree.lowers[start + 1] not in PAIR:
        return False
    verb = start + 2
    noun = tree.heads[verb]
    if tree.tags[verb] not in ("VBN", "VBD") or tree.deps[verb] not in ("amod", "acl") or tree.heads[start + 1] != noun:
        return False
    tree.deps[verb], tree.heads[verb] = (
        tree.deps[noun],
        tree.heads[noun] if tree.heads[noun] != noun else verb,
    )
    tree.deps[noun], tree.heads[noun] = "dobj", verb
    tree.deps[start + 1], tree.heads[start + 1] = "nsubj", verb
    tree.heads[start] = start + 1
    tree.pos[verb], tree.tags[verb] = "VERB", "VBD"
    for child in list(tree.children[noun]):
        if tree.deps[child] == "punct":
            tree.heads[child] = verb
    return True


def _day(tree: Tree, day: int) -> bool:
    """ "The body of the union on Thursday appointed X": the day in front of the verb is the verb's.

    In "On Friday Carla's father left" it is no first name.
    """
    on = day > 0 and tree.lowers[day - 1] == "on"
    verb, first = day + 1, day - 1 if on else day
    if on and tree.deps[day] == "compound" and tree.tags[tree.heads[day]] == "NNP" and not tree.children[day - 1]:
        tree.heads[day], tree.deps[day] = day - 1, "pobj"
        return True
    if verb >= len(tree) or first <= 0 or tree.tags[verb] not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    verb = verb if tree.tags[verb] != "MD" else tree.heads[verb]
    subject = tree.child(verb, "nsubj", "nsubjpass")
    above = tree.heads[first]
    if subject is None or not subject < first or above == verb or subject not in (above, *tree.ancestors(above)):
        return False
    tree.heads[first] = verb
    tree.deps[first] = "prep" if first < day else "npadvmod"
    return True
