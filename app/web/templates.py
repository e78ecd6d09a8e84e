"""Renders templates synchronously, in a thread of their own.

Quart's own `render_template` uses an asynchronous Jinja environment, in which every block, loop and macro is an
asynchronous generator: a page takes a fifth more processor time, and the event loop gets no turn in between anyway.
So a template cannot await anything. What it needs from the database is passed to it by its view, or by a loader.

In a thread, a page of some milliseconds keeps no redirect waiting: the interpreter lets the event loop go on in between
(server_process.py says how often). There is one thread, because several would only share the interpreter.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar, copy_context
from functools import lru_cache, partial
from typing import Any, TypeAlias, cast

from jinja2 import BaseLoader, Environment, Template
from jinja2.ext import Extension
from jinja2.runtime import Context
from quart import Quart, current_app
from quart.templating import Environment as QuartEnvironment

from app.web.cached_url_for import cached_url_for

POST_FORM = re.compile(r"""<form\b(?=[^<]*?\smethod="post")(?:[^>"'{]|"[^"]*"|'[^']*'|{[{%].*?[%}]})*>""", re.DOTALL)
EXTENDS = re.compile(r'{%-? extends "([^"]+)"')
_contexts: ContextVar[list[Context] | None] = ContextVar("contexts of the page that is rendered", default=None)
_thread = ThreadPoolExecutor(1, thread_name_prefix="templates")
Loader: TypeAlias = Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]


class CarryWorkspace(Extension):
    """Puts a call of `workspace_field()` into each form that is sent by POST, so that no template can forget it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Returns the source of a template with the calls."""
        return POST_FORM.sub(lambda form: form[0] + "{{ workspace_field() }}", source)


class PageTemplate(Template):
    """A template that leaves no circle of references behind when it is rendered.

    A macro refers to the context in which Jinja keeps it. So all that a page has shown would stay in memory until the
    garbage collector finds it, which takes longer the more there is, and keeps every redirect waiting meanwhile.
    """

    def new_context(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Mapping[str, Any] | None = None
    ) -> Context:
        """As Jinja's; a context with variables is emptied after the page, and none that an imported template keeps."""
        context = super().new_context(vars, shared, locals)
        rendered = _contexts.get()
        if vars is not None and rendered is not None:
            rendered.append(context)
        return context

    def render(self, *args: Any, **variables: Any) -> str:
        """As Jinja's."""
        contexts: list[Context] = []
        token = _contexts.set(contexts)
        try:
            return super().render(*args, **variables)
        finally:
            for context in contexts:
                context.vars.clear()
            _contexts.reset(token)


class SyncEnvironment(QuartEnvironment):
    """Quart's Jinja environment, whose templates are rendered synchronously."""

    template_class = PageTemplate

    def __init__(self, app: Quart, **options: Any) -> None:
        super().__init__(app, **options)
        self.is_async = False
        self.add_extension(CarryWorkspace)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Returns the global variables of a template: those of the environment themselves if it has none of its own.

        Jinja would put both into a ChainMap, of which each import of macros in a rendered template compares every key.
        """
        return super().make_globals(d) if d else self.globals


def install(app: Quart, loaders: Mapping[str, Loader]) -> None:
    """Uses a synchronous environment for the app's templates.

    `loaders` are by the path of a template. Before it is rendered, or a template that extends it, its loader is called
    with the context and returns variables to add to it.
    """
    app.jinja_environment = SyncEnvironment
    app.extensions["template_loaders"] = loaders
    app.jinja_env.globals["url_for"] = cached_url_for()


async def render_template(name: str, /, **context: Any) -> str:
    """Renders the template with this path; `context` takes precedence over context processors and loaders."""
    await current_app.update_template_context(context)
    environment = current_app.jinja_env
    for path in extended_templates(environment, name):
        if loader := current_app.extensions["template_loaders"].get(path):
            context = await loader(context) | context
    render = partial(copy_context().run, _render, environment, name, context)
    return await asyncio.get_running_loop().run_in_executor(_thread, render)


def _render(environment: Environment, name: str, context: dict[str, Any]) -> str:
    """Renders a template, which is compiled when it is first used."""
    return environment.get_template(name).render(context)


@lru_cache(1_000)
def extended_templates(environment: Environment, name: str) -> tuple[str, ...]:
    """Returns the paths of a template and of those that it extends, such as its layout, as far as they are constant."""
    source, _, _ = cast(BaseLoader, environment.loader).get_source(environment, name)
    extended = EXTENDS.search(source)
    return (name, *extended_templates(environment, extended[1])) if extended else (name,)
