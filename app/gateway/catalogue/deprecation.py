"""The end of a model, announced ahead: to programs in the headers of answers."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Protocol

from app.kernel import site


class Deprecable(Protocol):
    """A model, as AiModel and OfferedModel have it."""

    @property
    def deprecated_at(self) -> datetime | None:
        """When it was announced that the model ends."""
        ...

    @property
    def sunset_at(self) -> datetime | None:
        """When it ends."""
        ...

    @property
    def successor(self) -> str:
        """The id of the model to take instead, or ""."""
        ...


def deprecation_headers(model: Deprecable) -> dict[str, str]:
    """Returns Deprecation (RFC 9745), Sunset (RFC 8594) and a Link to the successor (RFC 5829); {} for others."""
    if model.deprecated_at is None:
        return {}
    headers = {"Deprecation": f"@{int(model.deprecated_at.timestamp())}"}
    if model.sunset_at is not None:
        headers["Sunset"] = format_datetime(model.sunset_at.astimezone(UTC), usegmt=True)
    if model.successor:
        headers["Link"] = f'<{site.url("api", f"/v1/models/{model.successor}")}>; rel="successor-version"'
    return headers
