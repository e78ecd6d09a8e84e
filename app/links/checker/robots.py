"""What the robots.txt of a site lets us look at (RFC 9309), read once for each site in a run."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from protego import Protego
from yarl import URL

from app.kernel.http_client import Client, Limits
from app.kernel.http_client_errors import ResponseTooLarge
from app.links.checker.host_turns import HostTurns

AGENT = "KliqsLinkCheck"
OWN_AGENTS = frozenset(("*", AGENT.lower()))
LIMITS = Limits(connect=5, idle=5, total=10, body=512 * 1024, redirects=5)  # RFC 9309 §2.3.1.2, §2.5
MAX_SITES, MAX_LINES = 200, 2_000
NO_RULES = Protego.parse("")


class Permission(NamedTuple):
    """Whether a page may be looked at.

    `pause` are the seconds that the site wants between two requests. `status` is the one with which its robots.txt
    failed, so that nothing may be looked at (§2.3.1.4), else 0.
    """

    allowed: bool
    pause: float = 0.0
    status: int = 0


class RobotsFiles:
    """The robots.txt of the sites of one run, at most `MAX_SITES` of them at a time."""

    def __init__(self, client: Client, turns: HostTurns) -> None:
        self.client, self.turns = replace(client, limits=LIMITS), turns
        self._sites: dict[str, Protego | int] = {}  # the rules, or the status with which they failed

    async def permission(self, url: URL) -> Permission:
        """Returns whether we may look at a page. Raises: NetError while the site cannot be reached."""
        site = str(url.origin())
        if site not in self._sites:
            rules = await self._read(site, url.raw_host or "")
            if len(self._sites) >= MAX_SITES:
                self._sites.pop(next(iter(self._sites)))
            self._sites[site] = rules
        rules = self._sites[site]
        if isinstance(rules, int):
            return Permission(False, status=rules)
        return Permission(rules.can_fetch(str(url), AGENT), float(rules.crawl_delay(AGENT) or 0))

    async def _read(self, site: str, host: str) -> Protego | int:
        """Reads the rules of a site. One that answers 4xx has none (§2.3.1.3). Raises: NetError."""
        async with self.turns.turn(host):
            try:
                response = await self.client.request("GET", f"{site}/robots.txt")
            except ResponseTooLarge:
                return 413
        if response.status == 429 or response.status >= 500:
            return response.status
        if response.status >= 300:
            return NO_RULES
        return Protego.parse(own_groups(response.body.decode("utf-8", "replace")))


def own_groups(text: str) -> str:
    """Returns the lines of a robots.txt that are for us, at most MAX_LINES: Protego's work grows with the number of
    user agents times the number of their rules, and the file is written by a stranger.
    """
    lines, agents, in_names = list[str](), set[str](), False
    for line in text.splitlines():
        field, _, value = line.partition("#")[0].partition(":")
        if field.strip().lower() == "user-agent":
            agents, agent = agents if in_names else set(), value.strip().lower()
            if agent in OWN_AGENTS and agent not in agents:
                agents.add(agent)
                lines.append(line)
        elif agents:
            lines.append(line)
        in_names = field.strip().lower() == "user-agent" or (in_names and not field.strip())
        if len(lines) >= MAX_LINES:
            break
    return "\n".join(lines)
