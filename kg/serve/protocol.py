"""SPARQL 1.1 Protocol: where a request holds its query, and what it may ask for."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.answers import GRAPHS
from kg.serve.description import description
from kg.serve.negotiate import FORMATS, accepted
from kg.serve.results import ROWS

FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
ELSEWHERE = ("default-graph-uri", "named-graph-uri")
OFFERED = [*ROWS, *GRAPHS]
MOST_FIELDS = 50


class BadRequestError(Exception):
    """A request that is refused before it reaches the graph."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


async def sparql(request: Request) -> dict[str, Any] | Response:
    """The query and the media types that the client takes; the service description where nothing is asked.

    Raises:
        BadRequestError: an update, another data set, an unknown content type, no query or two, nothing acceptable.
    """
    fields = list(request.query_params.multi_items())
    if request.method == "POST":
        fields += await _posted(request)
    elif not any(name == "query" for name, _ in fields) and not _has_protocol(fields):
        return _described(request, fields)
    names = [name for name, _ in fields]
    if names.count("format") > 1:
        raise BadRequestError(400, "format is given twice")
    if "update" in names:
        raise BadRequestError(403, "this endpoint is read only: updates are refused")
    if any(name in ELSEWHERE for name in names):
        raise BadRequestError(400, "default-graph-uri and named-graph-uri are refused: queries read this graph only")
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        raise BadRequestError(400, "exactly one query is needed" if queries else "there is no query")
    return {"query": queries[0], "accept": _taken(request, dict(fields).get("format"))}


def _has_protocol(fields: list[tuple[str, str]]) -> bool:
    return any(name in ("update", *ELSEWHERE) for name, _ in fields)


async def _posted(request: Request) -> list[tuple[str, str]]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise BadRequestError(403, "this endpoint is read only: updates are refused")
    if kind not in (FORM, DIRECT):
        raise BadRequestError(415, f"a query comes as {FORM} or {DIRECT}")
    try:
        text = (await request.body()).decode("utf-8")
        if kind == DIRECT:
            return [("query", text)]
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except UnicodeDecodeError as error:
        raise BadRequestError(400, "the body is not UTF-8") from error
    except ValueError as error:
        raise BadRequestError(400, f"the form has more than {MOST_FIELDS} fields") from error


def _taken(request: Request, name: str | None) -> list[str]:
    if name:
        if FORMATS.get(name) not in OFFERED:
            raise BadRequestError(400, f"no format {name!r} here")
        return [FORMATS[name]]
    header = ", ".join(request.headers.getlist("accept"))
    wanted = accepted(header, OFFERED)
    if not wanted:
        raise BadRequestError(406, f"answers come as {', '.join(OFFERED)}")
    return wanted


def _described(request: Request, fields: list[tuple[str, str]]) -> Response:
    names = [value for name, value in fields if name == "format"]
    if len(names) > 1 or any(FORMATS.get(name) not in OFFERED for name in names):
        raise BadRequestError(400, f"no format {', '.join(names)!r} here")
    header = ", ".join([FORMATS[name] for name in names] or request.headers.getlist("accept"))
    media_type = next(iter(accepted(header, GRAPHS)), "text/turtle")
    endpoint = str(request.url.replace(query="", fragment=""))
    return Response(description(endpoint, media_type), headers={"content-type": media_type, "vary": "accept"})
