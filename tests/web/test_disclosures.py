"""What opens and closes shows by one mark whether it is open, wherever it is."""

import re

from app.kernel.package_files import ROOT
from app.pages.theme.stylesheet import load_stylesheets

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SUMMARY = re.compile(r"<summary.*?</summary>", re.DOTALL)


def test_no_disclosure_has_a_second_mark_beside_the_one_that_all_have() -> None:
    summaries = {f"{path.name}: {summary}" for path in TEMPLATES for summary in SUMMARY.findall(path.read_text())}

    assert len(summaries) > 10
    assert {summary for summary in summaries if "chevron" in summary} == set()


def test_every_disclosure_of_the_dashboard_has_a_mark_that_turns() -> None:
    """The rule of base.css draws it before the words; no other rule takes it away."""
    css = {path.name: path.read_text() for path in (ROOT / "static" / "css").rglob("*.css")}

    assert "details[open] > summary::before" in css["base.css"]
    assert [name for name, text in css.items() if re.search(r"summary[^}]*?&::before \{\s*content: none", text)] == []


def test_the_share_disclosure_of_a_public_page_shows_whether_it_is_open() -> None:
    css = load_stylesheets(("page",))

    assert re.search(r"\.share>summary::after\{content:\"\"", css)
    assert re.search(r"\.share\[open\]>summary::after\{[^}]*transform:rotate\(-135deg\)", css)
