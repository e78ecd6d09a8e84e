"""The link form: as typed, and as the changes it asks for."""

import re

from app.kernel import i18n, text
from app.kernel.destination import add_scheme
from app.kernel.refusal import Faults, Refusal
from app.links.changes import Changes, InvalidClickLimit, InvalidStatus, expiry_of, validate
from app.links.models import Link
from app.links.name_claims import parse_aliases
from app.links.tag import parse as parse_tags
from app.names.slug import fold
from app.web.forms import Form

GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3}){1,3}|\d{1,11}", re.ASCII)


class LinkForm(Form):
    """Fields: url slug aliases title description notes tags expires_at click_limit password no_password
    forward_query tracked redirect_status version another. An address may come without its scheme."""

    @classmethod
    async def submitted(cls) -> "LinkForm":
        return cls((await Form.submitted()).values)

    @classmethod
    def of(cls, link: Link) -> "LinkForm":
        """The form filled from a link whose names and tags are fetched."""
        others = [name.shown for name in link.names if name.folded != fold(link.short_code) and not name.held_at]
        return cls({
            "url": link.destination_url, "slug": link.short_code, "aliases": " ".join(others), "title": link.title,
            "description": link.description, "notes": link.notes,
            "tags": ", ".join(tag.name for tag in link.tags), "expires_at": i18n.local_input(link.expires_at),
            "click_limit": str(link.click_limit or ""), "redirect_status": str(link.redirect_status),
            "version": str(link.version), **({"forward_query": "on"} if link.forward_query else {}),
            **({"tracked": "on"} if link.tracked else {}),
        })

    @property
    def scheme_added(self) -> bool:
        """Whether the address came without a scheme that it has now."""
        return add_scheme(self["url"]) != self["url"]

    def changes(self, link: Link | None = None) -> Changes:
        """What the form asks for; fields it does not have are kept. Refusals: those of each field, all at once."""
        faults, changes = Faults.gather(), self._words(link)
        for read in (self._tags, self._aliases, self._expiry, self._click_limit, self._routing):
            with faults.catching():
                changes |= read(link)
        changes |= self._secret()
        with faults.catching():
            validate(changes)
        faults.raise_if_any()
        return changes

    def _words(self, link: Link | None) -> Changes:
        changes = Changes(url=add_scheme(self["url"]))
        if self.given("slug") and (text.trimmed(self["slug"]) or link is None):
            changes["slug"] = self["slug"]
        for name in ("title", "description", "notes"):
            if self.given(name):
                changes[name] = self[name]
        return changes

    def _tags(self, link: Link | None) -> Changes:
        return Changes(tags=parse_tags(self["tags"])) if self.given("tags") else Changes()

    def _aliases(self, link: Link | None) -> Changes:
        return Changes(aliases=parse_aliases(self["aliases"])) if self.given("aliases") else Changes()

    def _expiry(self, link: Link | None) -> Changes:
        typed = self["expires_at"]
        if not self.given("expires_at") or (link and typed == i18n.local_input(link.expires_at)):
            return Changes()
        return Changes(expires_at=expiry_of(typed, i18n.zone()))

    def _click_limit(self, link: Link | None) -> Changes:
        return Changes(click_limit=_whole(self["click_limit"])) if self.given("click_limit") else Changes()

    def _secret(self) -> Changes:
        if self.given("no_password"):
            return Changes(password=None)
        return Changes(password=self["password"]) if self["password"] else Changes()

    def _routing(self, link: Link | None) -> Changes:
        if not self.given("redirect_status"):
            return Changes()
        status = self["redirect_status"]
        if not (status.isascii() and status.isdigit()):
            raise InvalidStatus
        return Changes(redirect_status=int(status[:6]), forward_query=self.given("forward_query"),
                       tracked=self.given("tracked"))

    def blame(self, refusal: Refusal) -> "LinkForm":
        super().blame(refusal)
        return self


def _whole(typed: str) -> int | None:
    """A number as people type it, thousands apart or not (`1.500`); `1.5` is none. Refusals: InvalidClickLimit."""
    number = text.trimmed(typed[:100])
    if not number:
        return None
    if not GROUPED.fullmatch(number):
        raise InvalidClickLimit
    return int(number.replace(".", "").replace(",", ""))
