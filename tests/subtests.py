"""Many cases in one test: with the database, the application and the sign-in of one test, each case as a subtest.

`@as_subtests("field, value", CASES)` stands where `@pytest.mark.parametrize` would, for cases that leave nothing behind
which another case could be mistaken for: refusals, texts, forms. A fault names its case, and the others run, too. To
make a database and an application takes a tenth of a second for each test, and most cases take a hundredth.
"""

import functools
import inspect
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest
from quart.testing import QuartClient

from app.kernel import i18n

Test = Callable[..., Any]
PARAMETERS = type(pytest.param())


def as_subtests(names: str, cases: Iterable[Any]) -> Callable[[Test], Test]:
    """Calls a test once for each case, in order; `names` are those of its parameters, as pytest takes them.

    Before each case the language is Indonesian, and behind it what it replaced by `monkeypatch` and the cookies of
    every browser are as they were. Rows of the database stay.
    """
    columns, rows = [name.strip() for name in names.split(",")], [*cases]

    def wrap(test: Test) -> Test:
        signature = inspect.signature(test)
        wanted = signature.parameters.keys()

        @contextmanager
        def subtest(row: Any, fixtures: dict[str, Any]) -> Iterator[dict[str, Any]]:
            values = row.values if isinstance(row, PARAMETERS) else row if len(columns) > 1 else (row,)
            case = dict(zip(columns, values, strict=True))
            with fixtures["subtests"].test("-".join(map(_label, values))), _as_it_was(fixtures) as renewed:
                yield {name: value for name, value in (renewed | case).items() if name in wanted}

        @functools.wraps(test)
        def run(**fixtures: Any) -> None:
            for row in rows:
                with subtest(row, fixtures) as arguments:
                    test(**arguments)

        @functools.wraps(test)
        async def run_async(**fixtures: Any) -> None:
            for row in rows:
                with subtest(row, fixtures) as arguments:
                    await test(**arguments)

        parameters = [parameter for name, parameter in signature.parameters.items() if name not in columns]
        if "subtests" not in wanted:
            parameters.append(inspect.Parameter("subtests", inspect.Parameter.KEYWORD_ONLY))
        wrapper: Any = run_async if inspect.iscoroutinefunction(test) else run
        wrapper.__signature__ = signature.replace(parameters=parameters)
        return wrapper  # type: ignore[no-any-return]

    return wrap


@contextmanager
def _as_it_was(fixtures: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The fixtures for one case, with a `monkeypatch` of its own; restores what a case may have changed."""
    i18n.set_language("id")
    browsers = [value for value in fixtures.values() if isinstance(value, QuartClient)]
    jars = [browser.cookie_jar for browser in browsers if browser.cookie_jar is not None]
    cookies = [deepcopy(jar._cookies) for jar in jars]  # type: ignore[attr-defined]
    try:
        if "monkeypatch" in fixtures:
            with fixtures["monkeypatch"].context() as own:
                yield fixtures | {"monkeypatch": own}
        else:
            yield fixtures
    finally:
        for jar, before in zip(jars, cookies, strict=True):
            jar._cookies = before  # type: ignore[attr-defined]


def _label(value: object) -> str:
    text = value if isinstance(value, str) else getattr(value, "__name__", None) or repr(value)
    return text.encode("unicode_escape").decode()[:60]
