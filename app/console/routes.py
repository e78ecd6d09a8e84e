"""The blueprints of this package, in the order in which they are registered."""

from app.console import (
    account_views,
    announcement_views,
    audit_views,
    mail_views,
    overview_views,
    person_views,
    queue_views,
    setting_views,
    system_views,
)

BLUEPRINTS = (
    overview_views.blueprint,
    account_views.blueprint,
    person_views.blueprint,
    audit_views.blueprint,
    announcement_views.blueprint,
    announcement_views.banners,
    mail_views.blueprint,
    queue_views.blueprint,
    setting_views.blueprint,
    system_views.blueprint,
)
