"""Repairs of predicates: which word is a clause's verb, who does it, what belongs to it and not to a noun beside it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.tree import Tree
from kg.language.wordlists import judging, words

RESULTING = frozenset({"dead", "free", "open", "loose", "unconscious", "shut"})
JUDGED = frozenset({"find", "declare", "deem", "consider", "hold", "judge", "rule"})
CHARGES = frozenset({"of", "for", "with"})
CHAINED = frozenset({"to", "with", "for", "as", "in", "of", "at", "on", "about"})
LOOSE = frozenset({"about", "of", "on"})
COMPLEMENTS = ("oprd", "attr", "acomp", "dobj")
SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass")
INFINITIVES = frozenset({"found", "wound", "fell"})  # "to found", no past tense
CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
MADE = frozenset({"advcl", "npadvmod", "dep", "appos", "xcomp", "dobj", "ccomp"})
NOMINAL = frozenset({"pobj", "dobj", "appos", "attr", "dep"})
FINITE = ("VBZ", "VBP", "VBD")
NAMES = ("NNP", "NNPS")
FARTHEST = 3
ASIDE, STEPPING = frozenset({"down", "aside"}), frozenset({"step", "stand", "shoot", "gun"})
MANAGING = frozenset({"managing", "acting", "founding"})


def mend(tree: Tree) -> bool:
    """Change heads and labels in place where words and order make certain what the parser missed; whether any were."""
    fronted = [_participle_first(tree, start) or _described(tree, start) for start, _ in tree.sentences]
    if any(fronted):
        tree.rebuild()
    for i, word in enumerate(tree.lowers):
        if word in INFINITIVES:
            _infinitive(tree, i)
    for i, word in enumerate(tree.words):
        if word == "-":
            _hyphenated(tree, i + 1)
    changed = [_agent(tree, i) for i, tag in enumerate(tree.tags) if tag == "VBN"]
    changed += [_resultative(tree, i) for i, word in enumerate(tree.lowers) if word in RESULTING]
    changed += [
        _judged(tree, i) for i, tag in enumerate(tree.tags) if tag == "JJ" and tree.deps[i] in ("dobj", "ccomp")
    ]
    changed += [_charge(tree, i) for i, tag in enumerate(tree.tags) if tag == "VBG"]
    changed += [_progressive(tree, i) for i, dep in enumerate(tree.deps) if dep == "attr" and tree.tags[i] == "VBG"]
    changed += [_main_verb(tree, i) for i, dep in enumerate(tree.deps) if dep == "relcl"]
    changed += [_apart(tree, i) for i, word in enumerate(tree.words) if word == ";"]
    changed += [_second_verb(tree, i) or _act_apart(tree, i) for i, dep in enumerate(tree.deps) if dep == "conj"]
    changed += [_captive(tree, i) for i, word in enumerate(tree.lowers) if word in CAPTIVE]
    changed += [_finite(tree, i) for i, dep in enumerate(tree.deps) if dep in NOMINAL and tree.tags[i] in FINITE]
    changed += [
        _reduced_subject(tree, i) for i, dep in enumerate(tree.deps) if dep in SUBJECT and tree.tags[i] == "VBG"
    ]
    changed += [_auxiliary(tree, i) for i, dep in enumerate(tree.deps) if dep == "auxpass"]
    changed += [_stepping(tree, i) for i, word in enumerate(tree.lowers) if word in ASIDE]
    changed += [_managing(tree, i) for i, word in enumerate(tree.lowers) if word in MANAGING]
    return any(changed) or any(fronted)


def _apart(tree: Tree, semicolon: int) -> bool:
    """ "Peru says talks are over; president declares a truce": nobody declares what stands in front of a semicolon."""
    verb = tree.heads[semicolon]
    before = [c for c in tree.children[verb] if tree.deps[c] == "ccomp" and tree.right[c] < semicolon < verb]
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if len(before) != 1 or subject is None or subject < semicolon:
        return False
    tree.deps[before[0]] = "dep"
    return True


def _hyphenated(tree: Tree, last: int) -> None:
    """ "The two emerged grim-faced": an adjective behind a hyphen is no verb."""
    is_joined = 1 < last < len(tree) and tree.ends[last - 2] == tree.starts[last - 1] == tree.starts[last] - 1
    if not is_joined or tree.heads[last - 2] != last or tree.child(last, "auxpass", "agent", "dobj") is not None:
        return
    if (
        tree.tags[last] in ("JJ", "VBN")
        and tree.deps[last] in ("acomp", "advcl", "oprd")
        and tree.tags[last - 2] != "NNP"
    ):
        tree.pos[last] = "ADJ"


def _second_verb(tree: Tree, noun: int) -> bool:
    """ "where women buy and smoke fish": a verb right behind "and" governs the noun, and is no part of it."""
    verb, first = noun - 1, tree.heads[noun]
    if tree.tags[noun] not in ("NN", "NNS") or tree.tags[verb] != tree.tags[first] or tree.heads[verb] != noun:
        return False
    if tree.tags[verb] not in ("VB", "VBP") or tree.deps[verb] != "compound" or tree.deps[verb - 1] != "cc":
        return False
    for child in tree.children[noun]:
        if child < verb:
            tree.heads[child] = first
    tree.heads[verb], tree.deps[verb], tree.pos[verb] = first, "conj", "VERB"
    tree.heads[noun], tree.deps[noun] = verb, "dobj"
    return True


def _act_apart(tree: Tree, verb: int) -> bool:
    """ "announced that the law was repealed and named a board": who has an object is not what was repealed."""
    first = tree.heads[verb]
    told = tree.heads[first]
    is_said = tree.deps[first] == "ccomp" and tree.tags[told] == "VBD" and told < first
    is_passive = tree.child(first, "auxpass") is not None and tree.tags[first] == "VBN"
    thing = tree.child(verb, "dobj", "ccomp")
    is_act = tree.tags[verb] in ("VBN", "VBD") and thing is not None and thing > verb
    if not (is_said and is_passive and is_act) or tree.child(verb, *SUBJECT, "aux", "auxpass", "dative") is not None:
        return False
    for child in tree.children[first]:
        if tree.deps[child] == "cc" and child < verb:
            tree.heads[child] = told
    tree.heads[verb], tree.tags[verb] = told, "VBD"
    return True


def _auxiliary(tree: Tree, helper: int) -> bool:
    """ "His deputy is tipped to win": the subject hangs from the verb, not from what helps it."""
    verb = tree.heads[helper]
    subject = tree.child(helper, "nsubj", "nsubjpass")
    if subject is None or tree.child(verb, "nsubj", "nsubjpass") is not None:
        return False
    tree.heads[subject], tree.deps[subject] = verb, "nsubjpass"
    return True


def _stepping(tree: Tree, particle: int) -> bool:
    """ "stepped down after the vote": the word belongs to the verb."""
    verb = tree.heads[particle]
    is_beside = tree.deps[particle] == "advmod" and particle == verb + 1 and tree.lemmas[verb] in STEPPING
    if is_beside and not tree.children[particle]:
        tree.deps[particle], tree.tags[particle] = "prt", "RP"
        return True
    return False


def _managing(tree: Tree, participle: int) -> bool:
    """ "who was managing director": a post without an article is nothing that somebody manages."""
    post, be = tree.child(participle, "dobj"), tree.child(participle, "aux")
    if post is None or be is None or tree.lemmas[be] != "be" or post != participle + 1 or tree.tags[post] != "NN":
        return False
    above = tree.heads[participle]
    tree.heads[be], tree.deps[be] = be if above == participle else above, tree.deps[participle]
    for child in tree.children[participle]:
        if child not in (be, post):
            tree.heads[child] = be
    tree.heads[post], tree.deps[post], tree.heads[participle], tree.deps[participle] = be, "attr", post, "amod"
    return True


def _agent(tree: Tree, verb: int) -> bool:
    """A passive without agent gets the "by" phrase that hangs from a noun behind it.

    "was named head of the bank by X", "was charged with murder by X", "accused of spying by X"; an event with an
    article has its own ("arrested for an attack by X").
    """
    is_passive = tree.child(verb, "auxpass") is not None or tree.deps[verb] in ("acl", "advcl", "relcl")
    if not is_passive or tree.child(verb, "agent") is not None:
        return False
    by = next(_by(tree, verb), None)
    if by is None:
        return False
    tree.heads[by], tree.deps[by] = verb, "agent"
    return True


def _by(tree: Tree, verb: int) -> Iterator[int]:
    for child in tree.children[verb]:
        if child < verb:
            continue
        if tree.deps[child] == "prep" and tree.lowers[child] in CHAINED:
            noun = tree.child(child, "pobj", "pcomp")
            if noun is not None and (tree.lowers[child] in LOOSE or not _has_article(tree, noun)):
                yield from _by_behind(tree, noun)
        elif tree.deps[child] in COMPLEMENTS and tree.tags[child] in ("NN", "NNS"):
            yield from _by_behind(tree, child)


def _by_behind(tree: Tree, noun: int, depth: int = 0) -> Iterator[int]:
    for child in tree.children[noun]:
        if child < noun or depth > FARTHEST:
            continue
        if tree.lowers[child] == "by" and tree.deps[child] in ("prep", "agent"):
            doer = tree.child(child, "pobj")
            if doer is not None and tree.tags[doer][:2] == "NN" and (tree.tags[doer] != "NN" or tree.left[doer] < doer):
                yield child
        elif tree.deps[child] == "prep" and tree.lowers[child] in CHAINED:
            inner = tree.child(child, "pobj")
            if inner is not None:
                yield from _by_behind(tree, inner, depth + 1)


def _has_article(tree: Tree, noun: int) -> bool:
    return any(tree.deps[c] in ("det", "poss") for c in tree.children[noun])


def _resultative(tree: Tree, adjective: int) -> bool:
    """ "shot dead two robbers": what the verb makes of its object stands in front of the article or number."""
    noun, verb, after = tree.heads[adjective], adjective - 1, adjective + 1
    if tree.deps[adjective] != "amod" or verb < 0 or after >= len(tree) or tree.heads[noun] != verb:
        return False
    if tree.deps[noun] != "dobj" or tree.pos[verb] != "VERB" or tree.tags[after] not in ("DT", "CD", "PRP$", *NAMES):
        return False
    tree.heads[adjective], tree.deps[adjective] = verb, "acomp"
    return True


def _judged(tree: Tree, adjective: int) -> bool:
    """ "found the general guilty": the object is the noun in front."""
    verb, noun = tree.heads[adjective], adjective - 1
    if tree.lemmas[verb] not in JUDGED or not verb < noun:
        return False
    if tree.deps[adjective] == "ccomp":
        is_object = tree.heads[noun] == verb and tree.deps[noun] == "dobj"
        is_subject = tree.heads[noun] == adjective and tree.deps[noun] == "nsubj"
        is_said = tree.lemmas[verb] in ("declare", "rule")  # what was declared is the whole clause
        if is_said or not (is_object or is_subject) or tree.child(adjective, "mark", "aux") is not None:
            return False
        tree.heads[noun], tree.deps[noun], tree.deps[adjective] = verb, "dobj", "oprd"
        return True
    if tree.deps[noun] not in ("amod", "compound") or tree.heads[noun] != adjective or tree.left[adjective] == noun:
        return False
    for child in tree.children[adjective]:
        if child < noun:
            tree.heads[child] = noun
    tree.heads[noun], tree.deps[noun], tree.pos[noun], tree.tags[noun] = verb, "dobj", "NOUN", "NN"
    tree.deps[adjective] = "oprd"
    return True


def _charge(tree: Tree, gerund: int) -> bool:
    """ "accused soldiers of burning homes and killing nuns": the deeds are the verb's, not of whoever is accused."""
    thing = tree.heads[gerund]
    is_adjective = tree.deps[gerund] == "amod" and tree.deps[thing] == "pobj" and tree.left[thing] == gerund
    if not is_adjective and tree.deps[gerund] != "pcomp":
        return False
    preposition = tree.heads[thing] if is_adjective else thing
    person = tree.heads[preposition]
    verb = tree.heads[person]
    if tree.deps[person] != "dobj" or tree.lowers[preposition] not in CHARGES or tree.lemmas[verb] not in judging():
        return False
    if tree.pos[person] not in ("NOUN", "PROPN", "PRON") or tree.lemmas[person] in words("intent"):
        return False  # "welcomed the prospect of sitting there"
    tree.heads[preposition] = verb
    if is_adjective:
        tree.heads[gerund], tree.deps[gerund], tree.pos[gerund] = preposition, "pcomp", "VERB"
        tree.heads[thing], tree.deps[thing] = gerund, "dobj"
    for second in tree.children[verb]:
        if tree.deps[second] == "conj" and tree.tags[second] == "VBG" != tree.tags[verb]:
            tree.heads[second] = gerund
    return True


