"""The address of a searched list says what was chosen, and begins with the first page unless a position is passed."""

from types import SimpleNamespace

from app.web.search_url import search_url


def test_it_has_what_was_chosen_with_the_changes_and_without_the_position() -> None:
    search = SimpleNamespace(q="kopi & teh", state="", cursor="abc")
    fields = ("q", "state", "cursor")
    assert search_url("/list", search, fields, {}) == "/list?q=kopi+%26+teh"
    assert search_url("/list", search, fields, {"q": "", "state": "open"}) == "/list?state=open"
    assert search_url("/list", search, fields, {"q": "", "cursor": "def"}) == "/list?cursor=def"
    assert search_url("/list", search, fields, {"q": ""}) == "/list"
