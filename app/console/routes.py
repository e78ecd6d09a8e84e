"""The blueprints of this package, in the order in which they are registered."""

from app.console import (
    account_credit_views,
    account_views,
    announcement_views,
    audit_views,
    gateway_model_views,
    gateway_notice_views,
    gateway_price_views,
    gateway_provider_views,
    mail_views,
    network_views,
    overview_views,
    person_views,
    queue_views,
    setting_views,
    system_views,
)

BLUEPRINTS = (
    overview_views.blueprint,
    account_views.blueprint,
    account_credit_views.blueprint,
    person_views.blueprint,
    audit_views.blueprint,
    announcement_views.blueprint,
    announcement_views.banners,
    gateway_model_views.blueprint,
    gateway_model_views.routes,
    gateway_provider_views.blueprint,
    gateway_price_views.blueprint,
    gateway_notice_views.blueprint,
    mail_views.blueprint,
    network_views.blueprint,
    queue_views.blueprint,
    setting_views.blueprint,
    system_views.blueprint,
)
