"""The sizes of what is on a print sheet, for the dry run and for the sheet itself."""

from app.batch.options import PAPERS, Options
from app.qr.render.drawing import Drawing

PADDING, CAPTION_HEIGHT = 2.0, 5.0  # millimetres


def cell_size(options: Options) -> tuple[float, float]:
    """The width and height of a cell in millimetres."""
    width, height = PAPERS[options.paper]
    return (width - 2 * options.margin) / options.codes_per_row, (height - 2 * options.margin) / options.rows_per_page


def code_width(options: Options, drawing: Drawing) -> float:
    """The width of a drawing on the sheet, in millimetres."""
    width, height = cell_size(options)
    height_left = height - 2 * PADDING - (CAPTION_HEIGHT if options.captions else 0)
    return min(width - 2 * PADDING, height_left * drawing.width / drawing.height)
