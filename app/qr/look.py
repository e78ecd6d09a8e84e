"""A look: a design, its logo and the grade of its scan check; and the content that a code encodes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.qr.design import Design

if TYPE_CHECKING:
    from app.media.models import Media

document_code(
    "QR_NOT_SCANNABLE",
    409,
    N_("The design of the code fails the scan check."),
    N_("Change what the scan check names, or send it again with confirm=true."),
)


class NotScannable(Refusal):
    """The design fails the scan check, and the caller has not confirmed its use."""

    code, field = "QR_NOT_SCANNABLE", "confirm"
    says = N_("This design fails the scan check. Change what its verdict names, or ask again with confirm=true.")


class CodeContent(NamedTuple):
    """The content of a code. `ours` marks our own short URLs, whose path may be encoded in upper case."""

    content: str
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """A design, its logo, and `grade`: the verdict's good, warm or bad, or empty before the check."""

    design: Design
    logo: Media | None = None
    grade: str = ""

    def columns(self) -> dict[str, Any]:
        """The values of the columns of QrCode that store the look."""
        return {"design": self.design.as_dict(), "logo_id": self.logo.id if self.logo else None, "grade": self.grade}

    def require_scannable(self, *, sure: bool) -> None:
        """Allow files of this look to be handed out. Raises: NotScannable for a bad grade, unless `sure`."""
        if self.grade == "bad" and not sure:
            raise NotScannable


def file_etag(content: CodeContent, look: Look, form: str, size: int) -> str:
    """The entity tag of a file, computed without drawing it: equal tags mean equal bytes."""
    inputs = repr((content, look.design, look.logo and look.logo.sha256, form, size))
    return hashlib.sha256(inputs.encode()).hexdigest()[:24]
