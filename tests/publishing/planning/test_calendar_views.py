"""The calendar and the list of posts, without scripts: what is planned is seen, moved and brought back."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.accounts.models import Account, Membership
from app.kernel import clock, i18n
from app.publishing.planning.calendar_entries import same_time_on_day
from app.publishing.planning.calendar_span import CalendarSpan
from app.publishing.posts import drafts, planning_actions
from app.publishing.posts.drafts import Draft, VariantDraft
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from tests import world
from tests.client import Browser
from tests.publishing.posts.stand_ins import connect
from tests.publishing.posts.test_short_links import written

URL = "/dashboard/publishing/calendar"
POSTS = "/dashboard/publishing/posts"
JAKARTA = ZoneInfo("Asia/Jakarta")
HTMX = {"HX-Request": "true"}


async def html_of(browser: Browser, path: str) -> str:
    response = await browser.get(path)
    assert response.status_code == 200, path
    return str(await response.get_data(as_text=True))


async def planned(account: Account, text: str = "Kopi baru", days: int = 2) -> tuple[Post, PostVariant]:
    post, [variant] = await written(account, text)
    at = clock.now() + timedelta(days=days)
    await planning_actions.plan(post, account, (await world.owner(account)).id, at=at, zone="Asia/Jakarta")
    await variant.refresh_from_db()
    return post, variant


def span(view: str, day: str) -> CalendarSpan:
    return CalendarSpan(view, date.fromisoformat(day), date.fromisoformat("2026-11-29"))


@pytest.mark.parametrize("day", ["2026-02-10", "2026-11-30", "2027-01-01", "2028-02-29"])
def test_a_month_is_whole_weeks_from_monday_to_sunday_with_all_its_days(day: str) -> None:
    shown = [day for week in span("month", day).weeks for day in week]
    assert shown[0].weekday() == 0 and shown[-1].weekday() == 6
    assert len(shown) == len(set(shown)) and len(shown) % 7 == 0
    month = date.fromisoformat(day)
    assert sum(not span("month", day).is_outside(one) for one in shown) in (28, 29, 30, 31)
    assert month in shown and span("month", day).later in span("month", str(span("month", day).later)).weeks[0] + shown


@pytest.mark.parametrize(
    ("language", "day", "title"),
    [
        ("id", "2026-11-25", "23\u201329 Nov 2026"),
        ("id", "2026-12-02", "30 Nov \u2013 6 Des 2026"),
        ("en", "2026-12-30", "28 Dec 2026 \u2013 3 Jan 2027"),
    ],
)
def test_the_title_of_a_week_says_its_month_and_year_once(language: str, day: str, title: str) -> None:
    with i18n.language_context(language):
        assert " ".join(span("week", day).title.split()) == title


def test_turning_forth_and_back_comes_back() -> None:
    for view in ("week", "month"):
        here = span(view, "2026-12-31")
        there = span(view, str(here.later))
        assert here.first <= there.earlier <= here.last


def test_a_moved_post_keeps_its_time_of_day_across_a_change_of_clocks() -> None:
    at = datetime(2026, 3, 27, 9, 0, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
    moved = same_time_on_day(at, date(2026, 3, 30), "Europe/Berlin")
    assert moved.astimezone(ZoneInfo("Europe/Berlin")).hour == 9 and moved - at == timedelta(days=3, hours=-1)


async def test_a_post_stands_on_its_day_in_the_zone_of_the_account(as_sari: Browser, sari: Account) -> None:
    _post, variant = await planned(sari)
    assert variant.due_at
    day = variant.due_at.astimezone(JAKARTA).date()
    html = await html_of(as_sari, f"{URL}?day={day}")
    cell = html.split(f'data-day="{day}"')[1].split("</td>")[0]
    assert "Kopi baru" in cell and "Terjadwal" in cell and "Warung" in cell
    assert "Kopi baru" in await html_of(as_sari, f"{URL}?view=week&day={day}")
    assert "Kopi baru" not in await html_of(as_sari, f"{URL}?view=week&day={day + timedelta(days=14)}")


async def test_only_the_posts_of_the_chosen_account_are_shown(as_sari: Browser, sari: Account) -> None:
    _post, variant = await planned(sari)
    other = await connect(sari, username="teh")
    day = variant.due_at and variant.due_at.astimezone(JAKARTA).date()
    assert "Kopi baru" in await html_of(as_sari, f"{URL}?day={day}&connection={variant.connection_id}")
    assert "Kopi baru" not in await html_of(as_sari, f"{URL}?day={day}&connection={other.id}")


async def test_a_post_moves_to_another_day_and_its_move_is_undone(as_sari: Browser, sari: Account) -> None:
    _post, variant = await planned(sari)
    before = variant.due_at
    assert before
    day = before.astimezone(JAKARTA).date() + timedelta(days=3)
    form = {"id": str(variant.post_id), "at": before.isoformat(), "day": day.isoformat()}
    response = await as_sari.post(f"{URL}/move", form=form, headers=HTMX)
    html = await response.get_data(as_text=True)
    await variant.refresh_from_db()
    assert variant.due_at == before + timedelta(days=3) and "Urungkan" in html
    undo = {"id": str(variant.post_id), "at": variant.due_at.isoformat(), "to": before.isoformat()}
    assert (await as_sari.post(f"{URL}/move", form=undo)).status_code == 303
    await variant.refresh_from_db()
    assert variant.due_at == before


@pytest.mark.parametrize("phase", ["waiting", "planned", "retry", "failed", "needs_reconnect", "published"])
async def test_the_calendar_offers_to_move_what_can_be_moved(as_sari: Browser, sari: Account, phase: str) -> None:
    post, variant = await planned(sari)
    await PostVariant.filter(id=variant.id).update(phase=phase)
    assert variant.due_at is not None
    offered = "data-movable" in await html_of(as_sari, f"{URL}?day={variant.due_at.astimezone(JAKARTA).date()}")
    day = (variant.due_at + timedelta(days=3)).astimezone(JAKARTA).date()
    form = {"id": str(post.id), "at": variant.due_at.isoformat(), "day": day.isoformat()}
    await as_sari.post(f"{URL}/move", form=form)
    moved = (await PostVariant.get(id=variant.id)).due_at != variant.due_at
    assert offered == moved == (phase in {"waiting", "planned", "retry"})


async def test_a_day_that_is_over_is_refused_with_a_sentence(as_sari: Browser, sari: Account) -> None:
    _post, variant = await planned(sari)
    assert variant.due_at
    form = {"id": str(variant.post_id), "at": variant.due_at.isoformat(), "day": "2026-01-01"}
    response = await as_sari.post(f"{URL}/move", form=form, headers=HTMX)
    before = variant.due_at
    await variant.refresh_from_db()
    assert response.status_code == 200 and variant.due_at == before
    assert "toast--bad" in await response.get_data(as_text=True)
    for wrong in ({"day": "kemarin"}, {"day": ""}):
        assert "toast--bad" in await (await as_sari.post(f"{URL}/move", form=form | wrong, headers=HTMX)).get_data(
            as_text=True
        )
    for wrong in ({"id": "x"}, {"at": "x"}):
        assert (await as_sari.post(f"{URL}/move", form=form | wrong)).status_code == 404


async def test_a_stranger_neither_sees_nor_moves_a_post(as_budi: Browser, sari: Account) -> None:
    _post, variant = await planned(sari)
    assert variant.due_at
    assert "Kopi baru" not in await html_of(as_budi, f"{URL}?day={variant.due_at.date()}")
    form = {"id": str(variant.post_id), "at": variant.due_at.isoformat(), "day": "2027-01-01"}
    assert (await as_budi.post(f"{URL}/move", form=form)).status_code == 404


async def test_the_calendar_file_has_an_event_at_the_time_of_each_post(as_sari: Browser, sari: Account) -> None:
    _post, variant = await planned(sari, "Kopi; baru, panas\nKedua " + "é" * 50)
    assert variant.due_at
    text = await html_of(as_sari, f"{URL}.ics?day={variant.due_at.astimezone(JAKARTA).date()}")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert f"DTSTART:{variant.due_at:%Y%m%dT%H%M%SZ}" in text and r"SUMMARY:Kopi\; baru\, panas" in text
    assert text.count("BEGIN:VEVENT") == 1 and text.endswith("END:VCALENDAR\r\n")


async def test_the_list_is_searched_filtered_and_counted(as_sari: Browser, sari: Account) -> None:
    assert "Belum ada posting" in await html_of(as_sari, POSTS)
    await planned(sari, "Kopi panas")
    await written(sari, "Teh tawar")
    html = await html_of(as_sari, POSTS)
    assert "Kopi panas" in html and "Teh tawar" in html
    assert all(f'href="{POSTS}?show={show}"' in html for show in ("need", "planned", "published", "drafts"))
    assert "Teh tawar" not in await html_of(as_sari, f"{POSTS}?show=planned")
    assert "Kopi panas" not in await html_of(as_sari, f"{POSTS}?show=drafts")
    assert "Teh tawar" not in await html_of(as_sari, f"{POSTS}?q=panas")
    assert "Periksa ejaannya" in await html_of(as_sari, f"{POSTS}?q=susu")


async def test_the_list_goes_on_with_the_next_page(as_sari: Browser, sari: Account) -> None:
    for number in range(27):
        await written(sari, f"Draf {number:02}")
    html = await html_of(as_sari, POSTS)
    assert "Draf 26" in html and "Draf 01" not in html
    following = html.split('id="more"')[1].split('href="')[1].split('"')[0].replace("&amp;", "&")
    assert "Draf 01" in await html_of(as_sari, following)


async def test_publishing_is_paused_and_goes_on(as_sari: Browser, sari: Account) -> None:
    await as_sari.post("/dashboard/publishing/pause")
    await sari.refresh_from_db()
    assert sari.posts_paused_at and "dijeda" in await html_of(as_sari, URL)
    await as_sari.post("/dashboard/publishing/resume")
    await sari.refresh_from_db()
    assert sari.posts_paused_at is None and "dijeda" not in (await html_of(as_sari, URL)).split('id="calendar"')[1]


async def test_weekly_times_are_added_and_removed(as_sari: Browser, sari: Account) -> None:
    connection = await connect(sari)
    times = f"/dashboard/publishing/accounts/{connection.id}/times/"
    form = [("time", "09.30"), ("days", "0"), ("days", "4")]
    assert (await as_sari.post(times, form=form)).status_code == 303
    html = await html_of(as_sari, times)
    assert html.count("09.30") >= 2 and "Senin" in html
    assert (await as_sari.post(f"{times}remove", form={"slot": "4-570"})).status_code == 303
    assert 'value="4-570"' not in await html_of(as_sari, times)
    refused = await as_sari.post(times, form={"time": "25:00"})
    assert refused.status_code in (400, 422) and 'value="25:00"' in await refused.get_data(as_text=True)


async def test_an_owner_approves_what_an_editor_hands_in(as_sari: Browser, sari: Account) -> None:
    await as_sari.post("/dashboard/publishing/approval", form={"on": "1"})
    await sari.refresh_from_db()
    post, [variant] = await written(sari, "Kopi")
    await planning_actions.plan(post, sari, None, at=clock.now() + timedelta(days=1), zone="Asia/Jakarta")
    await variant.refresh_from_db()
    assert variant.phase == "waiting" and "Menunggu persetujuan" in await html_of(as_sari, f"{POSTS}?show=need")
    approve = f"/dashboard/publishing/posts/{post.id}/approve"
    assert f'action="{approve}"' in await html_of(as_sari, POSTS)
    assert f'action="{approve}"' in await html_of(as_sari, f"{POSTS}/{post.id}")
    assert (await as_sari.post(approve)).status_code == 303
    assert f'action="{approve}"' not in await html_of(as_sari, f"{POSTS}/{post.id}")
    await variant.refresh_from_db()
    assert variant.phase == "planned"


async def test_an_owner_approves_only_what_the_page_showed(as_sari: Browser, sari: Account) -> None:
    sari.posts_need_approval = True
    await sari.save(update_fields=["posts_need_approval"])
    post, [variant] = await written(sari, "Kopi")
    await planning_actions.plan(post, sari, None, at=clock.now() + timedelta(days=1), zone="Asia/Jakarta")
    version = re.search(r'name="version" value="(\d+)"', await html_of(as_sari, f"{POSTS}/{post.id}"))
    assert version and variant.connection_id
    changed = Draft("Bukan kopi", variants={variant.connection_id: VariantDraft()})
    await drafts.save(post, sari, None, changed, seen=None)

    phases = []
    for seen in (version[1], str(post.version)):
        await as_sari.post(f"/dashboard/publishing/posts/{post.id}/approve", form={"version": seen})
        await variant.refresh_from_db()
        phases.append(variant.phase)

    assert phases == ["waiting", "planned"]


async def test_an_editor_neither_approves_nor_turns_approval_off(as_sari: Browser, sari: Account) -> None:
    post, [variant] = await written(sari, "Kopi")
    sari.posts_need_approval = True
    await sari.save(update_fields=["posts_need_approval"])
    await planning_actions.plan(post, sari, None, at=clock.now() + timedelta(days=1), zone="Asia/Jakarta")
    await Membership.filter(account_id=sari.id).update(role="editor")
    assert "/approve" not in await html_of(as_sari, POSTS)
    assert "/approve" not in await html_of(as_sari, f"{POSTS}/{post.id}")
    for path in ("approval", f"posts/{post.id}/approve"):
        assert (await as_sari.post(f"/dashboard/publishing/{path}")).status_code == 403
    await variant.refresh_from_db()
    await sari.refresh_from_db()
    assert variant.phase == "waiting" and sari.posts_need_approval


async def test_a_move_from_the_end_of_the_calendar_is_not_found(as_sari: Browser, sari: Account) -> None:
    post, _ = await written(sari, "Kopi")
    form = {"id": str(post.id), "at": "9999-12-31T23:59:00Z", "day": "2026-12-01"}
    assert (await as_sari.post("/dashboard/publishing/calendar/move", form=form)).status_code == 404
