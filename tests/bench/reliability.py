"""How often claims of each confidence are right, in all and by how their parties are named; see README.md."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.evaluate import calibration, judge
from kg.model import Claim, Extraction, Form, Value
from kg.ontology import Ontology
from kg.read import read

LEAST = 5


def main() -> None:
    """Print the bins of GOLD and PRED, then each group of claims with its mean confidence and share right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", metavar="GOLD", help="extraction lines that are right")
    parser.add_argument("predicted", metavar="PRED", help="what kg extract printed")
    parser.add_argument("--partial", action="append", default=[], metavar="RELATION")
    options = parser.parse_args()
    found = {e.article.id: e for e in extractions(options.predicted)}
    pairs = [(gold, found[gold.article.id]) for gold in extractions(options.gold) if gold.article.id in found]
    rows = list(judged(pairs, partial=[f"kgo:{name}" for name in options.partial]))
    whole = calibration((confidence, right) for _, confidence, right in rows)
    print(f"{len(rows)} claims, expected calibration error {whole.error:.3f}, Brier score {whole.brier:.3f}")
    for b in whole.bins:
        bar = "#" * round(40 * b.right)
        print(f"{b.low:.1f} to {b.high:.1f}  n {b.claims:4}  sure {b.confidence:.3f}  right {b.right:.3f}  {bar}")
    for name, group in sorted(grouped(rows).items(), key=lambda item: -len(item[1])):
        if len(group) >= LEAST:
            sure, right = (sum(values) / len(group) for values in zip(*group, strict=True))
            print(f"{name:42}  n {len(group):4}  sure {sure:.3f}  right {right:.3f}")


def extractions(path: str) -> Iterator[Extraction]:
    """The extractions in a file."""
    return (item for item in read([path]) if isinstance(item, Extraction))


def judged(pairs: Iterable[tuple[Extraction, Extraction]], *, partial: list[str]) -> Iterator[tuple[str, float, bool]]:
    """Each predicted claim's group, confidence, and whether it is right."""
    ontology = Ontology.load()
    for gold, predicted in pairs:
        for verdict in judge(gold, predicted, ontology, partial=partial).claimed:
            yield group_of(verdict.claim, predicted), verdict.claim.confidence, bool(verdict.right_in)


def group_of(claim: Claim, extraction: Extraction) -> str:
    """Whether the claim is an event, and how its subject and object are named."""
    kind = f"event {claim.event}" if claim.event else "no event"
    return f"{kind}: {named(claim.subject, extraction)} – {named(claim.object, extraction)}"


def named(party: str | Value | None, extraction: Extraction) -> str:
    """The clearest form in which the article mentions a party."""
    if party is None or isinstance(party, Value):
        return "nothing" if party is None else "literal"
    forms = {mention.form for mention in extraction.mentions if mention.entity == party}
    return next((form.value for form in (Form.NAME, Form.DEMONYM, Form.NOUN) if form in forms), Form.PRONOUN.value)


def grouped(rows: Iterable[tuple[str, float, bool]]) -> dict[str, list[tuple[float, bool]]]:
    """Confidence and truth of the claims of each group."""
    groups: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for name, confidence, right in rows:
        groups[name].append((confidence, right))
    return groups


if __name__ == "__main__":
    main()
