"""Settings that an operator changes while the servers run: what may be changed, how it is checked, and who follows."""

from __future__ import annotations

import logging

import pytest
import structlog
from quart import Quart

from app import create_app
from app.accounts.models import Account
from app.kernel import installation
from app.kernel.change_news import SETTINGS, ChangeNews
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.kernel.refusal import Faults
from app.keys.scopes import OFFERED, PUBLISH
from app.operators.changeable_settings import BY_NAME, CHANGEABLE, GROUPS, InvalidSetting, text_of, with_values
from app.operators.fixed_settings import FIXED_GROUPS, REASONS
from app.operators.operator_log import OperatorAct
from app.operators.setting_changes import (
    FixedSetting,
    SettingChangedElsewhere,
    UnknownSetting,
    change_settings,
    current_settings,
    find_setting,
    reset_setting,
    undo_change,
)
from app.operators.stored_settings import StoredSetting, read_settings, settings_kept_current
from app.web import logs
from app.web.burst_limit import EXTENSION, BurstLimit
from tests.client import Browser
from tests.waiting import eventually


def test_every_setting_is_changeable_or_has_one_reason_why_it_is_not() -> None:
    named = [name for group in FIXED_GROUPS for name in group.names]
    assert sorted([*named, *BY_NAME]) == sorted(Config.model_fields)
    assert {setting.group for setting in CHANGEABLE} == set(GROUPS) and REASONS["hosts"]


def test_no_secret_can_be_changed_here() -> None:
    assert not [name for name in BY_NAME if not Config.model_fields[name].repr]


def test_the_text_of_each_default_is_read_as_that_default() -> None:
    config = installation.current().config
    read = with_values(config, {setting.name: setting.default for setting in CHANGEABLE})
    assert all(getattr(read, name) == Config.model_fields[name].default for name in BY_NAME)


async def test_a_change_is_in_force_at_once_and_in_the_log_with_before_and_after(database: str) -> None:
    assert await change_settings({"log_level": "warning", "gateway_requests": "300"}, {}) == ["log_level"]
    assert installation.current().config.log_level == "warning"
    act = await OperatorAct.get()
    assert (act.act, act.thing, act.detail) == ("setting_changed", "KLIQS_LOG_LEVEL", "“info” → “warning”")
    await reset_setting(await find_setting("KLIQS_LOG_LEVEL"))
    assert installation.current().config.log_level == "info" and (await StoredSetting.get()).value is None


async def test_another_process_follows_a_change_that_it_did_not_make(database: str) -> None:
    here, other = installation.current(), Installation(installation.current().config)
    heard: list[Config] = []
    other.on_change(heard.append)
    with installation.activated(other):
        async with settings_kept_current():
            with installation.activated(here):
                await change_settings({"sign_up": "closed"}, {})
            other.resource(ChangeNews).add(SETTINGS)  # as the news of PostgreSQL does; SQLite is read twice a second
            await eventually(lambda: other.config.sign_up == "closed")
    assert [config.sign_up for config in heard] == ["closed"] and here.config.sign_up == "closed"


async def test_a_change_that_could_not_be_taken_over_is_so_at_the_next_reading(database: str) -> None:
    here, faults, heard = installation.current(), [RuntimeError("full")], list[str]()

    def follow(config: Config) -> None:
        if faults:
            raise faults.pop()
        heard.append(config.log_level)

    here.on_change(follow)
    with pytest.raises(RuntimeError):
        await change_settings({"log_level": "warning"}, {})
    await read_settings()
    await read_settings()
    assert heard == ["warning"]


async def test_what_the_environment_sets_is_fixed_and_wins_over_a_stored_value(database: str) -> None:
    await change_settings({"log_level": "error", "sign_up": "closed"}, {})
    current = installation.current()
    config = Config(**{name: getattr(current.config, name) for name in current.fixed}, log_level="debug")
    installation.use(Installation(config))
    await read_settings()
    assert installation.current().config.log_level == "debug" and installation.current().config.sign_up == "closed"
    assert next(each for each in await current_settings() if each.fixed).value == "debug"
    with pytest.raises(FixedSetting) as refused:
        await change_settings({"log_level": "info"}, {"log_level": 1})
    assert refused.value.field == "log_level"
    with pytest.raises(FixedSetting):
        await undo_change(await find_setting("log_level"), 1)


