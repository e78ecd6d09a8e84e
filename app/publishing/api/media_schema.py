"""The requests and responses about files of posts in the JSON API; the descriptions are in the documentation, too."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import Field

from app.kernel import clock
from app.kernel.api_model import ApiModel
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.publishing.api.post_requests import RequestBody
from app.publishing.files.file_kinds import MOST_BYTES
from app.publishing.files.post_file import PostFile
from app.publishing.files.refused_file import TROUBLES

LARGEST = max(MOST_BYTES.values())


class NewUpload(RequestBody):
    """The body that announces a file."""

    size: int = Field(ge=1, json_schema_extra={"maximum": LARGEST}, le=2**53, description=N_("Its size in bytes."))
    media_type: str = Field("", max_length=100, description=N_("Its media type, such as video/mp4."))
    filename: str = Field("", max_length=1_000, description=N_("Its name, by which its kind is told without a type."))


class PieceQuery(ApiModel):
    """The query parameters of a piece."""

    offset: int = Field(
        ge=0, le=LARGEST, description=N_("Where the piece begins, in bytes: how many have been received.")
    )


class FileQuery(ApiModel):
    """The query parameters of the list of files."""

    cursor: str = Field("", max_length=500, description=N_("“next_cursor” of the page before."))
    limit: int = Field(20, ge=1, le=100, description=N_("How many files a page has."))


class FileData(ApiModel):
    """A file of posts in a response."""

    id: UUID = Field(description=N_("The id by which posts name the file."))
    state: Literal["uploading", "checking", "ready", "refused", "removed"] = Field(
        description=N_(
            "uploading, checking (some seconds), ready, refused (see trouble), or removed (30 days after its last post "
            "was published)."
        )
    )
    kind: Literal["image", "gif", "video"] = Field(description=N_("image, gif or video."))
    media_type: str = Field(description=N_("Its media type, such as video/mp4."))
    filename: str = Field(description=N_("Its name, or empty."))
    size: int = Field(description=N_("Its size in bytes; while it is uploading the announced one."))
    received: int = Field(description=N_("How many bytes have arrived: the offset of the next piece."))
    width: int = Field(description=N_("Its width in pixels; 0 while that is unknown."))
    height: int = Field(description=N_("Its height in pixels; 0 while that is unknown."))
    seconds: float | None = Field(description=N_("How long a video is; null where that was not measured."))
    trouble: str = Field(description=N_("Why it was refused, a sentence for people; else empty."))
    created_at: datetime = Field(description=N_("When its upload began."))

    @classmethod
    def of(cls, file: PostFile) -> dict[str, Any]:
        """The file as JSON."""
        return {
            "id": str(file.id),
            "state": file.state,
            "kind": file.kind,
            "media_type": file.media_type,
            "filename": file.filename,
            "size": file.size,
            "received": file.received,
            "width": file.width,
            "height": file.height,
            "seconds": file.seconds,
            "trouble": gettext(TROUBLES.get(file.trouble, TROUBLES["broken"])) if file.trouble else "",
            "created_at": clock.format_rfc3339(file.created_at),
        }


class FileList(ApiModel):
    """One page of the list of files."""

    media: list[FileData] = Field(description=N_("Newest first; each with the fields that reading one answers."))
    next_cursor: str | None = Field(description=N_("Send it as “cursor” for the next page; null on the last."))


class DeletedFile(ApiModel):
    """The response to a deletion."""

    id: UUID = Field(description=N_("The id of the file that was deleted."))
    deleted: bool = Field(description=N_("Always true."))

    @classmethod
    def of(cls, file: PostFile) -> Self:
        """The response to the deletion of this file."""
        return cls(id=file.id, deleted=True)
