"""Puts the pieces together. Nothing else knows all of them."""


from jinja2 import Environment
from quart import Quart

from app import running
from app.accounts import gate, settings
from app.accounts import views as accounts_views
from app.analytics import api as statistics_api
from app.analytics import public as shared_statistics
from app.analytics import views as analytics_views
from app.docs import views as docs_views
from app.front import views as front_views
from app.kernel import secrets, site
from app.kernel.config import ROOT, Config
from app.keys import api as keys_api
from app.keys import views as keys_views
from app.keys.standing import standing
from app.links import actions as link_actions
from app.links import api as links_api
from app.links import views as links_views
from app.names import slug
from app.ops import metrics
from app.patterns import blueprint as patterns
from app.web import assets, dom, errors, forgery, headers, health, hosts, language, limits, logs, wire

BLUEPRINTS = (
    health.blueprint, metrics.blueprint, accounts_views.blueprint, settings.blueprint, links_views.blueprint,
    link_actions.blueprint, links_api.blueprint, statistics_api.blueprint, analytics_views.blueprint,
    keys_views.blueprint, keys_api.blueprint, docs_views.blueprint, shared_statistics.blueprint, front_views.blueprint,
)


def create_app(config: Config | None = None) -> Quart:
    """The application for these settings (from KLIQS_* when none are given); the database opens when it is served."""
    config = config or Config.from_env()
    secrets.use(keys := config.secret_keys())
    site.use(config.site)
    app = Quart(__name__, template_folder=str(ROOT / "templates"), static_folder=None)
    app.config.update(
        SECRET_KEY=keys[0], SECRET_KEY_FALLBACKS=keys[1:], MAX_CONTENT_LENGTH=limits.FORM, BODY_TIMEOUT=15,
        TRUSTED_HOPS=config.trusted_hops, PROVIDE_AUTOMATIC_OPTIONS=False,
    )
    app.url_map.strict_slashes = False
    app.json.sort_keys = False  # type: ignore[attr-defined]
    _furnish(app.jinja_env)
    _guard(app, config)
    for blueprint in (*BLUEPRINTS, *([] if config.production else [patterns])):
        app.register_blueprint(blueprint)
    slug.reserve(rule.rule.split("/")[1].partition("<")[0] for rule in app.url_map.iter_rules())
    running.install(app, config)
    return app


def _guard(app: Quart, config: Config) -> None:
    """What every request passes, in this order."""
    wire.install(app)
    logs.install(app)
    language.install(app)
    hosts.install(app)
    limits.install(app, config.burst_limit)
    forgery.install(app)
    gate.install(app, secure=site.current().secure)
    headers.install(app)
    errors.install(app)
    assets.install(app, fixed=config.production)
    metrics.install(app, config.metrics_token)


def _furnish(env: Environment) -> None:
    env.trim_blocks = env.lstrip_blocks = True
    env.filters["merged"] = lambda one, other: {**other, **one}
    env.globals |= {"dom_id": dom.dom_id, "standing": standing, "site": site}
