"""Why a file of a post was refused after it had arrived: a sentence for people for each trouble."""

from __future__ import annotations

from collections.abc import Mapping

from app.kernel.refusal import N_

TROUBLES: Mapping[str, str] = {
    "unreadable": N_("It cannot be opened; it may be damaged. Save or export it again and try once more."),
    "wrong_kind": N_("It is neither a picture nor a video that we know."),
    "too_large": N_("It is larger than its kind may be."),
    "no_video": N_("There is no video in it, only sound or nothing."),
    "animated": N_("It is an animated picture. Animations are taken as GIF or as video."),
    "too_many_pixels": N_("It has too many pixels: at most 16 million (6,000 on a side), 64 million of a JPEG."),
    "no_room": N_("Written again it is larger than the room that your plan has left."),
    "lost": N_("Its content is missing on our side. Upload it again."),
    "broken": N_("We could not check it. Upload it again."),
}


class FileRefused(Exception):
    """Raised when the check of a file finds a trouble of TROUBLES."""

    def __init__(self, trouble: str) -> None:
        super().__init__(trouble)
        self.trouble = trouble
