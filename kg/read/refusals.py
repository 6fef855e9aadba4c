"""Why something could not be fetched, in one line for people."""

from __future__ import annotations

from urllib3 import exceptions

_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (exceptions.NameResolutionError, "no such host"),
    (exceptions.NewConnectionError, "the server cannot be reached"),
    (exceptions.ConnectTimeoutError, "the server cannot be reached in time"),
    (exceptions.ReadTimeoutError, "the server stopped answering"),
    (exceptions.ProxyError, "the proxy cannot be reached"),
    (exceptions.ResponseError, "too many redirects"),
    (exceptions.DecodeError, "its compression is damaged"),
    (exceptions.ProtocolError, "the connection broke off"),
    (exceptions.LocationValueError, "it leads to no address that can be fetched"),
)


def why_not_fetched(error: Exception) -> str:
    """What urllib3, or the socket beneath, raised."""
    if isinstance(error, exceptions.MaxRetryError) and error.reason:
        return why_not_fetched(error.reason)
    for kind, reason in _REASONS:
        if isinstance(error, kind):
            return reason
    if isinstance(error, exceptions.SSLError):
        return f"no secure connection ({_words(error)})"
    return f"cannot be fetched ({type(error).__name__})"


def _words(error: BaseException) -> str:
    """The reason that OpenSSL gives, without its codes."""
    inner = error.args[0] if error.args and isinstance(error.args[0], BaseException) else error
    message = getattr(inner, "verify_message", None) or getattr(inner, "reason", None) or type(inner).__name__
    return str(message).replace("_", " ").lower()
