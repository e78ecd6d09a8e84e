"""The controls of a page's forms, and which of them share a name or an id."""

from collections import Counter
from dataclasses import dataclass, field

from tests.documents import Document

GROUPS = {"radio", "checkbox"}  # several of a name are one question
PRESSED = {"submit", "button", "reset", "image"}  # of several of a name only the pressed one is sent


@dataclass
class FormControls:
    """What stands in one form: the names of its fields, those of its groups, and those of its buttons."""

    action: str = ""
    fields: Counter[str] = field(default_factory=Counter)
    groups: set[tuple[str, str]] = field(default_factory=set)
    buttons: set[str] = field(default_factory=set)

    def add(self, name: str, kind: str) -> None:
        if kind in GROUPS:
            self.groups.add((name, kind))
        elif kind in PRESSED:
            self.buttons.add(name)
        else:
            self.fields[name] += 1

    @property
    def doubled(self) -> list[str]:
        names = self.fields + Counter(name for name, _ in self.groups) + Counter(self.buttons)
        return sorted(f"name={name} in {self.action}" for name, count in names.items() if count > 1)


def doubled(html: str) -> list[str]:
    """What two controls of a form, or two elements of the page, share: `name=starts in /…`, `id=f-title`."""
    document = Document(html)
    forms = {element: FormControls(element.attributes.get("action", "")) for element in document.all("form")}
    by_id = {element.attributes.get("id", ""): form for element, form in forms.items()}
    for control in document.all("input", "select", "textarea", "button"):
        attributes = control.attributes
        inside = control.nearest("form")
        form = by_id.get(attributes["form"]) if "form" in attributes else forms[inside] if inside else None
        if form and attributes.get("name") and "disabled" not in attributes:
            form.add(attributes["name"], attributes.get("type", "submit" if control.tag == "button" else control.tag))
    ids = Counter(element.attributes["id"] for element in document.elements if "id" in element.attributes)
    return sorted(
        {
            *(f"id={id}" for id, count in ids.items() if count > 1),
            *(one for form in forms.values() for one in form.doubled),
        }
    )
