"""What operators do with settings while the servers run: change them, set them back, and undo the last change.

The console and `kliqs settings` call the same functions. Each change is in the log with what was before and after.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tortoise.expressions import F

from app.kernel import clock, installation
from app.kernel.db import query_rows, transaction
from app.kernel.refusal import N_, EditedElsewhere, Faults, Refusal
from app.kernel.text import clean_line
from app.operators.changeable_settings import (
    BY_NAME,
    CHANGEABLE,
    LONGEST_VALUE,
    ChangeableSetting,
    text_of,
    with_values,
)
from app.operators.operator_log import add_sentences, record_act
from app.operators.stored_settings import StoredSetting, read_settings

LONGEST_IN_LOG = 80  # characters of each of the two values
INSERT = """INSERT INTO stored_settings (name, value, previous, version, changed_at) VALUES ($1, $2, NULL, 1, $3)
    ON CONFLICT (name) DO NOTHING RETURNING name"""
add_sentences(
    {
        "setting_changed": N_("changed the setting %(thing)s: %(detail)s."),
        "setting_undone": N_("undid the last change of the setting %(thing)s: %(detail)s."),
    }
)


class UnknownSetting(Refusal):
    """There is no such setting, or it cannot be changed while the servers run."""

    code, says = "UNKNOWN_SETTING", N_("%(name)s is no setting that can be changed while the servers run.")


class FixedSetting(Refusal):
    """The environment sets it."""

    code = "SETTING_FIXED"
    says = N_("The environment of the servers sets %(name)s, so it can only be changed there.")


class SettingChangedElsewhere(EditedElsewhere):
    """Somebody else changed the setting after it was read."""

    says = N_("Somebody changed this setting meanwhile. Save again to replace what they chose.")


class CurrentSetting(NamedTuple):
    """A setting as it is now.

    `value` is the text of the value in force, `fixed` whether the environment sets it, `row` what is stored.
    """

    setting: ChangeableSetting
    value: str
    fixed: bool
    row: StoredSetting | None

    @property
    def version(self) -> int:
        """The version of the row; 0 for a setting that was never changed."""
        return self.row.version if self.row else 0

    @property
    def can_undo(self) -> bool:
        """Whether the last change can be undone."""
        return self.row is not None and not self.fixed and self.row.previous != self.row.value


async def current_settings() -> list[CurrentSetting]:
    """Returns every changeable setting as it is in the database, in the order of CHANGEABLE."""
    rows = {row.name: row for row in await StoredSetting.all()}
    return [_current(setting, rows.get(setting.name)) for setting in CHANGEABLE]


def _current(setting: ChangeableSetting, row: StoredSetting | None) -> CurrentSetting:
    here = installation.current()
    if setting.name in here.fixed:
        return CurrentSetting(setting, text_of(getattr(here.config, setting.name)), True, row)
    stored = row.value if row else None
    return CurrentSetting(setting, setting.default if stored is None else stored, False, row)


async def find_setting(name: str) -> CurrentSetting:
    """Returns a setting by its name, with or without KLIQS_, in any case. Raises: UnknownSetting."""
    short = name.lower().removeprefix("kliqs_")
    if short not in BY_NAME:
        raise UnknownSetting(name=name[:LONGEST_VALUE])
    return _current(BY_NAME[short], await StoredSetting.get_or_none(name=short))


async def change_settings(typed: Mapping[str, str], versions: Mapping[str, int]) -> list[str]:
    """Sets settings to these texts; returns the names of those that differ from before. A default is stored as none.

    `versions` are those at which the settings were read. All of them change, or none. Raises: UnknownSetting,
    FixedSetting, TooLong, InvalidSetting, SettingChangedElsewhere: all faults at once, each with its field.
    """
    current = {each.setting.name: each for each in await current_settings()}
    values = _checked(typed, current)
    changed = {name: value for name, value in values.items() if value != current[name].value}
    async with transaction():
        faults = Faults.gather()
        for name, value in changed.items():
            with faults.catching():
                await _store(current[name], value, versions.get(name, 0))
        faults.raise_if_any()
    await read_settings()
    return list(changed)


async def reset_setting(setting: CurrentSetting) -> None:
    """Gives a setting its default again. Raises: FixedSetting, SettingChangedElsewhere."""
    await change_settings({setting.setting.name: setting.setting.default}, {setting.setting.name: setting.version})


async def undo_change(setting: CurrentSetting, version: int) -> None:
    """Gives a setting the value that it had before its last change; a second call takes that back.

    Raises: FixedSetting, InvalidSetting; SettingChangedElsewhere if `version` is not that of the row any more.
    """
    name, row = setting.setting.name, setting.row
    if setting.fixed:
        raise FixedSetting(field=name, name=setting.setting.variable)
    if row is None:
        raise SettingChangedElsewhere(field=name)
    with_values(installation.current().config, {} if row.previous is None else {name: row.previous})
    async with transaction():
        rows = StoredSetting.filter(name=name, version=version)
        swapped = {"value": F("previous"), "previous": F("value")}
        if not await rows.update(**swapped, version=F("version") + 1, changed_at=clock.now()):
            raise SettingChangedElsewhere(field=name)
        after = setting.setting.default if row.previous is None else row.previous
        await record_act("setting_undone", setting.setting.variable, _in_log(setting.value, after))
    await read_settings()


def _checked(typed: Mapping[str, str], current: Mapping[str, CurrentSetting]) -> dict[str, str]:
    """Returns the texts as they are stored. Raises: UnknownSetting, FixedSetting, TooLong, InvalidSetting; all."""
    faults, cleaned = Faults.gather(), dict[str, str]()
    for name, text in typed.items():
        with faults.catching():
            if name not in current:
                raise UnknownSetting(field=name, name=name[:LONGEST_VALUE])
            if current[name].fixed:
                raise FixedSetting(field=name, name=current[name].setting.variable)
            cleaned[name] = clean_line(text, LONGEST_VALUE, name)
    stored = {name: each.row.value for name, each in current.items() if each.row and each.row.value is not None}
    with faults.catching():
        checked = with_values(installation.current().config, stored | cleaned)
        cleaned = {name: text_of(getattr(checked, name)) for name in cleaned}
    faults.raise_if_any()
    return cleaned


async def _store(setting: CurrentSetting, value: str, version: int) -> None:
    """Writes a value if the row is at a version (0: there is none). Raises: SettingChangedElsewhere."""
    name, stored = setting.setting.name, None if value == setting.setting.default else value
    if version == 0:
        written: object = await query_rows(INSERT, [name, stored, clock.now()])
    else:
        changes = {"value": stored, "previous": F("value"), "version": F("version") + 1, "changed_at": clock.now()}
        written = await StoredSetting.filter(name=name, version=version).update(**changes)
    if not written:
        raise SettingChangedElsewhere(field=name)
    await record_act("setting_changed", setting.setting.variable, _in_log(setting.value, value))


def _in_log(before: str, after: str) -> str:
    """Returns what was before and after, as the log says it."""
    return " → ".join(f"“{_shortened(value)}”" for value in (before, after))


def _shortened(value: str) -> str:
    return value if len(value) <= LONGEST_IN_LOG else f"{value[: LONGEST_IN_LOG - 1]}…"
