"""Reads the QRIS of a tip block from an uploaded picture and puts its text into the form, as if it had been pasted."""

from __future__ import annotations

from quart import request

from app.blocks.kind import Refusals
from app.kernel.refusal import Refusal
from app.media.qr_reading import read_qris
from app.pages.block import Block
from app.web.forms import Form

PICTURED = "pictured"  # set in a form whose uploaded picture was decoded


async def read_qris_picture(block: Block, form: Form) -> Refusals:
    """Decodes the uploaded picture of a QRIS into the form, in the field of the block that has the input `qris`.

    Returns all refusals, with that field: NoQrCodeFound, those of `read_qris`.
    """
    faults = Refusals()
    for field in (field for field in block.block_kind.fields if field.input == "qris"):
        file = (await request.files).get(f"{field.name}-file")
        if file and file.filename:
            try:
                form.values[field.name] = await read_qris(file.read())
            except Refusal as refusal:
                refusal.field = field.name
                faults.append(refusal)
            form.values[PICTURED] = field.name
    return faults
