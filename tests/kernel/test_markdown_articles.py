"""Articles in Markdown become pages: with anchors, values, tables that scroll, and no raw HTML."""

from pathlib import Path

import pytest

from app.kernel.markdown_articles import Heading, read_article

SOURCE = """# Your first link

Paste, name, share.

{#paste}
## Paste *it*

Go to `${base}` <b>now</b>.

| a | b |
| - | - |
| 1 | 2 |

```sh
curl x
```
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "first.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_an_article_has_its_title_summary_and_sections(file: Path) -> None:
    article = read_article(file, {"base": "https://kliqs.test"})

    assert (article.title, article.summary) == ("Your first link", "Paste, name, share.")
    assert article.headings == [Heading(2, "paste", "Paste *it*")]
    assert '<h2 id="paste">' in article.html and "https://kliqs.test" in article.html
    assert "Your first link" not in article.html
    assert "curl x" in article.text


def test_tables_and_code_scroll_by_themselves_and_html_is_text(file: Path) -> None:
    article = read_article(file, {"base": ""})

    assert '<div class="scroll-x card" tabindex="0"><table' in article.html
    assert "<pre tabindex=0>" in article.html
    assert "<b>" not in article.html and "&lt;b&gt;" in article.html


def test_a_value_that_nobody_gives_is_told(file: Path) -> None:
    with pytest.raises(KeyError):
        read_article(file)
