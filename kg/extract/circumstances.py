"""When and where a predicate holds: the time expressions and places that hang from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from kg.extract.anchors import Anchors
from kg.extract.arguments import Arguments
from kg.extract.control import LIGHT
from kg.extract.frame import Frame
from kg.extract.times import ORDINALS, resolve
from kg.language.quotes import reporting
from kg.language.reading import Reading
from kg.model import Modality

NOUNS = frozenset({"NOUN", "PROPN"})
GOVERNORS = NOUNS | {"VERB", "AUX"}
TO_COME = frozenset({Modality.PLANNED, Modality.CONDITIONAL, Modality.REQUIRED})
WHERE = frozenset({"in", "at", "near", "outside", "inside", "across", "over"})
DURATION = frozenset({"for", "until", "till"})
COUNTED = {"after": "ago", "before": "later"}
NEAR, YEAR = 3, 4
EACH = frozenset({"every", "each", "most"})
SPEAKING = frozenset({"speaking", "talking", "addressing", "testifying", "writing", "appearing"})
DURING = frozenset({"at", "during"})
HOLDING = LIGHT | frozenset("attend host organise organize stage join lead address chair visit".split())
STATES = frozenset({"be", "have", "say"})
BEGUN = frozenset({"bear", "found", "establish"})  # what is told next came years later
STATED = frozenset({"decline", "refuse", "deny"})  # told to the reporter, whenever the tale went on
DAY, RECENT = len("2015-11-14"), 7
PLACE = "kgo:Place"
UNPLACED = frozenset({"NNP", "NNPS", "PRP"})  # "met Ann Hall in Oslo": where something stands tells a noun, not a name


class Circumstances:
    """Times and places of one text's predicates.

    Args:
        spans: first and last token of each time expression.
        base: the day of publication.
    """

    def __init__(self, reading: Reading, spans: Sequence[tuple[int, int]], base: date | None) -> None:
        self.reading, self.tree, self.base = reading, reading.tree, base
        self.anchors = Anchors(reading, spans, base)
        self.quoted = {t for q in reading.quotes for t in range(q.first, q.last + 1)}
        self.dated = {self.tree.sentence[first] for first, _ in spans}
        self.spans: dict[int, list[tuple[int, int]]] = {}
        self.inside = {t for first, last in spans for t in range(first, last + 1)}
        for first, last in spans:
            for governor in self._governors(first, last):
                self.spans.setdefault(governor, []).append((first, last))
            for clause in (c for t in range(first, last + 1) for c in self.tree.children[t]):
                if self.tree.deps[clause] == "relcl":  # "The next day the army left", parsed as the day that it left
                    self.spans.setdefault(clause, []).append((first, last))

    def _governors(self, first: int, last: int) -> list[int]:
        """What a time expression dates; "on Sunday" behind an object may as well belong to the verb before it.

        In front of its clause ("Later that night, rebels attacked") it dates the verb.
        """
        tree, governor = self.tree, self._governor(first, last)
        if governor is None or (self._is_since(first) and self._is_ranked(governor)):
            return []
        if (participle := self._fronted(governor, first)) is not None:
            return [participle]
        is_title = (
            tree.deps[governor] == "compound" and tree.tags[tree.heads[governor]] == "NNP"
        )  # "On 24 August Sir X"
        if tree.pos[governor] in NOUNS and governor > last and (is_title or "," in tree.words[last:governor]):
            return [next((a for a in tree.ancestors(governor) if tree.pos[a] in ("VERB", "AUX")), governor)]
        if first > governor and tree.lowers[tree.heads[governor]] == "as" and tree.deps[governor] == "pobj":
            return [tree.heads[tree.heads[governor]]]  # "was dismissed as chief in May"
        if tree.deps[governor] == "attr" and first > governor:  # "was professor at X from 1989 to 1994"
            return [governor, tree.heads[governor]]
        if tree.pos[governor] in NOUNS and last < governor and (verb := self._verb_around(governor)) is not None:
            return [governor, verb]
        if tree.pos[governor] in NOUNS and first > governor and tree.lowers[first - 1] == "on":
            above = next((a for a in tree.ancestors(governor) if tree.pos[a] in ("VERB", "AUX")), governor)
            return [governor, above] if above < governor else [governor]
        return [governor]

    def _is_ranked(self, noun: int) -> bool:
        """Whether a noun tells the place of somebody in a row ("the third governor since 2019")."""
        tree = self.tree
        modifiers = [c for c in tree.children[noun] if tree.deps[c] in ("amod", "nummod")]
        return any(tree.tags[c] == "JJS" or tree.lowers[c] in ORDINALS for c in modifiers)

    def _verb_around(self, noun: int) -> int | None:
        """The verb of what is done at or during an event ("in a Friday interview", "during Sunday prayers")."""
        tree, preposition = self.tree, self.tree.heads[noun]
        if tree.deps[noun] != "pobj" or tree.lowers[preposition] not in DURING | {"in"}:
            return None
        verb = tree.heads[preposition]
        return verb if tree.deps[preposition] == "prep" and tree.pos[verb] == "VERB" else None

    def _fronted(self, verb: int, first: int) -> int | None:
        """The participle that a time in front of the subject belongs to ("Born in Ennis, on 1 April, she was")."""
        tree = self.tree
        subjects = [c for c in tree.children[verb] if tree.deps[c] in ("nsubj", "nsubjpass")]
        if not subjects or first > tree.left[subjects[-1]]:
            return None
        before = (c for c in tree.children[verb] if tree.deps[c] == "advcl" and tree.tags[c] == "VBN" and c < first)
        return next(before, None)

    def _governor(self, first: int, last: int) -> int | None:
        """The predicate that a time expression hangs from; none for durations ("for two years")."""
        tree = self.tree
        node = next((i for i in range(last, first - 1, -1) if not first <= tree.heads[i] <= last), last)
        while tree.heads[node] != node:
            node = tree.heads[node]
            if tree.lowers[node] in DURATION:
                return None
            if tree.pos[node] in GOVERNORS and node not in self.inside:
                return node
        return None

    def time(self, token: int, modality: Modality, *, happens: bool = False) -> str | None:
        """The date at which the predicate at `token` holds, with its grain.

        Args:
            happens: whether it is an event, which may take its time from what is told around it.
        """
        found = self._own(token, modality)
        if found or not happens or modality is not Modality.ACTUAL:
            return found
        return (
            self._shared(token)
            or self._speaking(token)
            or self._around(token)
            or self._counted(token)
            or self._carried(token)
        )

    def is_scheduled(self, token: int) -> bool:
        """Whether a verb in the present tells of a day to come ("The minister leaves for Rome on Friday")."""
        tree, base = self.tree, self.base
        is_present = tree.tags[token] in ("VBZ", "VBP") and tree.child(token, "aux", "auxpass") is None
        if base is None or not is_present or tree.lemmas[token] in STATES:
            return False
        told = (
            span for span in self.spans.get(token, ()) if not set(tree.lowers[max(0, span[0] - 1) : span[1] + 1]) & EACH
        )
        texts = (tree.slice(*span) for span in told)
        coming = [(resolve(text, base, future=True) or "")[:DAY] for text in texts if not text.isdigit()]
        return any(found > base.isoformat()[: len(found)] for found in coming if found)

    def _own(self, token: int, modality: Modality) -> str | None:
        """The time of an expression that hangs from the predicate; of "from 1995 to 2002" both ends."""
        future = modality in TO_COME
        bounds = {self.tree.lowers[first - 1]: (first, last) for first, last in self.spans.get(token, ()) if first}
        end = bounds.get("to") or bounds.get("until")
        if "from" in bounds and end:
            dates = [self.anchors.resolve(*span, future=future) for span in (bounds["from"], end)]
            if all(dates) and not any("/" in found for found in dates if found):
                return "/".join(found for found in dates if found)
        for first, last in self.spans.get(token, ()):
            found = self.anchors.resolve(first, self._year_after(first, last), future=future)
            if found and self._is_since(first) and self._lasts(token):
                found = self._until_now(found)
            if found:
                return found
        return None

    def _is_since(self, first: int) -> bool:
        return "since" in self.tree.lowers[max(0, first - 1) : first + 1]

    def _lasts(self, token: int) -> bool:
        """Whether what has been so since a time still is; what had been so ended some time, whenever that was."""
        tree = self.tree
        helper = next((tree.lowers[c] for c in tree.children[token] if tree.deps[c] in ("aux", "auxpass")), "")
        return (
            tree.pos[token] in NOUNS
            or tree.tags[token] in ("VBZ", "VBP")
            or helper in ("has", "have", "'s", "’s", "'ve")
        )

    def _until_now(self, start: str) -> str | None:
        """From the beginning of a time to the day of publication ("has owned it since 2011")."""
        begun, now = start.partition("/")[0], "" if self.base is None else self.base.isoformat()
        return f"{begun}/{now}" if begun < now else None

    def _year_after(self, first: int, last: int) -> int:
        """The end of "1995 to 2002" where the tagger saw the first year alone."""
        tree = self.tree
        years = last + 2 < len(tree) and all(
            len(tree.words[t]) == YEAR and tree.tags[t] == "CD" for t in (first, last + 2)
        )
        return last + 2 if years and first == last and tree.lowers[last + 1] in ("to", "until", "-", "–") else last

    def _shared(self, token: int) -> str | None:
        """The time of the verb that a participle or an infinitive of result goes with, or that it is joined to.

        "won on Sunday, beating X"; "marched on Sunday to protest".
        """
        tree = self.tree
        while tree.deps[token] == "conj" and tree.tags[token] == tree.tags[tree.heads[token]] == "VBG":
            token = tree.heads[token]
        above = tree.heads[token]
        is_participle = (
            tree.deps[token] == "advcl" and tree.tags[token] in ("VBG", "VB") and tree.child(token, "mark") is None
        )
        is_joined = tree.deps[token] == "conj" and self._is_past(token) and self._is_past(above)
        is_joined = is_joined and tree.lemmas[above] not in BEGUN
        return self._own(above, Modality.ACTUAL) if is_participle or is_joined else None

    def _speaking(self, token: int) -> str | None:
        """The time of the speech in which a verb's subject does it ("Speaking on Sunday, the premier accused …")."""
        tree = self.tree
        verbs = (token, subject) if (subject := tree.child(token, "nsubj")) is not None else (token,)
        for verb in verbs:
            for child in tree.children[verb]:
                is_speech = tree.deps[child] in ("advcl", "acl") and tree.lowers[child] in SPEAKING
                if is_speech and (found := self._own(child, Modality.ACTUAL)):
                    return found
        return None

    def _around(self, noun: int) -> str | None:
        """The time of the clause that tells of an event's doing or going along ("shook hands at a ceremony")."""
        tree, above = self.tree, self.tree.heads[noun]
        if tree.pos[noun] != "NOUN":
            return None
        if tree.deps[noun] == "pobj" and tree.lowers[above] in DURING and tree.deps[above] == "prep":
            above = tree.heads[above]
        elif tree.deps[noun] != "dobj" or tree.lemmas[above] not in HOLDING:
            return None
        if tree.pos[above] != "VERB":
            return None
        return self._own(above, Modality.ACTUAL) or self._carried(above)

    def _counted(self, token: int) -> str | None:
        """ "On Saturday, a day after a gunman killed …": counted from the time of the main clause."""
        tree = self.tree
        mark, span = tree.child(token, "mark"), tree.child(token, "npadvmod")
        if tree.deps[token] != "advcl" or mark is None or span is None or tree.lowers[mark] not in COUNTED:
            return None
        main = self._own(tree.heads[token], Modality.ACTUAL)
        if main is None or len(main) != DAY:
            return None
        distance = tree.slice(tree.left[span], span)
        return resolve(f"{distance} {COUNTED[tree.lowers[mark]]}", date.fromisoformat(main))

    def _carried(self, token: int) -> str | None:
        """The day on which the story stands: told shortly before, else that of the news that the report opens with."""
        sentence = self.tree.sentence[token]
        if sentence in self.dated or token in self.quoted or not self._is_told(token):
            return None
        paragraph = self.reading.paragraphs[token]
        for before in range(sentence - 1, -1, -1):
            root = self._root(before)
            if root is not None and before == sentence - 1 and self.tree.lemmas[root] in BEGUN:
                return None
            if root is None or (found := self._told(root)) is None:
                continue
            near = sentence - before <= NEAR and paragraph - self.reading.paragraphs[root] <= 1
            near = near and self.tree.lemmas[token] not in reporting().keys() | STATED
            return found if (near or found == self._news) and len(found) == DAY else None
        return self._news

    def _told(self, root: int) -> str | None:
        """The time of a sentence that carries the story on; none of what is quoted, and of saying."""
        if root in self.quoted or self.tree.lemmas[root] in reporting() or not self._is_told(root):
            return None
        return self._own(root, Modality.ACTUAL)

    @cached_property
    def _news(self) -> str | None:
        """The day of the first event that is told with a time, where that lies in the days before publication."""
        roots = (self._root(sentence) for sentence in range(len(self.tree.sentences)))
        found = next((time for root in roots if root is not None and (time := self._told(root))), None)
        if found is None or len(found) != DAY or self.base is None:
            return None
        return found if 0 <= (self.base - date.fromisoformat(found)).days <= RECENT else None

    def _is_told(self, token: int) -> bool:
        """Whether a predicate carries the story on: the sentence's main verb in the simple past, or joined to it."""
        tree = self.tree
        while tree.deps[token] == "conj" or (tree.deps[token] == "advcl" and tree.tags[token] == "VBG"):
            token = tree.heads[token]
        return tree.heads[token] == token and self._is_past(token)

    def _is_past(self, verb: int) -> bool:
        tree = self.tree
        if tree.tags[verb] == "VBD":
            return True
        helpers = [tree.lowers[c] for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")]
        return tree.tags[verb] == "VBN" and bool(helpers) and helpers[0] in ("was", "were")

    def _root(self, sentence: int) -> int | None:
        first, end = self.tree.sentences[sentence]
        return next((t for t in range(first, end) if self.tree.heads[t] == t and self.tree.pos[t] != "SPACE"), None)

    def place(self, frame: Frame, arguments: Arguments) -> int | None:
        """The entity of the place where a frame happens, if a phrase of the frame says so."""
        for preposition in frame.prepositions:
            is_beside = preposition.head in frame.objects and self.tree.tags[preposition.head] in UNPLACED
            if preposition.word in WHERE and (preposition.head == frame.head or is_beside):
                for token in preposition.objects:
                    cluster = arguments.cluster(token)
                    if cluster is not None and PLACE in arguments.types(cluster):
                        return cluster
        return None
