"""Frames: one for each predicate of a sentence, from the full parse.

After ClausIE (Del Corro and Gemulla 2013), with what clauses leave out put back: the subject of infinitives and
participles (control and raising), of coordinated verbs and of relative clauses; the roles of the passive turned
round; copulas with their complement.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.control import main_clause, understood
from kg.extract.frame import Frame, Prepositional
from kg.language.layout import MONTHS
from kg.language.tree import Tree
from kg.language.wordlists import judging, words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
REPLACING = frozenset({"replace", "supplant", "substitute"})
MOTIVES = words("motive")  # "joined the party out of fear"
SEEMING = words("seeming")  # "felt threatened"
AUXILIARY = frozenset({"aux", "auxpass"})
COMPLEX = words("complex preposition")
WHEN_AND_HOW = words("when and how")
AWAY = frozenset({"out", "off", "away"})
BY_THE_WAY = (["contrast"], ["comparison"], ["accident"], ["mistake"], ["chance"], ["law"], ["definition"], ["then"])
PLACING, NEARBY = frozenset({"in", "at"}), frozenset({"near", "outside"})
FIELDS = frozenset({"in", "with"})
NEARING = words("nearing")  # "came close to bankruptcy"
DEEDS = frozenset({"for", "over", "after"})
AUTHORITIES = words("authority")  # who judges, or takes somebody before the judge
CONVERSES = {"sell": "buy"}  # what whoever stands behind "to" does
NAMES = frozenset({"NNP", "NNPS"})
CHARGING = words("charging with of") | {"charge", "blame", "criticise", "criticize", "allege"}
ANSWERING = frozenset({"deny", "admit", "dispute", "reject"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def frames(tree: Tree) -> list[Frame]:
    """The frames of a text in order of their predicates."""
    found: dict[int, Frame] = {}
    for i, pos in enumerate(tree.pos):
        is_verb = pos in ("VERB", "AUX") or (pos == "ADJ" and tree.child(i, "auxpass") is not None)
        if is_verb and tree.deps[i] not in AUXILIARY:
            found[i] = _frame(tree, i)
    for frame in found.values():
        if not frame.grammatical:
            frame.grammatical, frame.shared = understood(tree, frame.head, found)
        _share_complement(tree, frame, found)
    for frame in found.values():
        frame.grammatical += tuple(_companions(tree, frame))
        _assign_roles(tree, frame)
    return list(found.values())


def _frame(tree: Tree, i: int) -> Frame:
    frame = Frame(i, tree.lemmas[i].lower())
    particles: list[str] = []
    for child in tree.children[i]:
        dep = tree.deps[child]
        if dep in SUBJECTS:
            frame.grammatical = _antecedents(tree, i, child)
            frame.is_passive |= dep == "nsubjpass"
        elif dep == "auxpass" or (dep == "aux" and tree.lowers[child] in SEEMING and tree.tags[i] == "VBN"):
            frame.is_passive = True
        elif dep == "dobj" and not frame.objects:
            frame.objects = _antecedents(tree, i, child)
        elif dep == "npadvmod" and not frame.objects and _is_beaten(tree, i, child):
            frame.objects = (child,)
        elif dep == "dative":
            _dative(tree, frame, child)
        elif dep == "prt" or (dep == "advmod" and tree.tags[child] == "RP") or _is_away(tree, child):
            particles.append(tree.lowers[child])
        elif dep in ("attr", "acomp", "oprd"):
            frame.complement = child
        elif dep in ("xcomp", "ccomp") and tree.tags[child] not in NAMES:  # "told the broadcaster NRK"
            frame.clause = child
    frame.is_copula = (
        frame.lemma in ("be", "become", "remain", "stay") and frame.complement is not None and not frame.is_passive
    )
    frame.particles = tuple(particles)
    frame.prepositions = [*prepositional(tree, i), *_around_adverbs(tree, i)]
    frame.prepositions = [p for p in frame.prepositions if p.word != "by" or not _is_of_crime(tree, frame, p)]
    if frame.complement is not None and tree.pos[frame.complement] in ("ADJ", "VERB", "ADV"):
        frame.prepositions.extend(prepositional(tree, frame.complement))
    for p in list(frame.prepositions):
        for obj in p.objects:
            is_bare = p.word in ("by", "via", "with") and tree.left[obj] == obj and tree.tags[obj] == "NN"
            is_origin = p.word == "to" and tree.lowers[i] == "born"  # "born to a farmer in Cork"
            if is_bare or is_origin or tree.tags[obj] == "CD" or tree.lowers[obj] in MONTHS:
                own = {q.word for q in frame.prepositions} if is_bare else set()
                frame.prepositions.extend(q for q in prepositional(tree, obj) if q.word not in own)
        if p.word in FIELDS:
            frame.prepositions.extend(q for o in p.objects for q in _out_of_field(tree, o))
    if not frame.objects and tree.deps[i] == "relcl":
        frame.objects = () if _answers_charge(tree, i) else _gap(tree, frame)
    else:
        for obj in frame.objects:
            frame.prepositions.extend(prepositional(tree, obj))
    if tree.tags[i] == "VBN" and tree.deps[i] in ("acomp", "oprd") and tree.lowers[tree.heads[i]] in SEEMING:
        frame.is_passive = True
    if frame.complement is not None and not frame.objects and tree.lowers[frame.complement] == "dead":
        frame.is_passive |= frame.lemma in ("shoot", "find")  # "Actor found dead in hotel"
    is_participle = tree.tags[i] == "VBN" or (tree.tags[i] == "VBD" and tree.deps[i] == "acl")
    if _is_headline(tree, frame):
        frame.is_passive = True
    if is_participle and not frame.grammatical and _is_reduced(tree, i):
        frame.is_passive = True
        frame.prepositions.extend(_behind_participle(tree, i))
    return frame


def _is_of_crime(tree: Tree, frame: Frame, by: Prepositional) -> bool:
    """Whether "by" tells whose deed somebody is judged for ("sentenced for killings by a death squad")."""
    noun = by.token - 1
    above = tree.heads[noun]
    if tree.deps[noun] == "dobj" and tree.deps[above] == "pcomp":  # "for ordering killings by a death squad"
        above = tree.heads[above]
    is_deed = tree.pos[noun] == "NOUN" and tree.deps[noun] in ("pobj", "dobj") and tree.lowers[above] in DEEDS
    is_deed = is_deed and tree.heads[above] == frame.head and frame.lemma in judging()
    return is_deed and not any(tree.lemmas[o] in AUTHORITIES for o in by.objects)


def _is_headline(tree: Tree, frame: Frame) -> bool:
    """Whether a headline leaves out the passive's "was" ("Reporter shot by gunman", "Man charged with murder")."""
    verb = frame.head
    if frame.objects or not frame.grammatical or tree.child(verb, "aux", "auxpass") is not None:
        return False
    by = tree.child(verb, "agent")
    doer = None if by is None else tree.child(by, "pobj")
    is_done = doer is not None and tree.tags[doer][:2] == "NN" and (tree.tags[doer] != "NN" or tree.left[doer] < doer)
    return (is_done and tree.tags[verb] == "VBN") or (tree.tags[verb] == "VBN" and is_heading(tree, verb))


