"""`kg_layout`: how a news text is laid out, told to the parser before it parses.

Finds headline, photo caption and credit, byline and dateline ("PARIS (AFP) -", "GENEVA, July 14, 2015 —") and
paragraphs, and fixes sentence boundaries at each of them, so that no sentence runs across a paragraph break or
leaves its closing quotation mark to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.attrs import IDX, IS_SPACE, ORTH
from spacy.language import Language
from spacy.tokens import Doc

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
DAYS = WEEKDAYS | {"yesterday", "today"}
CALENDAR = frozenset({*MONTHS, *DAYS})
MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*)"
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DATE = rf"(?:(?P<before>\d{{1,2}}) )?{MONTH}\.?(?: (?P<day>\d{{1,2}}))?(?:,? (?P<year>\d{{4}}))?"
DATELINE = re.compile(
    rf"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’/\- ]{{2,40}}(?:, (?!{WEEKDAY})[A-Z][A-Za-z. ]{{2,25}})?)"
    rf"(?:(?:, | \()(?:{WEEKDAY}|{DATE})\)?)?(?: \({WEEKDAY}\))?"
    rf"(?: \((?P<agency>[A-Z][A-Za-z .&]{{1,30}})\))?\s*(?:[—–]|--?)\s+"
)
LOCAL = re.compile(
    r"(?P<place>[A-ZÀ-ÞĀ-Ž][\w.'’\-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-ÞĀ-Ž][\w.'’\-]+){0,3}"
    r"(?:, [A-ZÀ-Þ][\w.]+(?: [A-Z]\w+)?)?)\s+(?:[—–]|--?)\s+(?=[A-Z“\"])"
)
"""A dateline of a local paper ("Nether Wallop - A court …"); only where the first paragraph below a headline begins."""
BYLINE = re.compile(
    r"(?:By|BY|Reporting by|Written by) (?P<name>[A-Z][\w.'’\-]+(?: (?:and |van |de |al-)?[A-Z][\w.'’\-]+){1,6})"
    r"(?:,? [^.]{0,60})?"
    r"|From (?:our|a) (?:[a-z]+ ){0,3}(?:correspondent|reporter)s?(?:,? [^.]{0,60}\.?)?"
)
CREDIT = re.compile(
    r"(?:PHOTOS?|Photos?|IMAGES?|Images?|Picture|PICTURE|Credit|CREDIT|File photo|FILE PHOTO)\s*[:/]\s*\S.{0,60}"
)
CAPTION = re.compile(r"\((?:left|right|centre|center|L|R|C|far left|far right|file photo|pictured)\)")
BREAK = re.compile(r"\r?\n[^\S\n]*(?:\r?\n\s*)+|\f\s*")
TERMINAL = frozenset(".!?:;…\"'”’)")
CLOSERS = frozenset("\"”’'»")
ENDERS = frozenset({".", "!", "?", "…", "..."})
BEGINNING = 4
"""So many words of the sentence behind a dateline stand together in it."""
HEADLINE_WORDS = 25


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text (character offsets) of one kind: headline, byline, caption, credit, dateline or body."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The zones of a text in order, and what its dateline says."""

    zones: tuple[Zone, ...]
    place: str | None = None
    agency: str | None = None
    dated: date | None = None

    @classmethod
    def of(cls, text: str) -> Layout:
        """The layout of a news text; a text without news layout is body alone."""
        paragraphs = list(_paragraphs(text))
        zones: list[Zone] = []
        found: dict[str, str | None] = {}
        for number, (start, end) in enumerate(paragraphs):
            is_lead = number > 0 and all(zone.kind != "body" for zone in zones)
            dateline = DATELINE if not is_lead or DATELINE.match(text, start) else LOCAL
            more = len(paragraphs) > 1
            zones.extend(_zones(text, start, end, first=number == 0, more=more, found=found, pattern=dateline))
        return cls(tuple(zones), found.get("place"), found.get("agency"), _dated(found))

    @property
    def located(self) -> range:
        """The characters that name the place in the dateline."""
        start = next((zone.start for zone in self.zones if zone.kind == "dateline"), 0)
        return range(start, start + len(self.place or ""))

    def kind_at(self, offset: int) -> str:
        """The kind of the zone that holds a character offset ("body" where there is none)."""
        for zone in self.zones:
            if zone.start <= offset < zone.end:
                return zone.kind
        return "body"


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Blocks between blank lines, and within a block the lines that are no mere wrapping."""
    position = 0
    for match in [*BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        yield from _lines(text, position, end)
        position = match.end() if match else end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    block = text[start:end]
    width = max((len(line) for line in block.split("\n")), default=0)
    begin = start
    for match in re.finditer("\n", block):
        line = text[begin : start + match.start()].rstrip()
        if line and (line[-1] in TERMINAL or len(line) < 0.6 * width or CAPTION.search(line) or width > 200):
            yield begin, begin + len(line)
            begin = start + match.end()
    if text[begin:end].strip():
        yield (
            begin + (len(text[begin:end]) - len(text[begin:end].lstrip())),
            begin + len(text[begin:end].rstrip()),
        )


def _zones(
    text: str,
    start: int,
    end: int,
    *,
    first: bool,
    more: bool,
    found: dict[str, str | None],
    pattern: re.Pattern[str] = DATELINE,
) -> Iterator[Zone]:
    line = text[start:end]
    credit = CREDIT.search(line)
    if credit and credit.end() == len(line) and (credit.start() == 0 or line[credit.start() - 1] in ". \t"):
        yield from _zones(text, start, start + credit.start(), first=first, more=more, found=found)
        yield Zone("credit", start + credit.start(), end)
        return
    if not line.strip():
        return
    dateline = pattern.match(line)
    if BYLINE.fullmatch(line.strip()):
        yield Zone("byline", start, end)
    elif dateline and not found:
        found.update(dateline.groupdict())
        yield Zone("dateline", start, start + dateline.end())
        yield Zone("body", start + dateline.end(), end)
    elif CAPTION.search(line) and len(line.split()) < 60:
        yield Zone("caption", start, end)
    elif first and more and line[-1] not in '.!"”' and len(line.split()) <= HEADLINE_WORDS:
        yield Zone("headline", start, end)
    else:
        yield Zone("body", start, end)


def _dated(found: dict[str, str | None]) -> date | None:
    month, year = found.get("month"), found.get("year")
    day = found.get("day") or found.get("before")
    number = MONTHS.get((month or "").lower())
    try:
        return date(int(year), number, int(day)) if year and number and day else None
    except ValueError:
        return None


@Language.component("kg_layout", assigns=["token.is_sent_start"])
def kg_layout(doc: Doc) -> Doc:
    """The doc with sentence boundaries fixed at layout breaks and quotation marks; keeps the text and its layout."""
    text = doc.user_data.get("kg.text") or doc.text
    doc.user_data["kg.text"] = text
    layout = Layout.of(text)
    doc.user_data["kg.layout"] = layout
    starts = {zone.start for zone in layout.zones}
    closers = {doc.vocab.strings[mark] for mark in CLOSERS}
    pending, conjunction, first = False, doc.vocab.strings["and"], -1
    for i, (word, offset, is_space) in enumerate(doc.to_array([ORTH, IDX, IS_SPACE]).tolist()):
        pending = pending or offset in starts
        if pending and not is_space:
            doc[i].is_sent_start = True
            pending, first = False, i
        elif (word in closers and _closes(doc, i)) or (word == conjunction and i == first + 1):
            doc[i].is_sent_start = False
    for zone in layout.zones:
        if zone.kind == "dateline":
            _begin(doc, zone.end)
    return doc


def _begin(doc: Doc, offset: int) -> None:
    """Keep together the first words behind a dateline, which the parser likes to cut off ("LIMA - Ann | Bell said")."""
    first = next((token.i for token in doc if token.idx >= offset and not token.is_space), len(doc))
    for token in doc[first + 1 : first + BEGINNING]:
        if token.is_space or doc[token.i - 1].text in ".!?:" or token.is_sent_start:
            return
        token.is_sent_start = False


def _closes(doc: Doc, i: int) -> bool:
    """Whether a token is a quotation mark that closes what stands before it."""
    return i > 0 and (
        not doc[i - 1].whitespace_
        and not doc[i - 1].is_space
        and (doc[i].whitespace_ != "" or i + 1 == len(doc) or doc[i + 1].is_punct or doc[i + 1].is_space)
    )
