"""The graph as a page that a browser shows."""

from __future__ import annotations

from kg.view.page import page, write_page

__all__ = ["page", "write_page"]
