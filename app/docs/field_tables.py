"""Tables of request and response fields, read from the OpenAPI schemas, so that documentation and API cannot differ."""

from dataclasses import dataclass
from typing import Any

from app.kernel import i18n

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One row of a table; `limits` are sentences in the reader's language."""

    name: str
    type: str
    required: bool
    description: str
    limits: tuple[str, ...]


def field_rows(model: str, schemas: dict[str, Schema], prefix: str = "") -> list[FieldRow]:
    """Returns the fields of a model of `schemas`; fields of a nested model have dotted names: `limits.links`."""
    rows = []
    for name, schema in schemas[model]["properties"].items():
        nested = _nested_model(schema)
        if nested and "enum" in schemas[nested]:  # a choice of words
            nested, schema = "", schemas[nested] | schema | {"$ref": None}
        required = name in schemas[model].get("required", [])
        rows.append(FieldRow(prefix + name, _type(schema), required, schema.get("description", ""), _limits(schema)))
        if nested:
            rows += field_rows(nested, schemas, f"{prefix}{name}.")
    return rows


def _nested_model(schema: Schema) -> str:
    """The name of the model that a schema refers to, or an empty string."""
    return str(schema["$ref"]).rpartition("/")[2] if schema.get("$ref") else ""


def _type(schema: Schema) -> str:
    """The type as text: `string`, `date-time | null`, `object[]`."""
    if "anyOf" in schema:
        return " | ".join(_type(alternative) for alternative in schema["anyOf"])
    if "const" in schema:
        return str(schema["const"]).lower()
    if schema.get("$ref") or "oneOf" in schema:
        return "object"
    if schema.get("type") == "array":
        return _type(schema["items"]) + "[]"
    return str(schema.get("format", schema.get("type", "")))


def _limits(schema: Schema) -> tuple[str, ...]:
    """The limits of a field as sentences in the reader's language."""
    limits: Schema = {}
    for part in (*schema.get("anyOf", ()), schema):
        limits |= {key: value for key, value in part.items() if isinstance(value, int)}
    sentences = []
    if "maxLength" in limits:
        sentences.append(
            i18n.gettext("At most %(most)s characters") % {"most": i18n.format_number(limits["maxLength"])}
        )
    if {"minimum", "maximum"} <= limits.keys():
        sentences.append(
            i18n.gettext("%(least)s to %(most)s")
            % {"least": i18n.format_number(limits["minimum"]), "most": i18n.format_number(limits["maximum"])}
        )
    if choices := [choice for choice in map(str, schema.get("enum", ())) if choice]:
        sentences.append(i18n.gettext("One of %(choices)s") % {"choices": ", ".join(choices)})
    if limits.get("default"):
        sentences.append(i18n.gettext("%(value)s when left out") % {"value": limits["default"]})
    return tuple(sentences)
