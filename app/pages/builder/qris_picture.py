"""A QRIS for a tip block by a picture of it: the text of the code is put into the field, as if it had been pasted."""

from __future__ import annotations

from quart import request

from app.blocks.kind import Refusals
from app.kernel.refusal import Refusal
from app.media.qr_reading import read_qris
from app.pages.block import Block
from app.web.forms import Form

PICTURED = "pictured"  # set in a form whose picture was read


async def read_qris_picture(block: Block, form: Form) -> Refusals:
    """Puts the text of an uploaded picture of a QRIS into the field that asks for it.

    Refusals, by that field: NoCodeSeen, those of `media.codes.read_codes`.
    """
    faults = Refusals()
    for field in (field for field in block.kin.fields if field.input == "qris"):
        file = (await request.files).get(f"{field.name}-file")
        if file and file.filename:
            try:
                form.values[field.name] = await read_qris(file.read())
            except Refusal as refusal:
                refusal.field = field.name
                faults.append(refusal)
            form.values[PICTURED] = field.name
    return faults
