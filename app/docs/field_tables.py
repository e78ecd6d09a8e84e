"""The tables of fields, read from the schema that programs get: what the page says and what holds cannot differ."""

from dataclasses import dataclass
from typing import Any

from app.kernel import i18n

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a table; `limits` are in the reader's language already."""

    name: str
    type: str
    required: bool
    description: str
    limits: tuple[str, ...]


def fields(model: str, schemas: dict[str, Schema], prefix: str = "") -> list[Field]:
    """The fields of a model; those of a model inside it are named with a dot: `limits.links`."""
    found = []
    for name, schema in schemas[model]["properties"].items():
        inner = _inner(schema)
        required = name in schemas[model].get("required", [])
        found.append(Field(prefix + name, _type(schema), required, schema.get("description", ""), _limits(schema)))
        if inner:
            found += fields(inner, schemas, f"{prefix}{name}.")
    return found


def _inner(schema: Schema) -> str:
    return str(schema["$ref"]).rpartition("/")[2] if "$ref" in schema else ""


def _type(schema: Schema) -> str:
    """`string`, `date-time | null`, `object[]`."""
    if "anyOf" in schema:
        return " | ".join(_type(one) for one in schema["anyOf"])
    if "const" in schema:
        return str(schema["const"]).lower()
    if "$ref" in schema or "oneOf" in schema:
        return "object"
    if schema.get("type") == "array":
        return _type(schema["items"]) + "[]"
    return str(schema.get("format", schema.get("type", "")))


def _limits(schema: Schema) -> tuple[str, ...]:
    facts: Schema = {}
    for part in (*schema.get("anyOf", ()), schema):
        facts |= {key: value for key, value in part.items() if isinstance(value, int)}
    said = []
    if "maxLength" in facts:
        said.append(i18n.gettext("At most %(most)s characters") % {"most": i18n.number(facts["maxLength"])})
    if {"minimum", "maximum"} <= facts.keys():
        said.append(i18n.gettext("%(least)s to %(most)s") % {
            "least": i18n.number(facts["minimum"]), "most": i18n.number(facts["maximum"])})
    if choices := [choice for choice in map(str, schema.get("enum", ())) if choice]:
        said.append(i18n.gettext("One of %(choices)s") % {"choices": ", ".join(choices)})
    if facts.get("default"):
        said.append(i18n.gettext("%(value)s when left out") % {"value": facts["default"]})
    return tuple(said)
