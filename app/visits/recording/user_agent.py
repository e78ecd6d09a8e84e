"""Parses a user agent: browser, operating system and device class by their common names, and the kind of visitor."""

import re
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

from app.kernel import user_agent_families
from app.visits.recording import bot_detection
from app.visits.recording.pattern_matcher import PatternMatcher
from app.visits.visit import Who

MAX_LENGTH, CACHE_SIZE = 400, 10_000
NAME = re.compile(r"\w[\w .!+/-]{0,39}")

APPS = (
    ("barcelona [0-9]", "Threads"),
    ("instagram", "Instagram"),
    ("micromessenger", "WeChat"),
    ("whatsapp", "WhatsApp"),
    ("messenger|orca-android", "Messenger"),
    (r"fban/|fbav/|fb_iab|\[fb", "Facebook"),
    ("musical_ly|bytedancewebview|trill|tiktok|zhiliaoapp", "TikTok"),
    (r"\bline/[0-9]", "LINE"),
    ("telegram", "Telegram"),
    ("twitter", "X"),
    ("snapchat", "Snapchat"),
    ("pinterest", "Pinterest"),
    ("linkedinapp", "LinkedIn"),
    ("kakaotalk", "KakaoTalk"),
    (r"\bgsa/[0-9]", "Google"),
    (r"\bshopee", "Shopee"),
    ("tokopedia", "Tokopedia"),
    ("kwai|snackvideo", "SnackVideo"),
    (r"\bzalo", "Zalo"),
    (r"\bviber", "Viber"),
    ("discord/", "Discord"),
    ("slack_ssb|slack/", "Slack"),
    ("reddit/", "Reddit"),
    ("heytapbrowser", "HeyTap Browser"),
)
BROWSERS = {
    "Chrome Mobile": "Chrome",
    "Chrome Mobile iOS": "Chrome",
    "Chrome Mobile WebView": "WebView",
    "Mobile Safari": "Safari",
    "Mobile Safari UI/WKWebView": "WebView",
    "Firefox Mobile": "Firefox",
    "Firefox iOS": "Firefox",
    "Firefox Alpha": "Firefox",
    "Firefox Beta": "Firefox",
    "Edge Mobile": "Edge",
    "IE": "Internet Explorer",
    "IE Mobile": "Internet Explorer",
    "IE Large Screen": "Internet Explorer",
    "Opera Mobile": "Opera",
    "Opera Touch": "Opera",
    "MiuiBrowser": "MIUI Browser",
    "DuckDuckGo Mobile": "DuckDuckGo",
    "Ecosia Android": "Ecosia",
    "Ecosia iOS": "Ecosia",
    "Android": "Android Browser",
    "QQ Browser Mini": "QQ Browser",
    "QQ Browser Mobile": "QQ Browser",
    "BlackBerry WebKit": "BlackBerry",
    "Quark PC": "Quark",
    "Amazon Silk": "Silk",
    "VivoBrowser": "Vivo Browser",
    "YandexSearch": "Yandex",
    "Opera Tablet": "Opera",
    "CFNetwork": "",
    "Other": "",
}
SYSTEMS = {
    "Mac OS X": "macOS",
    "Mac OS": "macOS",
    "Chrome OS": "ChromeOS",
    "ATV OS X": "tvOS",
    "WatchOS": "watchOS",
    "BlackBerry Tablet OS": "BlackBerry",
    "BlackBerry OS": "BlackBerry",
    "Windows Mobile": "Windows Phone",
    "Windows CE": "Windows Phone",
    "Chromecast Android": "Chromecast",
    "Chromecast Fuchsia": "Chromecast",
    "Chromecast Linux": "Chromecast",
    "Chromecast SmartSpeaker": "Chromecast",
    "Symbian OS": "Symbian",
    "Symbian^3": "Symbian",
    "Symbian^3 Anna": "Symbian",
    "Symbian^3 Belle": "Symbian",
    "Other": "",
    "Samsung": "",
    **dict.fromkeys(
        (
            "Ubuntu",
            "Kubuntu",
            "Debian",
            "Fedora",
            "Red Hat",
            "CentOS",
            "Gentoo",
            "SUSE",
            "Linux Mint",
            "Mint",
            "Arch Linux",
            "Slackware",
            "Mandriva",
            "Puppy",
            "PCLinuxOS",
            "Mageia",
        ),
        "Linux",
    ),
}
DEVICES = (
    (r"apple ?watch|watchos|galaxy ?watch|wear ?os|\bsm-r[0-9]{3}", "wearable"),
    ("playstation|xbox|nintendo", "console"),
    (
        r"smart-?tv|hbbtv|\b(?:apple|google|android) ?tv|tvos|bravia|web0s|netcast|\broku\b|\baft[a-z]|crkey|"
        r"viera|\btv\b",
        "tv",
    ),
    ("opera (?:mini|mobi)|iemobile|wpdesktop|windows (?:phone|ce)|j2me|midp|symb|blackberry|bb10|kaios", "mobile"),
    ("iphone|ipod|ucweb|dalvik", "mobile"),
    ("windows|cros ", "desktop"),
    (r"ipad|tablet|playbook|kindle|\bkf[a-z]{2,5}\b|\bsm-[tx][0-9]{3}", "tablet"),
    ("mobi", "mobile"),
    ("android", "tablet"),  # phones say Mobile: developer.chrome.com/docs/multidevice/user-agent
    ("macintosh|mac os|x11|linux|bsd|sunos", "desktop"),
)

