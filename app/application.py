"""Builds the application: the only module that knows all of its parts."""

import linecache

from quart import Quart

from app import lifespan, templating
from app.accounts import authentication, request_account, role_too_low_page
from app.blueprints import BLUEPRINTS
from app.component_gallery import blueprint as patterns
from app.docs.catalogue import offered_slugs
from app.docs.reference_pages import OPERATIONS
from app.front import robots_and_sitemap
from app.gateway.assistant import offer as assistant_offer
from app.kernel import installation, site
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.kernel.package_files import resource
from app.keys import api_authentication, request_log
from app.keys.scopes import PUBLISH
from app.legal.documents import TITLES
from app.names import slug
from app.objects_in_addresses import OBJECTS_IN_ADDRESSES
from app.operators import guard
from app.ops import metrics
from app.ops.outbox_views import blueprint as outbox
from app.team import audit_log
from app.visits.recording import geo_lookup
from app.web import (
    assets,
    burst_limit,
    compress,
    converters,
    csrf,
    errors,
    hosts,
    language,
    limits,
    logs,
    read_only,
    request_target_middleware,
    resubmit,
    security_headers,
)
from app.web.burst_limit import BurstLimit
from app.web.quart_app import KliqsApp, NoticeSession


def create_app(config: Config | None = None, processes: int = 1) -> Quart:
    """Returns the application for these settings (default: KLIQS_*); serving it opens its database.

    `processes` is how many serve it side by side; each allows its share of the requests of one address.
    """
    config = config or Config.from_env()
    here = Installation(config)
    installation.use(here)
    app = _new_quart(config, here.secret_keys)
    templating.install(app)
    _install_middleware(app, config, processes)
    templating.add_macros(app)
    for blueprint in (*BLUEPRINTS, *([] if config.production else [patterns, outbox])):
        app.register_blueprint(blueprint)
    api_authentication.install(app, OPERATIONS)
    request_log.install(app)
    slug.reserve_names(rule.rule.split("/")[1].partition("<")[0] for rule in app.url_map.iter_rules())
    _apply_settings(app, config)
    here.on_change(lambda changed: _apply_changes(app, changed))
    lifespan.install(app, config)
    installation.install(app, here)
    linecache.clearcache()  # the sources of all models, whose comments Tortoise has read
    return app


def _new_quart(config: Config, keys: list[str]) -> Quart:
    """Returns a Quart app with its settings and without middleware or routes; the first secret key signs sessions."""
    app = KliqsApp("app", template_folder=str(resource("templates")), static_folder=None)
    app.session_interface = NoticeSession()
    app.config.update(
        SECRET_KEY=keys[0],
        SECRET_KEY_FALLBACKS=keys[1:],
        MAX_CONTENT_LENGTH=limits.MAX_FORM,
        BODY_TIMEOUT=None,
        TRUSTED_HOPS=config.trusted_hops,
        COUNTRY_HEADER=config.country_header,
        COUNTRY_OF_REQUEST=geo_lookup.country_of_request,
        PROVIDE_AUTOMATIC_OPTIONS=False,
    )
    app.url_map.strict_slashes = False
    app.json.sort_keys = False  # type: ignore[attr-defined]
    return app


def _apply_settings(app: Quart, config: Config) -> None:
    """Keeps in the app what depends on settings that may change while it runs."""
    api_authentication.offer_scopes(app, [] if config.publishing else [PUBLISH])
    robots_and_sitemap.set_sitemap_paths(app, legal=TITLES, docs=offered_slugs())


def _apply_changes(app: Quart, config: Config) -> None:
    """Takes over settings that changed while the app runs, where a copy of them is kept."""
    _apply_settings(app, config)
    app.extensions[burst_limit.EXTENSION].change(config.burst_limit)
    logs.configure_logging(config.log_level, config.log_format)


def _install_middleware(app: Quart, config: Config, processes: int) -> None:
    """Installs what every request passes through, in this order."""
    converters.install(app)
    compress.install(app)
    request_target_middleware.install(app)
    logs.install(app)
    language.install(app)
    hosts.install_host_check(app)
    limits.install(app, BurstLimit(config.burst_limit, processes))
    csrf.install(app)
    authentication.install(app, secure=site.current().secure)
    request_account.install(app, OBJECTS_IN_ADDRESSES)
    guard.install(app)
    role_too_low_page.install(app)
    assistant_offer.install(app)
    audit_log.install(app)
    read_only.install(app, read_only=config.read_only)  # after authentication, which sets the reader's language
    security_headers.install(app)
    errors.install(app)
    assets.install(app, fixed=config.production)
    metrics.measure_requests(app, config.metrics_token)
    resubmit.install(app)
