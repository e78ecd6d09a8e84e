"""A request to an upstream, as upstream_client.py sends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import orjson

from app.gateway.upstreams.adapter import FilePart, Json
from app.kernel import site


@dataclass(frozen=True, slots=True)
class Request:
    """A request to an upstream; with `json` or `fields` (multipart, with or without files) as its body, or none.

    One that is not `repeatable` is not sent again on a new connection where the upstream closed one that was kept open.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    json: Json | None = field(default=None, repr=False)
    fields: Mapping[str, str] | None = field(default=None, repr=False)
    files: Sequence[FilePart] = field(default=(), repr=False)
    repeatable: bool = True

    @property
    def body(self) -> bytes:
        """The JSON of the body, empty without one."""
        return b"" if self.json is None else to_json(self.json)

    @property
    def sent_headers(self) -> dict[str, str]:
        """The headers with our User-Agent; answers are not compressed, so that none can be a bomb."""
        ours = {"User-Agent": f"Kliqs (+{site.url('marketing')})", "Accept-Encoding": "identity"}
        return ours | ({} if self.json is None else {"Content-Type": "application/json"}) | dict(self.headers)


def to_json(body: Json) -> bytes:
    """Writes a body as JSON; numbers beyond 64 bits too, which clients may send in fields that we do not know."""
    try:
        return orjson.dumps(body)
    except TypeError:
        import json

        return json.dumps(body).encode()
