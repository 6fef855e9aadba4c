from __future__ import annotations

import pytest

from kg.read.markup import paragraphs


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("", []),
        ("  \n", []),
        ("They met.", ["They met."]),
        ("<p>They <b>m</b>et\n  <a href='/x'>him</a>.</p>", ["They met him."]),
        ("<p>One.</p>Two.<div>Three.<div>Four.</div>Five.</div>", ["One.", "Two.", "Three.", "Four.", "Five."]),
        ("One.<br>Two.<br/><br/>Three.", ["One.", "Two.", "Three."]),
        ("<ul><li>One<li>Two</ul><h2>Head</h2><table><tr><td>a<td>b</table>", ["One", "Two", "Head", "a", "b"]),
        ("<p>5 &lt; 6 &amp; 7&nbsp;&gt; 6</p>", ["5 < 6 & 7 > 6"]),
        ("a<!-- b -->c<?d e?>f", ["acf"]),
        ("<script>a()</script><style>b{}</style><nav>Menu</nav>Words<form>Name <input></form>", ["Words"]),
        ("<figure><img><figcaption>A <b>caption</b></figcaption></figure>After", ["After"]),
        ("<html><head><title>T</title></head><body><p>Words</p></body></html>", ["Words"]),
        ("<?xml version='1.0' encoding='iso-8859-1'?><p>Élysée</p>", ["Élysée"]),
        ("<p>open <b>to the end", ["open to the end"]),
        ("</p></div>words", ["words"]),
        ("a <b", ["a"]),
    ],
)
def test_blocks(markup: str, blocks: list[str]) -> None:
    assert list(paragraphs(markup)) == blocks


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "svg"])
def test_deep_nesting_never_crashes(tag: str) -> None:
    assert len(list(paragraphs(f"<{tag}>" * 20_000 + "deep" + f"</{tag}>" * 20_000))) <= 1
