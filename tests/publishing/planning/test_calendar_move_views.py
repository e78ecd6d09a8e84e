"""A planned post is moved to another day and hour on a page of its own, without scripts."""

import html
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.posts.post_variant import PostVariant
from tests.client import Browser
from tests.publishing.planning.test_calendar_views import POSTS, html_of, planned

JAKARTA = ZoneInfo("Asia/Jakarta")


def local(when: datetime) -> str:
    return when.astimezone(JAKARTA).strftime("%Y-%m-%dT%H:%M")


def form_url(page: str) -> str:
    """The address behind the link of the page of a post."""
    link = re.search(r'href="([^"]*/move\?before=[^"]*)"', page)
    assert link and "Pindah ke waktu lain" in page
    return html.unescape(link[1])


def fields_of(page: str) -> dict[str, str]:
    """The fields of the form as the page shows them."""
    fields = {name: re.search(rf'name="{name}"[^>]*value="([^"]*)"', page) for name in ("before", "at")}
    return {name: html.unescape(match[1]) for name, match in fields.items() if match}


async def due(variant: PostVariant) -> datetime:
    await variant.refresh_from_db()
    assert variant.due_at
    return variant.due_at


async def test_the_page_of_a_post_leads_to_a_form_that_moves_it(as_sari: Browser, sari: Account) -> None:
    post, variant = await planned(sari)
    url = form_url(await html_of(as_sari, f"{POSTS}/{post.id}"))
    page = await html_of(as_sari, url)
    fields = fields_of(page)
    assert fields == {"before": (await due(variant)).isoformat(), "at": local(await due(variant))}
    assert fields == fields_of(await html_of(as_sari, url.split("?")[0]))  # without a time it is the first one
    assert "di Warung." in page and "“Kopi baru”" in html.unescape(re.sub("<[^>]*>", "", page))

    wanted = local(await due(variant) + timedelta(days=3, hours=2))
    moved = await as_sari.post(url.split("?")[0], form=fields | {"at": wanted})
    assert moved.status_code == 303 and moved.headers["Location"].split("?")[0] == f"{POSTS}/{post.id}"
    assert local(await due(variant)) == wanted
    assert "pindah ke" in await html_of(as_sari, f"{POSTS}/{post.id}")


async def test_what_has_a_time_of_its_own_moves_without_the_rest(as_sari: Browser, sari: Account) -> None:
    post, variant = await planned(sari)
    own = clock.now() + timedelta(days=5)
    await PostVariant.filter(id=variant.id).update(planned_at=own, due_at=own)
    url = form_url(await html_of(as_sari, f"{POSTS}/{post.id}"))
    wanted = local(own + timedelta(days=1))
    await as_sari.post(url.split("?")[0], form=fields_of(await html_of(as_sari, url)) | {"at": wanted})
    planned_at = post.planned_at
    await post.refresh_from_db()
    assert local(await due(variant)) == wanted and post.planned_at == planned_at


@pytest.mark.parametrize(
    ("typed", "sentence"), [("2026-01-01T09:00", "sudah lewat"), ("besok", "Tulis seperti"), ("", "Tulis seperti")]
)
async def test_a_time_that_cannot_be_is_shown_again_with_its_fault(
    as_sari: Browser, sari: Account, typed: str, sentence: str
) -> None:
    post, variant = await planned(sari)
    before = await due(variant)
    answer = await as_sari.post(f"{POSTS}/{post.id}/move", form={"before": before.isoformat(), "at": typed})
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 422 and sentence in page and 'aria-invalid="true"' in page
    assert fields_of(page) == {"before": before.isoformat(), "at": typed} and await due(variant) == before


async def test_what_was_moved_or_published_meanwhile_is_looked_at_again(as_sari: Browser, sari: Account) -> None:
    post, variant = await planned(sari)
    before, url = await due(variant), f"{POSTS}/{post.id}/move"
    form = {"before": before.isoformat(), "at": local(before + timedelta(days=1))}
    for _ in range(2):
        assert (await as_sari.post(url, form=form)).status_code == 303
    assert "sudah berubah" in await html_of(as_sari, f"{POSTS}/{post.id}")
    assert local(await due(variant)) == form["at"]
    assert (await as_sari.get(url, query_string={"before": form["before"]})).status_code == 303
    assert (await as_sari.get(url, query_string={"before": "x"})).status_code == 404


@pytest.mark.parametrize("phase", ["failed", "needs_reconnect", "published"])
async def test_what_no_longer_waits_for_its_time_is_offered_no_other_one(
    as_sari: Browser, sari: Account, phase: str
) -> None:
    post, variant = await planned(sari)
    await PostVariant.filter(id=variant.id).update(phase=phase)
    day = (await due(variant)).astimezone(JAKARTA).date()
    calendar = await html_of(as_sari, f"/dashboard/publishing/calendar?day={day}")
    assert "/move?" not in await html_of(as_sari, f"{POSTS}/{post.id}")
    assert (await as_sari.get(f"{POSTS}/{post.id}/move")).status_code == 303
    assert "Kopi baru" in calendar and "data-movable" not in calendar


async def test_a_stranger_moves_nothing(as_budi: Browser, sari: Account) -> None:
    post, variant = await planned(sari)
    before = await due(variant)
    form = {"before": before.isoformat(), "at": local(before + timedelta(days=1))}
    assert (await as_budi.post(f"{POSTS}/{post.id}/move", form=form)).status_code == 404
    assert (await as_budi.get(f"{POSTS}/{post.id}/move", query_string={"before": form["before"]})).status_code == 404
    assert await due(variant) == before
