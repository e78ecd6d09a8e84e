"""Redirects whose bytes are the same at any time, prepared once for each reading of a link.

These are the redirects of live links without an end and a click limit, for visitors who send no query. Those of a link
with rules are prepared one by one for each destination, as soon as somebody is led there. What is prepared is used only
with the very resolution from which it was made: a link that is read anew is prepared anew. A fetcher of
previews gets none of a link with a preview: the lane asks before.
"""

from __future__ import annotations

from typing import NamedTuple

from app.front.lanes.response_bytes import begin_redirect_head
from app.kernel import clock
from app.kernel.bounded_cache import BoundedCache
from app.kernel.surfaces import Site
from app.links.redirect_decision import Decision, decide, lead_to
from app.links.resolution import Resolution, Target
from app.links.rules.choice import Choice, count_destinations, depends_on_visitor, needs_agent
from app.names.name_on_domain import NameKey
from app.visits.recording import origin
from app.visits.recording.capture import PlainLink
from app.visits.visit import DetailLevel

MAX_PREPARED, MAX_PREPARED_BYTES = 16_384, 64 * 2**20  # links, most of less than 2 KB each
HEAD_BYTES = 1_000  # of the head of a redirect and what is recorded with it, besides the destination


class PreparedRedirect(NamedTuple):
    """A redirect that is prepared: `head` are its status line and its headers but those of `end_of_head`. `plain` is
    the link for `RedirectService.plain_line`; None where not every detail of a visit is recorded.
    """

    resolution: Resolution
    target: Target
    decision: Decision
    head: bytes
    plain: PlainLink | None


class RuledRedirect(NamedTuple):
    """A link with rules, or with addresses for phones, of which all details are recorded, and what is prepared for each
    of its destinations. `needs_agent` is that of choice.py.
    """

    resolution: Resolution
    target: Target
    needs_agent: bool
    secure: bool
    by_choice: dict[Choice, tuple[PlainLink, bytes] | None]

    def prepared(self, choice: Choice) -> tuple[PlainLink, bytes] | None:
        """Returns the link as it is recorded, and the head of its redirect; None where it leads to an app."""
        try:
            return self.by_choice[choice]
        except KeyError:
            prepared = self.by_choice[choice] = self._prepare(choice)
            return prepared

    def _prepare(self, choice: Choice) -> tuple[PlainLink, bytes] | None:
        decision, target = lead_to(self.target, choice), self.target
        if not decision.location:
            return None
        campaign = origin.utm_values_of_url(decision.destination)
        plain = PlainLink(target.id, target.account_id, campaign, choice.rule, choice.variant)
        return plain, begin_redirect_head(decision, self.secure)


class PreparedRedirects:
    """At most MAX_PREPARED redirects of at most MAX_PREPARED_BYTES; all are dropped when the site changes."""

    def __init__(self) -> None:
        self.by_name: BoundedCache[NameKey, PreparedRedirect | RuledRedirect] = BoundedCache(
            MAX_PREPARED, MAX_PREPARED_BYTES
        )
        self._site: Site | None = None

    def get_or_prepare(
        self, key: NameKey, resolution: Resolution, site: Site
    ) -> PreparedRedirect | RuledRedirect | None:
        """Returns the redirect of a name that was resolved to `resolution`, to whoever sends no query; None where it
        depends on more than that.
        """
        prepared = self.by_name.get(key)
        if prepared is not None and prepared[0] is resolution and site is self._site:
            return prepared
        return self._prepare(key, resolution, site)

    def _prepare(self, key: NameKey, resolution: Resolution, site: Site) -> PreparedRedirect | RuledRedirect | None:
        link = resolution.target
        if link is None or link.expires_at is not None or link.click_limit is not None:
            return None
        now = clock.now()
        decision = decide(link, True, "", now)
        if not decision.location or not decision.is_cacheable:
            return None
        detailed = link.tracked and link.keeps == DetailLevel.ALL
        prepared: PreparedRedirect | RuledRedirect
        if depends_on_visitor(link):
            if not detailed:
                return None
            prepared = RuledRedirect(resolution, link, needs_agent(link), site.secure, {})
        elif link.next_url_at is not None and link.next_url_at > now:
            return None
        else:
            plain = PlainLink(link.id, link.account_id, origin.utm_values_of_url(decision.destination))
            head = begin_redirect_head(decision, site.secure)
            prepared = PreparedRedirect(resolution, link, decision, head, plain if detailed else None)
        if site is not self._site:
            self.by_name.clear()
            self._site = site
        self.by_name.store(key, prepared, _estimate_bytes(resolution, link))
        return prepared


def _estimate_bytes(resolution: Resolution, link: Target) -> int:
    """About how many bytes the redirect of a link takes with the heads for all its destinations: each has its own
    destination in it twice, and that of a rule the link's too.
    """
    heads = count_destinations(link)
    return 3 * resolution.estimated_bytes + heads * (HEAD_BYTES + len(link.destination_url) + len(link.next_url))
