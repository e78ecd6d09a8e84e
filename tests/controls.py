"""The controls of a page's forms, and which of them share a name or an id."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

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


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.forms: list[FormControls] = []
        self.by_id: dict[str, FormControls] = {}
        self.open: FormControls | None = None
        self.apart: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids[given["id"]] += 1
        if tag == "form":
            self.open = FormControls(given.get("action", ""))
            self.forms.append(self.open)
            self.by_id[given.get("id", "")] = self.open
        elif tag in {"input", "select", "textarea", "button"} and given.get("name") and "disabled" not in given:
            kind = given.get("type", "submit" if tag == "button" else tag)
            if "form" in given:
                self.apart.append((given["form"], given["name"], kind))
            elif self.open is not None:
                self.open.add(given["name"], kind)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None


def doubled(html: str) -> list[str]:
    """What two controls of a form, or two elements of the page, share: `name=starts in /…`, `id=f-title`."""
    reader = _Reader()
    reader.feed(html)
    for id, name, kind in reader.apart:
        if id in reader.by_id:
            reader.by_id[id].add(name, kind)
    ids = [f"id={id}" for id, count in reader.ids.items() if count > 1]
    return sorted({*ids, *(one for form in reader.forms for one in form.doubled)})