def _progressive(tree: Tree, verb: int) -> bool:
    """ "Qatar is mediating between them": a name is no gerund."""
    copula = tree.heads[verb]
    subject = tree.child(copula, "nsubj")
    if tree.lemmas[copula] != "be" or subject is None or tree.tags[subject] not in (*NAMES, "NNS", "PRP"):
        return False
    if verb < copula or any(c < verb and tree.pos[c] != "ADV" for c in tree.children[verb]):
        return False
    tree.deps[verb], tree.pos[verb] = tree.deps[copula], "VERB"
    tree.heads[verb] = verb if tree.heads[copula] == copula else tree.heads[copula]
    for child in tree.children[copula]:
        if child != verb:
            tree.heads[child] = verb
    tree.heads[copula], tree.deps[copula], tree.pos[copula] = verb, "aux", "AUX"
    return True


def _main_verb(tree: Tree, verb: int) -> bool:
    """ "A man armed with a knife attacked passers-by": the knife belongs to the preposition, the verb to the man."""
    noun, subject = tree.heads[verb], tree.child(verb, "nsubj")
    if subject is None or tree.heads[noun] != noun or tree.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return False
    preposition = tree.left[subject] - 1
    if preposition <= noun or tree.tags[preposition] != "IN" or tree.child(preposition, "pobj", "pcomp") is not None:
        return False
    if noun not in tree.ancestors(preposition) or tree.deps[preposition] not in ("prep", "agent"):
        return False
    tree.heads[subject], tree.deps[subject] = preposition, "pobj"
    for child in tree.children[noun]:
        if child > verb or (tree.deps[child] == "punct" and child > subject):
            tree.heads[child] = verb
    tree.heads[verb], tree.deps[verb] = verb, "ROOT"
    tree.heads[noun], tree.deps[noun] = verb, "nsubj"
    return True


