"""Blocks of text: heading, text, divider, and questions with answers."""

from app.blocks.kind import Kind
from app.kernel.refusal import N_
from app.payloads.field import Field

HEADING = Kind(
    "heading",
    N_("Heading"),
    N_("A heading above a group of blocks."),
    "heading",
    (Field("title", N_("Words"), required=True, most=80),),
    words="judul title bagian section subjudul",
)
TEXT = Kind(
    "text",
    N_("Text"),
    N_("A few sentences or a list. Bold words and links work too: the guide says how."),
    "text-size",
    (Field("text", N_("Text"), input="textarea", required=True, most=2_000),),
    named=lambda values: values.get("text", "").split("\n")[0],
    words="teks tulisan paragraf paragraph deskripsi description tentang about catatan note",
)
DIVIDER = Kind(
    "divider",
    N_("Divider"),
    N_("A line, dots, or just room between blocks."),
    "separator-horizontal",
    (
        Field(
            "style",
            N_("Style"),
            input="select",
            choices=(("line", N_("Line")), ("dots", N_("Dots")), ("space", N_("Space"))),
        ),
    ),
    words="garis line pemisah jarak space titik dots",
)
FAQ = Kind(
    "faq",
    N_("Questions and answers"),
    N_("Answers open at a tap, so the page stays short."),
    "help",
    (Field("title", N_("Title"), most=80),),
    item=(
        Field("question", N_("Question"), required=True, most=160),
        Field("answer", N_("Answer"), input="textarea", required=True, most=1_000),
    ),
    most_items=20,
    more=N_("Another question"),
    words="faq tanya jawab pertanyaan question answer bantuan help",
)