def is_heading(tree: Tree, verb: int) -> bool:
    """Whether a verb is the main verb of a line that no full stop closes."""
    last = tree.sentences[tree.sentence[verb]][1] - 1
    while last > verb and tree.pos[last] == "SPACE":
        last -= 1
    return tree.heads[verb] == verb and tree.pos[last] != "PUNCT"


def _is_away(tree: Tree, child: int) -> bool:
    """Whether a particle was parsed as a preposition ("driven out of the palace")."""
    if tree.deps[child] != "prep" or tree.lowers[child] not in AWAY or tree.child(child, "pobj") is not None:
        return False
    behind = (tree.child(c, "pobj") for c in tree.children[child])
    return not any(noun is not None and tree.lemmas[noun] in MOTIVES for noun in behind)


def _companions(tree: Tree, frame: Frame) -> Iterator[int]:
    """Those who do it "along with" or "together with" the subject."""
    if frame.is_passive or not frame.grammatical:
        return
    for node in (frame.head, frame.grammatical[0]):
        for child in tree.children[node]:
            if (
                tree.lowers[child] in ("along", "together")
                and child + 1 < len(tree)
                and tree.lowers[child + 1] == "with"
            ):
                companion = tree.child(child + 1, "pobj")
                yield from () if companion is None else tree.conjuncts(companion)
            elif tree.lowers[child] == "with" and any(
                tree.lowers[c] in ("along", "together") for c in tree.children[child]
            ):
                companion = tree.child(child, "pobj")
                yield from () if companion is None else tree.conjuncts(companion)


