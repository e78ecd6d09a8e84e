"""Every way in: the blueprints of the app, in the order in which their rules are tried."""

from app.accounts import settings_views
from app.accounts import views as accounts_views
from app.analytics import api as statistics_api
from app.analytics import bio_views as page_statistics_views
from app.analytics import shared_views as shared_statistics
from app.analytics import views as analytics_views
from app.audience import api as audience_api
from app.audience import public_views as subscribing
from app.audience import views as audience_views
from app.batch import views as batch_views
from app.docs import views as docs_views
from app.front import crawlers, landing, page_views
from app.front import views as front_views
from app.guests import views
from app.keys import api as keys_api
from app.keys import views as keys_views
from app.legal import views as legal_views
from app.links import api as links_api
from app.links import bulk_views as link_actions
from app.links import export_views as link_files
from app.links import tag_views
from app.links import views as links_views
from app.media import views as media_views
from app.ops import metrics
from app.pages.api import blocks as page_blocks_api
from app.pages.api import pages as pages_api
from app.pages.api import statistics as page_statistics_api
from app.pages.api import transfer
from app.pages.builder import block_views as page_actions
from app.pages.builder import settings_views as page_settings
from app.pages.builder import theme_views, transfer_views
from app.pages.builder import views as page_views
from app.qr import api as qr_api
from app.qr import code_views as qr_actions
from app.qr import style_views as qr_style_views
from app.qr import views as qr_views
from app.qris_checker import views as qris_views
from app.reports import views as reports
from app.settings import onboarding, security
from app.settings import views as membership
from app.web import health

BLUEPRINTS = (
    onboarding.blueprint, health.blueprint, reports.blueprint, metrics.blueprint, accounts_views.blueprint,
    settings_views.blueprint, security.blueprint, membership.blueprint, links_views.blueprint, link_actions.blueprint,
    link_files.blueprint, tag_views.blueprint, links_api.blueprint,
    statistics_api.blueprint, analytics_views.blueprint, media_views.files, media_views.blueprint,
    keys_views.blueprint, keys_api.blueprint, docs_views.blueprint, qr_views.blueprint, qr_actions.blueprint,
    qr_style_views.blueprint,
    qr_api.blueprint, page_views.blueprint, page_settings.blueprint, theme_views.blueprint, transfer_views.blueprint,
    page_actions.blueprint, batch_views.blueprint, qris_views.blueprint, pages_api.blueprint,
    page_blocks_api.blueprint, transfer.blueprint, page_statistics_api.blueprint, page_statistics_views.blueprint,
    views.blueprint, audience_views.blueprint, audience_api.blueprint, subscribing.blueprint, crawlers.blueprint,
    landing.blueprint, legal_views.blueprint, legal_views.agreeing, shared_statistics.blueprint, page_views.blueprint,
    front_views.blueprint,
)
