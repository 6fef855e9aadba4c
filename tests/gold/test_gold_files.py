"""The gold files and the sample articles: every file has its article, every row holds to the rules."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph, URIRef

from kg.model import Modality, Polarity

from .gold import COLUMNS, GoldClaim, GoldError, is_time, load, load_all, squeeze

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
ARTICLES = ROOT / "notebooks" / "articles"
FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
HEADER = "\t".join(COLUMNS)
TEXT = "Rain fell. Norway hosted the talks on Monday. It may host them again."
ROW = "Norway\thosted\ttalks\taffirmed\tactual\t\t2015-11\tNorway hosted the talks"


class _Words(HTMLParser):
    """Collects the text of a page without its head."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.in_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_head = self.in_head or tag == "head"

    def handle_endtag(self, tag: str) -> None:
        self.in_head = self.in_head and tag != "head"

    def handle_data(self, data: str) -> None:
        if not self.in_head:
            self.words.append(data)


def html_text(page: str) -> str:
    parser = _Words()
    parser.feed(page)
    return " ".join(parser.words)


def article_texts() -> dict[str, str]:
    """The text of every sample article by its id: the file's stem, or the id in the line."""
    texts = {}
    for path in sorted(ARTICLES.iterdir()):
        if path.suffix == "":
            continue
        packed = path.read_bytes()
        text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
        stem = path.name.split(".")[0]
        if path.suffix == ".jsonl":
            texts.update({row["id"]: row["text"] for row in map(json.loads, text.splitlines())})
        elif path.suffix == ".html":
            texts[stem] = html_text(text)
        else:
            texts[stem] = FRONT_MATTER.sub("", text)
    return texts


def relation_names() -> set[str]:
    """The local names of the ontology's properties."""
    graph = Graph()
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        graph.parse(path)
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    subjects = {subject for kind in kinds for subject in graph.subjects(RDF.type, kind)}
    return {str(subject).rpartition("#")[2] for subject in subjects if isinstance(subject, URIRef)}


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return article_texts()


@pytest.fixture(scope="module")
def gold(texts: dict[str, str]) -> dict[str, list[GoldClaim]]:
    return load_all(HERE, texts=texts, relations=relation_names())


def test_every_article_has_gold_and_every_gold_file_an_article(
    texts: dict[str, str], gold: dict[str, list[GoldClaim]]
) -> None:
    assert sorted(gold) == sorted(texts)


def test_articles_are_short_reports_in_all_formats(texts: dict[str, str]) -> None:
    assert len(texts) >= 12
    assert {path.suffix for path in ARTICLES.iterdir()} >= {".txt", ".md", ".html", ".jsonl", ".gz"}
    lengths = {name: len(text.split()) for name, text in texts.items()}
    assert {name: length for name, length in lengths.items() if not 180 <= length <= 350} == {}


def test_enough_rows_of_every_kind(gold: dict[str, list[GoldClaim]]) -> None:
    claims = [claim for rows in gold.values() for claim in rows]
    assert len(claims) >= 150
    assert min(len(rows) for rows in gold.values()) >= 10
    assert {claim.modality for claim in claims} == set(Modality)
    assert {claim.polarity for claim in claims} == set(Polarity)
    assert sum(claim.attributed_to is not None for claim in claims) >= 30
    assert sum(claim.time is not None for claim in claims) >= 100
    assert sum(not claim.is_direct for claim in claims) >= 40
    assert len({claim.relation for claim in claims}) >= 60


def test_rows_stand_in_the_order_of_their_sentences(texts: dict[str, str], gold: dict[str, list[GoldClaim]]) -> None:
    for name, claims in gold.items():
        text = squeeze(texts[name])
        places = [text.index(claim.sentence) for claim in claims]
        assert places == sorted(places), name


def test_dates_are_their_own_time(gold: dict[str, list[GoldClaim]]) -> None:
    dated = ("dateOfBirth", "dateOfDeath", "foundedOn")
    for claims in gold.values():
        for claim in claims:
            if claim.relation in dated:
                assert is_time(claim.object)
                assert claim.object == claim.time


def test_row_becomes_claim(tmp_path: Path) -> None:
    path = tmp_path / "talks.tsv"
    path.write_text(f"{HEADER}\n{ROW}\n", encoding="utf-8")
    (claim,) = load(path, text=TEXT, relations={"hosted"})
    assert claim == GoldClaim(
        "Norway",
        "hosted",
        "talks",
        Polarity.AFFIRMED,
        Modality.ACTUAL,
        None,
        "2015-11",
        "Norway hosted the talks",
    )
    assert claim.is_direct


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (ROW.replace("\thosted\t", "\thostedBy\t"), "hostedBy is no relation"),
        (ROW.replace("affirmed", "yes"), "yes is no polarity"),
        (ROW.replace("actual", "future"), "future is no modality"),
        (ROW.replace("2015-11", "2015-13"), "2015-13 is no ISO date"),
        (ROW.replace("2015-11", "2015/2014"), "2015/2014 is no ISO date"),
        (ROW.replace("Norway hosted the talks", "Norway hosted the"), "fewer than 4 words"),
        (ROW.replace("Norway hosted the talks", "Sweden hosted the talks"), "is 0 times"),
        (ROW.replace("\ttalks\t", "\t\t"), "object is empty"),
        (ROW.replace("\ttalks\t", "\ttalks \t"), "stray white space in object"),
        (ROW + "\tmore", "9 columns in place of 8"),
        (f"{ROW}\n{ROW}", "the same as line 2"),
    ],
)
def test_wrong_rows_are_named(tmp_path: Path, row: str, why: str) -> None:
    path = tmp_path / "talks.tsv"
    path.write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=re.escape(why)) as caught:
        load(path, text=TEXT, relations={"hosted"})
    assert str(caught.value).startswith("talks.tsv line ")


def test_header_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "talks.tsv"
    path.write_text(f"{ROW}\n", encoding="utf-8")
    with pytest.raises(GoldError, match="must name the columns"):
        load(path, text=TEXT, relations={"hosted"})


def test_gold_without_an_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "talks.tsv").write_text(f"{HEADER}\n{ROW}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"talks\.tsv: no article"):
        load_all(tmp_path, texts={}, relations={"hosted"})


@pytest.mark.parametrize("text", ["2015", "2015-11", "2015-11-13", "1995/2002", "2015-11-13/2015-11-14"])
def test_times(text: str) -> None:
    assert is_time(text)


@pytest.mark.parametrize("text", ["", "15", "2015-2", "2015-02-30", "2015-11-13T10:00", "May 2015", "2015/", "1/2/3"])
def test_no_times(text: str) -> None:
    assert not is_time(text)
