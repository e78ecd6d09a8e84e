"""The blueprints of this package, in the order in which they are registered."""

from app.abuse import block_list_views, case_report_views, case_views, owner_views

BLUEPRINTS = (
    case_views.blueprint,
    case_report_views.blueprint,
    block_list_views.blueprint,
    owner_views.blueprint,
    owner_views.letter,
)
