"""How templates are rendered: synchronously, after what they need was loaded, in a thread."""

import ast
import asyncio
import gc
import inspect
import re
import threading
import weakref
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import DictLoader, Environment, nodes
from quart import Quart

from app.kernel import i18n
from app.web import templates
from app.web.templates import SyncEnvironment, extended_templates, render_template
from tests.source_files import MODULES, source, syntax
from tests.waiting import DEADLINE, eventually

ROOT = Path(__file__).parent.parent.parent
PATHS = sorted(path.relative_to(ROOT / "templates").as_posix() for path in (ROOT / "templates").rglob("*.html"))
ASYNCHRONOUS = {"render_template", "render_template_string", "stream_template", "stream_template_string"}


async def shouted(context: dict[str, Any]) -> dict[str, Any]:
    return {"word": context["word_of_view"].upper(), "shout": "!"}


@pytest.fixture
def small() -> Quart:
    """An app of four templates, of which the layout has a loader."""
    app = Quart(__name__)
    templates.install(app, {"layout.html": shouted})
    app.jinja_env.loader = DictLoader(
        {
            "layout.html": "<p>{{ word }}{{ shout }}{% block more %}{% endblock %}</p>",
            "section.html": '{% extends "layout.html" %}',
            "page.html": '{% extends "section.html" %}{% block more %}{{ name }}{% endblock %}',
            "_piece.html": "{{ word_of_view }}{{ word }}",
        }
    )
    return app


async def test_a_page_is_rendered_with_what_the_loader_of_its_layout_returns(small: Quart) -> None:
    async with small.app_context():
        assert await render_template("page.html", word_of_view="kopi", name=" Sari") == "<p>KOPI! Sari</p>"


async def test_what_a_view_passes_goes_before_what_a_loader_returns(small: Quart) -> None:
    async with small.app_context():
        assert await render_template("page.html", word_of_view="kopi", word="teh") == "<p>teh!</p>"


class Shown:
    """Something that a page shows."""

    def __str__(self) -> str:
        return "kopi"


PAGES_WITH_MACROS = {
    "macros.html": "{% macro bold(text) %}<b>{{ text }}{{ here }}</b>{% endmacro %}",
    "with.html": '{% import "macros.html" as m with context %}{{ m.bold(here) }}',
    "without.html": '{% import "macros.html" as m %}{{ m.bold(here) }}',
    "own.html": "{% macro bold(text) %}<b>{{ text }}{{ here }}</b>{% endmacro %}{{ bold(here) }}",
    "include.html": '{% include "own.html" %}',
    "base.html": "{% macro bold(text) %}<b>{{ text }}{{ here }}</b>{% endmacro %}{% block more %}{% endblock %}",
    "extends.html": '{% extends "base.html" %}{% import "macros.html" as m with context %}'
    "{% block more %}{{ m.bold(here) }}{% endblock %}",
    "loop.html": '{% for n in [1] %}{% import "macros.html" as m with context %}{{ m.bold(here) }}{% endfor %}',
}


@pytest.mark.parametrize("path", [path for path in PAGES_WITH_MACROS if path not in {"macros.html", "base.html"}])
async def test_what_a_page_has_shown_is_forgotten_without_the_garbage_collector(small: Quart, path: str) -> None:
    small.jinja_env.loader = DictLoader(PAGES_WITH_MACROS)
    alive = weakref.WeakValueDictionary[int, Shown]()
    gc.disable()
    try:
        async with small.app_context():
            for _ in range(2):  # the second page shows that what imported templates keep is still there
                shown = Shown()
                alive[id(shown)] = shown
                inner = "" if path == "without.html" else "kopi"
                assert await render_template(path, here=shown) == f"<b>kopi{inner}</b>"
                del shown
                await eventually(lambda: not alive)  # the thread lets go after it has answered
    finally:
        gc.enable()


async def test_a_piece_without_the_layout_needs_no_loader(small: Quart) -> None:
    async with small.app_context():
        assert await render_template("_piece.html", word_of_view="kopi") == "kopi"


async def test_while_a_page_is_rendered_the_event_loop_answers_others(small: Quart) -> None:
    begun, may_end = threading.Event(), threading.Event()

    class Slow:
        def __str__(self) -> str:
            begun.set()
            return "kopi" if may_end.wait(DEADLINE) else "nobody else had a turn"

    async with small.app_context():
        page = asyncio.create_task(render_template("_piece.html", word_of_view=Slow()))
        await eventually(begun.is_set)
        may_end.set()
        assert await page == "kopi"