def _is_beaten(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a name between verb and score is the object ("beat Porto 3-1")."""
    is_named = tree.tags[noun] == "NNP" and tree.left[noun] == verb + 1 and noun + 1 < len(tree)
    return is_named and tree.tags[noun + 1] == "CD" and tree.lowers[noun] not in MONTHS


def _gap(tree: Tree, frame: Frame) -> tuple[int, ...]:
    """What a relative clause without a pronoun leaves out ("the firm she founded"): the noun that it hangs from."""
    verb, noun = frame.head, tree.heads[frame.head]
    children = tree.children[verb]
    is_open = frame.grammatical and not frame.is_passive and frame.complement is None and frame.clause is None
    owners = (g for subject in frame.grammatical for g in tree.children[subject])  # "whose president tried to"
    is_told = any(tree.tags[c] in ("WDT", "WP", "WP$", "WRB") or tree.deps[c] == "mark" for c in (*children, *owners))
    is_told |= tree.tags[tree.left[verb]] == "WRB"  # "where women buy and cook fish"
    is_stranded = any(tree.deps[c] == "prep" and not tree.children[c] for c in children)
    is_wrong = tree.pos[noun] not in ("NOUN", "PROPN") or tree.lemmas[noun].lower() in WHEN_AND_HOW
    return () if not is_open or is_told or is_stranded or is_wrong else (noun,)


def _is_reduced(tree: Tree, participle: int) -> bool:
    """Whether a participle is passive without an auxiliary of its own ("born and raised in X", "founded in 1950")."""
    verb = participle
    while tree.deps[verb] == "conj" and tree.tags[tree.heads[verb]] == "VBN":
        if tree.child(verb, "aux", "auxpass") is not None:
            return False
        verb = tree.heads[verb]
    if verb != participle and tree.child(verb, "auxpass") is not None:
        return True
    is_bare = tree.child(verb, "aux", "auxpass", "nsubj", "nsubjpass") is None
    return is_bare and (tree.deps[verb] in ("acl", "advcl", "prep") or main_clause(tree, verb) is not None)


def _behind_participle(tree: Tree, participle: int) -> Iterator[Prepositional]:
    """What belongs to a participle in front of a clause though the parser gave it the clause ("Born on 1 May, she")."""
    above = tree.heads[participle]
    subjects = [c for c in tree.children[above] if tree.deps[c] in SUBJECTS]
    if tree.deps[participle] != "advcl" or participle > above or not subjects:
        return
    subject = tree.left[subjects[-1]]
    for p in prepositional(tree, above):
        if participle < p.token < subject:
            yield p
    for first in subjects[:-1]:
        yield from prepositional(tree, first)


def prepositional(tree: Tree, head: int) -> Iterator[Prepositional]:
    """The prepositions that hang from a token, chained ones too ("from" behind "out", "to" behind "according")."""
    for child in tree.children[head]:
        if tree.deps[child] not in ("prep", "agent", "dative") or tree.tags[child] not in (
            "IN",
            "TO",
            "VBG",
            "RB",
            "RP",
            "JJ",
        ):
            continue
        objects = [o for c in tree.children[child] if tree.deps[c] in ("pobj", "pcomp") for o in tree.conjuncts(c)]
        word = tree.lowers[child]
        if word == "according":  # who says it is nobody that something is done to
            continue
        if word == "by" and [tree.lowers[o] for o in objects if tree.left[o] == o == tree.right[o]] in BY_THE_WAY:
            continue
        if objects and (inner := _complex(tree, objects[0])) is not None:
            word = f"{word} {tree.lowers[objects[0]]} {tree.lowers[inner]}"
            objects = [o for c in tree.children[inner] if tree.deps[c] == "pobj" for o in tree.conjuncts(c)]
        yield Prepositional(word, child, tuple(objects), head)
        for second in _coordinated(tree, child):
            inside = [o for c in tree.children[second] if tree.deps[c] == "pobj" for o in tree.conjuncts(c)]
            yield Prepositional(tree.lowers[second], second, tuple(inside), head)
        if not objects:
            yield from prepositional(tree, child)


def is_aside(tree: Tree, p: Prepositional) -> bool:
    """Whether a phrase behind a comma says where a place lies ("in Gao, near the border", ", now in Mali")."""
    before = p.token - 1
    place = before - 1
    is_now = p.word == "in" and tree.lowers[before] in ("now", "today") and tree.words[place] == ","
    is_told = tree.tags[place][:2] == "NN" and tree.deps[place] == "pobj" and tree.lowers[tree.heads[place]] in PLACING
    return is_now or (p.word in NEARBY and tree.words[before] == "," and is_told)


def _coordinated(tree: Tree, preposition: int) -> Iterator[int]:
    """Prepositions joined to one, or to what it leads to ("from Kansas in 1927 and then from Stanford")."""
    for token in (preposition, *(c for c in tree.children[preposition] if tree.deps[c] == "pobj")):
        for child in tree.children[token]:
            is_same = tree.lowers[child] != "of" or tree.lowers[preposition] == "of"  # not "in March and of X"
            if tree.deps[child] == "conj" and tree.tags[child] == "IN" and is_same:
                yield child


def _out_of_field(tree: Tree, noun: int) -> Iterator[Prepositional]:
    """ "graduated with a degree in physics from X": what the parser hangs from the field belongs to the verb."""
    for p in prepositional(tree, noun):
        if p.word == "from":
            yield p
        elif p.word == "in":
            yield from (q for o in p.objects for q in _out_of_field(tree, o))


def _around_adverbs(tree: Tree, verb: int) -> Iterator[Prepositional]:
    """What hangs from an adverb of the verb ("moved back to X"); "where" and "there" are in what they stand for."""
    for child in tree.children[verb]:
        if tree.deps[child] == "advmod":
            if tree.tags[child] == "WRB" and tree.lowers[child] == "where":
                yield from (Prepositional(word, child, (child,), verb) for word in ("in", "at"))
            elif tree.tags[child] == "RB" and tree.lowers[child] == "there":
                yield from (Prepositional(word, child, (child,), verb) for word in ("in", "at", "to"))
            elif tree.tags[child] == "RB" and tree.lowers[child] not in NEARING:
                yield from prepositional(tree, child)


def _complex(tree: Tree, noun: int) -> int | None:
    """The second preposition of one in three words ("in the face of", "on behalf of")."""
    if tree.lowers[noun] not in COMPLEX:
        return None
    return next((c for c in tree.children[noun] if c > noun and tree.lowers[c] in ("of", "with", "to")), None)


def _dative(tree: Tree, frame: Frame, child: int) -> None:
    if tree.tags[child] not in ("IN", "TO"):
        frame.indirect = tuple(tree.conjuncts(child))


def _antecedents(tree: Tree, verb: int, child: int) -> tuple[int, ...]:
    """The argument with its conjuncts; a relative pronoun stands for the noun its clause hangs from."""
    if tree.lowers[child] in RELATIVE and tree.tags[child] in ("WP", "WDT", "WP$", "IN", "DT"):
        clause = verb
        for _ in range(3):
            if tree.deps[clause] == "relcl":
                is_charge = tree.deps[child] == "dobj" and _answers_charge(tree, clause)
                return () if is_charge else (tree.heads[clause],)
            if tree.deps[clause] not in ("conj", "ccomp", "xcomp"):
                break
            clause = tree.heads[clause]
    return tuple(tree.conjuncts(child))


def _answers_charge(tree: Tree, verb: int) -> bool:
    """Whether a charge as a whole is denied or admitted ("accused her of breaking the law, which she denies")."""
    first = tree.left[verb]
    if tree.lemmas[verb] not in ANSWERING or tree.lowers[first] != "which" or tree.words[first - 1] != ",":
        return False
    return any(tree.lemmas[above] in CHARGING for above in tree.ancestors(tree.heads[verb]))


def _share_complement(tree: Tree, frame: Frame, found: dict[int, Frame]) -> None:
    """A phrase that follows the last of two verbs goes with both ("lives and works in X", Ross 1967)."""
    verb = frame.head
    second = next((c for c in tree.children[verb] if tree.deps[c] == "conj" and c in found), None)
    if second is None or frame.objects or any(p.token > verb for p in frame.prepositions):
        return
    between = {tree.deps[t] for t in range(verb + 1, second)}
    if "cc" in between and between <= {"cc", "advmod", "punct"}:
        if second == verb + 2 and tree.tags[second] == tree.tags[verb] and not frame.is_passive:
            frame.objects = found[second].objects
        frame.prepositions += [p for p in found[second].prepositions if p.token > second and p.head == second]
        frame.objects = frame.objects or _of_post(tree, found[second])


def converse(tree: Tree, frame: Frame) -> Frame | None:
    """The clause seen from the other side: who something was sold to bought it."""
    other = CONVERSES.get(frame.lemma)
    if other is None or frame.is_passive or tree.tags[frame.head] in ("VBZ", "VBP"):
        return None
    takers = frame.indirect or tuple(o for p in frame.prepositions if p.word == "to" for o in p.objects)
    return Frame(frame.head, other, subjects=takers, grammatical=takers, objects=frame.objects) if takers else None


def _of_post(tree: Tree, frame: Frame) -> tuple[int, ...]:
    """What a post behind "as" is of, shared with the verb in front ("founded and served as president of X")."""
    posts = [o for p in frame.prepositions if p.word == "as" and p.head == frame.head for o in p.objects]
    behind = (c for post in posts for c in tree.children[post] if tree.lowers[c] == "of")
    return tuple(t for of in behind for c in tree.children[of] if tree.deps[c] == "pobj" for t in tree.conjuncts(c))


def _assign_roles(tree: Tree, frame: Frame) -> None:
    """Grammatical functions turned into roles: the passive's subject undergoes, its "by" phrase does.

    Who comes in "with" does the replacing ("The club replaced its coach with Jane Doe").
    """
    newcomers = tuple(o for p in frame.prepositions if p.word == "with" for o in p.objects)
    if not frame.is_passive:
        frame.subjects = newcomers if frame.lemma in REPLACING and newcomers else frame.grammatical
        return
    frame.subjects = frame.agents or (newcomers if frame.lemma in REPLACING else ())
    frame.indirect = frame.indirect or frame.objects
    frame.objects = frame.grammatical
