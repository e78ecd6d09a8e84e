"""Settings: plan and usage, emails, the picture of an account, and leaving for good."""

import io
import re

from PIL import Image
from werkzeug.datastructures import FileStorage

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock, installation
from app.media import orphans
from app.media.models import Media
from app.media.orphans import MIN_AGE
from app.plans import prices
from app.plans.plan_limits import PLANS
from tests import world
from tests.client import Browser
from tests.conftest import Clock

SETTINGS = "/dashboard/settings"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


async def text_of(browser: Browser, path: str) -> str:
    response = await browser.get(SETTINGS + path)
    assert response.status_code == 200
    return await response.get_data(as_text=True)


def picture() -> FileStorage:
    buffer = io.BytesIO()
    Image.new("RGB", (400, 400), "teal").save(buffer, "PNG")
    buffer.seek(0)
    return FileStorage(buffer, "me.png", "picture", "image/png")


async def test_the_plan_says_what_is_used_of_what_and_what_others_give(as_budi: Browser, budi: Account) -> None:
    await world.shorten(budi)
    text = await text_of(as_budi, "/plan")

    assert re.search(r'id="used-links".*?<b>1</b> / 50', text, re.DOTALL)
    assert re.search(r'id="used-requests".*?<b>0</b> / 1,000', text, re.DOTALL)
    for plan in PLANS.values():
        assert f"{plan.links:,}" in text and f"{plan.requests:,}" in text
    assert "Rp29,000" in text and clock.start_of_next_month().strftime("1 %B") in text


async def test_prices_are_the_operators_and_shown_in_the_language(as_sari: Browser) -> None:
    installation.current().prices = {"starter": 31_500}
    try:
        assert [prices.price_of(plan) for plan in PLANS.values()] == [0, 31_500, 0, 0]
        assert "Rp31.500" in await text_of(as_sari, "/plan")
    finally:
        installation.current().prices = {"starter": 29_000, "pro": 79_000, "business": 249_000}


async def test_news_are_off_until_agreed_to_and_the_day_is_kept(as_sari: Browser, sari: Account, moved: Clock) -> None:
    user = await world.owner(sari)
    assert [user.news_agreed_at, user.limits_muted_at] == [None, None]
    await as_sari.post(f"{SETTINGS}/notifications", form={"news": "on", "limits": "on"})
    agreed = moved.now
    moved.on(MIN_AGE)
    await as_sari.post(f"{SETTINGS}/notifications", form={"news": "on"})
    await user.refresh_from_db()
    assert (user.news_agreed_at, user.limits_muted_at) == (agreed, moved.now)

    await as_sari.post(f"{SETTINGS}/notifications", form={"limits": "on"})
    assert await User.filter(id=user.id, news_agreed_at=None, limits_muted_at=None).exists()


async def test_a_picture_is_worn_shown_everywhere_and_kept_from_the_sweep(
    as_sari: Browser, sari: Account, moved: Clock
) -> None:
    response = await as_sari.post("/dashboard/media/avatar", form={}, files={"picture": picture()}, headers=HX)
    assert response.status_code == 200 and 'name="avatar"' in await response.get_data(as_text=True)
    user = await world.owner(sari)
    assert f"/media/{user.avatar_file}" in await text_of(as_sari, "/security")
    moved.on(MIN_AGE * 2)
    await orphans.delete_orphans()
    assert await Media.exists(id=user.avatar_id)

    await as_sari.post(f"{SETTINGS}/avatar", form={"avatar": str(user.avatar_id), "without": "avatar"})
    await user.refresh_from_db()
    assert (user.avatar_id, user.avatar_file) == (None, "")


async def test_a_strangers_picture_cannot_be_worn(as_sari: Browser, as_budi: Browser, sari: Account) -> None:
    await as_budi.post("/dashboard/media/avatar", form={}, files={"picture": picture()})
    theirs = await Media.get()
    await as_sari.post(f"{SETTINGS}/avatar", form={"avatar": str(theirs.id)})
    assert (await world.owner(sari)).avatar_id is None


async def test_what_is_no_picture_is_refused(as_sari: Browser) -> None:
    file = FileStorage(io.BytesIO(b"hello"), "me.png", "picture", "image/png")
    assert (await as_sari.post("/dashboard/media/avatar", form={}, files={"picture": file})).status_code == 422
