"""The HTTP side: requests checked and handed to the pool, answers sent with headers that keep browsers safe."""

from __future__ import annotations

from importlib import resources
from typing import Any

import anyio
import anyio.to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kg.errors import KgError
from kg.query.prepared import prepared
from kg.serve.answers import GRAPHS
from kg.serve.desk import prefix
from kg.serve.guarding import BodyLimit, SafeHeaders
from kg.serve.negotiate import FORMATS, accepted
from kg.serve.openapi import openapi
from kg.serve.pool import Pool, failure
from kg.serve.protocol import BadRequestError, sparql
from kg.serve.results import ROWS

STATIC = {
    "yasgui.min.js": "text/javascript; charset=utf-8",
    "yasgui.min.css": "text/css; charset=utf-8",
    "yasgui.LICENSE.txt": "text/plain; charset=utf-8",
    "editor.js": "text/javascript; charset=utf-8",
    "serve.css": "text/css; charset=utf-8",
}
HTML, JSON = "text/html", "application/json"


def create_app(pool: Pool) -> Starlette:
    """The application over a pool of children; read only, one origin, no cookies."""
    server = _Server(pool)
    routes = [
        Route("/", server.explorer),
        Route("/sparql", server.sparql, methods=["GET", "POST"]),
        Route("/editor", server.editor),
        Route("/search", server.search),
        Route("/draw", server.draw),
        Route("/ask/{name}", server.ask),
        Route("/openapi.json", server.openapi),
        Route("/static/{name}", server.static),
        Route(f"{prefix(pool.base)}{{local:path}}", server.node),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(SafeHeaders), Middleware(BodyLimit, most=pool.limits.body)],
        exception_handlers={HTTPException: _http_error, ClientDisconnect: _gone, Exception: _unforeseen},
    )


class _Server:
    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        limits = pool.limits
        self.threads = anyio.CapacityLimiter(limits.workers + limits.slow + 64)

    async def asked(self, **request: Any) -> Response:
        """The answer of a child to this request."""
        status, headers, body = await anyio.to_thread.run_sync(self.pool.ask, request, limiter=self.threads)
        return Response(body, status, {**headers, "vary": "accept"})

    async def sparql(self, request: Request) -> Response:
        """SPARQL 1.1 Protocol."""
        try:
            found = await sparql(request)
        except BadRequestError as bad:
            return _refused(bad.status, str(bad))
        return found if isinstance(found, Response) else await self.asked(kind="query", **found)

    async def explorer(self, request: Request) -> Response:
        """The first page."""
        return await self.asked(kind="explorer")

    async def search(self, request: Request) -> Response:
        """Search hits as a page or as JSON."""
        try:
            parameters = _parameters(request, {"q", "limit", "format"})
            limit = _limit(parameters.get("limit", "20"))
            if "q" not in parameters:
                raise BadRequestError(400, "search needs q: the words")
            (media_type, *_) = _wanted(request, parameters, [HTML, JSON])
        except BadRequestError as bad:
            return _refused(bad.status, str(bad))
        kind = "results" if media_type == HTML else "search"
        return await self.asked(kind=kind, words=parameters.get("q", ""), limit=limit)

    async def draw(self, request: Request) -> Response:
        """The drawn neighbourhood of an entity."""
        try:
            iri = _parameters(request, {"iri"}).get("iri")
        except BadRequestError as bad:
            return _refused(bad.status, str(bad))
        if not iri:
            return _refused(400, "draw needs iri: the entity to draw around")
        return await self.asked(kind="draw", iri=iri)

    async def ask(self, request: Request) -> Response:
        """A prepared question as a page or as data."""
        name = request.path_params["name"]
        try:
            question = prepared(name)
        except KgError as error:
            return _refused(404, str(error))
        try:
            parameters = _parameters(request, {"format", *(p.name for p in question.parameters)})
            offered = _wanted(request, parameters, [HTML, *ROWS])
        except BadRequestError as bad:
            return _refused(bad.status, str(bad))
        given = {key: value for key, value in parameters.items() if key != "format" and value}
        if offered[0] == HTML:
            return await self.asked(kind="answer", name=name, parameters=given)
        return await self.asked(kind="question", name=name, parameters=given, accept=offered)

    async def node(self, request: Request) -> Response:
        """A thing of the graph at its own path."""
        path = prefix(self.pool.base).encode()
        raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
        local = raw.partition(b"?")[0].removeprefix(path)
        iri = self.pool.base + local.decode("utf-8", "replace")
        try:
            parameters = _parameters(request, {"format"})
            offered = _wanted(request, parameters, [HTML, *GRAPHS])
        except BadRequestError as bad:
            return _refused(bad.status, str(bad))
        if offered[0] == HTML:
            return await self.asked(kind="page", iri=iri)
        return await self.asked(kind="node", iri=iri, accept=offered)

    async def editor(self, request: Request) -> Response:
        """The SPARQL editor."""
        return Response(_static("editor.html"), media_type="text/html")

    async def static(self, request: Request) -> Response:
        """A script or style of the editor and the pages."""
        name = request.path_params["name"]
        if name not in STATIC:
            return _refused(404, "no such file")
        return Response(_static(name), headers={"content-type": STATIC[name], "cache-control": "max-age=3600"})

    async def openapi(self, request: Request) -> Response:
        """The description of all this."""
        return JSONResponse(openapi(prefix(self.pool.base)))


def _parameters(request: Request, known: set[str]) -> dict[str, str]:
    """The parameters of the address, each known and given once."""
    found: dict[str, str] = {}
    for key, value in request.query_params.multi_items():
        if key not in known:
            raise BadRequestError(400, f"no parameter {key!r}: there are {', '.join(sorted(known))}")
        if key in found:
            raise BadRequestError(400, f"{key} is given twice")
        found[key] = value
    return found


def _wanted(request: Request, parameters: dict[str, str], offered: list[str]) -> list[str]:
    """The media types that the client takes, the best first."""
    if "format" in parameters:
        name = parameters["format"]
        named = {**FORMATS, "json": JSON} if JSON in offered else FORMATS
        if named.get(name) not in offered:
            raise BadRequestError(400, f"no format {name!r} here")
        return [named[name]]
    wanted = accepted(", ".join(request.headers.getlist("accept")), offered)
    if not wanted:
        raise BadRequestError(406, f"this comes as {', '.join(offered)}")
    return wanted


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 1000 and len(text) <= 4):
        raise BadRequestError(400, f"limit: {text[:40]!r} is no number from 1 to 1000")
    return int(text)


def _static(name: str) -> bytes:
    return resources.files("kg.serve").joinpath("static", name).read_bytes()


def _refused(status: int, why: str) -> Response:
    status, headers, body = failure(status, why)
    return Response(body, status, headers)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    response = _refused(error.status_code, error.detail)
    response.headers.update(error.headers or {})
    return response


async def _gone(request: Request, error: Exception) -> Response:
    return _refused(400, "the request ended before its body")


async def _unforeseen(request: Request, error: Exception) -> Response:
    return _refused(500, f"something went wrong here ({type(error).__name__})")
