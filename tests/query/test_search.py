"""Search finds labels and sentences, follows the store, and stumbles over no words."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query import SearchIndex, search
from kg.query.search import FILE
from kg.store import GraphStore
from kg.store import vocabulary as v

from ..store.extractions import TEXT, article, extraction, later


@pytest.fixture
def store() -> GraphStore:
    made = GraphStore.open(None)
    made.add(extraction())
    return made


def found(index: SearchIndex, store: GraphStore, words: str) -> set[str]:
    index.follow(store)
    return {hit.text for hit in index.search(store, words)}


def test_hits_lead_to_article_sentence_and_claims(store: GraphStore) -> None:
    index = SearchIndex(None)
    index.follow(store)
    hits = index.search(store, "putin")
    (entity,) = [hit for hit in hits if hit.kind == "entity"]
    assert entity.entity == f"{store.base}vladimir-putin"
    (sentence,) = [hit for hit in hits if hit.kind == "sentence"]
    assert (sentence.article_id, sentence.title, sentence.published) == ("summit-1", "Leaders meet", "2015-11-14")
    assert sentence.start is not None
    assert TEXT[sentence.start : sentence.end] == sentence.text == "Hollande did not meet Vladimir Putin."
    assert len(sentence.claims) == 1
    assert index.search(store, "hollande", limit=1)[0].kind == "entity"


def test_words_accents_beginnings_and_phrases(store: GraphStore) -> None:
    index = SearchIndex(None)
    assert found(index, store, "francois") == found(index, store, "FRANÇOIS") != set()
    assert any("Ankara" in text for text in found(index, store, "ank*"))
    assert not found(index, store, "ank")
    assert found(index, store, '"plans to visit"')
    assert not found(index, store, '"visit to plans"')


def test_the_index_follows_the_store(store: GraphStore, tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    assert not found(index, store, "washington")
    store.add(later())
    assert found(index, store, "washington")
    assert index.follow(store) == 0
    store.add(extraction(article=article(text=TEXT.replace("Ankara", "Izmir!"))))
    assert any("Izmir" in text for text in found(index, store, "izmir"))
    store.remove("later-2")
    assert not found(index, store, "washington")
    store.remove("summit-1")
    assert not found(index, store, "putin")
    index.close()


def test_sentences_and_names_told_otherwise_of_the_same_text_are_followed(store: GraphStore) -> None:
    index = SearchIndex(None)
    index.follow(store)
    (graph,) = store.quads.named_graphs()
    (name,) = store.quads.quads_for_pattern(None, v.LABEL, ox.Literal("Vladimir Putin"), graph)
    store.quads.remove(name)
    store.quads.add(ox.Quad(name.subject, v.LABEL, ox.Literal("Vladimir Vladimirovich Putin"), graph))
    assert "Vladimir Vladimirovich Putin" in found(index, store, "putin")
    assert "Vladimir Putin" not in found(index, store, "putin")
    sentence = "Hollande did not meet Vladimir Putin."
    assert sentence in found(index, store, "putin")
    for quad in list(store.quads.quads_for_pattern(None, v.SOURCE, graph, graph)):
        store.quads.remove(quad)
    start = TEXT.index(sentence)
    words = ox.NamedNode(f"{graph.value}/evidence/{start}-{start + len('Hollande did not meet')}")
    store.quads.add(ox.Quad(words, v.SOURCE, graph, graph))
    assert "Hollande did not meet" in found(index, store, "meet")


def test_a_store_that_stayed_as_it_was_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with GraphStore.open(tmp_path) as store:
        store.add(extraction())
        index = SearchIndex(tmp_path)
        assert index.follow(store) == 1
        with monkeypatch.context() as patched:
            patched.setattr(search, "_articles", None)
            assert index.follow(store) == 0
        store.add(later())
        assert index.follow(store) == 1
        index.close()


def test_a_broken_index_is_made_anew(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 100)
    index = SearchIndex(tmp_path)
    assert found(index, store, "putin")
    index.close()
    again = SearchIndex(tmp_path)
    assert again.follow(store) == 0
    again.close()


HOSTILE = ('putin"', "putin*", '"putin', "(putin)", "putin;", "^putin", "{putin}", "'putin'", "--putin", "putin\0")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_find_what_they_hold(store: GraphStore, words: str) -> None:
    assert "Vladimir Putin" in found(SearchIndex(None), store, words)


@pytest.mark.parametrize("words", ["", " ", '"', "***", "()", "x" * 501, "\x00", "AND " * 200])
def test_what_is_no_search_is_one_clear_line(store: GraphStore, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        SearchIndex(None).search(store, words)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("words", ["AND", "OR NOT", "NEAR(a b)", "a AND", "rank", "x\ud800y", "🙂 x", "a-b", "a:b"])
def test_operators_are_words(store: GraphStore, words: str) -> None:
    index = SearchIndex(None)
    index.follow(store)
    assert index.search(store, words) == []
