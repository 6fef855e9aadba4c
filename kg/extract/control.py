"""Control: the understood subject of an infinitive, a participle or a conjunct, which its own clause does not tell."""

from __future__ import annotations

from kg.extract.frame import Frame
from kg.extract.verb_forms import is_singled_out
from kg.language.quotes import reporting
from kg.language.tree import Tree
from kg.language.wordlists import appointing, judging, words

BY_OBJECT = words("object control")
CALLED = frozenset({("call", "on"), ("call", "upon"), ("appeal", "to"), ("plead", "with"), ("wait", "for")})
BARE = frozenset({"make", "let", "see", "watch", "hear", "have", "help", "get"})  # "saw X leave": with "to", it is for
SENDING = frozenset({"send", "dispatch", "assign", "bring"})  # "sent X to negotiate", behind the clause too
CREATING = appointing() | {"create", "establish", "form", "commission", "set"}
"""Whatever is made for something does it ("appointed a board to look into it")."""
TOWARDS_OBJECT = frozenset({"of", "from", "into"})  # "accused X of doing", "kept X from doing", "talked X into doing"
CREDITING = words("crediting")  # "credits him with ending the war"
INTENTS = words("intent")  # "Poland's bid to join", "announced a plan to visit": whoever has it would do it
STATEMENTS = words("statement")
RESULTS = words("result")  # "was attacked by X, killing ten": what an act leads to, whoever did it
NAMING = appointing() | {"sign", "bring"}
FOLLOWING = frozenset("replace succeed follow become oversee".split())  # "named X chief, replacing Y": X does
LIGHT = words("light verb")
LINKING = frozenset({"be", "become", "remain"})
FARTHEST = 5


def understood(tree: Tree, head: int, found: dict[int, Frame]) -> tuple[tuple[int, ...], bool]:
    """The subject that a verb without one shares with another, and whether that is another predicate's argument.

    Args:
        head: the verb.
        found: the frames of the text by their heads, with their own arguments.
    """
    node = head
    if (main := main_clause(tree, head)) is not None and main in found:
        return found[main].grammatical, True
    if (told := _told_of(tree, head)) is not None:
        return (told,), True
    for _ in range(FARTHEST):
        dep, above = tree.deps[node], tree.heads[node]
        if dep in ("acl", "relcl"):
            doer = _doer(tree, node, above, found)
            return (doer, True) if doer else ((above,), False)
        parent = found.get(above)
        if parent is None:
            if dep == "prep" and tree.lemmas[above].lower() in INTENTS and (doer := _doer(tree, head, above, found)):
                return doer, True
            # "is willing to withdraw", "is married and lives in Rome"
            is_verb = dep == "conj" and tree.tags[node] in ("VBZ", "VBP", "VBD")
            is_complement = tree.deps[above] in ("acomp", "oprd") and (dep in ("xcomp", "prep") or is_verb)
            if not (dep == "pcomp" or is_complement):
                return (), False
            node = above
            continue
        controller = _controller(tree, node, parent)
        if controller is None:
            return (), False
        if controller:
            return controller, True
        node = above
    return (), False


def main_clause(tree: Tree, participle: int) -> int | None:
    """The finite verb that the parser joined to a participle in front of it ("Beaten by X, she was written off")."""
    if tree.heads[participle] != participle or tree.tags[participle] != "VBN":
        return None
    for child in tree.children[participle]:
        if tree.deps[child] in ("conj", "ccomp", "parataxis") and tree.child(child, "nsubj", "nsubjpass") is not None:
            return child
    return None


def _told_of(tree: Tree, verb: int) -> int | None:
    """The noun of a relative clause that only tells who says so ("gunmen the police said belonged to X")."""
    above = tree.heads[verb]
    is_content = (
        tree.deps[verb] in ("xcomp", "ccomp") and tree.deps[above] == "relcl" and not _is_infinitive(tree, verb)
    )
    if not is_content or tree.tags[verb] not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    is_told = tree.lemmas[above] in reporting() and tree.child(above, "nsubj") is not None
    obj = tree.child(above, "dobj")
    return tree.heads[above] if is_told and (obj is None or tree.tags[obj] in ("WP", "WDT")) else None


