"""What the JSON API gives of QR codes. The descriptions are the documentation's too."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field

from app.kernel import clock, site
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.qr.design import Design
from app.qr.models import QrCode
from app.qr.reasons import Reason
from app.qr.render import pool
from app.qr.requests import CodeDesign
from app.qr.verdict import Verdict


class ReasonData(BaseModel):
    code: str = Field(description=N_("A short word for it, which never changes."))
    grade: Literal["warm", "bad"] = Field(description=N_("How grave it is."))
    message: str = Field(description=N_("A sentence for people."))
    mend: dict[str, Any] | None = Field(description=N_("The change of the design that mends it, or null."))

    @classmethod
    def of(cls, reason: Reason) -> dict[str, Any]:
        """The reason, in the reader's language."""
        return {"code": reason.code, "grade": reason.grade, "message": gettext(reason.says) % reason.facts,
                "mend": dict(reason.mend) if reason.mend else None}


class VerdictData(BaseModel):
    grade: Literal["good", "warm", "bad"] = Field(description=N_(
        "good scans reliably, warm has a weakness, bad may not scan at all."))
    reasons: list[ReasonData] = Field(description=N_(
        "What is wrong; each has “code”, “grade”, “message” and “mend”, the change of the design that mends it or null."
    ))
    contrast: float = Field(description=N_("The worst contrast of the colours, to 1."))
    survives_percent: int = Field(description=N_("How much damage the error correction repairs."))
    print_at_least_cm: float = Field(description=N_("How wide to print the whole at least."))
    reads_from_m: float = Field(description=N_("From how far a phone reads it then."))

    @classmethod
    def of(cls, verdict: Verdict) -> dict[str, Any]:
        return {
            "grade": verdict.grade, "reasons": [ReasonData.of(reason) for reason in verdict.reasons],
            "contrast": verdict.contrast, "survives_percent": verdict.survives,
            "print_at_least_cm": verdict.smallest_cm, "reads_from_m": verdict.reads_from_m(),
        }


class Images(BaseModel):
    svg: str = Field(description=N_("The code as SVG."))
    png: str = Field(description=N_("The code as PNG."))
    pdf: str = Field(description=N_("The code as PDF."))
    eps: str = Field(description=N_("The code as EPS."))

    @classmethod
    def of(cls, code: QrCode) -> dict[str, str]:
        """Their addresses, which change with what the files show."""
        base = site.url("api", f"/api/v1/qr-codes/{code.id}/image")
        return {form: f"{base}?format={form}&v={code.stamp}" for form in pool.TYPES}


class CodeRow(BaseModel):
    id: UUID = Field(description=N_("The id by which you read, change and delete the code."))
    name: str = Field(description=N_("As given, or empty."))
    link_id: UUID | None = Field(description=N_("The link it leads to; null for a static code."))
    short_url: str | None = Field(description=N_(
        "What the code says: the short link with the mark that tells its scans apart; null for a static code."))
    scans: int = Field(description=N_("How often people scanned it."))
    last_scanned_at: datetime | None = Field(description=N_("When it was last scanned, or null."))
    design: CodeDesign = Field(description=N_("How it looks."))
    grade: Literal["good", "warm", "bad"] = Field(description=N_(
        "What the scan check said when its look was saved: good, warm or bad."))
    images: Images = Field(description=N_("Where its files are; ask for them with your key."))
    created_at: datetime = Field(description=N_("When it was made."))
    updated_at: datetime = Field(description=N_("When it was last changed."))

    @classmethod
    def of(cls, code: QrCode) -> dict[str, Any]:
        """The code as JSON; times are UTC with Z. Its name and logo must be fetched."""
        return {
            "id": str(code.id), "name": code.title, "link_id": str(code.link_id) if code.link_id else None,
            "short_url": code.address if code.dynamic else None, "scans": code.scans,
            "last_scanned_at": clock.stamp(code.last_scanned_at) if code.last_scanned_at else None,
            "design": Design.of(code.design).as_dict(), "grade": code.grade, "images": Images.of(code),
            "created_at": clock.stamp(code.created_at), "updated_at": clock.stamp(code.updated_at),
        }


class CodeData(CodeRow):
    verdict: VerdictData = Field(description=N_("What the scan check says of it."))

    @classmethod
    def judged(cls, code: QrCode, verdict: Verdict) -> dict[str, Any]:
        return cls.of(code) | {"verdict": VerdictData.of(verdict)}


class CodeList(BaseModel):
    qr_codes: list[CodeRow] = Field(description=N_(
        "Newest first; each with the fields that reading a code answers, apart from the verdict."))
    next_cursor: str | None = Field(description=N_("Send it as “cursor” for the next page; null on the last."))


class DeletedCode(BaseModel):
    id: UUID = Field(description=N_("The id of the code that was deleted."))
    deleted: bool = Field(description=N_("Always true."))

    @classmethod
    def of(cls, code: QrCode) -> Self:
        return cls(id=code.id, deleted=True)
