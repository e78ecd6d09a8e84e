"""Who is behind a user agent: a person, a robot, or a fetcher that makes the preview of a link somebody shared."""

import re
from functools import cache

from crawlerdetect.providers import crawlers

from app.visits.table import Table
from app.visits.visit import Who

PREVIEWS = (
    "^whatsapp/",  # the fetcher's whole user agent (Signal says so too); people in WhatsApp's browser begin as Mozilla
    r"^viber\b|^line-poker|^mattermost|^chatwork|^akkoma|^misskey|^lemmy/|^element/",
    "facebookexternalhit|facebot|meta-externalfetcher|kakaotalk-scrap|telegrambot|twitterbot|discordbot",
    "slackbot-linkexpanding|slack-imgproxy|linkedinbot|skypeuripreview|microsoftpreview|bingpreview",
    r"pinterestbot|pinterest/0\.|redditbot|vkshare|odklbot|snap url preview|bluesky|cardyb|mastodon|pleroma|summalybot",
    "google-pagerenderer|google web preview|developers\\.google\\.com/\\+/web/snippet|yahoo link preview",
    r"iframely|embedly|evernoterichlinkbot|mattermost-bot|rocket\.chat|flipboard(?:browser)?proxy|discourse forum",
    r"synapse \(|matrix-media-repo|websitemetadataretriever|xing-contenttabreceiver|\(zoom\.(?:mac|win)",
    "zoombot.*preview|link ?preview|linkexpander|unfurl",
)
# crawlerdetect 0.4 does not know these, or only some of their forms
ROBOTS = (
    "^$|headless|phantomjs|puppeteer|playwright|selenium|cypress/|lighthouse|monitor|uptime|pingdom|statuscake",
    r"^(?:python|aiohttp|httpx|curl|wget|go-http|okhttp|axios|node|undici|deno|bun|java|php|ruby|perl|dart|got)\b",
    r"gptbot|chatgpt|oai-searchbot|claude|anthropic|perplexity|bytespider|meta-external|ccbot|amazonbot|cohere",
    r"postmanruntime|insomnia|httpie|libwww|guzzle|reqwest|restsharp|scrapy",
)
# What makes a person look like a robot: phones with "bot" in their names (from crawlerdetect's exclusions; the others
# of them hold no robot's name), and WhatsApp's own browser
PERSONS = re.compile(
    r"(?<=.)whatsapp|cubot|; (?:M|B|ID|POWER) ?bot|; CRONO|OCTOPUS-CORE|htc_botdugls|super/\d+/Android/\d+"
    r'|"Yandex"|YandexModule2',
    re.IGNORECASE | re.DOTALL,
)
LOOKS_AHEAD = {"Yandex(?!Search)": "Yandex(?:[^S]|$)"}


@cache
def table() -> Table:
    """Previews before robots: many a preview fetcher calls itself a bot."""
    robots = *ROBOTS, *(LOOKS_AHEAD.get(pattern, pattern) for pattern in crawlers.data)
    rows = [(pattern, Who.PREVIEW) for pattern in PREVIEWS] + [(pattern, Who.BOT) for pattern in robots]
    return Table((pattern, str(who.value)) for pattern, who in rows)


def who(text: str) -> Who:
    """Who sends this user agent (at most some hundred characters); without one it is a robot."""
    found = table().name(text)
    if found and PERSONS.search(text):
        found = table().name(PERSONS.sub("", text))
    return Who(int(found)) if found else Who.HUMAN