def _participle_first(tree: Tree, start: int) -> bool:
    """ "Accused of spying by Iran, the writer Laura Penn was freed": she was, not the participle."""
    verb = tree.heads[start]
    if tree.tags[start] != "VBN" or tree.deps[start] not in SUBJECT or verb <= start:
        return False
    last = min([verb, *(c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass") and c > start)]) - 1
    first = last
    while first > start and tree.tags[first - 1] in (*NAMES, "NN", "NNS", "JJ", "DT", "CD", "PRP$", "POS", "HYPH"):
        first -= 1
    if first <= start + 1 or tree.words[first - 1] != "," or tree.tags[last][:2] not in ("NN", "PR"):
        return False
    noun = next((t for t in range(first, last + 1) if not first <= tree.heads[t] <= last), last)
    for token in range(start + 1, first):
        if first <= tree.heads[token] <= last:
            tree.heads[token] = start
    is_passive = tree.child(verb, "auxpass") is not None
    tree.heads[noun], tree.deps[noun] = verb, "nsubjpass" if is_passive else "nsubj"
    tree.deps[start] = "advcl"
    return True


def _reduced_subject(tree: Tree, participle: int) -> bool:
    """ "Rebels operating in the north said": the rebels are the subject, what they do only tells which."""
    verb, noun = tree.heads[participle], tree.child(participle, "nsubj")
    if noun is None or noun != participle - 1 or tree.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return False
    if tree.child(verb, "nsubj", "nsubjpass", "csubj") != participle or tree.pos[noun] not in ("NOUN", "PROPN"):
        return False
    tree.heads[noun], tree.deps[noun] = verb, "nsubj"
    tree.heads[participle], tree.deps[participle] = noun, "acl"
    return True


def _captive(tree: Tree, noun: int) -> bool:
    """ "had taken 40 people hostage", "hold a Briton hostage": what the verb makes of its object."""
    verb, before = tree.heads[noun], noun - 1
    if tree.lemmas[verb] not in ("take", "hold", "seize") or tree.deps[noun] not in MADE:
        return False
    is_object = tree.heads[before] == noun and tree.deps[before] in ("nsubj", "compound") and before > verb
    if not is_object and (tree.left[noun] < noun or tree.child(verb, "dobj", "nsubjpass") in (None, noun)):
        return False
    for child in tree.children[noun]:
        tree.heads[child] = before if is_object and child < before else verb
    if is_object:
        tree.deps[before] = "dobj"
    tree.deps[noun] = "oprd"
    return True


def _finite(tree: Tree, verb: int) -> bool:
    """ "Ann Hall, the author of “The Well”, lives in Kyoto": a finite verb is no noun, and a sentence has one."""
    noun = next((a for a in tree.ancestors(verb) if tree.heads[a] == a), verb)
    if tree.pos[noun] not in ("NOUN", "PROPN") or tree.child(verb, "nsubj", "nsubjpass", "mark") is not None:
        return False
    path = [verb, *tree.ancestors(verb)]
    is_clear = all(tree.deps[t] not in ("relcl", "ccomp", "advcl", "acl", "conj") for t in path)
    if not is_clear or verb < noun or tree.words[verb - 1] not in (",", "\u201d", '"', ")"):
        return False
    for child in tree.children[noun]:
        if child > verb:
            tree.heads[child] = verb
    tree.heads[verb], tree.deps[verb] = verb, "ROOT"
    tree.heads[noun], tree.deps[noun] = verb, "nsubj"
    return True


def _described(tree: Tree, start: int) -> bool:
    """ "Luis Galvan, the candidate gunned down in May, was popular": he was, and what was done to him describes him."""
    names = [a for a in (start, *tree.ancestors(start)) if tree.tags[a] in NAMES and tree.left[a] == start]
    first = names[-1] if names else None
    if first is None or tree.deps[first] not in ("npadvmod", "dep", "nsubj", "advcl"):
        return False
    verb = tree.heads[first]
    noun = next((c for c in tree.children[verb] if tree.deps[c] in SUBJECT and c > first), None)
    main = next((c for c in tree.children[verb] if tree.deps[c] == "conj" and tree.tags[c] in FINITE), None)
    if noun is None or main is None or tree.tags[verb] not in ("VBD", "VBN") or tree.tags[noun][:2] != "NN":
        return False
    is_set_off = tree.words[tree.left[noun] - 1] == "," and tree.words[main - 1] == ","
    if not is_set_off or noun + 1 != verb or tree.child(main, *SUBJECT) is not None or tree.heads[verb] != verb:
        return False
    tree.heads[main], tree.deps[main] = main, "ROOT"
    tree.heads[verb], tree.deps[verb], tree.tags[verb] = noun, "acl", "VBN"
    tree.heads[noun], tree.deps[noun] = first, "appos"
    tree.heads[first], tree.deps[first] = main, "nsubj"
    for child in tree.children[verb]:
        if child > main:
            tree.heads[child] = main
    return True


def _infinitive(tree: Tree, verb: int) -> None:
    """ "went on to found a firm": behind "to" it is no past tense of another verb."""
    is_helped = tree.deps[verb] == "xcomp" and tree.lemmas[tree.heads[verb]] == "help"
    if tree.lowers[verb - 1] == "to" or is_helped:
        tree.lemmas[verb], tree.tags[verb], tree.pos[verb] = tree.lowers[verb], "VB", "VERB"