_building = Lock()


class ParsedUserAgent(NamedTuple):
    """A parsed user agent. `device` is mobile, tablet, desktop, tv, console or wearable; "" means unknown.

    For bots and previews all three texts are empty, because they imitate browsers.
    """

    browser: str
    system: str
    device: str
    who: Who


@cache
def _tables() -> tuple[PatternMatcher, PatternMatcher]:
    """Returns the patterns of apps and of devices."""
    return PatternMatcher((p, name) for p, name in APPS), PatternMatcher((p, name) for p, name in DEVICES)


def build_patterns() -> None:
    """Builds the pattern tables unless they are there: a tenth of a second, and 16 MB that only visits need.

    Threads that call it meanwhile wait, so that the tables are built once.
    """
    user_agent_families.build_rules()
    with _building:
        _tables()
        bot_detection.user_agent_patterns()


def patterns_built() -> bool:
    """Whether the pattern tables are there, so that parsing takes microseconds."""
    tables = _tables.cache_info().currsize and bot_detection.user_agent_patterns.cache_info().currsize
    return bool(tables) and user_agent_families.rules_built()


def parse_user_agent(text: str) -> ParsedUserAgent:
    """Parses a User-Agent header up to its 400th character; it never raises.

    A user agent without a known browser, system or device is a bot's.
    """
    return _agent(text[:MAX_LENGTH])


@lru_cache(CACHE_SIZE)
def _agent(text: str) -> ParsedUserAgent:
    text = text.encode("ascii", "replace").decode().strip()  # a letter beyond ASCII makes the tables ten times slower
    who = bot_detection.classify_user_agent(text)
    if who is Who.HUMAN:
        apps, devices = _tables()
        browser_family, system_family = user_agent_families.find_families(text)
        browser = apps.name(text) or _common_name(browser_family, BROWSERS)
        system, device = _common_name(system_family, SYSTEMS), devices.name(text)
        if browser or system or device:
            return ParsedUserAgent(browser, system, device, who)
    return ParsedUserAgent("", "", "", Who.BOT if who is Who.HUMAN else who)


def _common_name(family: str, names: dict[str, str]) -> str:
    """Returns the common name of a family. Some of ua-parser's rules copy the family from the text, so the name is cut
    and validated.
    """
    name = names.get(family, family).partition(" (")[0]
    return name if NAME.fullmatch(name) else ""
