"""The bodies and parameters that the JSON API of QR codes accepts. The descriptions are published in the API
reference.
"""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic.config import JsonDict

from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.qr.design import CHOICES, MAX_WORDS_LENGTH, RANGES
from app.qr.models import LONGEST_TITLE
from app.qr.render import pool
from app.web.openapi import without_defaults

COLOUR = r"^\s*#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\s*$"
ONE_COLOUR: JsonDict = {"pattern": COLOUR}
LOGO = N_("The logo in the middle: the id of a picture that you uploaded for it, or null for none.")
COLOUR_OR_NONE: JsonDict = {"pattern": rf"{COLOUR}|^$"}


def _choices(name: str) -> JsonDict:
    """The choices in the JSON schema. They are not validated here: the design does that, and its refusal lists them."""
    return {"enum": list(CHOICES[name])}


def _range(name: str) -> JsonDict:
    """The range in the JSON schema, which is validated by the design."""
    smallest, largest = RANGES[name]
    return {"minimum": smallest, "maximum": largest}


class Body(ApiModel):
    """The base of request bodies: types are strict, unknown fields are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", json_schema_extra=without_defaults)


class CodeDesign(Body):
    """The design of a code; every field is optional."""

    pattern: str = Field("", json_schema_extra=_choices("pattern"), description=N_("The shape of the modules."))
    dot_size: int = Field(
        0, json_schema_extra=_range("dot_size"), description=N_("The size of dots, in per cent of a module.")
    )
    corners: str = Field("", json_schema_extra=_choices("corners"), description=N_("The shape of the three corners."))
    dark: str = Field("", json_schema_extra=ONE_COLOUR, description=N_("The colour of the modules, such as #1b202d."))
    corner_colour: str | None = Field(
        "", json_schema_extra=COLOUR_OR_NONE, description=N_("The colour of the corners; empty: that of the modules.")
    )
    background: str | None = Field(
        "", json_schema_extra=COLOUR_OR_NONE, description=N_("The background of the code; empty: transparent.")
    )
    gradient: str = Field(
        "", json_schema_extra=_choices("gradient"), description=N_("A gradient of the modules; empty: none.")
    )
    dark_to: str = Field(
        "",
        json_schema_extra=ONE_COLOUR,
        description=N_("The colour at the other end of the gradient; “dark” is at its start."),
    )
    angle: int = Field(
        0,
        json_schema_extra=_range("angle"),
        description=N_("The direction of a linear gradient: degrees clockwise, 0 is to the right."),
    )
    logo: bool = Field(
        False, description=N_("Whether the logo is shown: that of “logo_id”, or else that of your usual style.")
    )
    logo_share: int = Field(
        0, json_schema_extra=_range("logo_share"), description=N_("How wide the logo is, in per cent of the code.")
    )
    backing: str = Field("", json_schema_extra=_choices("backing"), description=N_("What lies behind the logo."))
    frame: str = Field("", json_schema_extra=_choices("frame"), description=N_("The frame around the code."))
    words: str = Field("", max_length=MAX_WORDS_LENGTH, description=N_("The text in the frame, such as Scan me."))
    frame_colour: str | None = Field(
        "", json_schema_extra=COLOUR_OR_NONE, description=N_("The colour of the frame; empty: that of the modules.")
    )
    level: str = Field(
        "",
        json_schema_extra=_choices("level"),
        description=N_("The error correction level; auto: m, or more where a logo needs it."),
    )
    quiet_zone: int = Field(
        0,
        json_schema_extra=_range("quiet_zone"),
        description=N_("The empty margin round the code, in modules. Readers want 4."),
    )
    size: int = Field(
        0,
        json_schema_extra=_range("size"),
        description=N_("The width of a PNG in pixels when the request has no size."),
    )
    dpi: int = Field(
        0, json_schema_extra=_range("dpi"), description=N_("The resolution stored in a PNG, in dots per inch.")
    )
    file_name: str = Field(
        "",
        json_schema_extra=_choices("file_name"),
        description=N_("The parts that the names of downloaded files are built of."),
    )

    def changes(self) -> dict[str, object]:
        """The fields that were sent, for `Design.of`."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class NewCode(Body):
    """The body of a request that creates a code."""

    name: str | None = Field(
        None,
        max_length=LONGEST_TITLE,
        description=N_("Where the code will stand, such as table tent or poster. Its scans are counted under it."),
    )
    logo_id: UUID | None = Field(None, description=LOGO)
    design: CodeDesign = Field(
        CodeDesign(), description=N_("How it looks. What you leave out is as in your usual style.")
    )


class CodeChanges(Body):
    """The body of a request that changes a code; a missing field keeps its value."""

    name: str | None = Field(None, max_length=LONGEST_TITLE, description=N_("A new name, or null for none."))
    logo_id: UUID | None = Field(None, description=LOGO)
    design: CodeDesign = Field(CodeDesign(), description=N_("The fields of the design to change; the rest stays."))


class CodeQuery(ApiModel):
    """The parameters of a list of codes."""

    cursor: str = Field("", max_length=500, description=N_("“next_cursor” of the page before."))
    limit: int = Field(20, ge=1, le=100, description=N_("How many codes a page has."))


def _require_true_or_false(value: object) -> object:
    """Accept only true and false: pydantic would also take “yes” and “0”. Raises: ValueError."""
    if value not in {True, False, "true", "false"}:
        raise ValueError
    return value


class ImageQuery(ApiModel):
    """The parameters of a request for a file of a code."""

    format: Literal["svg", "png", "pdf", "eps"] = Field("svg", description=N_("The kind of file."))
    size: int | None = Field(
        None,
        ge=min(least for least, _, _ in pool.SIZES.values()),
        le=max(most for _, most, _ in pool.SIZES.values()),
        description=N_("How wide: 64 to 4,000 pixels for PNG and SVG, 10 to 2,000 millimetres for PDF and EPS."),
    )
    confirm: Annotated[bool, BeforeValidator(_require_true_or_false)] = Field(
        False, description=N_("true gives you the file of a design that fails the scan check.")
    )
    v: str = Field(
        "",
        max_length=64,
        description=N_(
            "The version in the URLs of “images”; it changes when the file does, so a response may be cached for "
            "a year."
        ),
    )
