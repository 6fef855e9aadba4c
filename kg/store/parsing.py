"""A program of its own that parses quads from standard input into a new store; it knows nothing of the rest of `kg`.

Its arguments are a name of `RdfFormat` and the folder of the store. What is wrong with the input it prints in one line.
"""

from __future__ import annotations

import sys

import pyoxigraph as ox


def main() -> None:
    """Parse, or exit with 1."""
    format_, folder = sys.argv[1:]
    store = ox.Store(folder)
    try:
        store.bulk_load(sys.stdin.buffer, format=getattr(ox.RdfFormat, format_))
        store.flush()
    except (SyntaxError, OSError, ValueError, RuntimeError) as error:
        why = next(iter(str(error).strip().splitlines()), type(error).__name__)
        sys.stdout.buffer.write(why.encode("utf-8", "replace"))
        sys.exit(1)


if __name__ == "__main__":
    main()
