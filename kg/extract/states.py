"""Whose "the government", "parliament" and "the central bank" are: of the country that the text is set in.

Only bare descriptions are looked at, and only where no sentence that tells of the body has just told of another
country.
"""

from __future__ import annotations

from kg.language.homelands import Homeland
from kg.language.mentions import Mention
from kg.language.reading import Reading
from kg.language.wordlists import words
from kg.model import Form

BODIES = words("body of state")
ARTICLE = words("country with an article")
MINISTRY = "kgo:Ministry"


class States:
    """Finds the country of the bodies of state that one text tells of without a name."""

    def __init__(self, reading: Reading, land: Homeland) -> None:
        self.reading, self.tree, self.land = reading, reading.tree, land
        self.quoted = {t for quote in reading.quotes for t in range(quote.first, quote.last + 1)}

    def suffix(self, number: int) -> str:
        """What the label of a body gets behind it (" of Peru"), "" where it is no body of state or its country open."""
        members = [self.reading.mentions[k] for k in self.reading.clusters[number].members]
        told = [m for m in members if m.form is not Form.PRONOUN]
        if not told or not all(self._is_bare(m) for m in told):
            return ""
        home = self.land.home
        label = None if home is None or self.land.is_of_a_part else self.land.labels.get(home)
        if home is None or label is None or self._is_of_another(told[0]):
            return ""
        is_there = all(self._is_at_home(m, home) for m in told)
        article = "the " if label.split()[-1] in ARTICLE or label.split()[0] in ARTICLE else ""
        return f" of {article}{label}" if is_there else ""

    def _is_bare(self, m: Mention) -> bool:
        """Whether a mention is "the government", "parliament" or "the finance ministry" and no more."""
        tree = self.tree
        has_article = tree.lowers[m.first] == "the"
        first = m.first + has_article
        said = " ".join(tree.lowers[first : m.last + 1])
        if not has_article and said != "parliament":  # "a change of government"
            return False
        is_known = said in BODIES or (m.kind == MINISTRY and tree.tags[first] == "NN" and m.last == first + 1)
        return m.form is Form.NOUN and m.number == "s" and is_known and m.last == m.head

    def _is_at_home(self, m: Mention, home: int) -> bool:
        """Whether no other country was told of in the sentence of a mention, in its text's own words."""
        around = self.land.around(self.tree.sentence[m.head]) - {home}
        elsewhere = self.land.is_elsewhere(m.head, home, self.reading.paragraphs)
        is_owner = self.tree.deps[m.head] == "compound"  # "a government agency"
        return not (around or elsewhere or is_owner or m.head in self.quoted)

    def _is_of_another(self, m: Mention) -> bool:
        """Whether a name in the text ends with the noun, as that of another such body ("the European Parliament")."""
        noun = self.tree.lowers[m.head]
        return any(n.form is Form.NAME and self.tree.lowers[n.last] == noun for n in self.reading.mentions)
