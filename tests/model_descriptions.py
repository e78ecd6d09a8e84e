"""Lets Tortoise describe the models once for each kind of database, and not each time that a test opens one.

What it derives from a model (its filters, columns and queries) depends on the class of the connection only, but takes
8 ms for all models. The statements that it remembers for a table are those of one dialect, so they are forgotten
whenever models are described again. Which models a module has is looked up once, too.
"""

from functools import cache

from tortoise.apps import Apps
from tortoise.backends.base.executor import EXECUTOR_CACHE


def describe_models_once() -> None:
    """From now on, opening a database describes the models only if one of them is new or had another connection.

    A migration has one model more, in which aerich keeps the versions.
    """
    describe = Apps._build_initial_querysets
    discover = cache(Apps._discover_models)
    described: dict[type, type] = {}  # by model, the class of its connection

    def describe_if_changed(apps: Apps) -> None:
        models = {model: type(model._meta.db) for app in apps.apps.values() for model in app.values()}
        if not models.items() <= described.items():
            EXECUTOR_CACHE.clear()
            describe(apps)
            described.update(models)

    Apps._build_initial_querysets = describe_if_changed  # type: ignore[method-assign, assignment]
    Apps._discover_models = staticmethod(discover)  # type: ignore[method-assign]
