"""The form of the QRIS checker: a QRIS pasted or photographed, and optionally an amount to put into it."""

from __future__ import annotations

from quart import request

from app.media.qr_reading import read_qris
from app.payloads import qris
from app.payloads.qris import Merchant
from app.payloads.qris_kind import QRIS
from app.web.forms import Form


class QrisForm(Form):
    """Fields: payload, picture; and amount, fee, replacing to derive a QRIS for an amount."""

    @classmethod
    async def submitted(cls) -> QrisForm:
        """The form of the current request."""
        return cls((await Form.submitted()).values)

    async def read_picture(self) -> None:
        """Put the QRIS in an uploaded picture into `payload`. Raises: those of `read_qris`."""
        uploaded = (await request.files).get("picture")
        if uploaded and uploaded.filename:
            self.values["payload"] = await read_qris(uploaded.read())

    @property
    def merchant(self) -> Merchant:
        """The data of the typed QRIS. Raises: those of `parse_qris`."""
        return qris.parse_qris(self["payload"])

    @property
    def has_amount_field(self) -> bool:
        """Whether the form was sent with the amount field, so that a QRIS for an amount is to be derived."""
        return self.has("amount")

    @property
    def content(self) -> str:
        """The payload of the QRIS for the typed amount. Raises: WrongAmount, and those of `QRIS.encode`, each with its
        field.
        """
        if not self["amount"].strip():
            raise qris.WrongAmount
        return QRIS.encode(self.values)
