"""The country of a post that the text names without one: "the defence minister, Rafael Prado", in news from Peru.

A kind of bridging (Clark 1975): such a post is that of the country told of just before in the sentence ("Portuguese
President A met B, and Prime Minister C …"), else of the country where the news is set.
"""

from __future__ import annotations

from kg.extract.arguments import Arguments
from kg.extract.role_nouns import Role
from kg.language.homelands import COUNTRY
from kg.language.tree import Tree
from kg.language.wordlists import words
from kg.model import Form
from kg.ontology import Relation

CITIZEN = "kgo:citizenOf"
PORTFOLIOS = frozenset({"minister", "secretary"})
POSTS = frozenset({"president", "minister", "premier", "secretary"})
PREMIERS = frozenset({"prime", "premier"})
KINGDOMS, WITHOUT_PREMIER = words("kingdom"), words("country without a premier")


class Homes:
    """Finds the countries of bare national posts in one text."""

    def __init__(self, tree: Tree, arguments: Arguments) -> None:
        self.tree, self.arguments, self.land = tree, arguments, arguments.land
        self.told: dict[int, int] = {}
        self.heads: dict[tuple[str, int], set[int]] = {}

    def is_national(self, relation: Relation) -> bool:
        """Whether a relation says that somebody holds a post of a country."""
        types = set(self.arguments.ontology.types(COUNTRY))
        return CITIZEN in relation.entails and bool(types & relation.range)

    def tell(self, relation: Relation, holder: int, country: int, token: int) -> None:
        """Take note of a post whose country the text names."""
        self.told[self.tree.sentence[token]] = country
        self.heads.setdefault((relation.curie, country), set()).add(holder)

    def is_bare(self, role: Role, holder: int) -> bool:
        """Whether nothing in or around the name of a post says of what body it is, and its holder has a full name."""
        tree, head = self.tree, role.head
        is_whole = role.first < role.last or tree.lowers[head] not in PORTFOLIOS  # "the minister" may be a clergyman
        is_post = is_whole and bool(POSTS & set(tree.lowers[role.first : role.last + 1]))
        if tree.tags[head] not in ("NN", "NNP") or not is_post:
            return False
        is_beside = tree.deps[head] in ("compound", "nmod", "appos") or tree.child(head, "appos") is not None
        anchors = (head, tree.heads[head]) if tree.deps[head] == "compound" else (head,)
        before = [c for a in anchors for c in tree.children[a] if c < role.first and self._tells_body(c)]
        behind = [c for c in tree.children[head] if c > role.last and tree.lowers[c] in ("of", "for", "at", "in")]
        return is_beside and not before and not behind and self._has_full_name(holder)

    def _tells_body(self, child: int) -> bool:
        """Whether a word in front of a post says whose it is ("Acme president X", "then-Yugoslav President X")."""
        is_body = self.tree.deps[child] == "nmod" and self.tree.words[child].istitle()  # "Union local president X"
        return is_body or self.tree.deps[child] in ("compound", "poss") or self.arguments.cluster(child) is not None

    def _has_full_name(self, holder: int) -> bool:
        """Whether a person is called by more than a surname somewhere."""
        mentions = (self.arguments.reading.mentions[k] for k in self.arguments.reading.clusters[holder].members)
        return any(m.form is Form.NAME and m.last > m.first and self._has_first_name(m.first, m.last) for m in mentions)

    def _has_first_name(self, first: int, last: int) -> bool:
        return sum(self.tree.words[t][:1].isupper() and self.tree.tags[t] != "NN" for t in range(first, last + 1)) > 1

    def country(self, role: Role, relation: Relation, holder: int, *, is_only: bool) -> int | None:
        """The country whose post it is, as far as the text leaves no doubt.

        Args:
            is_only: whether a country has one of it.
        """
        sentence = self.tree.sentence[role.head]
        if (where := self._where(role.head)) is not None:
            return where
        found = self.told.get(sentence, self.land.home)
        around = self.land.around(sentence, role.head) - {found}
        if found is None or around or self.land.is_in_another(sentence, found):
            return None
        if sentence not in self.told and self.land.is_at_rivals(role.head, found, self.arguments.reading.paragraphs):
            return None  # "In Lima it was dark. Prime Minister X …", in news of Peru sent from Madrid
        if is_only and sentence not in self.told and self._named_by_nation(sentence) - {found}:
            return None
        if sentence not in self.told and not is_only and self.land.is_of_a_part:
            return None
        others = self.heads.get((relation.curie, found), set()) - {holder}
        return None if self._has_none(role, found) or (others and is_only) else found

    def _has_none(self, role: Role, country: int) -> bool:
        """Whether a country has no such post: a kingdom no president, the United States no prime minister."""
        post = set(self.tree.lowers[role.first : role.last + 1])
        without = KINGDOMS if "president" in post else WITHOUT_PREMIER if post & PREMIERS else frozenset[str]()
        return self.land.labels.get(country) in without

    def _where(self, token: int) -> int | None:
        """The country that a clause with "where" tells of ("moved to Guinea, where President X received her")."""
        tree = self.tree
        for verb in (token, *tree.ancestors(token)):
            if tree.deps[verb] == "relcl" and any(tree.lowers[c] == "where" for c in tree.children[verb]):
                country = self.arguments.cluster(tree.heads[verb])
                return country if country is not None and COUNTRY in self.arguments.types(country) else None
        return None

    def _named_by_nation(self, sentence: int) -> set[int]:
        """The countries whose nationality words stand in a sentence ("President X spoke for the French delegation")."""
        members = self.arguments.reading.mentions
        return {m.cluster for m in members if m.form is Form.DEMONYM and self.tree.sentence[m.head] == sentence}