async def test_all_faults_are_said_at_once_each_at_its_field_and_nothing_is_changed(database: str) -> None:
    wrong = {
        "burst_limit": "many", "contact_email": "nobody", "gateway_requests": "0", "gateway_tokens": "x",
        "log_level": "loud", "publishing": "perhaps", "operator_name": "x" * 201, "x_post_cents": "1001",
        "session_idle_minutes": "5",
    }  # fmt: skip
    with pytest.raises(Faults) as refused:
        await change_settings(wrong | {"sign_up": "closed", "secret_key": "x", "operator_address": "x" * 301}, {})
    fields = {refusal.field for refusal in refused.value.refusals}
    assert fields == {*wrong, "secret_key", "operator_address"}
    assert all(refusal.says != InvalidSetting.says for refusal in refused.value.refusals)
    assert not await StoredSetting.exists() and installation.current().config.sign_up == "open"


async def test_of_two_who_change_one_setting_the_slower_is_refused_and_changes_nothing(database: str) -> None:
    await change_settings({"gateway_requests": "100"}, {})
    with pytest.raises(SettingChangedElsewhere) as refused:
        await change_settings({"gateway_requests": "200", "sign_up": "closed"}, {"gateway_requests": 0})
    assert refused.value.field == "gateway_requests"
    assert [each.value for each in await StoredSetting.all()] == ["100"]
    assert await OperatorAct.all().count() == 1


async def test_the_last_change_is_undone_once_and_that_can_be_taken_back(database: str) -> None:
    for value, version in (("100", 0), ("200", 1)):
        await change_settings({"gateway_requests": value}, {"gateway_requests": version})
    setting = await find_setting("gateway_requests")
    await undo_change(setting, 2)
    assert installation.current().config.gateway_requests == 100
    with pytest.raises(SettingChangedElsewhere):
        await undo_change(setting, 2)
    await undo_change(await find_setting("gateway_requests"), 3)
    assert installation.current().config.gateway_requests == 200
    assert await OperatorAct.filter(act="setting_undone", detail="“200” → “100”").count() == 1


async def test_a_stored_value_that_fits_no_more_leaves_the_others_in_force(database: str) -> None:
    await change_settings({"log_level": "error", "gateway_requests": "100"}, {})
    await StoredSetting.filter(name="log_level").update(value="trace")
    await read_settings()
    config = installation.current().config
    assert (config.log_level, config.gateway_requests) == ("info", 100)


async def test_an_unknown_name_is_refused(database: str) -> None:
    for name in ("secret_key", "nonsense", "x" * 5_000):
        with pytest.raises(UnknownSetting):
            await find_setting(name)


async def test_another_burst_limit_holds_from_the_next_request_on() -> None:
    limit = BurstLimit("1/minute", 1)
    assert await limit.allows("203.0.113.9") and not await limit.allows("203.0.113.9")
    limit.change("2/minute")
    assert [await limit.allows("203.0.113.9") for _ in range(3)] == [True, True, False]


async def test_nobody_signs_up_or_begins_without_an_account_while_that_is_closed(
    app: Quart, visitor: Browser, budi: Account
) -> None:
    await change_settings({"sign_up": "closed"}, {})
    page = await visitor.get("/signup?lang=en")
    assert page.status_code == 403 and "Sign-up is closed" in await page.get_data(as_text=True)
    form = {"name": "Rani", "email": "rani@example.com", "password": "a long enough passphrase", "of_age": "on"}
    assert (await visitor.post("/signup", form=form)).status_code == 403
    answer = await visitor.post("/start/link?lang=en", form={"url": "https://example.com"})
    assert "Nobody can sign up here" in await answer.get_data(as_text=True)
    assert await Account.all().count() == 1


def test_numbers_and_switches_are_written_as_in_the_environment() -> None:
    assert [text_of(value) for value in (True, False, 1.5, 20.0, 300, "x")] == ["on", "off", "1.5", "20", "300", "x"]


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_another_app_counts_bursts_and_offers_scopes_as_was_changed_here(
    database: str, made_once: Quart, config: Config
) -> None:
    other = create_app(config)
    there = other.extensions["installation"]
    installation.use(here := Installation(config))
    try:
        await change_settings({"burst_limit": "7/minute", "publishing": "off", "log_level": "error"}, {})
        with installation.activated(there):
            assert PUBLISH in other.extensions[OFFERED]
            await read_settings()
        assert other.extensions[EXTENSION].whole.amount == 7 and PUBLISH not in other.extensions[OFFERED]
        assert not structlog.get_logger().bind().is_enabled_for(logging.WARNING) and here.config.log_level == "error"
    finally:
        logs.configure_logging()
