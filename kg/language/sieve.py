"""The state of a text on its way through the coreference sieve: mentions, and the clusters found so far."""

from __future__ import annotations

from kg.language.mentions import Mention
from kg.language.quotes import Quote
from kg.language.reading import Cluster
from kg.language.tree import Tree
from kg.language.wordlists import shortened
from kg.model import Form
from kg.ontology import Ontology

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
SECOND = frozenset({"deputy", "vice", "assistant", "associate", "shadow", "junior"})
ROLE = frozenset({"compound", "appos", "nmod", "amod"})


class Sieve:
    """Mentions by number, clusters by number, and which mention has which head token."""

    def __init__(self, tree: Tree, quoted: list[Quote], found: list[Mention], ontology: Ontology) -> None:
        self.tree, self.mentions, self.ontology = tree, found, ontology
        self.by_token = {m.head: i for i, m in enumerate(found)}
        names = [(i, m) for i, m in enumerate(found) if m.form is Form.NAME]
        self.inside = {t: i for i, m in names for t in range(m.first, m.last + 1)} | self.by_token
        self.clusters: list[Cluster] = []
        self.speaker_of = {i: q.speaker for q in quoted for i in range(q.first, q.last + 1)}

    def new(self, i: int) -> None:
        """Make a cluster of one mention."""
        m = self.mentions[i]
        m.cluster = len(self.clusters)
        self.clusters.append(Cluster([i], m.kind, m.number, m.gender, self.roles(m)))

    def join(self, i: int, number: int) -> None:
        """Put a mention into a cluster, which learns its class, gender and roles."""
        m, cluster = self.mentions[i], self.clusters[number]
        m.cluster = number
        cluster.members.append(i)
        cluster.gender = cluster.gender or (m.gender if m.gender in ("m", "f") else "")
        cluster.roles |= self.roles(m)
        if m.kind and m.kind != cluster.kind and cluster.kind in self.ontology.types(m.kind):
            cluster.kind = m.kind

    def merge(self, old: int, number: int) -> None:
        """Put all mentions of a cluster into another one."""
        for i in self.clusters[old].members:
            self.join(i, number)
        self.clusters[number].members.sort()
        self.clusters[old].members = []
        for cluster in self.clusters:
            cluster.parts = tuple(number if part == old else part for part in cluster.parts)

    def roles(self, m: Mention) -> set[str]:
        """The head words by which a mention describes its entity, titles before a name included."""
        if m.form is Form.NOUN:
            return {self.role(m.head)}
        last = self.tree.lowers[m.last]
        if last in self.ontology.headwords and {"kgo:Organisation", "kgo:Place"} & set(self.ontology.types(m.kind)):
            return {last}
        if m.form is not Form.NAME:
            return set()
        tree = self.tree
        return {
            self.role(c)
            for c in tree.children[m.head]
            if c < m.first and tree.deps[c] in ROLE and tree.tags[c].startswith("NN")
        }

    def role(self, noun: int) -> str:
        """What a noun calls somebody; a deputy's post is another than the post."""
        tree, word = self.tree, self.tree.lemmas[noun].lower()
        word = shortened().get(word, word)
        if not tree.children[noun] and (noun == 0 or tree.lowers[noun - 1] not in SECOND):
            return word
        second = (tree.lowers[c] for c in tree.children[noun] if c < noun and tree.lowers[c] in SECOND)
        before = tree.lowers[noun - 1] if noun and tree.lowers[noun - 1] in SECOND else ""
        return " ".join([before or next(second, ""), word]).strip()

    def head_word(self, name: Mention) -> str:
        """The word of a name that says what it names ("Court" in "Court of Appeal"), in small letters."""
        words = self.tree.lowers[name.first : name.last + 1]
        of = next((n for n, word in enumerate(words) if n and word in ("of", "for", "at", "in")), len(words))
        return words[of - 1]

    def related(self, a: str, b: str) -> bool:
        """Whether one class is a kind of the other."""
        return not a or not b or b in self.ontology.types(a) or a in self.ontology.types(b)

    def place(self, m: Mention) -> int:
        """The token by which a mention takes its place in a sentence: what a name stands beside, if that is no mention.

        "The burgomaster, Ann Bell, said": she is the subject.
        """
        above = self.tree.heads[m.head]
        is_beside = m.form is Form.NAME and self.tree.deps[m.head] == "appos" and above not in self.inside
        return above if is_beside and self.tree.pos[above] == "NOUN" else m.head

    def lead(self, headline: int) -> int | None:
        """The number of the first sentence that has a verb behind a headline of so many tokens."""
        tree = self.tree
        for number, (first, end) in enumerate(tree.sentences):
            if first >= headline and any(tree.deps[t] == "ROOT" and tree.pos[t] == "VERB" for t in range(first, end)):
                return number
        return None

    def is_named(self, m: Mention) -> bool:
        """Whether a mention is a name, or a description that was found to stand beside one."""
        return m.cluster >= 0 and any(self.mentions[k].form is Form.NAME for k in self.clusters[m.cluster].members)
