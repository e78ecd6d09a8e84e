"""A look: a design, the logo in it, and what the scan check made of it; and what a code is to say."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.media.models import Media
from app.qr.design import Design

document_code(
    "QR_NOT_SCANNABLE", 409, N_("The design of the code fails the scan check."),
    N_("Change what its verdict names, or ask again with confirm=true."))


class NotScannable(Refusal):
    code, field = "QR_NOT_SCANNABLE", "confirm"
    says = N_("This design fails the scan check. Change what its verdict names, or ask again with confirm=true.")


class Said(NamedTuple):
    """What a code is to say; `ours` is one of our own short URLs, which may be written in upper case."""

    content: str
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """`grade` is the verdict's: good, warm or bad."""

    design: Design
    logo: Media | None = None
    grade: str = ""

    def columns(self) -> dict[str, Any]:
        """The columns of a code that hold it."""
        return {"design": self.design.as_dict(), "logo_id": self.logo.id if self.logo else None, "grade": self.grade}

    def release(self, *, sure: bool) -> None:
        """Lets files of it out. Refusals: NotScannable, unless somebody is sure to want what phones do not read."""
        if self.grade == "bad" and not sure:
            raise NotScannable


def file_tag(said: Said, look: Look, form: str, size: int) -> str:
    """An entity tag: the same for the same bytes, without drawing them."""
    drawn = repr((said, look.design, look.logo and look.logo.sha256, form, size))
    return hashlib.sha256(drawn.encode()).hexdigest()[:24]
