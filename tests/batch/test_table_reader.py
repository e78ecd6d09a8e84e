"""Tables as people have them."""

from collections.abc import Callable
from itertools import permutations, product

import pytest

from app.batch.columns import LINK, columns_for_kind
from app.batch.table_reader import (
    LONGEST_CELL,
    MOST_ROWS,
    DuplicateColumn,
    InvalidTable,
    MissingColumn,
    NoRows,
    TableTooLarge,
    TooManyRows,
    UnmatchedQuotes,
    UnsupportedFileType,
    decode_file,
    read_rows,
    read_table,
)
from app.kernel.i18n import gettext, language_context
from app.web import csv_writer
from tests.subtests import as_subtests

LINKS = columns_for_kind(LINK)
TABLE = 'url,slug,title\nhttps://example.com/é,promo,"Meja 1, ""teras"""\n'
WANTED = {"url": "https://example.com/é", "slug": "promo", "title": 'Meja 1, "teras"'}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_table_reads_the_same_in_each_encoding(encoding: str, newline: str) -> None:
    raw = TABLE.replace("\n", newline).encode(encoding)
    assert [row.cells for row in read_rows(decode_file(raw), LINKS)] == [WANTED]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("header", [True, False])
def test_what_parts_the_cells_is_found_out(delimiter: str, header: bool) -> None:
    lines = ["https://a.example/?x=1", "promo", "Table"], ["https://b.example/", "", "Poster"]
    typed = "\n".join(delimiter.join(cells) for cells in ([["url", "slug", "title"]] if header else []) + list(lines))
    assert [list(row.cells.values()) for row in read_rows(typed, LINKS)] == list(lines)


def test_bare_addresses_are_rows_whatever_is_in_them() -> None:
    typed = "https://a.example/\nhttps://b.example/?q=x\n\n  \nhttps://c.example/"
    rows = read_rows(typed, LINKS)
    assert [(row.line, row.cells["url"]) for row in rows] == [
        (1, "https://a.example/"),
        (2, "https://b.example/?q=x"),
        (5, "https://c.example/"),
    ]


def test_a_first_line_names_columns_in_both_languages_and_any_order() -> None:
    rows = read_rows("Judul;Catatan;Tujuan\nMeja;x;https://a.example/\n", LINKS)
    assert rows[0].cells == {"title": "Meja", "notes": "x", "url": "https://a.example/"}


@pytest.mark.parametrize("language", ["en", "id"])
def test_each_field_of_a_link_is_recognised_by_its_label_in_both_languages(language: str) -> None:
    with language_context(language):
        further = [column for column in LINKS if not column.in_order and column.key != "tags"]
        titles = [gettext(column.label) if not column.key.startswith("utm_") else column.key for column in further]
        table = read_table(";".join(["url", *titles]) + "\n" + ";".join([URL, *(["x"] * len(titles))]), LINKS)
    assert table.unused == ()
    assert table.rows[0].cells.keys() == {"url", *(column.key for column in further)}


def test_a_table_without_a_first_line_has_the_usual_four_columns() -> None:
    [row] = read_rows(f"{URL},{NAME},{TITLE},Wall,more", LINKS)
    assert row.cells.keys() == {"url", "slug", "title", "placement"}
    assert row.extra


