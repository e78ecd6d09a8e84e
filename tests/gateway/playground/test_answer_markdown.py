"""Answers of models are drawn as Markdown, without HTML, pictures, other schemes, or much time."""

from __future__ import annotations

import pytest

from app.gateway.playground.answer_markdown import LONGEST, draw_answer, draw_answers


def test_lists_tables_code_and_headings_are_drawn() -> None:
    html = draw_answer("# Kopi\n\n- **satu**\n\n| a |\n|---|\n| 1 |\n\n```python\nprint(1 < 2)\n```")
    for part in ("<strong>Kopi</strong>", "<li><strong>satu</strong></li>", "<td>1</td>", "print(1 &lt; 2)"):
        assert part in html
    assert "<h1" not in html, "the headings of the page go on below"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![picture](https://tracker.example/a.png)",
        "[link](javascript:alert(1))",
        "<https://a.example/><b onclick=x>",
        '```"><script>\nx\n```',
        "[a]: javascript:x\n\n[a]",
    ],
)
def test_nothing_in_it_runs_or_is_loaded(text: str) -> None:
    html = draw_answer(text).lower()
    assert not any(part in html for part in ("<script", "<img", 'href="javascript', "<b "))


def test_links_tell_nobody_where_they_stood() -> None:
    assert 'rel="nofollow noopener noreferrer"' in draw_answer("[a](https://a.example/)")


def test_the_latest_answers_are_drawn_and_long_ones_stay_text() -> None:
    long = "*a* " * (LONGEST // 4)
    first, second, third = draw_answers(["*old*", long, "*new*"])
    assert "<em>new</em>" in third and "<em>" not in second and "<em>" not in first
    assert "<em>" not in draw_answer(long + "longer")
