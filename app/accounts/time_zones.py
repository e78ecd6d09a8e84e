"""The time zones that people choose from, with their names: those of Indonesia first."""

from zoneinfo import available_timezones

from app.kernel import i18n

ALL_ZONES = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix/")))
ZONES = {zone: f"{name} ({zone})" for zone, name in i18n.ZONE_NAMES.items()} | {
    zone: zone.replace("_", " ") for zone in ALL_ZONES if zone not in i18n.ZONE_NAMES
}
