"""The surroundings of a code: the quiet zone on its background, and a frame with words."""

from dataclasses import dataclass

from app.colour.contrast import contrast_ratio
from app.qr.design import Design
from app.qr.render import shapes, text_outlines
from app.qr.render.drawing_elements import Part

UNIT_MODULES = 33  # the side, quiet zone included, up to which a frame has its base size; it grows with larger codes
RIM_WIDTH, BAR_HEIGHT, CORNER_RADIUS, BUBBLE_GAP, POINTER_HEIGHT = 0.9, 6.5, 2.6, 1.8, 1.4
FONT_SIZE, PADDING = 3.6, 1.6
LEGIBLE_CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class FrameLayout:
    """The layout of a drawing: its size, the upper left corner of the code in it, and the parts behind the code."""

    width: float
    height: float
    left: float
    top: float
    parts: tuple[Part, ...]


def layout_frame(modules: int, design: Design) -> FrameLayout:
    """The layout for a code with `modules` a side. A frame for words without any words becomes a border."""
    if design.frame == "none":
        return _layout_plain(modules, design)
    if not design.has_frame_words:
        return _layout_border(modules, design, above=0, below=0)
    if design.frame == "bubble_below":
        return _layout_bubble(modules, design)
    bar = BAR_HEIGHT * _unit(modules, design)
    above = design.frame == "label_above"
    return _layout_border(modules, design, above=bar if above else 0, below=0 if above else bar)


def text_colour(design: Design) -> str:
    """The colour of the words: the background's where it is legible on the frame, or else white or black."""
    candidates = [design.background] if design.background else []
    legible = [colour for colour in candidates if contrast_ratio(colour, _frame_colour(design)) >= LEGIBLE_CONTRAST]
    if legible:
        return legible[0]
    return max("#ffffff", "#000000", key=lambda colour: contrast_ratio(colour, _frame_colour(design)))


def _frame_colour(design: Design) -> str:
    """The colour of the frame."""
    return design.frame_colour or design.dark


def _unit(modules: int, design: Design) -> float:
    """The scale of a frame: 1 up to 33 modules, proportionally more for larger codes."""
    return max(1, (modules + 2 * design.quiet_zone) / UNIT_MODULES)


def _layout_plain(modules: int, design: Design) -> FrameLayout:
    """The layout without a frame."""
    side = modules + 2 * design.quiet_zone
    path = shapes.rectangle(0, 0, side, side)
    parts = (Part("background", path, design.background),) if design.background else ()
    return FrameLayout(side, side, design.quiet_zone, design.quiet_zone, parts)


def _layout_border(modules: int, design: Design, above: float, below: float) -> FrameLayout:
    """A frame round the code, with words in a bar of the height `above` or `below` where that is not 0."""
    unit = _unit(modules, design)
    rim, inner = RIM_WIDTH * unit, modules + 2 * design.quiet_zone
    top, bottom = above or rim, below or rim
    width, height = inner + 2 * rim, inner + top + bottom
    panel = shapes.rectangle(rim, top, inner, inner, (CORNER_RADIUS - RIM_WIDTH) * unit)
    border = shapes.rectangle(0, 0, width, height, CORNER_RADIUS * unit) + panel
    parts = [Part("background", panel, design.background)] if design.background else []
    parts.append(Part("frame", border, _frame_colour(design), evenodd=True))
    if above or below:
        parts.append(_words_part(design, width, top / 2 if above else height - bottom / 2, unit))
    return FrameLayout(width, height, rim + design.quiet_zone, top + design.quiet_zone, tuple(parts))


def _layout_bubble(modules: int, design: Design) -> FrameLayout:
    """The code with a speech bubble below that holds the words and points at the code."""
    unit, side = _unit(modules, design), modules + 2 * design.quiet_zone
    top = side + max(BUBBLE_GAP - design.quiet_zone, 0) * unit
    bar, margin = BAR_HEIGHT * unit, (RIM_WIDTH * unit)
    words_width = _font_size(design, side, unit) * text_outlines.measure_width(design.words)
    width = min(side, words_width + 2 * PADDING * unit + bar / 2)
    height = top + POINTER_HEIGHT * unit + bar + margin
    bubble = shapes.rectangle((side - width) / 2, top + POINTER_HEIGHT * unit, width, bar, bar / 2)
    reach = 1.8 * unit
    middle = side / 2
    bubble += shapes.polygon([(middle, top), (middle + reach, top + reach), (middle - reach, top + reach)])
    parts = [Part("background", shapes.rectangle(0, 0, side, height), design.background)] if design.background else []
    words = _words_part(design, side, top + POINTER_HEIGHT * unit + bar / 2, unit)
    parts += [Part("frame", bubble, _frame_colour(design)), words]
    return FrameLayout(side, height, design.quiet_zone, design.quiet_zone, tuple(parts))


def _words_part(design: Design, width: float, centre: float, unit: float) -> Part:
    """The outlines of the words, centred at `centre`."""
    path = text_outlines.outline_text(design.words, width / 2, centre, _font_size(design, width, unit))
    return Part("words", path, text_colour(design))


def _font_size(design: Design, width: float, unit: float) -> float:
    """The font size (one em) in modules: as large as looks well, or as the width allows."""
    room = width - 4 * PADDING * unit
    return min(FONT_SIZE * unit, room / (text_outlines.measure_width(design.words) or 1))
