"""The operator's page of settings: what may change while the servers run, why the rest may not, and a way back."""

from __future__ import annotations

import pytest

from app.console.setting_views import CHOICES
from app.kernel import installation
from app.operators.changeable_settings import CHANGEABLE
from app.operators.operator_log import OperatorAct
from app.operators.stored_settings import StoredSetting
from tests.client import Browser
from tests.documents import Document
from tests.operators_at_work import HOME
from tests.payments.checkout.buying import shown

PAGE = f"{HOME}/settings"


def test_every_choice_has_words() -> None:
    assert {choice for setting in CHANGEABLE for choice in setting.choices} == set(CHOICES)


async def test_every_setting_is_on_the_page_as_a_field_or_with_the_reason_why_not(operator: Browser) -> None:
    page = await shown(operator, f"{PAGE}?lang=en")
    fields = {each.attributes.get("name", "") for each in [*Document(page).all("input"), *Document(page).all("select")]}
    assert {setting.name for setting in CHANGEABLE} <= fields
    assert "KLIQS_SECRET_KEY" in page and "They are secrets" in page


async def test_settings_are_found_by_name_variable_and_what_they_do_and_saved_from_there(operator: Browser) -> None:
    for words, name in (("BURST", "burst_limit"), ("Unused session", "session_idle_minutes"), ("x_links", "x_links")):
        page = await shown(operator, f"{PAGE}?lang=en&q={words}")
        assert f'name="{name}"' in page and 'name="log_level"' not in page and "They are secrets" not in page
    assert "KLIQS_SECRET_KEY" in await shown(operator, f"{PAGE}?q=secret_key")
    assert "Nothing matches" in await shown(operator, f"{PAGE}?lang=en&q=nothing-like-it")
    answer = await operator.post(f"{PAGE}?q=burst", form={"burst_limit": "600/minute"})
    assert answer.headers["Location"].endswith("/settings?q=burst")


async def test_a_group_is_saved_and_one_setting_of_it_set_back_by_its_button(operator: Browser) -> None:
    form = {
        "sign_up": "closed",
        "burst_limit": "600/minute",
        "session_idle_minutes": "20160",
        "young_account_days": "7",
    }
    assert (await operator.post(PAGE, form=form)).status_code == 303
    config = installation.current().config
    assert (config.sign_up, config.burst_limit) == ("closed", "600/minute")
    assert await StoredSetting.all().count() == 2
    page = await shown(operator, f"{PAGE}?lang=en")
    assert 'form="undo-burst_limit"' in page and "Undo the last change" in page
    assert (await operator.post(f"{PAGE}/burst_limit/actions/undo", form={"version": "1"})).status_code == 303
    assert installation.current().config.burst_limit == "1200/minute"
    await operator.post(f"{PAGE}/burst_limit/actions/undo", form={"version": "1"})
    assert "Somebody changed this setting meanwhile" in await shown(operator, f"{PAGE}?lang=en")
    acts = await OperatorAct.filter(thing="KLIQS_BURST_LIMIT").order_by("created_at").values_list("act", "detail")
    assert acts == [
        ("setting_changed", "“1200/minute” → “600/minute”"),
        ("setting_undone", "“600/minute” → “1200/minute”"),
    ]
    for name in ("secret_key", "nobody"):
        assert (await operator.post(f"{PAGE}/{name}/actions/undo", form={"version": "1"})).status_code == 404


async def test_a_refused_form_keeps_what_was_typed_with_every_fault_at_its_field(operator: Browser) -> None:
    form = {"sign_up": "x", "burst_limit": "many", "session_idle_minutes": "5", "young_account_days": "-1"}
    answer = await operator.post(f"{PAGE}?lang=en", form=form)
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 422 and page.count('class="field__error"') == 4
    assert 'value="many"' in page and 'value="-1"' in page and "Give at least 0." in page
    assert not await StoredSetting.exists() and not await OperatorAct.filter(act="setting_changed").exists()


async def test_a_form_that_somebody_overtook_is_refused_and_says_so_then_it_may_win(operator: Browser) -> None:
    await operator.post(PAGE, form={"log_level": "warning", "version_log_level": "0"})
    answer = await operator.post(f"{PAGE}?lang=en", form={"log_level": "error", "version_log_level": "0"})
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 422 and "Somebody changed this setting meanwhile" in page
    assert 'name="version_log_level" value="1"' in page and installation.current().config.log_level == "warning"
    await operator.post(PAGE, form={"log_level": "error", "version_log_level": "1"})
    assert installation.current().config.log_level == "error"


async def test_what_the_environment_sets_is_shown_and_cannot_be_typed(
    operator: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installation.current(), "fixed", frozenset({"log_level"}))
    page = await shown(operator, f"{PAGE}?lang=en")
    assert "Set by the environment" in page and 'name="log_level"' not in page
    answer = await operator.post(f"{PAGE}?lang=en", form={"log_level": "error"})
    assert answer.status_code == 422 and not await StoredSetting.exists()
