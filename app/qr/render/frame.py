"""What stands round a code: the quiet zone on its background, and a frame with words."""

from dataclasses import dataclass

from app.colour.contrast import contrast
from app.qr.design import Design
from app.qr.render import shapes, text_outlines
from app.qr.render.parts import Part

UNIT = 33  # a frame is drawn for so many modules, the quiet zone among them, and grows with larger codes
RIM, BAR, ROUND, GAP, POINTER = 0.9, 6.5, 2.6, 1.8, 1.4
LETTERS, PADDING = 3.6, 1.6
LEGIBLE = 4.5


@dataclass(frozen=True, slots=True)
class Setting:
    """The size of the whole, where the code begins in it, and the parts behind the code."""

    width: float
    height: float
    left: float
    top: float
    parts: tuple[Part, ...]


def around(modules: int, design: Design) -> Setting:
    """The setting of a code with `modules` a side. A frame for words that has none is a border."""
    if design.frame == "none":
        return _plain(modules, design)
    if not design.worded:
        return _bordered(modules, design, above=0, below=0)
    if design.frame == "bubble_below":
        return _bubble(modules, design)
    bar = BAR * _unit(modules, design)
    above = design.frame == "label_above"
    return _bordered(modules, design, above=bar if above else 0, below=0 if above else bar)


def words_colour(design: Design) -> str:
    """The background's colour where it is legible on the frame, or else white or black."""
    own = [design.background] if design.background else []
    fitting = [colour for colour in own if contrast(colour, _colour(design)) >= LEGIBLE]
    return fitting[0] if fitting else max("#ffffff", "#000000", key=lambda colour: contrast(colour, _colour(design)))


def _colour(design: Design) -> str:
    return design.frame_colour or design.dark


def _unit(modules: int, design: Design) -> float:
    return max(1, (modules + 2 * design.quiet_zone) / UNIT)


def _plain(modules: int, design: Design) -> Setting:
    side = modules + 2 * design.quiet_zone
    path = shapes.rectangle(0, 0, side, side)
    parts = (Part("background", path, design.background),) if design.background else ()
    return Setting(side, side, design.quiet_zone, design.quiet_zone, parts)


def _bordered(modules: int, design: Design, above: float, below: float) -> Setting:
    unit = _unit(modules, design)
    rim, inner = RIM * unit, modules + 2 * design.quiet_zone
    over, under = above or rim, below or rim
    width, height = inner + 2 * rim, inner + over + under
    panel = shapes.rectangle(rim, over, inner, inner, (ROUND - RIM) * unit)
    rims = shapes.rectangle(0, 0, width, height, ROUND * unit) + panel
    parts = [Part("background", panel, design.background)] if design.background else []
    parts.append(Part("frame", rims, _colour(design), evenodd=True))
    if above or below:
        parts.append(_words(design, width, over / 2 if above else height - under / 2, unit))
    return Setting(width, height, rim + design.quiet_zone, over + design.quiet_zone, tuple(parts))


def _bubble(modules: int, design: Design) -> Setting:
    """The words in a bubble of their own that points at the code."""
    unit, side = _unit(modules, design), modules + 2 * design.quiet_zone
    top = side + max(GAP - design.quiet_zone, 0) * unit
    bar, margin = BAR * unit, (RIM * unit)
    width = min(side, _size(design, side, unit) * text_outlines.width(design.words) + 2 * PADDING * unit + bar / 2)
    height = top + POINTER * unit + bar + margin
    bubble = shapes.rectangle((side - width) / 2, top + POINTER * unit, width, bar, bar / 2)
    reach = 1.8 * unit
    bubble += shapes.polygon([(side / 2, top), (side / 2 + reach, top + reach), (side / 2 - reach, top + reach)])
    parts = [Part("background", shapes.rectangle(0, 0, side, height), design.background)] if design.background else []
    parts += [Part("frame", bubble, _colour(design)), _words(design, side, top + POINTER * unit + bar / 2, unit)]
    return Setting(side, height, design.quiet_zone, design.quiet_zone, tuple(parts))


def _words(design: Design, width: float, centre: float, unit: float) -> Part:
    path = text_outlines.line(design.words, width / 2, centre, _size(design, width, unit))
    return Part("words", path, words_colour(design))


def _size(design: Design, width: float, unit: float) -> float:
    """The em of the words, in modules: as large as looks well, or as the width allows."""
    room = width - 4 * PADDING * unit
    return min(LETTERS * unit, room / (text_outlines.width(design.words) or 1))