URL, NAME, TITLE = "https://a.example/x", "promo", "Menu"
TAG, WORDS, NOTE = "lebaran", "What it is", "Ask Budi"
EXPORTS: dict[str, tuple[str, list[str | None]]] = {
    # the first lines of what other products export or import, and a row of each; None: not used
    "Bitly": ("Bitlink,Long URL,Title,Created,Total Engagements", ["bit.ly/promo", URL, TITLE, None, None]),
    "Bitly's bulk upload": ("long_url,back-half,title,tags", [URL, NAME, TITLE, TAG]),
    "Dub": ("Short link,Destination URL,Clicks,Created at,Title", ["https://dub.sh/promo", URL, None, None, TITLE]),
    "Dub's API": ("id,domain,key,url,archived,title,clicks", [None, None, NAME, URL, "true", TITLE, None]),
    "Shlink": (
        "createdAt,domain,longUrl,shortCode,shortUrl,tags,title,visits",
        [None, None, URL, NAME, None, TAG, TITLE, None],
    ),
    "YOURLS": ("keyword,url,title,timestamp,ip,clicks", [NAME, URL, TITLE, None, None, None]),
    "Kutt": ("Address,Target,Description,Views", [NAME, URL, WORDS, None]),
    "Short.io": ("Original URL,Path,Title,Short URL,Tags", [URL, NAME, TITLE, None, TAG]),
    "Short.io's API": ("originalURL,path,title,createdAt", [URL, NAME, TITLE, None]),
    "Rebrandly": ("id,title,slashtag,destination,shortUrl,clicks", [None, TITLE, NAME, URL, None, None]),
    "TinyURL": ("Tiny URL,Long URL,Alias,Created", [None, URL, NAME, None]),
    "s.id": ("No,Short,Long URL,Title,Clicks", [None, "https://s.id/promo", URL, TITLE, None]),
    "ours": ("slug,url,title,placement", [NAME, URL, TITLE, "Wall"]),
    "a person": ("Tautan pendek,Judul,Tujuan", [NAME, TITLE, URL]),
    "another": ("LINK;;Catatan;Nama", [URL, "", NOTE, NAME]),
}
KEYS = {
    URL: "url",
    NAME: "slug",
    TITLE: "title",
    "Wall": "placement",
    TAG: "tags",
    WORDS: "description",
    NOTE: "notes",
    "true": "archived",
    "bit.ly/promo": "slug",
    "https://dub.sh/promo": "slug",
    "https://s.id/promo": "slug",
}


@as_subtests(
    "delimiter, spelled, name",
    product([",", ";", "\t"], [str, str.upper, lambda line: line.replace(" ", "_"), lambda line: f'"{line}"'], EXPORTS),
)
def test_the_columns_of_other_products_are_known_and_the_rest_is_named(
    name: str, spelled: Callable[[str], str], delimiter: str
) -> None:
    header, cells = EXPORTS[name]
    heads = header.replace(";", ",").split(",")
    lines = [[spelled(head) for head in heads], [cell if cell is not None else "9" for cell in cells]]
    table = read_table("\n".join(delimiter.join(line) for line in lines), LINKS)

    assert table.rows[0].cells == {KEYS[cell]: cell for cell in cells if cell}
    if spelled is str:
        assert list(table.unused) == [head for head, cell in zip(heads, cells, strict=True) if cell is None]


@pytest.mark.parametrize("order", [*permutations(("slug", "url", "title", "placement"))])
def test_columns_stand_in_any_order(order: tuple[str, ...]) -> None:
    cells = {"slug": NAME, "url": URL, "title": TITLE, "placement": "Wall"}
    table = read_table(",".join(order) + "\n" + ",".join(cells[key] for key in order), LINKS)
    assert table.rows[0].cells == cells and table.unused == ()


def test_a_title_that_is_a_column_name_does_not_make_a_first_line() -> None:
    rows = read_rows("https://a.example/,one,Label\nhttps://b.example/,two,Poster", LINKS)
    assert [row.line for row in rows] == [1, 2]


def test_excels_own_separator_line_is_heeded() -> None:
    rows = read_rows("sep=;\r\nurl;title\r\nhttps://a.example/;x\r\n", LINKS)
    assert [(row.line, row.cells["title"]) for row in rows] == [(3, "x")]


def test_a_file_that_we_wrote_is_read_back_as_it_was() -> None:
    wanted = ["https://example.com/?q=-6.2,-106.8;=1", "-10% | @toko", "'=1"]
    rows = read_rows(
        "url,slug,title\n"
        + csv_writer.format_csv_line([wanted[0], "promo", wanted[1]])
        + csv_writer.format_csv_line([wanted[0], "sale", wanted[2]]),
        LINKS,
    )
    assert [row.cells for row in rows] == [
        {"url": wanted[0], "slug": "promo", "title": wanted[1]},
        {"url": wanted[0], "slug": "sale", "title": wanted[2]},
    ]


