"""Reads QR codes from pictures as a phone's camera does."""

from typing import Any

import zxingcpp
from zxingcpp import BarcodeFormat, BarcodeFormats

QR_CODES = BarcodeFormats([BarcodeFormat.QRCode])


def read_qr_codes(picture: Any, **options: Any) -> list[zxingcpp.Barcode]:
    """What is read; bar codes of other kinds, which dots can resemble by accident, are not looked for."""
    return list(zxingcpp.read_barcodes(picture, formats=QR_CODES, **options))
