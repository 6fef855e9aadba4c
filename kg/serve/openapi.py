"""The OpenAPI 3.1 description of the endpoint."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from kg.query import questions
from kg.serve.answers import GRAPHS
from kg.serve.negotiate import FORMATS
from kg.serve.results import ROWS

THING = ["text/html", *GRAPHS]
TEXT = {"text/plain": {"schema": {"type": "string"}}}
REFUSALS = {
    "400": "The request or the query is not valid, or reaches for other data.",
    "403": "Updates are refused.",
    "404": "There is no such thing.",
    "406": "No format that the client takes fits.",
    "413": "The body is too large.",
    "415": "The content type is none for a query.",
    "422": "The answer would be too large.",
    "500": "The query broke the process that ran it.",
    "503": "All workers are busy.",
    "504": "The query took too long.",
}


def openapi(things: str) -> dict[str, Any]:
    """What can be asked of an endpoint that shows its things under the path `things`."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "newskg",
            "version": version("newskg"),
            "description": "A knowledge graph of news, read only.",
        },
        "paths": {
            "/sparql": _endpoint(),
            "/search": {"get": _searched()},
            "/ask/{name}": {"get": _asked()},
            "/draw": {"get": _get("The drawn neighbourhood of an entity", [IRI], ["text/html"])},
            f"{things}{{local}}": {"get": _get("A thing of the graph", [LOCAL, _format(THING)], THING)},
            "/": {"get": _get("The explorer", [], ["text/html"])},
            "/editor": {"get": _get("The SPARQL editor", [], ["text/html"])},
            "/openapi.json": {"get": _get("This description", [], ["application/json"])},
        },
    }


def _endpoint() -> dict[str, Any]:
    summary, types = "SPARQL 1.1 Protocol", [*ROWS, *GRAPHS]
    query = _parameter("query", "A SPARQL 1.1 query; without it the service description comes back.")
    posted = {**_get(summary, [], types), "requestBody": _body()}
    return {"get": _get(summary, [query, _format(types)], types), "post": posted}


def _searched() -> dict[str, Any]:
    types = ["text/html", "application/json"]
    parameters = [
        _parameter("q", "Words", required=True),
        _parameter("limit", "Most hits", schema={"type": "integer", "minimum": 1, "maximum": 1000}),
        _parameter("format", "The format, in place of the Accept header", schema={"enum": ["json", "html"]}),
    ]
    return _get("Entities and sentences by their words", parameters, types)


def _asked() -> dict[str, Any]:
    types = ["text/html", *ROWS]
    name = _parameter("name", "The question", where="path", schema={"enum": [q.name for q in questions()]})
    taken = [_parameter(name, about) for name, about in _all_parameters().items()]
    return _get("A prepared question", [name, *taken, _format(types)], types)


def _all_parameters() -> dict[str, str]:
    return {p.name: p.about for question in questions() for p in question.parameters}


def _get(summary: str, parameters: list[dict[str, Any]], media_types: list[str]) -> dict[str, Any]:
    content: dict[str, Any] = {media_type: {"schema": {}} for media_type in media_types}
    refusals = {status: {"description": why, "content": TEXT} for status, why in REFUSALS.items()}
    return {
        "summary": summary,
        "parameters": parameters,
        "responses": {"200": {"description": "The answer", "content": content}, **refusals},
    }


def _body() -> dict[str, Any]:
    fields = {
        "type": "object",
        "required": ["query"],
        "properties": {"query": {"type": "string"}},
    }
    content: dict[str, Any] = {
        "application/x-www-form-urlencoded": {"schema": fields},
        "application/sparql-query": {"schema": {"type": "string"}},
    }
    return {"required": True, "content": content}


def _format(types: list[str]) -> dict[str, Any]:
    names = [name for name, media_type in FORMATS.items() if media_type in types]
    return _parameter("format", "The format, in place of the Accept header", schema={"enum": names})


def _parameter(
    name: str, about: str, *, where: str = "query", required: bool = False, schema: dict[str, Any] | None = None
) -> dict[str, Any]:
    told = {"name": name, "in": where, "required": required or where == "path", "description": about}
    return {**told, "schema": schema or {"type": "string"}}


IRI = _parameter("iri", "The entity", required=True)
LOCAL = _parameter("local", "The end of its IRI", where="path")