async def test_a_page_is_rendered_in_the_language_of_its_request(small: Quart) -> None:
    small.jinja_env.globals["language"] = i18n.current_language
    small.jinja_env.loader = DictLoader({"language.html": "{{ language() }}"})
    async with small.app_context():
        with i18n.language_context("en"):
            in_english = asyncio.create_task(render_template("language.html"))
        assert [await render_template("language.html"), await in_english] == ["id", "en"]


def test_templates_become_functions_and_not_asynchronous_generators(made_once: Quart) -> None:
    assert isinstance(made_once.jinja_env, SyncEnvironment)
    assert not inspect.isasyncgenfunction(made_once.jinja_env.get_template("links/index.html").root_render_func)


def test_nothing_renders_in_another_way() -> None:
    imports = {
        (path.relative_to(ROOT).as_posix(), alias.name)
        for path in MODULES
        if "quart" in source(path)
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("quart")
        for alias in node.names
    }
    assert len(imports) > 100
    assert not [(path, name) for path, name in imports if name in ASYNCHRONOUS]


def test_the_layout_of_every_page_is_known_without_parsing_it(made_once: Quart) -> None:
    environment = made_once.jinja_env
    assert {path: extended_templates(environment, path) for path in PATHS} == {
        path: tuple(parsed_parents(environment, path)) for path in PATHS
    }


def parsed_parents(environment: Environment, path: str) -> list[str]:
    """A template and those that it extends, as Jinja's parser sees them."""
    tree = environment.parse((ROOT / "templates" / path).read_text())
    extends = [node.template.value for node in tree.find_all(nodes.Extends) if isinstance(node.template, nodes.Const)]
    return [path, *(parent for extended in extends for parent in parsed_parents(environment, extended))]


def test_a_template_that_asks_for_a_password_hands_its_form_to_the_macro(made_once: Quart) -> None:
    """The macro says so where a password was typed before and must be typed again."""
    asking = [path for path in PATHS if "ui.password(" in (ROOT / "templates" / path).read_text()]
    assert len(asking) > 8
    for path in asking:
        sources = [(ROOT / "templates" / name).read_text() for name in extended_templates(made_once.jinja_env, path)]
        dynamic = "{% extends layout %}" in sources[-1]
        assert dynamic or any('{% import "shared/ui.html" as ui with context %}' in text for text in sources), path


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_words_of_templates_are_translated_as_jinja_does(made_once: Quart, language: str) -> None:
    messages = [message.id for message in catalogue() if isinstance(message.id, str) and "%" not in message.id]
    assert len(messages) > 1_000
    messages += ["50%% of <b>", *messages]
    rendered = made_once.jinja_env.from_string("{% for m in messages %}{{ _(m) }}\n{% endfor %}")
    expected = made_once.jinja_env.from_string("{% for m in messages %}{{ gettext(m) }}\n{% endfor %}")
    with i18n.language_context(language):
        assert rendered.render(messages=messages) == expected.render(messages=messages)


def test_a_value_in_a_translated_sentence_is_escaped(made_once: Quart) -> None:
    template = made_once.jinja_env.from_string('{{ _("%(name)s is created.", name=name) }}')
    with i18n.language_context("en"):
        assert template.render(name="<b>") == "&lt;b&gt; is created."


def catalogue() -> Catalog:
    with (ROOT / "locales" / "en" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale="en")


def test_no_two_regions_of_a_template_have_one_name() -> None:
    region = re.compile(r'<(?:section|[^>]*role="region")[^>]*? aria-label="([^"]+)"')
    names = {path: region.findall((ROOT / "templates" / path).read_text()) for path in PATHS}
    assert {path: labels for path, labels in names.items() if len(labels) != len(set(labels))} == {}


def test_a_box_of_code_holds_the_block_that_has_its_padding() -> None:
    sources = {path: (ROOT / "templates" / path).read_text() for path in PATHS if not path.startswith("bio/")}
    boxes = {
        path: (
            len(re.findall(r'class="code[ "]', source)),
            len(re.findall(r'<div class="code( code--wrap)?"><pre ', source)),
        )
        for path, source in sources.items()
    }
    assert {path: counts for path, counts in boxes.items() if counts[0] != counts[1]} == {}
