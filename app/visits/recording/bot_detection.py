"""Classifies user agents: a person's browser, a bot, or a fetcher that builds the preview of a shared link."""

import re
from collections.abc import Iterable
from functools import cache

from app.visits.recording.pattern_matcher import PatternMatcher
from app.visits.visit import Purpose, Who

PREVIEWS = (
    "^whatsapp/",  # the fetcher (Signal sends it too); people in WhatsApp's browser send Mozilla first
    r"^viber\b|^line-poker|^mattermost|^chatwork|^akkoma|^misskey|^lemmy/|^element/",
    "facebookexternalhit|facebot|meta-externalfetcher|kakaotalk-scrap|telegrambot|twitterbot|discordbot",
    "slackbot-linkexpanding|slack-imgproxy|linkedinbot|skypeuripreview|microsoftpreview|bingpreview",
    r"pinterestbot|pinterest/0\.|redditbot|vkshare|odklbot|snap url preview|bluesky|cardyb|mastodon|pleroma|summalybot",
    "google-pagerenderer|google web preview|developers\\.google\\.com/\\+/web/snippet|yahoo link preview",
    r"iframely|embedly|evernoterichlinkbot|mattermost-bot|rocket\.chat|flipboard(?:browser)?proxy|discourse forum",
    r"synapse \(|matrix-media-repo|websitemetadataretriever|xing-contenttabreceiver|\(zoom\.(?:mac|win)",
    "zoombot.*preview|(?:link|url|uri) ?preview|linkexpander|unfurl",
    "linkpresentation|skypespaces|^signal[-/]|nextcloud server crawler|notion(?:embedder|bot)|groupmebot",
)
# Missing in crawlerdetect 0.4, entirely or in part
BOTS = (
    "^$|headless|phantomjs|puppeteer|playwright|selenium|cypress/|lighthouse|monitor|uptime|pingdom|statuscake",
    r"^(?:python|aiohttp|httpx|curl|wget|go-http|okhttp|axios|node|undici|deno|bun|java|php|ruby|perl|dart|got)\b",
    r"gptbot|chatgpt|oai-searchbot|claude|anthropic|perplexity|bytespider|meta-external|ccbot|amazonbot|cohere",
    r"postmanruntime|insomnia|httpie|libwww|guzzle|reqwest|restsharp|scrapy",
    # office and mail programs, which fetch the links in an open document; people follow these links in a browser
    r"\bms-?office\b|microsoft[ -](?:office|outlook|word|excel|powerpoint|onenote|teams|webdav|bits|data access)|"
    r"microsoft url control|\b(?:word|excel|powerpoint|onenote|visio|outlook)(?:formac)?/[0-9]|"
    r"(?:libre|open|only|wps) ?office|googledocs|google-(?:docs|apps-script)|apps-spreadsheets|thunderbird/|zotero",
    # scanners that open the links in emails before people do
    "proofpoint|mimecast|barracuda|ironport|messagelabs|symantec|fireeye|trellix|trend ?micro|tmufe|forcepoint|"
    r"websense|sophos|zscaler|cloudmark|vade ?secure|avanan|bitdefender|kaspersky|fortiguard|fortinet|webroot|"
    r"check ?point url|web ?gateway|safe(?:-| )?links?\b|safe-?web|phishtank|virustotal|urlscan|"
    r"url ?(?:scan|defen[cs]e)|"
    "googleimageproxy|yahoomailproxy|email (?:security|scan)|link ?(?:check|scan|valid|audit)|linkwalker",
    "site24x7|hetrixtools|freshping|newrelicpinger|datadog|checkly|cronitor|updown|zabbix|nagios|check_http|catchpoint|"
    "gtmetrix|hyperping|statusgator|blackbox|prober?/|health-?check|alwaysonline|powershell|google-read-aloud",
)
# How user agents of browsers begin: Mozilla (RFC 9110 §10.1.5 explains why), Opera, old phones, and text browsers
BROWSER = re.compile(
    "mozilla/|opera/|ucweb|nokia|samsung|sonyericsson|blackberry|lg[e-]|mot-|zte|huawei|micromax|"
    r"lynx/|e?links \(|w3m/|netsurf|dillo|konqueror",
    re.IGNORECASE,
)
# What makes people look like bots: phones with "bot" in their names (those of crawlerdetect's exclusions that match a
# bot pattern), and WhatsApp's own browser
PEOPLE_LIKE_BOTS = re.compile(
    r"(?<=.)whatsapp|cubot|; (?:M|B|ID|POWER) ?bot|; CRONO|OCTOPUS-CORE|htc_botdugls|super/\d+/Android/\d+"
    r'|"Yandex"|YandexModule2',
    re.IGNORECASE | re.DOTALL,
)
NAVIGATION = b"document"
JOINED = 60  # patterns of crawlers in one; many more in one take longer to match
WITHOUT_LOOKAHEAD = {"Yandex(?!Search)": "Yandex(?:[^S]|$)"}


