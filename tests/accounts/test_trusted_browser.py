"""Browsers that are trusted for 30 days, and sign-ins that wait: what ends them, and what is swept away."""

from datetime import timedelta

from app.accounts.models import Account, PendingSignIn, TrustedBrowser
from app.accounts.pending_sign_in import VALID_FOR
from app.accounts.trusted_browser import TRUSTED_FOR
from app.ops.retention_sweep import delete_expired
from app.sign_in.second_factor.mailed_confirmation_code import ConfirmationCode
from tests import world
from tests.conftest import Clock
from tests.subtests import as_subtests


async def test_a_token_is_trusted_by_its_user_for_thirty_days(sari: Account, budi: Account, moved: Clock) -> None:
    user, other = await world.owner(sari), await world.owner(budi)
    token = await TrustedBrowser.trust(user.id, "Firefox · Linux")
    assert await TrustedBrowser.is_trusted(user.id, ["x", token])
    assert not await TrustedBrowser.is_trusted(other.id, [token])
    assert not await TrustedBrowser.is_trusted(user.id, []) and not await TrustedBrowser.exists(digest=token)
    moved.on(TRUSTED_FOR)
    assert not await TrustedBrowser.is_trusted(user.id, [token])


@as_subtests("token", ["", "x", "\x00", "x" * 64])
async def test_no_other_token_has_a_sign_in_that_waits(sari: Account, token: str) -> None:
    await PendingSignIn.begin((await world.owner(sari)).id)
    assert await PendingSignIn.by_token(token) is None


async def test_what_is_over_is_swept_away_and_the_rest_stays(sari: Account, moved: Clock) -> None:
    user, now = await world.owner(sari), moved.now
    await world.begin_session(sari)
    await TrustedBrowser.trust(user.id, "")
    await PendingSignIn.begin(user.id)
    [session] = await user.sessions.all().select_related("user")
    await ConfirmationCode.send(session)
    await delete_expired()
    assert [await model.all().count() for model in (TrustedBrowser, PendingSignIn, ConfirmationCode)] == [1, 1, 1]
    moved.to(now + VALID_FOR + timedelta(seconds=1))
    await delete_expired()
    assert [await model.all().count() for model in (TrustedBrowser, PendingSignIn, ConfirmationCode)] == [1, 0, 0]
    moved.to(now + TRUSTED_FOR + timedelta(seconds=1))
    await delete_expired()
    assert await TrustedBrowser.all().count() == 0
