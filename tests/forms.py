"""Pages as a browser and as htmx read them: the links that are there, the forms with what each of them would send."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "path", "rect", "circle", "use",
        "line", "polyline", "stop"}
VERBS = ("get", "post", "put", "patch", "delete")
UNTYPED = {"hidden", "submit", "button", "image", "reset", "file", "password"}
Attributes = dict[str, str]


@dataclass(slots=True)
class Control:
    """A field of a form. `options` are those of a select: their values, and whether each is selected."""

    tag: str
    attributes: Attributes
    value: str = ""
    options: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.attributes.get("name", "")

    @property
    def kind(self) -> str:
        return self.attributes.get("type", "text") if self.tag == "input" else self.tag

    @property
    def ticks(self) -> bool:
        return self.kind in {"checkbox", "radio"}

    @property
    def typed(self) -> bool:
        """Whether somebody writes into it, so that it may not be lost."""
        return self.kind not in UNTYPED and not self.ticks and self.tag not in {"select", "button"} \
            and "readonly" not in self.attributes

    def sent(self) -> list[str]:
        """What a browser sends for it."""
        if "disabled" in self.attributes or not self.name or self.kind in {"submit", "button", "reset", "file"}:
            return []
        if self.tag == "select":
            chosen = [value for value, selected in self.options if selected]
            return chosen if chosen or "multiple" in self.attributes else [value for value, _ in self.options[:1]]
        if self.ticks:
            return [self.attributes.get("value", "on")] if "checked" in self.attributes else []
        return [self.value]


@dataclass(slots=True)
class Form:
    """A form of a page; its buttons are those that submit it, wherever on the page they are."""

    attributes: Attributes
    controls: list[Control] = field(default_factory=list)
    buttons: list[Control] = field(default_factory=list)

    @property
    def method(self) -> str:
        return self.attributes.get("method", "get").lower()

    @property
    def action(self) -> str:
        return self.attributes.get("action", "")

    def values(self) -> list[tuple[str, str]]:
        """The names and values that a browser sends, without those of a button."""
        return [(control.name, value) for control in self.controls for value in control.sent()]

    def named(self, name: str) -> list[Control]:
        return [control for control in self.controls if control.name == name]


@dataclass(frozen=True, slots=True)
class HtmxRequest:
    """An element that htmx sends a request for; `form` is the one it stands in or is, if any."""

    method: str
    url: str
    attributes: Attributes
    form: Form | None

    @property
    def target(self) -> str:
        return self.attributes.get("hx-target", "")

    def swaps(self, status: int) -> bool:
        """Whether the page shows an answer of this status: below 400 always, above where the element says so."""
        return status < 400 or any(f"hx-status:{code}" in self.attributes for code in (status, f"{status // 100}xx"))


class Page(HTMLParser):
    """`links` are the addresses it leads to, `forms` its forms, `requests` what htmx sends from it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.ids: dict[str, Form] = {}
        self.requests: list[HtmxRequest] = []
        self.elsewhere: list[tuple[str, Control]] = []
        self._open: list[tuple[str, Attributes, Form | None]] = []
        self._select: Control | None = None
        self._text: Control | None = None
        self.feed(html)
        for id, control in self.elsewhere:
            self._belong(self.ids.get(id), control)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if any(open_tag == "template" for open_tag, _, _ in self._open):
            return
        form = self._form
        if tag == "form":
            form = Form(given)
            self.forms.append(form)
            self.ids[given.get("id", "")] = form
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in {"input", "select", "textarea", "button"}:
            form = self._take(tag, given, form)
        if tag == "option" and self._select:
            self._select.options.append((given.get("value", ""), "selected" in given))
        if tag not in VOID:
            self._open.append((tag, given, form if tag in {"form", "button"} else None))
        self._requests(given, form)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"textarea", "select"}:
            self._text = self._select = None
        while self._open and any(one == tag for one, _, _ in self._open) and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.value += data.removeprefix("\n") if not self._text.value else data

    @property
    def _form(self) -> Form | None:
        return next((form for tag, _, form in reversed(self._open) if tag == "form"), None)

    def _take(self, tag: str, given: Attributes, form: Form | None) -> Form | None:
        control = Control(tag, given, given.get("value", ""))
        self._text = control if tag == "textarea" else None
        self._select = control if tag == "select" else None
        if "form" in given:
            self.elsewhere.append((given["form"], control))
            return self.ids.get(given["form"])
        self._belong(form, control)
        return form

    @staticmethod
    def _belong(form: Form | None, control: Control) -> None:
        submits = control.kind in {"submit", "image"} or (
            control.tag == "button" and control.attributes.get("type", "submit") == "submit")
        if form:
            (form.buttons if submits else form.controls).append(control)

    def _requests(self, given: Attributes, form: Form | None) -> None:
        for verb in VERBS:
            if url := given.get(f"hx-{verb}"):
                self.requests.append(HtmxRequest(verb, url, self._inherited() | given, form))

    def _inherited(self) -> Attributes:
        """What the elements around pass on: in htmx 4 only attributes that end in `:inherited`."""
        found: Attributes = {}
        for _, given, _ in self._open:
            found |= {name.removesuffix(":inherited"): value for name, value in given.items()
                      if name.startswith("hx-") and name.endswith(":inherited")}
        return found


def pages(html: str) -> Iterator[Page]:
    yield Page(html)
