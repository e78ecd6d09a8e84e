"""The reader of HTML in the tests reads what our templates write as Python's own parser does."""

from html.parser import HTMLParser

from tests.documents import Document
from tests.subtests import as_subtests

PAGES = (
    '<!doctype html>\n<html lang="id"><head><meta charset="utf-8"><title>A &amp; B</title></head><body></body></html>',
    '<p title="It\'s &quot;here&quot;" hidden data-x=\'a > "b"\' class=plain >one<br>two<br/>three</p>',
    '<a href="/x?a=1&amp;b=2&b=3" hx-get="/y" hx-status:422="swap:outerHTML" @click="go()">&lt;b&gt; &#x27;</a>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/><use href="#i"/></svg><script>if (a < b && "</p>") c()</script><i></i>',
    '<!-- <input name="no"> --><form><select name="s"><option value="" selected>-</option></select></form></p>end',
    '<textarea name="t">\n&lt;b&gt; 1</textarea><style>a > b { c: "<d>" }</style><template><b></b></template>',
    "<p\n  id='a'\n  title=\"\"\n>\n</P><INPUT Disabled>",
)


class Parsed(HTMLParser):
    """The tags with their attributes, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data


@as_subtests("html", PAGES)
def test_tags_attributes_and_texts_are_those_that_pythons_parser_finds(html: str) -> None:
    document, parsed = Document(html), Parsed(html)
    assert [(element.tag, element.attributes) for element in document.elements] == parsed.tags
    assert "".join(text.words for text in document.texts) == parsed.text


def test_an_element_is_in_those_that_are_not_closed_yet() -> None:
    document = Document("<form><p><input>a<b>c</b></p>d<i></form>e")
    around = {element.tag: [outer.tag for outer in element.around] for element in document.elements}
    assert around == {"form": [], "p": ["form"], "input": ["p", "form"], "b": ["p", "form"], "i": ["form"]}
    assert [(text.words, text.element and text.element.tag) for text in document.texts] == [
        ("a", "p"),
        ("c", "b"),
        ("d", "form"),
        ("e", None),
    ]
