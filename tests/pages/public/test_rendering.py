"""A page is one answer: small, in its own language, escaped, with nothing foreign and nothing that runs."""

import gzip
import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import brotli
import pytest

from app.blocks.registry import KINDS
from app.pages.block import Block
from app.pages.content import Content
from app.pages.public import rendering
from app.pages.public.downloads import calendar_file, contact_file
from app.pages.public.rendering import RenderedPage, fresh_until
from app.pages.public.tip import render_tip_page, tip_payload
from app.pages.starters import STARTERS
from app.pages.theme.theme import Theme
from app.payloads import qris
from tests.pages.gallery import NOW, block, media, picture, posts, rich

EVIL = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'{{7*7}}"
VOID = {"meta", "link", "img", "input", "hr", "br", "base"}


def rendered(content: Content, codes: dict[str, str] | None = None, *, preview: bool = False) -> RenderedPage:
    return rendering.render(
        content, codes or {}, slug="rumahkawung", now=NOW, media=media(), preview=preview, posts=posts()
    )


def html(content: Content, codes: dict[str, str] | None = None, *, preview: bool = False) -> str:
    return rendered(content, codes, preview=preview).html.decode()


def of(*blocks: Block, **rest: str) -> str:
    return html(Content(name="Sari", blocks=blocks, **rest))  # type: ignore[arg-type]