@cache
def user_agent_patterns() -> PatternMatcher:
    """Returns the compiled patterns. Preview fetchers come before bots, because many of them contain “bot”.

    Those of crawlers are joined: each one for itself takes five times the memory and three times as long to compile.
    """
    from crawlerdetect.providers import crawlers  # not above: a server starts without it

    listed = [f"(?:{WITHOUT_LOOKAHEAD.get(pattern, pattern)})" for pattern in crawlers.data]
    joined = ("|".join(listed[start : start + JOINED]) for start in range(0, len(listed), JOINED))
    rows = [(pattern, Who.PREVIEW) for pattern in PREVIEWS] + [(pattern, Who.BOT) for pattern in (*BOTS, *joined)]
    return PatternMatcher((pattern, str(who.value)) for pattern, who in rows)


@cache
def _preview_patterns() -> PatternMatcher:
    """Returns the compiled patterns of preview fetchers alone, which takes some milliseconds."""
    return PatternMatcher((pattern, str(Who.PREVIEW.value)) for pattern in PREVIEWS)


def is_preview_fetcher(text: str) -> bool:
    """Whether a user agent is a fetcher of previews, as `classify_user_agent` says; needs no patterns of bots."""
    matches = bool(_preview_patterns().name(text))
    if matches and PEOPLE_LIKE_BOTS.search(text):
        matches = bool(_preview_patterns().name(PEOPLE_LIKE_BOTS.sub("", text)))
    return matches


def classify_user_agent(text: str) -> Who:
    """Classifies a user agent of at most some hundred characters. One that does not begin like a browser's is a bot."""
    match = user_agent_patterns().name(text)
    if match and PEOPLE_LIKE_BOTS.search(text):
        match = user_agent_patterns().name(PEOPLE_LIKE_BOTS.sub("", text))
    return Who(int(match)) if match else Who.HUMAN if BROWSER.match(text) else Who.BOT


def request_purpose(method: str, headers: Iterable[bytes], destination: bytes = b"") -> Purpose:
    """Returns the purpose of a request from its method and the values of Purpose, X-Purpose, Sec-Purpose and X-Moz.

    The values may be in any case, structured (`prefetch;prerender`) or several joined with commas. `destination` is
    Sec-Fetch-Dest (w3.org/TR/fetch-metadata): what a page embeds or a script fetches (`image`, `iframe`, `empty`) is a
    preview, because nobody navigates there. Without the header a request counts as a navigation.
    """
    if method == "HEAD":
        return Purpose.CHECK
    value = b" ".join(headers).lower()
    if b"prefetch" in value or b"prerender" in value:
        return Purpose.PREFETCH
    embedded = destination and destination.strip().lower() != NAVIGATION
    return Purpose.PREVIEW if embedded or b"preview" in value else Purpose.FOLLOW
