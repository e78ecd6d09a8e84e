"""No list of the dashboard ends in silence: it has pages, or says how many there are and where the others are."""

from __future__ import annotations

import html
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest

from app.accounts.consent import Consent
from app.accounts.models import Account, Session
from app.accounts.trusted_browser import TrustedBrowser
from app.gateway.contents.end_user_digest import digest_of_end_user
from app.gateway.notices.announcement import write_notice
from app.gateway.notices.notice import SERVICE
from app.gateway.screens import end_user_views, news_views, spending
from app.kernel import clock
from app.kernel.package_files import ROOT
from app.links import links_page, tag_views
from app.links.models import Link
from app.privacy import centre_views, request_handling
from app.publishing.connections import views as connection_views
from app.publishing.connections.connection import Connection
from app.settings import security_views
from app.sign_in.second_factor import settings_views
from app.web import first_rows
from tests import world
from tests.client import Browser
from tests.databases import ON_ONE
from tests.gateway.offering import offer_model
from tests.gateway.screens.test_end_user_views import request_for
from tests.gateway.screens.usage_rows import used_on
from tests.list_cuts import modules_that_cut
from tests.payments.checkout.buying import shown
from tests.sign_in.second_factor.phone import turn_on
from tests.source_files import MODULES

ELSEWHERE = (  # tests/console/test_cut_lists.py has the console; what has no page of the dashboard follows it
    *("abuse/", "console/", "operators/", "payments/operator/"),
    *("docs/", "front/", "gateway/api/", "gateway/metering/", "jobs/", "kernel/", "media/", "ops/", "visits/"),
)
CUT = {  # why nothing is lost in silence where these modules leave rows out
    "a page of a list": """
        gateway/contents/end_users links/history/presenter links/tag_views links/tags_api
        privacy/bring_in/row_list team/listing web/pagination webhooks/listing""",
    "their number is said by ui.rest or ui.shown_of": "analytics/bio_presenter web/first_rows",
    "a job or a file, which goes on until nothing is left": """
        accounts/mass_mail keys/logged_request links/checker/queueing
        links/history/undo payments/order_checks payments/tips/tip_checks privacy/bring_in/undoing
        privacy/export/exported_table privacy/export/picture_members privacy/export/post_file_members
        publishing/delivery/after_restore publishing/delivery/lost_jobs publishing/posts/pausing webhooks/delivery_jobs
        webhooks/visit_counts""",
    "the page or email says how many more there are, or that there are more": """
        analytics/breakdown_tables batch/dry_run
        home/action_items home/post_items links/bulk_actions links/checker/broken_email pages/transfer/link_list
        publishing/delivery/post_timeline publishing/planning/calendar_entries publishing/planning/import_views
        publishing/statistics/published_posts team/email_list""",
    "a link beside them leads to all": """
        gateway/notices/feed home/overview links/models payments/checkout/order_list
        settings/security_log_views""",
    "the others are typed": "keys/key_filter",
    "only as many can be stored, sent or chosen": """
        gateway/catalogue/model_facts links/bulk_views pages/revision_history
        privacy/bring_in/row_choices publishing/composer/form publishing/files/form_fields publishing/posts/urls_in_text
        webhooks/replay""",
    "only as many as a plan connects, of what a network has": "publishing/networks/linkedin_api",
    "the coins that are used most, of an invoice": "payments/providers/coinpayments_coins",
    "a number or an answer is computed of them": """
        analytics/rule_results batch/table_reader gateway/navigation
        keys/request_search links/tagging publishing/connections/disconnect publishing/networks/mastodon""",
    "the creator chooses how many posts a block of a page shows": "publishing/posts/latest_published_posts",
    "faults of one request to the API": "payments/providers/redaction publishing/api/post_faults",
}
SLICED = {  # a template that shows some of a list, and why nothing is lost in silence
    "links/_badges.html": "one badge for all that is broken of a link",
    "payments/_receipt.html": "the last line is the sum, which is shown below",
    "publishing/_disconnect_words.html": "it says how many more there are",
    "publishing/_statistics_posts.html": "it says that the file has all",
    "publishing/previews/_parts.html": "a preview of what a network shows",
    "publishing/previews/tiktok.html": "a preview of what a network shows",
}
WHOLE = {  # rows of a template that are not the first ones of a list
    ("analytics/_card.html", "card"): "a link shows further ones, and it says that exports have all",
    ("gateway/_credits_ledger.html", "ledger"): "all of a month",
    ("privacy/import_check.html", "list"): "a page of a list, with the number of the page",
    ("links/_selection.html", "tags"): "suggestions for a field in which any name is typed",
}
TEMPLATES = ROOT / "templates"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
SETTINGS = "/dashboard/settings"


