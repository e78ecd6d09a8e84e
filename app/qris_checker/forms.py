"""The checker's form: a QRIS pasted or photographed, and the amount it is to ask for."""

from __future__ import annotations

from quart import request

from app.media.qr_reading import read_qris
from app.payloads import qris
from app.payloads.qris import Merchant
from app.payloads.qris_kind import QRIS
from app.web.forms import Form


class QrisForm(Form):
    """Fields: payload, picture; and amount, fee, replacing where one for an amount is wanted."""

    @classmethod
    async def submitted(cls) -> QrisForm:
        return cls((await Form.submitted()).values)

    async def look(self) -> None:
        """Puts what an uploaded picture says into `payload`. Refusals: those of `read_qris`."""
        uploaded = (await request.files).get("picture")
        if uploaded and uploaded.filename:
            self.values["payload"] = await read_qris(uploaded.read())

    @property
    def merchant(self) -> Merchant:
        """Refusals: those of `qris.read`."""
        return qris.read(self["payload"])

    @property
    def asks(self) -> bool:
        """Whether a QRIS for an amount is wanted."""
        return self.given("amount")

    @property
    def content(self) -> str:
        """The QRIS for that amount. Refusals: WrongAmount, and those of `QRIS.encode`, by field."""
        if not self["amount"].strip():
            raise qris.WrongAmount
        return QRIS.encode(self.values)
