"""The link form of the dashboard: its submitted fields, and the changes that they request."""

from typing import Any, Self, cast

from app.accounts.models import Account
from app.kernel import i18n, text
from app.kernel.destination import add_scheme
from app.kernel.refusal import Faults, Refusal
from app.links.models import Link
from app.links.name_claims import parse_aliases
from app.links.table_cells import parse_click_limit, parse_redirect_status
from app.links.tag import parse_tags
from app.links.utm.form import FORM_FIELDS, builder_values, destination_with_utm
from app.links.validation import Changes, check_changes, parse_expiry, parse_link_time
from app.names.models import Name
from app.names.slug import fold_name
from app.web.forms import Form

ELSEWHERE = ("fallback_url", "next_url", "ios_url", "android_url", "external_id")  # texts of the section on routing
TEXTS, TIMES = ("title", "description", "notes", *ELSEWHERE), ("expires_at", "opens_at", "next_url_at")
SECTION = frozenset({*ELSEWHERE, "opens_at", "next_url_at", "append_path"})  # all its fields


class LinkForm(Form):
    """The form that creates or edits a link; the URL may be typed without its scheme.

    Fields: url slug aliases title description notes tags expires_at click_limit password no_password forward_query
    tracked redirect_status opens_at fallback_url next_url next_url_at ios_url android_url append_path external_id
    version another, and those of the UTM builder (app/links/utm/form.py).
    """

    @classmethod
    async def submitted(cls) -> "LinkForm":
        """The form in the current request."""
        return cls((await Form.submitted()).values)

    @classmethod
    def of(cls, link: Link) -> "LinkForm":
        """The form filled with the values of a link whose names and tags are fetched."""
        other_names = [
            name.shown for name in link.names if name.folded != fold_name(link.short_code) and not name.held_at
        ]
        return cls(
            {
                "url": link.destination_url,
                "slug": link.short_code,
                "aliases": " ".join(other_names),
                **{name: getattr(link, name) or "" for name in TEXTS},
                "tags": ", ".join(tag.name for tag in link.tags),
                **{name: i18n.format_datetime_input(getattr(link, name)) for name in TIMES},
                "click_limit": str(link.click_limit or ""),
                "redirect_status": str(link.redirect_status),
                "version": str(link.version),
                **builder_values(link.destination_url),
                **{name: "on" for name in ("forward_query", "append_path", "tracked") if getattr(link, name)},
            }
        )

    async def blame_and_check_name(self, account: Account, refusal: Refusal, link: Link | None = None) -> Self:
        """As `blame_for` or `blame`, with the message for a taken name too, which is otherwise found last.

        `link` is the link that is edited.
        """
        if link:
            await self.blame_for(link, refusal)
        else:
            self.blame(refusal)
        if self["slug"].strip() and "slug" not in self.errors:
            try:
                await Name.check_available(account, self["slug"].strip(), link.id if link else None)
            except Refusal as unavailable:
                self.blame(unavailable)
        return self

    @property
    def scheme_added(self) -> bool:
        """Whether the URL was typed without a scheme, so that one was added."""
        return add_scheme(self["url"]) != self["url"]

    @property
    def has_utm(self) -> bool:
        """Whether anything is filled in in the UTM builder."""
        return any(self[field] for field in FORM_FIELDS)

    def changes(self, link: Link | None = None) -> Changes:
        """The changes that the form requests. Fields missing from the form keep their value.

        Raises: the exceptions of each field, all that apply at once.
        """
        faults, changes = Faults.gather(), self._text_fields(link)
        readers = (self._url, self._tags, self._aliases, self._expiry, self._click_limit, self._routing)
        for read_field in (*readers, self._elsewhere, self._schedule):
            with faults.catching():
                changes |= read_field(link)
        changes |= self._password()
        with faults.catching():
            check_changes(changes)
        faults.raise_if_any()
        return changes

    def _text_fields(self, link: Link | None) -> Changes:
        changes = Changes()
        if self.has("slug") and (text.trim(self["slug"]) or link is None):
            changes["slug"] = self["slug"]
        for name in ("title", "description", "notes"):
            if self.has(name):
                changes[name] = self[name]
        return changes

    def _url(self, link: Link | None) -> Changes:
        return Changes(url=destination_with_utm(self.values))

    def _tags(self, link: Link | None) -> Changes:
        return Changes(tags=parse_tags(self["tags"])) if self.has("tags") else Changes()

    def _aliases(self, link: Link | None) -> Changes:
        return Changes(aliases=parse_aliases(self["aliases"])) if self.has("aliases") else Changes()

    def _expiry(self, link: Link | None) -> Changes:
        typed = self["expires_at"]
        if not self.has("expires_at") or (link and typed == i18n.format_datetime_input(link.expires_at)):
            return Changes()
        return Changes(expires_at=parse_expiry(typed, i18n.current_time_zone()))

    def _click_limit(self, link: Link | None) -> Changes:
        return Changes(click_limit=parse_click_limit(self["click_limit"])) if self.has("click_limit") else Changes()

    def _password(self) -> Changes:
        if self.has("no_password"):
            return Changes(password=None)
        return Changes(password=self["password"]) if self["password"] else Changes()

    def _routing(self, link: Link | None) -> Changes:
        if not self.has("redirect_status"):
            return Changes()
        return Changes(
            redirect_status=parse_redirect_status(self["redirect_status"]),
            forward_query=self.has("forward_query"),
            tracked=self.has("tracked"),
        )

    def _elsewhere(self, link: Link | None) -> Changes:
        """Where the link leads besides."""
        if not self.has("next_url"):
            return Changes()
        return Changes(
            fallback_url=add_scheme(self["fallback_url"]),
            next_url=add_scheme(self["next_url"]),
            ios_url=self["ios_url"],
            android_url=self["android_url"],
            append_path=self.has("append_path"),
            external_id=self["external_id"],
        )

    def _schedule(self, link: Link | None) -> Changes:
        """When the link opens and when its destination changes. Raises: InvalidLinkTime, for both at once."""
        changes, faults = dict[str, Any](), Faults.gather()
        for name in ("opens_at", "next_url_at"):
            untouched = link is not None and self[name] == i18n.format_datetime_input(getattr(link, name))
            with faults.catching():
                if self.has(name) and not untouched:
                    changes[name] = parse_link_time(self[name], name, i18n.current_time_zone())
        faults.raise_if_any()
        return cast(Changes, changes)

    def blame(self, refusal: Refusal) -> "LinkForm":
        """Attaches the refusal's message to its field and returns the form."""
        super().blame(refusal)
        return self