async def devices(sari: Account) -> None:
    for device in ("Opera · BeOS", "Lynx · Amiga"):
        await Session.begin(await world.owner(sari), device)


async def browsers(sari: Account) -> None:
    for device in ("Opera · BeOS", "Lynx · Amiga"):
        await TrustedBrowser.trust((await world.owner(sari)).id, device)


async def consents(sari: Account) -> None:
    for version in ("2020-01-01", "2021-01-01"):
        await Consent.record((await world.owner(sari)).id, "terms", version)


async def requests(sari: Account) -> None:
    for text in ("Earlier words", "Later words"):
        await request_handling.submit_request("access", text, "", "203.0.113.1", await world.owner(sari))


async def disconnected(sari: Account) -> None:
    for number, name in enumerate(("Earlier shop", "Later shop")):
        ended = clock.now() - timedelta(hours=2 - number)
        await Connection.create(
            id=uuid4(), account_id=sari.id, network="mastodon", external_id=name, display_name=name, created_at=ended,
            tokens="", disconnected_at=ended,
        )  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A part of a page that shows the first rows of a list: the page, the list, and the texts of two of its rows."""

    make: Callable[[Account], Awaitable[None]]
    module: object
    page: str
    list: str
    rows: Sequence[str]
    searched: bool = False


PARTS = (
    Part(devices, security_views, f"{SETTINGS}/security", "/sessions", ("BeOS", "Amiga"), searched=True),
    Part(browsers, settings_views, f"{SETTINGS}/security", "/browsers", ("BeOS", "Amiga")),
    Part(consents, centre_views, f"{SETTINGS}/privacy", "/consents", ("2020-01-01", "2021-01-01")),
    Part(requests, centre_views, f"{SETTINGS}/privacy", "/requests", ("Earlier words", "Later words")),
    Part(
        *(disconnected, connection_views, "/dashboard/publishing/accounts", "/disconnected"),
        ("Earlier shop", "Later shop"),
        searched=True,
    ),
)


def test_rows_are_cut_only_where_it_is_said_why_nothing_is_lost() -> None:
    inside = [path for path in MODULES if not path.relative_to(ROOT / "app").as_posix().startswith(ELSEWHERE)]
    listed = [module for modules in CUT.values() for module in modules.split()]
    assert modules_that_cut(inside) == set(listed) and len(listed) == len(set(listed))


def test_a_template_shows_some_of_a_list_only_where_the_others_are_said() -> None:
    templates = {path.relative_to(TEMPLATES).as_posix(): path.read_text() for path in TEMPLATES.rglob("*.html")}
    assert {name for name, text in templates.items() if re.search(r"{% for [^%]* in [\w.]+\[:", text)} == SLICED.keys()
    parts = [(name, part) for name, text in templates.items() for part in re.findall(r" in ([\w.]+)\.rows\b", text)]
    ways = ("ui.rest({part},", "ui.shown_of({part})", "{{% if {part}.next %}}", "{{% if {part}.cut %}}")
    silent = {each for each in parts if not any(way.format(part=each[1]) in templates[each[0]] for way in ways)}
    assert len(parts) > 10 and silent == WHOLE.keys()


async def walk(browser: Browser, url: str, rows: Sequence[str]) -> None:
    """Follows “Show more” through a list whose pages have one row, with scripts and without, until all were there."""
    left, address = set(rows), f"{url}?lang=en"
    for _page in range(6):
        part_of_list = await (await browser.get(address, headers=HX)).get_data(as_text=True)
        whole = await shown(browser, address)
        assert "<html" not in part_of_list and "<html" in whole
        there = {row for row in left if row in part_of_list}
        assert len(there) < 2 and all(row in whole for row in there)
        left -= there
        if not (more := re.findall(r'id="more"><a class="btn" href="([^"]+)"', whole)):
            break
        address = html.unescape(more[0])
    assert not left
    assert (await browser.get(f"{url}?after={'9' * 400}&q=%00")).status_code == 200


@ON_ONE
async def test_a_part_of_a_page_says_how_many_there_are_and_links_to_a_list_with_pages(
    as_sari: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    monkeypatch.setattr(first_rows, "MOST_ROWS", 1)
    await turn_on(sari)
    for part in PARTS:
        await part.make(sari)
    for part in PARTS:
        with subtests.test(part.list):
            monkeypatch.setattr(part.module, "PAGE_SIZE", 1)
            page = await shown(as_sari, f"{part.page}?lang=en")
            [url] = {html.unescape(each) for each in re.findall(r'href="([^"]+)"', page) if each.endswith(part.list)}
            assert re.search(r"1 of [2-9] are shown\.", page)
            await walk(as_sari, url, part.rows)
            if part.searched:
                found = await shown(as_sari, f"{url}?lang=en&q={part.rows[0].split()[0]}")
                assert part.rows[0] in found and part.rows[1] not in found
                assert "Nothing matches" in await shown(as_sari, f"{url}?lang=en&q=nothing-like-it")


@ON_ONE
async def test_an_act_in_a_list_of_all_goes_back_to_it(as_sari: Browser, sari: Account) -> None:
    await devices(sari)
    await browsers(sari)
    session = await Session.get(device="Opera · BeOS")
    browser = await TrustedBrowser.get(device="Opera · BeOS")
    security = f"{SETTINGS}/security"
    for path, of_all in (
        (f"{security}/sessions/{session.id}/end", f"{security}/sessions"),
        (f"{security}/authenticator/browsers/{browser.id}/end", f"{security}/authenticator/browsers"),
    ):
        answer = await as_sari.post(path, form={"listed": "1", "q": "Opera", "after": "x"})
        assert answer.headers["Location"] == f"{of_all}?q=Opera&after=x"


@ON_ONE
async def test_a_list_of_devices_keeps_its_search_and_ends_others_only_where_there_are_any(
    as_sari: Browser, sari: Account
) -> None:
    path, others = f"{SETTINGS}/security/sessions", "Sign out everywhere else"
    assert others not in await shown(as_sari, f"{path}?lang=en")
    await devices(sari)
    page = await shown(as_sari, f"{path}?lang=en&q=Opera&after=x")
    assert others in page and 'type="hidden" name="q" value="Opera"' in page
    assert 'name="after"' not in page, "the place of the only row has none after it"


async def test_lists_of_the_gateway_have_pages(
    as_budi: Browser, budi: Account, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    await offer_model()
    names = ("ani@example.com", "joko@example.com")
    for name in names:
        await request_for(budi, name)
    for word in ("Earlier", "Later"):
        await write_notice(SERVICE, title_id=word, title_en=f"{word} news", text_id=word, text_en=word)
    digests = [digest_of_end_user(budi.id, name)[:12] for name in names]
    for module, path, rows in (
        (end_user_views, "/dashboard/ai/end-users", digests),
        (news_views, "/dashboard/ai/news", ["Earlier news", "Later news"]),
    ):
        with subtests.test(path):
            monkeypatch.setattr(module, "PAGE_SIZE", 1)
            await walk(as_budi, path, rows)


@ON_ONE
async def test_what_is_left_out_of_a_page_is_said(
    as_budi: Browser, budi: Account, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    urls = ["https://example.com", "https://example.com/"] * 2
    links = [await Link.shorten(budi, url=url, tags=["batik", "sale"]) for url in urls]
    await Link.all().update(expires_at=clock.now() + timedelta(days=2), followed=7)
    with subtests.test("tags"):
        monkeypatch.setattr(links_page, "MOST_TAGS", 1)
        monkeypatch.setattr(tag_views, "MOST_CHOICES", 1)
        assert "1 of 2 are shown." in await shown(as_budi, "/dashboard/links/?lang=en")
        page = await shown(as_budi, "/dashboard/links/tags/?lang=en")
        assert page.count('list="all-tags"') == 2 and '<option value="batik">' in page
        page = await shown(as_budi, "/dashboard/links/?lang=en&tag=batik, sale")
        assert re.search(r'id="tag-chosen-1" href="/dashboard/links/\?tag=batik" aria-current="true"', page)
    with subtests.test("things to act on"):
        assert "The 3 most urgent things" in await shown(as_budi, "/dashboard/?lang=en")
        await Link.filter(id=links[0].id).update(followed=0)
        assert "3 things" in await shown(as_budi, "/dashboard/?lang=en")
    with subtests.test("links to the same address"):
        longest = f"https://example.com/{'x' * 250}"  # longer than what a search takes
        same = {urls[0]: links, longest: [await Link.shorten(budi, url=longest) for _each in range(3)]}
        for address, those in same.items():
            answer = await as_budi.post("/dashboard/links/?lang=en", form={"url": address})
            [url] = re.findall(r'href="([^"]+)"><span>Search for this address', await answer.get_data(as_text=True))
            page = await shown(as_budi, html.unescape(url))
            assert all(str(link.id) in page for link in those) and len(url) < 300
    with subtests.test("models"):
        await offer_model()
        for number in range(3):
            await used_on(budi, clock.now().date(), 7 - number, model=f"model-{number}")
        monkeypatch.setattr(spending, "MOST_ROWS", 2)
        page = (await shown(as_budi, "/dashboard/ai?lang=en")).partition('aria-label="Models"')[2]
        assert "model-0" in page and "2 others</span> <b>Rp11</b>" in page and "model-1" not in page
