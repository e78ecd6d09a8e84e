"""The responses of the JSON API of QR codes. The descriptions are published in the API reference."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import Field

from app.kernel import clock, site
from app.kernel.api_model import ApiModel
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.qr.design import Design
from app.qr.models import QrCode
from app.qr.render import pool
from app.qr.requests import CodeDesign
from app.qr.verdict import Verdict
from app.qr.weaknesses import Reason


class ReasonData(ApiModel):
    """A weakness of a design."""

    code: str = Field(description=N_("A short word for it, which never changes."))
    grade: Literal["warm", "bad"] = Field(description=N_("How grave it is."))
    message: str = Field(description=N_("A sentence for people."))
    mend: dict[str, Any] | None = Field(description=N_("The change of the design that mends it, or null."))

    @classmethod
    def of(cls, reason: Reason) -> dict[str, Any]:
        """The weakness as JSON, its message in the reader's language."""
        return {
            "code": reason.code,
            "grade": reason.grade,
            "message": gettext(reason.says) % reason.facts,
            "mend": dict(reason.mend) if reason.mend else None,
        }


class VerdictData(ApiModel):
    """The verdict of the scan check: the grade of a code, and what is wrong with it."""

    grade: Literal["good", "warm", "bad"] = Field(
        description=N_("good scans reliably, warm has a weakness, bad may not scan at all.")
    )
    reasons: list[ReasonData] = Field(
        description=N_(
            "What is wrong; each has “code”, “grade”, “message” and “mend”, the change of the design that mends "
            "it or null."
        )
    )
    contrast: float = Field(description=N_("The worst contrast of the colours, to 1."))
    survives_percent: int = Field(description=N_("How much damage the error correction repairs."))
    print_at_least_cm: float = Field(description=N_("The smallest width to print it at, frame included."))
    reads_from_m: float = Field(description=N_("The distance from which a phone reads it at that width."))

    @classmethod
    def of(cls, verdict: Verdict) -> dict[str, Any]:
        """The verdict as JSON."""
        return {
            "grade": verdict.grade,
            "reasons": [ReasonData.of(reason) for reason in verdict.reasons],
            "contrast": verdict.contrast,
            "survives_percent": verdict.survives,
            "print_at_least_cm": verdict.smallest_width_cm,
            "reads_from_m": verdict.reads_from_m(),
        }


class Images(ApiModel):
    """The URLs of a code's files."""

    svg: str = Field(description=N_("The code as SVG."))
    png: str = Field(description=N_("The code as PNG."))
    pdf: str = Field(description=N_("The code as PDF."))
    eps: str = Field(description=N_("The code as EPS."))

    @classmethod
    def of(cls, code: QrCode) -> dict[str, str]:
        """The URLs by format; they change when the files do."""
        base = site.url("api", f"/api/v1/qr-codes/{code.id}/image")
        return {form: f"{base}?format={form}&v={code.stamp}" for form in pool.TYPES}


class CodeRow(ApiModel):
    """A code in a list."""

    id: UUID = Field(description=N_("The id by which you read, change and delete the code."))
    name: str = Field(description=N_("As given, or empty."))
    link_id: UUID | None = Field(description=N_("The id of its link; null for a static code."))
    short_url: str | None = Field(
        description=N_(
            "The content of the code: the short link with the mark that identifies its scans; null for a static code."
        )
    )
    scans: int = Field(description=N_("How often people scanned it."))
    last_scanned_at: datetime | None = Field(description=N_("When it was last scanned, or null."))
    logo_id: UUID | None = Field(description=N_("The id of the picture of its logo, or null."))
    design: CodeDesign = Field(description=N_("How it looks."))
    grade: Literal["", "good", "warm", "bad"] = Field(
        description=N_(
            "The grade of the scan check when the design was saved: good, warm or bad; empty where it was not checked."
        )
    )
    images: Images = Field(description=N_("The URLs of its files; requests for them need your key."))
    created_at: datetime = Field(description=N_("When it was made."))
    updated_at: datetime = Field(description=N_("When it was last changed."))

    @classmethod
    def of(cls, code: QrCode) -> dict[str, Any]:
        """The code as JSON; times are UTC with Z. Its name and logo must be prefetched."""
        return {
            "id": str(code.id),
            "name": code.title,
            "link_id": str(code.link_id) if code.link_id else None,
            "short_url": code.address if code.dynamic else None,
            "scans": code.scans,
            "last_scanned_at": clock.format_rfc3339(code.last_scanned_at) if code.last_scanned_at else None,
            "logo_id": str(code.logo_id) if code.logo_id else None,
            "design": Design.of(code.design).as_dict(),
            "grade": code.grade,
            "images": Images.of(code),
            "created_at": clock.format_rfc3339(code.created_at),
            "updated_at": clock.format_rfc3339(code.updated_at),
        }


class CodeData(CodeRow):
    """A code with its verdict."""

    verdict: VerdictData = Field(description=N_("The result of the scan check."))

    @classmethod
    def with_verdict(cls, code: QrCode, verdict: Verdict) -> dict[str, Any]:
        """The code and its verdict as JSON."""
        return cls.of(code) | {"verdict": VerdictData.of(verdict)}


class CodeList(ApiModel):
    """A page of codes."""

    qr_codes: list[CodeRow] = Field(
        description=N_("Newest first; each with the fields that reading a code answers, apart from the verdict.")
    )
    next_cursor: str | None = Field(description=N_("Send it as “cursor” for the next page; null on the last."))


class DeletedCode(ApiModel):
    """The confirmation of a deletion."""

    id: UUID = Field(description=N_("The id of the code that was deleted."))
    deleted: bool = Field(description=N_("Always true."))

    @classmethod
    def of(cls, code: QrCode) -> Self:
        """The confirmation for this code."""
        return cls(id=code.id, deleted=True)