def _controller(tree: Tree, node: int, parent: Frame) -> tuple[int, ...] | None:
    """The argument of a governing predicate that does what hangs from it; None where none does."""
    dep = tree.deps[node]
    told = parent.objects or tuple(
        o for p in parent.prepositions if (parent.lemma, p.word) in CALLED for o in p.objects
    )
    is_purpose = dep == "advcl" and _is_infinitive(tree, node) and bool(told)
    is_purpose &= (
        parent.lemma in CREATING
        or (parent.lemma in SENDING and _is_name(tree, parent))
        or (parent.lemma in BY_OBJECT - BARE and tree.right[told[-1]] + 1 == tree.left[node] if told else False)
    )
    if dep == "xcomp" or is_purpose or (dep == "ccomp" and tree.tags[node] == "VB"):
        return (
            told if told and (is_purpose or parent.lemma in BY_OBJECT) and not parent.is_passive else parent.grammatical
        )
    if dep == "prep":
        word = tree.lowers[node]
        if word == "in" and parent.lemma == "join" and parent.objects:  # "joined X in condemning Y": both do
            return (*parent.grammatical, *parent.objects)
        is_objects = (word in TOWARDS_OBJECT and node > parent.head) or (
            (word in ("for", "over", "after") and parent.lemma in judging())
            or (word == "with" and parent.lemma in CREDITING)
        )
        return parent.objects if is_objects and parent.objects and not parent.is_passive else parent.grammatical
    if dep == "advcl" and parent.lemma in NAMING and tree.tags[node] == "VBG" and tree.lemmas[node] in FOLLOWING:
        return parent.grammatical if parent.is_passive else parent.objects or parent.grammatical
    if dep == "advcl" and parent.is_passive and tree.tags[node] == "VBG" and tree.lemmas[node] in RESULTS:
        return parent.agents or None
    if dep == "oprd":  # "was found guilty of murdering"
        return parent.objects or parent.grammatical
    return parent.grammatical if dep in ("conj", "advcl", "pcomp", "acomp") else None


def _doer(tree: Tree, verb: int, noun: int, found: dict[int, Frame]) -> tuple[int, ...]:
    """Who does what a noun's clause tells, where it is not the noun ("X's bid to join", "held talks aiming at")."""
    is_intent = (_is_infinitive(tree, verb) or tree.deps[verb] == "pcomp") and tree.lemmas[noun].lower() in INTENTS
    if is_intent and (owner := _owner(tree, noun)) is not None:
        return tuple(tree.conjuncts(owner))
    if (
        tree.tags[verb] == "VBG"
        and tree.lemmas[noun].lower() in STATEMENTS
        and (maker := _maker(tree, noun)) is not None
    ):
        return tuple(tree.conjuncts(maker))
    above = tree.heads[noun]
    is_linked = tree.deps[noun] == "attr" and above in found and found[above].lemma in LINKING
    is_done = tree.deps[verb] == "acl" and tree.tags[verb] in ("VBN", "VBD") and is_singled_out(tree, noun)
    if is_linked and (is_done or _is_infinitive(tree, verb)):  # "became the first woman to be elected"
        return found[above].grammatical
    if tree.deps[noun] == "pobj" and is_intent and tree.heads[above] in found:  # "in an attempt to seize"
        return found[tree.heads[above]].grammatical
    if tree.deps[noun] == "dobj" and above in found:
        is_light = tree.tags[verb] == "VBG" and found[above].lemma in LIGHT
        return found[above].grammatical if is_light or is_intent else ()
    return ()


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.lowers[c] == "to" and tree.deps[c] == "aux" for c in tree.children[verb])


def _is_name(tree: Tree, parent: Frame) -> bool:
    return all(tree.pos[token] in ("PROPN", "PRON") for token in parent.objects)


def _owner(tree: Tree, noun: int) -> int | None:
    """Whose intent it is: "Poland's bid", "the US offer", "the right of the troops"."""
    for child in tree.children[noun]:
        is_national = tree.deps[child] in ("compound", "amod") and tree.words[child][0].isupper()
        if tree.deps[child] == "poss" or is_national:
            return child
        if tree.deps[child] == "prep" and tree.lowers[child] == "of":
            return tree.child(child, "pobj")
    return None


def _maker(tree: Tree, noun: int) -> int | None:
    """Whose statement it is: "a letter by X", "a report from X", "X's speech"."""
    for child in tree.children[noun]:
        if tree.deps[child] == "poss":
            return child
        if tree.deps[child] == "prep" and tree.lowers[child] in ("by", "from", "of"):
            return tree.child(child, "pobj")
    return None
