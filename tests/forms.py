"""Pages as a browser and as htmx read them: the links that are there, the forms with what each of them would send."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "path", "rect", "circle", "use",
        "line", "polyline", "stop"}
VERBS = ("get", "post", "put", "patch", "delete")
UNTYPED = {"hidden", "submit", "button", "image", "reset", "file", "password", "range", "color"}
Attributes = dict[str, str]
Values = list[tuple[str, str]]


@dataclass(slots=True)
class Control:
    """A field of a form. `options` are those of a select: their values, and whether each is selected.

    `inside` are the ids of the elements around it.
    """

    tag: str
    attributes: Attributes
    value: str = ""
    options: Values = field(default_factory=list)
    inside: frozenset[str] = frozenset()

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
    def submits(self) -> bool:
        button = self.tag == "button" and self.attributes.get("type", "submit") == "submit"
        return button or self.kind in {"submit", "image"}

    @property
    def typed(self) -> bool:
        """Whether people write into it."""
        return self.tag in {"input", "textarea"} and self.kind not in UNTYPED and not self.ticks \
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
    def multipart(self) -> bool:
        return "multipart" in self.attributes.get("enctype", "")

    def values(self) -> Values:
        """The names and values that a browser sends, without those of a button."""
        return [(control.name, value) for control in self.controls for value in control.sent()]


@dataclass(frozen=True, slots=True)
class Sending:
    """One way to send something from a page: a button of a form, or an element of htmx (`headers`)."""

    method: str
    url: str
    form: Form | None
    values: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    attributes: Attributes = field(default_factory=dict)

    @property
    def by_htmx(self) -> bool:
        return bool(self.headers)

    @property
    def whole(self) -> bool:
        """Whether a whole page may come back to htmx."""
        return ("HX-Request-Type", "full") in self.headers

    def replaces(self, control: Control, status: int) -> bool:
        """Whether the page has another element in the place of a control after an answer of this status.

        htmx shows what is below 400, and above that what the element names.
        """
        if not self.by_htmx:
            return True
        if self.attributes.get("hx-swap") == "none" or (
                status >= 400 and f"hx-status:{status}" not in self.attributes):
            return False
        target = self.attributes.get("hx-target", "this").removeprefix("#")
        if target == "this":
            target = self.attributes.get("id", "") or ("" if self.form is None else self.form.attributes.get("id", ""))
        return target in control.inside


class Page(HTMLParser):
    """`links` are the addresses it leads to, `controls` all fields, `sendings` what can be sent from it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.controls: list[Control] = []
        self._ids: dict[str, Form] = {}
        self._htmx: list[tuple[str, Attributes, Form | None]] = []
        self._elsewhere: list[tuple[str, Control]] = []
        self._open: list[tuple[str, Attributes, Form | None]] = []
        self._filled: Control | None = None
        self.feed(html)
        for id, control in self._elsewhere:
            self._belong(self._ids.get(id), control)

    @property
    def sendings(self) -> list[Sending]:
        none: list[Control | None] = [None]
        plain = [self._plain(form, button) for form in self.forms for button in form.buttons or none]
        return plain + [self._by_htmx(verb, given, form) for verb, given, form in self._htmx]

    @staticmethod
    def _plain(form: Form, button: Control | None) -> Sending:
        given = button.attributes if button else {}
        method = given.get("formmethod", form.attributes.get("method", "get")).lower()
        own = ((given["name"], given.get("value", "")),) if given.get("name") else ()
        return Sending(method, given.get("formaction", form.attributes.get("action", "")), form, own)

    def _by_htmx(self, verb: str, given: Attributes, form: Form | None) -> Sending:
        """GET and DELETE send no form, unless the element is one (htmx 4)."""
        whole = given.get("hx-target") == "body" or "hx-select" in given
        owner = self._ids.get(given["form"]) if given.get("form") else form
        sent = owner if verb not in {"get", "delete"} or (owner and owner.attributes.items() <= given.items()) else None
        own = ((given["name"], given.get("value", "")),) if given.get("name") else ()
        headers = (("HX-Request", "true"), ("HX-Request-Type", "full" if whole else "partial"))
        return Sending(verb, given[f"hx-{verb}"], sent, own, headers, given)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if any(open_tag == "template" for open_tag, _, _ in self._open):
            return
        if tag == "form":
            self.forms.append(Form(given))
            self._ids[given.get("id", "")] = self.forms[-1]
        form = self.forms[-1] if tag == "form" else self._form
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in {"input", "select", "textarea", "button"}:
            self._take(Control(tag, given, given.get("value", "")), form)
        if tag == "option" and self._filled:
            self._filled.options.append((given.get("value", ""), "yes" if "selected" in given else ""))
        inherited = self._inherited()
        self._htmx += [(verb, inherited | given, form) for verb in VERBS if given.get(f"hx-{verb}")]
        if tag not in VOID:
            self._open.append((tag, given, form if tag == "form" else None))

    def handle_endtag(self, tag: str) -> None:
        if tag in {"textarea", "select"}:
            self._filled = None
        while any(one == tag for one, _, _ in self._open) and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._filled and self._filled.tag == "textarea":
            self._filled.value += data

    @property
    def _form(self) -> Form | None:
        return next((form for tag, _, form in reversed(self._open) if tag == "form"), None)

    def _take(self, control: Control, form: Form | None) -> None:
        control.inside = frozenset(given["id"] for _, given, _ in self._open if "id" in given)
        self.controls.append(control)
        self._filled = control if control.tag in {"textarea", "select"} else None
        if id := control.attributes.get("form"):
            self._elsewhere.append((id, control))
        else:
            self._belong(form, control)

    @staticmethod
    def _belong(form: Form | None, control: Control) -> None:
        if form:
            (form.buttons if control.submits else form.controls).append(control)

    def _inherited(self) -> Attributes:
        """What the elements around pass on: in htmx 4 only attributes that end in `:inherited`."""
        found: Attributes = {}
        for _, given, _ in self._open:
            found |= {name.removesuffix(":inherited"): value for name, value in given.items()
                      if name.startswith("hx-") and name.endswith(":inherited")}
        return found