class Reader(HTMLParser):
    """Every element with its attributes; complains of ends that fit nothing."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        assert self.open == [], self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


def test_a_page_of_every_kind_fits_one_round_trip() -> None:
    content = rich()
    page = rendered(content, {key: "abcdefg" for key, _ in content.destinations()})
    assert {block.kind for block in content.blocks} == set(KINDS) and len(content.blocks) >= 20
    assert len(page.gzip) <= 14_000 and len(page.brotli) <= 14_000
    assert gzip.decompress(page.gzip) == brotli.decompress(page.brotli) == page.html


@pytest.mark.parametrize("preset", ["nila", "poster", "koran", "pesta"])
def test_a_page_is_well_formed_runs_nothing_and_loads_nothing_foreign(preset: str) -> None:
    read = Reader(html(rich(Theme(preset, mode="auto"))))
    assert [element["type"] for element in read.all("script")] == ["application/ld+json"]
    assert not [name for _, attrs in read.found for name in attrs if name.startswith("on") or name == "style"]
    loaded = [element.get("src") for tag in ("img", "script") for element in read.all(tag) if element.get("src")]
    loaded += [element["href"] for element in read.all("link") if element["rel"] not in {"me", "canonical"}]
    assert loaded and all(str(url).startswith("/") for url in loaded)
    assert all("src" not in element for element in read.all("iframe"))


def test_the_policy_allows_the_stylesheets_and_the_players_in_use_alone() -> None:
    page = rendered(rich())
    assert page.csp.startswith("default-src 'none'; style-src 'sha256-")
    assert page.css_hash in page.csp and "script" not in page.csp and "unsafe" not in page.csp
    assert "frame-src https://open.spotify.com https://www.youtube-nocookie.com;" in page.csp
    assert "frame-src" not in rendered(Content(name="Sari")).csp
    assert "frame-ancestors 'none'" in page.csp
    assert "frame-ancestors 'self'" in rendered(rich(), preview=True).csp


def test_links_go_through_what_counts_them_and_straight_there_in_a_preview() -> None:
    link = block("link", title="Shop", url="https://example.com/shop")
    content = Content(name="Sari", blocks=(link,), socials=({"network": "instagram", "account": "https://i.test/s"},))
    codes = {"link": "abc2345", "socials.0-instagram": "def6789"}
    live, preview = html(content, codes), html(content, codes, preview=True)
    assert 'href="/abc2345"' in live and 'href="/def6789"' in live
    assert "https://example.com/shop" not in live
    assert 'href="https://example.com/shop"' in preview and 'href="https://i.test/s"' in preview
    assert '<link rel="me" href="https://i.test/s">' in live


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_shows_itself_and_escapes_what_was_typed(kind: str) -> None:
    shown = next(block for block in rich().blocks if block.kind == kind)
    words = {"title", "note", "caption", "alt", "place", "notes", "consent", "button", "text", "first", "company"}
    worse = replace(
        shown,
        values={name: EVIL[:24] if name in words and value else value for name, value in shown.values.items()},
        items=tuple(
            {name: EVIL[:60] if name in {"question", "answer", "alt"} else value for name, value in line.items()}
            for line in shown.items
        ),
    )
    for variant in (shown, worse):
        text = of(variant)
        assert f'id="block-{kind}"' in text
        read = Reader(text)
        assert len(read.all("script")) == 1 and not [1 for _, attrs in read.found if "onerror" in attrs]


def test_words_of_the_page_itself_are_escaped_everywhere() -> None:
    read = Reader(html(Content(name=EVIL, bio=EVIL, share_title=EVIL, share_text=EVIL)))
    (script,) = re.findall(r"<script[^>]*>(.*?)</script>", html(Content(name=EVIL, bio=EVIL)))
    assert json.loads(script)["mainEntity"]["name"] == EVIL
    assert len(read.all("script")) == 1 and not read.all("main")[0]


def test_text_knows_five_things_and_no_html() -> None:
    text = of(
        block(
            "text",
            text="**b** *i* [a](https://example.com/x)\n\n- one\n- two\n\n1. first\n\n"
            "<b onclick=x>raw</b> ![p](https://evil.example/p.png) [j](javascript:alert(1)) # no",
        )
    )
    assert "<strong>b</strong>" in text and "<em>i</em>" in text and "<ol>" in text
    assert '<a href="https://example.com/x" rel="nofollow noopener ugc">a</a>' in text
    assert "&lt;b onclick=x&gt;" in text
    assert '<img src="https://evil' not in text and 'href="javascript' not in text and "# no" in text


def test_blocks_show_between_their_beginning_and_end_only() -> None:
    link = block("link", title="Sale", url="https://example.com")
    soon, past = link.with_schedule("2026-11-21T00:00Z", ""), link.with_schedule("", "2026-11-19T00:00Z")
    assert "Sale" in of(link) and "Sale" not in of(soon) and "Sale" not in of(past)
    assert "Sale" not in of(replace(link, shown=False)) and "Sale" not in of(replace(link, values={"title": "Sale"}))


def test_a_page_stays_fresh_until_a_schedule_or_a_countdown_turns() -> None:
    link = block("link", title="Sale", url="https://example.com")
    event = block("event", title="Class", starts="2026-11-22T09:00", ends="2026-11-22T12:00", zone="Asia/Jakarta")
    assert fresh_until(Content(blocks=(link,)), NOW) is None
    begin, end = "2026-11-21T00:00:00Z", "2026-11-25T00:00:00Z"
    opened = Content(blocks=(link.with_schedule(begin, end),))
    assert fresh_until(opened, NOW) == datetime(2026, 11, 21, tzinfo=UTC)
    assert fresh_until(opened, NOW + timedelta(days=3)) == datetime(2026, 11, 25, tzinfo=UTC)
    assert fresh_until(opened, NOW + timedelta(days=9)) is None
    days = Content(blocks=(event,))
    assert fresh_until(days, NOW) == datetime(2026, 11, 20, 17, tzinfo=UTC), "midnight in Jakarta"
    assert fresh_until(days, datetime(2026, 11, 22, 1, tzinfo=UTC)) == datetime(2026, 11, 22, 2, tzinfo=UTC)
    assert fresh_until(days, datetime(2026, 11, 22, 3, tzinfo=UTC)) == datetime(2026, 11, 22, 5, tzinfo=UTC)
    assert fresh_until(days, datetime(2026, 11, 22, 6, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    ("day", "left"),
    [
        ("2026-11-10T09:00", "This is over"),
        ("2026-11-20T19:00", "Today"),
        ("2026-11-20T09:00", "Now on"),
        ("2026-11-21T01:00", "Tomorrow"),
        ("2026-12-12T09:00", "In 22 days"),
    ],
)
def test_an_event_says_how_long_it_is_to_go(day: str, left: str) -> None:
    event = block("event", title="Class", starts=day, zone="Asia/Jakarta")
    assert left in html(Content(name="S", language="en", blocks=(event,)))


def test_a_page_speaks_its_own_language_and_the_event_its_own_zone() -> None:
    event = block("event", title="Class", starts="2026-12-12T09:00", ends="2026-12-12T12:00", zone="Asia/Makassar")
    indonesian, english = (html(Content(name="S", language=code, blocks=(event,))) for code in ("id", "en"))
    assert '<html lang="id">' in indonesian and '<html lang="en">' in english
    assert "Sabtu, 12 Desember 2026, 09.00\N{EN DASH}12.00 WITA" in indonesian and "22 hari lagi" in indonesian
    assert "Saturday, 12 December 2026, 09:00\N{EN DASH}12:00 WITA" in english and "Made with Kliqs" in english
    assert "Dibuat dengan Kliqs" in indonesian


def test_what_a_shared_link_shows_is_said() -> None:
    content = replace(rich(), share_title="Come in", share_text="Batik")
    read = Reader(html(content))
    properties = {
        element.get("property") or element.get("name"): element.get("content") for element in read.all("meta")
    }
    assert properties["og:title"] == "Come in" and properties["description"] == properties["og:description"] == "Batik"
    assert str(properties["og:image"]).startswith("https://kliqs.test/rumahkawung/card-")
    assert (
        properties["twitter:card"] == "summary_large_image"
        and properties["robots"]
        and properties["robots"].startswith("index")
    )
    assert {"rel": "canonical", "href": "https://kliqs.test/rumahkawung"} in read.all("link")
    chosen = html(replace(content, share_picture=picture("shop"), indexed=False))
    assert f'content="https://kliqs.test/media/{picture("shop").replace("-", "")}.webp"' in chosen
    assert 'content="noindex, nofollow"' in chosen


def test_the_same_page_has_the_same_tag_and_another_one_another() -> None:
    assert rendered(rich()).etag == rendered(rich()).etag != rendered(rich(Theme("soga"))).etag
    assert rendered(rich(), preview=True).gzip == b""


def test_a_facade_says_nothing_to_the_player_before_a_tap() -> None:
    (frame,) = Reader(of(block("video", title="V", url="https://youtu.be/dQw4w9WgXcQ"))).all("iframe")
    inner = Reader(str(frame["srcdoc"]))
    assert inner.all("a") == [{"href": "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"}]
    assert not inner.all("img") and not inner.all("script") and not inner.all("iframe")


def test_files_to_take_away_are_what_phones_read() -> None:
    by_kind = {block.kind: block for block in rich().blocks}
    assert calendar_file(by_kind["event"]).startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"FN:Rumah Kawung\r\n" in contact_file(by_kind["contact"])


def test_a_tip_shows_the_code_of_its_amount_and_who_holds_the_money() -> None:
    content = rich()
    tip = content.block("tip")
    page = render_tip_page(content, tip, 25_000, slug="rumahkawung", now=NOW, media=media())
    text = page.html.decode()
    assert qris.parse_qris(tip_payload(tip, 25_000)).amount == 25_000
    assert "Rp25.000" in text and "Rumah Kawung, Yogyakarta" in text and "Kliqs tidak menyimpan" in text
    assert "noindex" in text and "<svg" in text and page.css_hash in page.csp
    with pytest.raises(qris.WrongAmount):
        tip_payload(tip, 26_000)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("key", STARTERS)
def test_starters_are_whole_pages_once_their_addresses_are_filled_in(key: str, language: str) -> None:
    sample = STARTERS[key].content(language, "Sari", sample=True)
    assert all(block.complete for block in sample.blocks) and len({block.id for block in sample.blocks}) == len(
        sample.blocks
    )
    assert "Sari" in html(sample)
    real = STARTERS[key].content(language)
    assert not list(real.destinations()) and "example.com" not in str(real.as_dict())
    assert Content.of(real.as_dict()) == real
