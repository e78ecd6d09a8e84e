"""What a link of the demo world is made from."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class DemoLink:
    """A link that is `age` days old, with this many clicks and scans, last followed `quiet` hours ago.

    `then` is a method of Link to call on it, or "expired". `peak` is how many days ago most visits came; 0 for no peak.
    """

    url: str
    slug: str
    title: str
    tags: list[str]
    clicks: int
    scans: int
    age: int
    quiet: float
    aliases: list[str] = field(default_factory=list)
    opens_with: str = ""
    click_limit: int | None = None
    expires_in: int = 0
    via_api: bool = False
    then: str = ""
    peak: int = 0
    opens_in: int = 0  # days
    rules: list[dict[str, Any]] = field(default_factory=list)
