"""The rows of an export as far as an import reads them: pydantic models that bound each value."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ConfigDict, Field, ValidationError

from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_, InvalidRequest

MOST_NAMES = 100
R = TypeVar("R", bound="Row")


class UnreadableRow(InvalidRequest):
    """A row has not the form that the format describes. Facts: name, that of the first wrong value."""

    says = N_("This row is not as an export has it: %(name)s.")


class Row(ApiModel):
    """The base of all rows: types are strict, unknown values are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore")
    id: str = Field(max_length=40)


class LinkRow(Row):
    """A short link."""

    short_code: str = Field(max_length=200)
    destination_url: str = Field(max_length=8_192)
    title: str = Field("", max_length=1_000)
    description: str = Field("", max_length=2_000)
    notes: str = Field("", max_length=8_000)
    created_at: str | None = Field(None, max_length=40)
    expires_at: str | None = Field(None, max_length=40)
    click_limit: int | None = None
    admitted: int = 0
    has_password: bool = False
    forward_query: bool = True
    redirect_status: int = 302
    tracked: bool = True
    rules: list[dict[str, Any]] = Field([], max_length=MOST_NAMES)
    ios_url: str = Field("", max_length=8_192)
    android_url: str = Field("", max_length=8_192)
    opens_at: str | None = Field(None, max_length=40)
    fallback_url: str = Field("", max_length=8_192)
    next_url: str = Field("", max_length=8_192)
    next_url_at: str | None = Field(None, max_length=40)
    append_path: bool = False
    external_id: str | None = Field(None, max_length=500)
    preview_title: str = Field("", max_length=1_000)
    preview_description: str = Field("", max_length=2_000)
    page_id: str | None = Field(None, max_length=40)
    post_variant_id: str | None = Field(None, max_length=40)
    paused_at: str | None = Field(None, max_length=40)
    archived_at: str | None = Field(None, max_length=40)
    blocked_at: str | None = Field(None, max_length=40)
    deleted_at: str | None = Field(None, max_length=40)
    names: list[str] = Field([], max_length=MOST_NAMES)
    tags: list[str] = Field([], max_length=MOST_NAMES)


class TagRow(Row):
    """A tag with the colour that was chosen for it, and what it is for."""

    id: int  # type: ignore[assignment]
    name: str = Field(max_length=100)
    colour: int | None = None
    description: str = Field("", max_length=1000)


class StyleRow(Row):
    """A saved style of QR codes."""

    name: str = Field(max_length=200)
    design: dict[str, Any] = Field({}, max_length=60)
    logo_id: str | None = Field(None, max_length=40)


class PageRow(Row):
    """A bio page; `draft` is what its editor shows."""

    slug: str = Field(max_length=200)
    title: str = Field("", max_length=200)
    draft: dict[str, Any] = Field(max_length=60)
    blocked_at: str | None = Field(None, max_length=40)
    deleted_at: str | None = Field(None, max_length=40)


class CodeRow(Row):
    """A QR code: of a link, of a page, or static."""

    kind: str = Field(max_length=40)
    name: str = Field("", max_length=200)
    title: str = Field("", max_length=200)
    link_id: str | None = Field(None, max_length=40)
    page_id: str | None = Field(None, max_length=40)
    given: dict[str, str] = Field({}, max_length=60)
    design: dict[str, Any] = Field({}, max_length=60)
    grade: str = Field("", max_length=20)
    logo_id: str | None = Field(None, max_length=40)
    deleted_at: str | None = Field(None, max_length=40)


class PictureRow(Row):
    """A picture; `path` is that of its file in the archive, `seal` tells whether this server wrote it."""

    media_type: str = Field(max_length=40)
    width: int
    height: int
    path: str = Field(max_length=100)
    seal: str = Field("", max_length=100)


def read_row(model: type[R], raw: dict[str, Any]) -> R:
    """The validated row. Raises: UnreadableRow."""
    try:
        return model.model_validate(raw)
    except ValidationError as invalid:
        place = ".".join(map(str, invalid.errors()[0]["loc"]))[:60]
        raise UnreadableRow(name=place) from None
