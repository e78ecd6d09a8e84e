"""`kliqs settings …`: the settings that change while the servers run, as on the operator's page."""

from __future__ import annotations

import click

from app.operators import setting_changes
from app.operators.setting_changes import CurrentSetting, change_settings, current_settings, find_setting
from app.ops.command_runner import with_database


@click.group()
def settings() -> None:
    """Settings that change while the servers run; the environment goes before them."""


@settings.command("list")
@with_database()
async def list_settings() -> None:
    """List them with their values; a star marks what was changed, and “environment” what is set there."""
    for each in await current_settings():
        mark = "environment" if each.fixed else "*" if each.value != each.setting.default else ""
        click.echo(f"{each.setting.variable:<32}  {each.value or '-':<24}  {mark}".rstrip())


@settings.command("set")
@click.argument("name")
@click.argument("value")
@with_database()
async def set_setting(name: str, value: str) -> None:
    """Set one; running servers follow within a second."""
    setting = await find_setting(name)
    await change_settings({setting.setting.name: value}, {setting.setting.name: setting.version})
    _print(await find_setting(name))


@settings.command("unset")
@click.argument("name")
@with_database()
async def unset_setting(name: str) -> None:
    """Give one its default again."""
    await setting_changes.reset_setting(await find_setting(name))
    _print(await find_setting(name))


@settings.command("undo")
@click.argument("name")
@with_database()
async def undo_setting(name: str) -> None:
    """Give one the value that it had before its last change."""
    setting = await find_setting(name)
    await setting_changes.undo_change(setting, setting.version)
    _print(await find_setting(name))


def _print(setting: CurrentSetting) -> None:
    click.echo(f"{setting.setting.variable} is {setting.value or 'empty'}.")
