"""Pages as a browser and as htmx read them: the links that are there, the forms with what each of them would send."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.documents import Attributes, Document, Element

VERBS = ("get", "post", "put", "patch", "delete")
UNTYPED = {"hidden", "submit", "button", "image", "reset", "file", "password", "range", "color"}
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
        return (
            self.tag in {"input", "textarea"}
            and self.kind not in UNTYPED
            and not self.ticks
            and "readonly" not in self.attributes
        )

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
        if self.attributes.get("hx-swap") == "none" or (status >= 400 and f"hx-status:{status}" not in self.attributes):
            return False
        target = self.attributes.get("hx-target", "this").removeprefix("#")
        if target == "this":
            target = self.attributes.get("id", "") or ("" if self.form is None else self.form.attributes.get("id", ""))
        return target in control.inside


class Page:
    """`links` are the addresses it leads to, `controls` all fields, `sendings` what can be sent from it."""

    def __init__(self, html: str) -> None:
        document = Document(html)
        options = document.inside("select", "option")
        elements = document.elements
        if document.all("template"):
            elements = [element for element in elements if not any(outer.tag == "template" for outer in element.around)]
        self._of = {element: Form(element.attributes) for element in elements if element.tag == "form"}
        self.forms = list(self._of.values())
        self._ids = {form.attributes.get("id", ""): form for form in self.forms}
        self.links = [
            element.attributes["href"] for element in elements if element.tag == "a" and "href" in element.attributes
        ]
        self.controls: list[Control] = []
        for element in elements:
            if element.tag in {"input", "select", "textarea", "button"}:
                self._take(element, options.get(element, []))
        self._htmx = [
            (verb, _inherited(element) | element.attributes, self._form(element))
            for element in elements
            for verb in VERBS
            if element.attributes.get(f"hx-{verb}")
        ]

    @property
    def sendings(self) -> list[Sending]:
        none: list[Control | None] = [None]
        plain = [self._plain(form, button) for form in self.forms for button in form.buttons or none]
        return plain + [self._by_htmx(verb, attributes, form) for verb, attributes, form in self._htmx]

    @staticmethod
    def _plain(form: Form, button: Control | None) -> Sending:
        attributes = button.attributes if button else {}
        method = attributes.get("formmethod", form.attributes.get("method", "get")).lower()
        own = ((attributes["name"], attributes.get("value", "")),) if attributes.get("name") else ()
        return Sending(method, attributes.get("formaction", form.attributes.get("action", "")), form, own)

    def _by_htmx(self, verb: str, attributes: Attributes, form: Form | None) -> Sending:
        """GET and DELETE send no form, unless the element is one (htmx 4)."""
        whole = attributes.get("hx-target") == "body" or "hx-select" in attributes
        owner = self._ids.get(attributes["form"]) if attributes.get("form") else form
        sent = (
            owner
            if verb not in {"get", "delete"} or (owner and owner.attributes.items() <= attributes.items())
            else None
        )
        own = ((attributes["name"], attributes.get("value", "")),) if attributes.get("name") else ()
        headers = (("HX-Request", "true"), ("HX-Request-Type", "full" if whole else "partial"))
        return Sending(verb, attributes[f"hx-{verb}"], sent, own, headers, attributes)

    def _form(self, element: Element) -> Form | None:
        inside = element.nearest("form")
        return self._of[inside] if inside else None

    def _take(self, element: Element, options: list[Element]) -> None:
        """Adds a control to the page, and to the form that it is in or names."""
        attributes = element.attributes
        control = Control(
            element.tag, attributes, attributes.get("value", "") + element.text * (element.tag == "textarea")
        )
        control.options = [
            (option.attributes.get("value", ""), "yes" if "selected" in option.attributes else "") for option in options
        ]
        control.inside = frozenset(outer.attributes["id"] for outer in element.around if "id" in outer.attributes)
        self.controls.append(control)
        form = self._ids.get(attributes["form"]) if attributes.get("form") else self._form(element)
        if form:
            (form.buttons if control.submits else form.controls).append(control)


def _inherited(element: Element) -> Attributes:
    """What the elements around pass on: in htmx 4 only attributes that end in `:inherited`."""
    passed: Attributes = {}
    for outer in reversed([*element.around]):
        passed |= {
            name.removesuffix(":inherited"): value
            for name, value in outer.attributes.items()
            if name.startswith("hx-") and name.endswith(":inherited")
        }
    return passed