def test_a_formula_is_a_text() -> None:
    rows = read_rows('url,title\nhttps://a.example/,"=HYPERLINK(""http://x"")"\n', LINKS)
    assert rows[0].cells["title"] == '=HYPERLINK("http://x")'


def test_a_row_with_too_many_cells_says_so() -> None:
    rows = read_rows("https://a.example/,one,Title,Wall,\nhttps://b.example/,two,x,y,z", LINKS)
    assert [row.extra for row in rows] == [False, True]


def test_quoted_line_breaks_belong_to_their_cell() -> None:
    rows = read_rows('url,title\nhttps://a.example/,"two\nlines"\nhttps://b.example/,x', LINKS)
    assert [(row.line, row.cells["title"]) for row in rows] == [(2, "two\nlines"), (4, "x")]


@pytest.mark.parametrize(
    "typed, kind",
    [
        ("", NoRows),
        ("\n \n,,\n", NoRows),
        ("url,slug\n", NoRows),
        ("slug,title\nabc,x", MissingColumn),
        ("url,url\nhttps://a.example,x", DuplicateColumn),
        ('url\n"https://a.example', UnmatchedQuotes),
        ("a\0b", InvalidTable),
        ("https://a.example/\n" * (MOST_ROWS + 1), TooManyRows),
        ("https://a.example/\n" * 10_000, TooManyRows),
        ("x" * (2**20 + 1), TableTooLarge),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(typed: str, kind: type[InvalidTable]) -> None:
    with pytest.raises(kind):
        read_rows(typed, LINKS)


def test_a_table_may_have_a_megabyte_and_not_a_byte_more() -> None:
    whole = "url\nhttps://a.example/" + "," * (2**20 - len("url\nhttps://a.example/"))
    assert len(decode_file(whole.encode())) == 2**20 and len(read_rows(whole, LINKS)) == 1
    for longer in (decode_file, lambda raw: read_rows(raw.decode(), LINKS)):
        with pytest.raises(TableTooLarge):
            longer(whole.encode() + b",")


def test_as_many_rows_as_are_allowed_are_read() -> None:
    assert MOST_ROWS == 1_000
    assert len(read_rows("https://a.example/\n" * MOST_ROWS, LINKS)) == MOST_ROWS


@pytest.mark.parametrize(
    "raw, kind",
    [
        (b"PK\x03\x04 a workbook", UnsupportedFileType),
        (b"%PDF-1.7", UnsupportedFileType),
        (b"x" * (2**20 + 1), TableTooLarge),
        (b"\x89PNG\r\n\x1a\n\0\0\0", InvalidTable),
        (b"\xff\xfeabc", InvalidTable),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, kind: type[InvalidTable]) -> None:
    with pytest.raises(kind):
        decode_file(raw)


@pytest.mark.parametrize("size", [131_073, 500_000])
@pytest.mark.parametrize("table", ["url,title\nhttps://a.example,{cell}", '"{cell}"', 'url;title\n"{cell}', "{cell}\t"])
def test_a_cell_of_any_length_is_read_or_refused(table: str, size: int) -> None:
    for letter in ("x", "\n,", '""'):
        try:
            rows = read_rows(table.format(cell=letter * (size // len(letter))), LINKS)
        except InvalidTable:
            continue
        assert max(len(cell) for row in rows for cell in row.cells.values()) <= LONGEST_CELL


def test_any_bytes_are_read_or_refused() -> None:
    for seed in range(256):
        raw = bytes((seed * n + n // 7) % 256 for n in range(400))
        try:
            rows = read_rows(decode_file(raw), LINKS)
        except InvalidTable:
            continue
        assert rows


def test_a_static_kind_is_known_by_its_fields_and_their_labels() -> None:
    rows = read_rows("Network name,Password,Placement\nRumah,rahasia123,Dapur\n", columns_for_kind("wifi"))
    assert rows[0].cells == {"network": "Rumah", "password": "rahasia123", "placement": "Dapur"}


def test_a_column_of_contents_needs_no_other_name() -> None:
    assert read_rows("content\nHello\n", columns_for_kind("text"))[0].cells == {"text": "Hello"}
