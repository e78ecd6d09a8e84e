"""The headers of a request to a short link or a bio page, as the lanes and the routes read them."""

from __future__ import annotations

from collections.abc import Iterable

UNCOUNTED_COOKIE = b"kliqs_uncounted=1"
BODY_HEADERS = frozenset((b"content-length", b"transfer-encoding", b"upgrade", b"expect"))
PREFETCH_HEADERS = frozenset((b"purpose", b"sec-purpose", b"x-purpose", b"x-moz"))
DESTINATION_HEADER = b"sec-fetch-dest"
SINGLE_HEADERS = frozenset((b"host", b"connection"))
HEADERS_READ = frozenset(
    (
        b"user-agent",
        b"referer",
        b"accept-language",
        b"x-forwarded-for",
        b"cookie",
        b"accept-encoding",
        b"if-none-match",
        DESTINATION_HEADER,
        *SINGLE_HEADERS,
        *PREFETCH_HEADERS,
    )
)


class RequestHeaders(dict[bytes, bytes]):
    """The request headers that following a link uses, by lower-case name. `plain` turns False after a header that only
    the full server handles.

    `kept_names` are the names of the headers to keep.
    """

    __slots__ = ("kept_names", "plain")

    def __init__(
        self, kept_names: frozenset[bytes] = HEADERS_READ, headers: Iterable[tuple[bytes, bytes]] = ()
    ) -> None:
        super().__init__()
        self.plain, self.kept_names = True, kept_names
        for name, value in headers:
            self.note(name, value)

    def note(self, name: bytes, value: bytes) -> None:
        """Adds a header; `name` is in lower case. The values of a repeated header are joined with commas; a repeated
        Host or Connection makes the request not plain.
        """
        if name in self.kept_names:
            if name in self:
                self.plain = self.plain and name not in SINGLE_HEADERS
                value = self[name] + b", " + value
            self[name] = value
        elif name in BODY_HEADERS:
            self.plain = False

    def texts(self) -> tuple[str, str, str]:
        """Returns User-Agent, Referer and Accept-Language as Latin-1 text, "" for a missing one."""
        get = self.get
        agent, referrer, languages = get(b"user-agent", b""), get(b"referer", b""), get(b"accept-language", b"")
        return agent.decode("latin1"), referrer.decode("latin1"), languages.decode("latin1")

    def text(self, name: bytes) -> str:
        """Returns the header's value as Latin-1 text, "" when it is missing."""
        value = self.get(name)
        return value.decode("latin1") if value else ""
