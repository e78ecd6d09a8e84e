"""Makes Tortoise refuse unknown fields. By itself it ignores them, so that a misspelt column silently stays empty."""

from typing import Any

from tortoise.models import Model

_set_fields = Model._set_kwargs


def _set_known_fields(self: Model, fields: dict[str, Any]) -> set[str]:
    """Sets the fields of an instance, as Tortoise does. Raises: TypeError for one that its model does not have."""
    if unknown := fields.keys() - self._meta.fields_map.keys():
        raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
    return _set_fields(self, fields)


def refuse_unknown_fields() -> None:
    """Lets `Model(…)`, `Model.create(…)` and `update_from_dict(…)` of every model raise TypeError."""
    Model._set_kwargs = _set_known_fields  # type: ignore[method-assign, assignment]
