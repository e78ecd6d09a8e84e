"""The starters: templates of pages for six kinds of people, in both languages, which the owner then edits."""

from __future__ import annotations

from contextvars import copy_context
from typing import NamedTuple

from app.kernel import i18n
from app.kernel.refusal import N_
from app.pages.block import Block
from app.pages.content import Content
from app.pages.theme.theme import Theme

Line = tuple[str, dict[str, str]]  # the kind of a block, and its texts: message ids, or values such as a price
SAMPLE_URL, SAMPLE_PHONE = "https://example.com/", "+628111111111"


class Starter(NamedTuple):
    """A template of a page. `label` and `bio` are message ids; `lines` become blocks without destinations."""

    label: str
    bio: str
    preset: str
    lines: tuple[Line, ...]

    def content(self, language: str, name: str = "", *, sample: bool = False) -> Content:
        """The page in a language, named `name` or like the starter.

        A `sample` gets example destinations, so that all its blocks are complete and visible in a gallery.
        """
        return copy_context().run(self._translate, language, name, sample)

    def _translate(self, language: str, name: str, sample: bool) -> Content:
        """Sets the language of the current context, which must be a copy, and makes the content in it."""
        i18n.set_language(language)
        blocks = tuple(
            Block.new(kind, _values(kind, texts, sample), items=_items(kind, texts)) for kind, texts in self.lines
        )
        return Content(
            name=name or i18n.gettext(self.label),
            bio=i18n.gettext(self.bio),
            language=language,
            blocks=blocks,
            theme=Theme(preset=self.preset),
        )


def _values(kind: str, texts: dict[str, str], sample: bool) -> dict[str, str]:
    """The values of a block's fields from the texts of a line."""
    values = _translations(texts)
    if kind == "faq":
        return {name: value for name, value in values.items() if name == "title"}
    if kind in {"link", "product"}:
        values = {"note": ""} | values | {"url": SAMPLE_URL if sample else ""}
    if kind == "product":
        values |= {"picture": "", "price": texts["price"]}
    if kind == "whatsapp":
        values |= {"number": SAMPLE_PHONE if sample else ""}
    return values


def _items(kind: str, texts: dict[str, str]) -> tuple[dict[str, str], ...]:
    """The list of a block from the texts of a line: one question with its answer, or nothing."""
    if kind != "faq":
        return ()
    return ({name: value for name, value in _translations(texts).items() if name != "title"},)


def _translations(texts: dict[str, str]) -> dict[str, str]:
    return {name: i18n.gettext(value) for name, value in texts.items()}


def _link(title: str, note: str = "") -> Line:
    return "link", {"title": title} | ({"note": note} if note else {})


def _whatsapp(title: str, message: str) -> Line:
    return "whatsapp", {"title": title, "message": message}


def _email_form(title: str, consent: str) -> Line:
    return "form", {"title": title, "consent": consent}


def _faq(question: str, answer: str) -> Line:
    return "faq", {"title": N_("Good to know"), "question": question, "answer": answer}


CONSENT = N_("At most one email a month. You can stop at any time.")
STARTERS = {
    "shop": Starter(
        N_("Shop"),
        N_("Made by hand, sent to all of Indonesia."),
        "nila",
        (
            _link(N_("New collection"), N_("See what is new this week")),
            _link(N_("Shop on Shopee")),
            _whatsapp(N_("Ask on WhatsApp"), N_("Hello, is this still available?")),
            ("product", {"title": N_("Our bestseller"), "price": "75000"}),
            _faq(N_("How long does delivery take?"), N_("Two to four days in Java, up to a week elsewhere.")),
        ),
    ),
    "musician": Starter(
        N_("Musician"),
        N_("Songs from a small room."),
        "malam",
        (
            _link(N_("Listen to the new single"), N_("Out now everywhere")),
            ("heading", {"title": N_("On stage")}),
            _link(N_("Tickets for the next concert")),
            _link(N_("Bookings")),
            _email_form(N_("News before everybody else"), CONSENT),
        ),
    ),
    "teacher": Starter(
        N_("Teacher"),
        N_("Material, dates and answers for my classes."),
        "daun",
        (
            ("heading", {"title": N_("This week")}),
            _link(N_("Lesson material")),
            _link(N_("Hand in your homework")),
            _whatsapp(N_("Ask me something"), N_("Hello, I have a question about the lesson:")),
            _faq(N_("When can I reach you?"), N_("On weekdays from 3 to 5 in the afternoon.")),
        ),
    ),
    "cafe": Starter(
        N_("Cafe"),
        N_("Coffee from our own hills, open every day."),
        "soga",
        (
            _link(N_("Menu"), N_("Coffee, tea and what we baked today")),
            _link(N_("Order for delivery")),
            _whatsapp(N_("Book a table"), N_("Hello, a table for two this evening, please.")),
            ("text", {"text": N_("Open every day, 8 in the morning to 10 at night.")}),
        ),
    ),
    "photographer": Starter(
        N_("Photographer"),
        N_("Portraits and weddings, in quiet light."),
        "koran",
        (
            _link(N_("Portfolio")),
            _link(N_("Prices and packages")),
            _whatsapp(N_("Ask for a date"), N_("Hello, are you free on this day:")),
            _faq(N_("When do we get the pictures?"), N_("First ones after three days, all after three weeks.")),
        ),
    ),
    "community": Starter(
        N_("Community"),
        N_("We meet, we make, we share. Come along."),
        "pesta",
        (
            _link(N_("Join the group")),
            ("heading", {"title": N_("Next meeting")}),
            _link(N_("Sign up for the next meeting"), N_("Free, but places are few")),
            ("text", {"text": N_("Everybody is welcome. Bring a friend.")}),
            _email_form(N_("Hear about the next one"), CONSENT),
        ),
    ),
}
