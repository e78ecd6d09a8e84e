"""The papers of the repository name only files that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAPERS = sorted([ROOT / "ARCHITECTURE.md", ROOT / "STYLE.md", *(ROOT / "decisions").glob("*.md")])
NAMED = re.compile(r"\b(?:app|tests|templates|static|locales|migrations|decisions)/[\w./-]*\w")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_paper_names_only_files_that_exist(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    assert len(text) > 400
    assert not [name for name in NAMED.findall(text) if not (ROOT / name).exists()]
