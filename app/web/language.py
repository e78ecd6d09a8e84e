"""Which language a request is answered in: the one asked for, the account's, the cookie's, the browser's, id."""

from urllib.parse import urlencode

from jinja2 import Environment
from quart import Quart, Response, g, request

from app.kernel import bidi, i18n, site
from app.web import hosts

COOKIE, YEAR = "kliqs_language", 365 * 24 * 3600


def install(app: Quart) -> None:
    _teach(app.jinja_env)

    @app.before_request
    async def choose() -> None:
        i18n.use(chosen())

    @app.context_processor
    def words() -> dict[str, object]:
        return {"locale": i18n.language(), "zone": i18n.zone_name()}

    @app.after_request
    async def tell(response: Response) -> Response:
        if response.mimetype == "text/html" and not g.get("bare"):  # a bio page speaks its own language, whoever asks
            response.headers["Content-Language"] = i18n.language()
            response.vary.update(("Accept-Language", "Cookie"))
        if (asked := request.args.get("lang")) in i18n.LANGUAGES and not g.get("cookieless") and _kept():
            remember(response, asked)
        return response


def _kept() -> bool:
    return hosts.surface() not in {"api", "public"}


def _teach(env: Environment) -> None:
    """Gives templates `_`, `ngettext` and the filters that write numbers and times."""
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(i18n.gettext, i18n.ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.policies["ext.i18n.trimmed"] = True
    env.filters |= {
        "number": i18n.number, "date": i18n.date, "moment": i18n.moment, "ago": i18n.ago, "utc_date": i18n.utc_date,
        "day": i18n.day, "local_input": i18n.local_input, "bdi": bidi.bdi, "isolated": bidi.isolated,
        "marks_to_bdi": bidi.marks_to_bdi,
    }
    env.globals |= {"in_language": in_language, "languages": i18n.NAMES, "regions": i18n.REGIONS}


def chosen() -> str:
    """The language before the account's own choice is known; the API speaks English unless asked otherwise."""
    accepted = [code for code, _ in request.accept_languages]
    if hosts.surface() == "api":
        return i18n.negotiated(accepted) if accepted else "en"
    for asked in (request.args.get("lang"), request.cookies.get(COOKIE)):
        if asked in i18n.LANGUAGES:
            return asked
    return i18n.negotiated(accepted)


def remember(response: Response, language: str) -> None:
    """Keeps a visitor's choice in a cookie that says nothing else."""
    response.set_cookie(COOKIE, language, max_age=YEAR, secure=site.current().secure, httponly=True, samesite="Lax")


def follow(language: str, zone: str) -> None:
    """Speaks as an account wishes from here on; an explicit `?lang=` still wins."""
    asked = request.args.get("lang")
    g.language = asked if asked in i18n.LANGUAGES else language
    i18n.use(g.language, zone)


def in_language(code: str) -> str:
    """This very address in another language."""
    return "?" + urlencode([pair for pair in request.args.items(multi=True) if pair[0] != "lang"] + [("lang", code)])
