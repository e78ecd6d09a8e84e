"""Every way in: the blueprints of the app, in the order in which their rules are tried."""

from app.accounts import settings
from app.accounts import views as accounts_views
from app.analytics import api as statistics_api
from app.analytics import public as shared_statistics
from app.analytics import views as analytics_views
from app.batch import views as batch_views
from app.docs import views as docs_views
from app.front import views as front_views
from app.keys import api as keys_api
from app.keys import views as keys_views
from app.links import actions as link_actions
from app.links import api as links_api
from app.links import views as links_views
from app.ops import metrics
from app.qr import actions as qr_actions
from app.qr import api as qr_api
from app.qr import views as qr_views
from app.qris import views as qris_views
from app.web import health

BLUEPRINTS = (
    health.blueprint, metrics.blueprint, accounts_views.blueprint, settings.blueprint, links_views.blueprint,
    link_actions.blueprint, links_api.blueprint, statistics_api.blueprint, analytics_views.blueprint,
    keys_views.blueprint, keys_api.blueprint, docs_views.blueprint, qr_views.blueprint, qr_actions.blueprint,
    qr_api.blueprint, batch_views.blueprint, qris_views.blueprint, shared_statistics.blueprint, front_views.blueprint,
)
