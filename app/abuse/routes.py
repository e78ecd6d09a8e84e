"""The blueprints of this package, in the order in which they are registered."""

from app.abuse import list_views, owner_views, views

BLUEPRINTS = (views.blueprint, list_views.blueprint, owner_views.blueprint, owner_views.letter)
