"""Writes first_names.tsv: first names of the world in Latin letters, and whether women or men bear them.

Its sources are the packages names (United States census of 1990) and Faker (lists of some ninety languages and
countries). Of Faker's names those stay out that are English words, cities or surnames as well. Run by hand when they
have newer data: `python -m kg.gazetteer.generate_first_names` (needs `pip install names faker anyascii english-words`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import resources

from kg.gazetteer.census import census
from kg.gazetteer.generate import HERE, write

GENDERS = {"f": ("first_names_female", "first_female_romanized_names"), "m": ("first_names_male",
           "first_male_romanized_names")}  # fmt: skip
FOREIGN = re.compile("[\u0370-\u04ff]+")
LATIN = re.compile("[A-ZÀ-Þ][a-zß-ÿĀ-ſ'’]{2,}")
SPELLINGS = (("iy", "y"), ("ey", "ei"), ("iya", "ia"))  # "Dmitriy" is "Dmitry" in English papers
SURNAMES, BIG_CITY = 3000, 100_000
COMMON, CONTRARY = 8, 6


def main() -> None:
    """Write the table beside this file."""
    table = {name: (sure, leaning) for name, sure, leaning in census()}
    for name, locales in sorted(_worldwide().items()):
        female, male = locales["f"], locales["m"]
        leaning = "f" if female > male else "m" if male > female else ""
        if name not in table:
            table[name] = leaning if female * male == 0 and female + male > 1 else "", leaning
        elif table[name][0] and CONTRARY * min(female, male) >= max(female, male):
            table[name] = "", leaning  # "Jean" is a woman in Ohio, a man in Lyon
    write("first_names.tsv", ("name", "gender", "leaning"), ((name, *table[name]) for name in sorted(table)))


def _worldwide() -> dict[str, Counter[str]]:
    """Names with the number of Faker's lists that have them for women ("f") and for men ("m")."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for gender, lists in _lists():
        for name in {spelling for listed in lists for spelling in _spellings(listed)}:
            found[name][gender] += 1
    avoided = _avoided()
    return {
        name: locales
        for name, locales in found.items()
        if LATIN.fullmatch(name) and (name not in avoided or locales.total() >= COMMON)
    }


def _lists() -> Iterator[tuple[str, list[str]]]:
    from faker import Faker
    from faker.config import AVAILABLE_LOCALES

    for locale in sorted(AVAILABLE_LOCALES):
        provider = next(p for p in Faker(locale).get_providers() if "person" in type(p).__module__)
        for gender, attributes in GENDERS.items():
            names = [name for attribute in attributes for name in getattr(provider, attribute, None) or ()]
            yield gender, [str(name) for name in names if isinstance(name, str)]


def _spellings(name: str) -> Iterator[str]:
    from anyascii import anyascii

    plain = anyascii(name) if FOREIGN.fullmatch(name) else name
    yield from (plain, anyascii(plain))
    for ending, english in SPELLINGS:
        if FOREIGN.fullmatch(name) and plain.endswith(ending):
            yield plain.removesuffix(ending) + english


def _avoided() -> set[str]:
    """Capitalised English words, larger cities, and common surnames of the United States."""
    from english_words import get_english_words_set

    words = {
        word.title()
        for word in get_english_words_set(["gcide", "web2"], lower=False)
        if word.islower() and len(word) > 2
    }
    cities = {row[0] for row in (line.split("\t") for line in (HERE / "cities.tsv").read_text("utf-8").split("\n")[1:])
              if len(row) > 3 and int(row[3]) > BIG_CITY}  # fmt: skip
    rows = (resources.files("names") / "dist.all.last").read_text("ascii").split("\n")[:SURNAMES]
    return words | cities | {row.split()[0].title() for row in rows if row}


if __name__ == "__main__":
    main()
