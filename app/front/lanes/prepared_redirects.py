"""Redirects whose bytes are the same for everyone and at any time, prepared once for each reading of a link.

These are the redirects of live links without an end, a click limit and rules, for visitors who send no query. What is
prepared is used only with the very resolution from which it was made: a link that is read anew is prepared anew. A
fetcher of previews gets none of a link with a preview: the lane asks before.
"""

from __future__ import annotations

from typing import NamedTuple

from app.front.lanes.response_bytes import serialize_redirect
from app.kernel import clock
from app.kernel.surfaces import Site
from app.links.redirect_decision import Decision, decide
from app.links.resolution import Resolution, Target
from app.links.rules.choice import depends_on_visitor
from app.names.name_key import NameKey
from app.visits.recording import origin
from app.visits.recording.capture import PlainLink
from app.visits.visit import DetailLevel

MAX_PREPARED = 16_384  # of less than 2 KB each


class PreparedRedirect(NamedTuple):
    """A redirect that is prepared: `head` are its status line and its headers but those of `end_of_head`. `plain` is
    the link for `RedirectService.plain_line`; None where not every detail of a visit is recorded.
    """

    resolution: Resolution
    target: Target
    decision: Decision
    head: bytes
    plain: PlainLink | None


class PreparedRedirects:
    """At most MAX_PREPARED redirects; all are dropped when there would be more, and when the site changes."""

    def __init__(self) -> None:
        self.by_name: dict[NameKey, PreparedRedirect] = {}
        self._site: Site | None = None

    def get(self, key: NameKey, resolution: Resolution, site: Site) -> PreparedRedirect | None:
        """Returns the redirect of a name that was resolved to `resolution`, to whoever sends no query; None where it
        depends on more than that.
        """
        prepared = self.by_name.get(key)
        if prepared is not None and prepared[0] is resolution and site is self._site:
            return prepared
        return self._prepare(key, resolution, site)

    def _prepare(self, key: NameKey, resolution: Resolution, site: Site) -> PreparedRedirect | None:
        link = resolution.target
        if link is None or link.expires_at is not None or link.click_limit is not None or depends_on_visitor(link):
            return None
        now = clock.now()
        decision = decide(link, True, "", now)
        will_change = link.next_url_at is not None and link.next_url_at > now
        if not decision.location or not decision.is_cacheable or will_change:
            return None
        if site is not self._site or len(self.by_name) >= MAX_PREPARED:
            self.by_name, self._site = {}, site
        plain = None
        if link.tracked and link.keeps == DetailLevel.ALL:
            plain = PlainLink(link.id, link.account_id, origin.utm_values_of_url(link.destination_url))
        prepared = PreparedRedirect(resolution, link, decision, serialize_redirect(decision, site.secure), plain)
        self.by_name[key] = prepared
        return prepared
