"""The language of a response.

The first that applies: `?lang=`, the account's, the cookie's, the browser's, Indonesian.
"""

from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from quart import Quart, Response, g, request

from app.kernel import bidi, i18n, site
from app.web import hosts
from app.web.line_breaks import breakable

COOKIE, COOKIE_MAX_AGE = "kliqs_language", 365 * 24 * 3600


def install(app: Quart) -> None:
    """Sets the language before each request, and names it in the headers of the response."""
    _set_up_templates(app.jinja_env)

    @app.before_request
    async def choose() -> None:
        i18n.set_language(requested_language())

    @app.context_processor
    def words() -> dict[str, object]:
        return {"locale": i18n.current_language(), "zone": i18n.zone_name()}

    @app.after_request
    async def tell(response: Response) -> Response:
        if response.mimetype == "text/html" and not g.get("bare"):  # a bio page has a language of its own
            response.headers["Content-Language"] = i18n.current_language()
            response.vary.update(("Accept-Language", "Cookie"))
        if _uses_cookie() and (requested := request.args.get("lang")) in i18n.LANGUAGES and not g.get("cookieless"):
            set_language_cookie(response, requested)
        return response


def _uses_cookie() -> bool:
    """Whether the surface stores the choice in a cookie."""
    return hosts.surface_of_path() not in {"api", "public"}


def _set_up_templates(env: Environment) -> None:
    """Adds the translation functions and the filters for numbers, dates and bidirectional text to templates."""
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(i18n.gettext, i18n.ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.policies["ext.i18n.trimmed"] = True
    env.globals["_"] = _translate
    env.filters |= {
        "number": i18n.format_number,
        "compact": i18n.format_compact,
        "date": i18n.format_date,
        "moment": i18n.format_datetime,
        "time": i18n.format_time,
        "ago": i18n.format_time_ago,
        "utc_date": i18n.format_utc_date,
        "day": i18n.format_day,
        "weekday": i18n.format_weekday,
        "short_month": i18n.format_short_month,
        "local_input": i18n.format_datetime_input,
        "bdi": bidi.bdi,
        "isolated": bidi.isolate,
        "marks_to_bdi": bidi.marks_to_bdi,
        "breakable": breakable,
    }
    env.globals |= {"in_language": url_in_language, "languages": i18n.LANGUAGE_NAMES, "regions": i18n.REGIONS}


@pass_context
def _translate(context: Context, message: str, **variables: Any) -> Any:
    """Translates a message in a template, as the gettext of Jinja does; a page has hundreds without variables."""
    if variables or not context.eval_ctx.autoescape:
        return context.call(context.resolve("gettext"), message, **variables)
    return _translate_plain(message, i18n.current_language())


@lru_cache(4_096)
def _translate_plain(message: str, language: str) -> Markup:
    """Translates a message without variables into a language; `%%` in it becomes `%`."""
    with i18n.language_context(language):
        return Markup(i18n.gettext(message)) % {}  # noqa: S704 - our own words


def requested_language() -> str:
    """Returns the language of a request before its account is known; the API's default is English."""
    accepted = [code for code, _ in request.accept_languages]
    if hosts.surface_of_path() == "api":
        return i18n.negotiate_language(accepted) if accepted else "en"
    for requested in (request.args.get("lang"), request.cookies.get(COOKIE)):
        if requested in i18n.LANGUAGES:
            return requested
    return i18n.negotiate_language(accepted)


def set_language_cookie(response: Response, language: str) -> None:
    """Stores a visitor's language in a cookie, and nothing else."""
    response.set_cookie(
        COOKIE, language, max_age=COOKIE_MAX_AGE, secure=site.current().secure, httponly=True, samesite="Lax"
    )


def apply_user_language(language: str, zone: str) -> None:
    """Uses an account's language and time zone from here on; an explicit `?lang=` takes precedence."""
    requested = request.args.get("lang")
    g.language = requested if requested in i18n.LANGUAGES else language
    i18n.set_language(g.language, zone)


def url_in_language(code: str) -> str:
    """Returns a relative URL of the current page in another language, with the rest of its query."""
    return "?" + urlencode([pair for pair in request.args.items(multi=True) if pair[0] != "lang"] + [("lang", code)])
