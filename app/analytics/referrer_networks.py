"""Groups referrers by network: Facebook, for example, whichever of its many hosts a visit came from.

A network's key contains no dot, so that it is never a host name. A host that belongs to no network is a group of its
own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from app.kernel.refusal import N_
from app.links.known_sites import SITES
from app.visits.recording.referrer_spam import is_spam
from app.visits.reports.query import Filter, Question
from app.visits.reports.report import referrers_to_compare
from app.visits.reports.result import Row
from app.visits.visit import Kind, Visit

NETWORK, SPAM = "network", "spam"


class Network(NamedTuple):
    """The name and the icon of a network."""

    name: str
    icon: str = "world"


# Hosts and Android packages by network key, in addition to those of `known_sites`; a subdomain belongs to its domain
# unless it is listed itself
MORE_HOSTS = {
    "instagram": "cdninstagram.com com.instagram.android com.instagram.lite",
    "threads": "com.instagram.barcelona",
    "tiktok": "tiktokv.com tiktokcdn.com musical.ly com.zhiliaoapp.musically com.zhiliaoapp.musically.go "
    "com.ss.android.ugc.trill",
    "whatsapp": "l.wl.co whatsapp.net chat.whatsapp.com com.whatsapp com.whatsapp.w4b",
    "youtube": "youtube-nocookie.com youtubekids.com com.google.android.youtube com.google.android.apps.youtube.music",
    "facebook": "facebookwkhpilnemxj7asaniu7vnjjbiltxjqhye3mhbshg7kx5tfyd.onion com.facebook.katana com.facebook.lite",
    "messenger": "messenger.com m.me com.facebook.orca com.facebook.mlite",
    "x": "t.co twimg.com com.twitter.android com.twitter.android.lite",
    "telegram": "telegram.org telegram.dog telesco.pe org.telegram.messenger org.telegram.messenger.web "
    "org.thunderdog.challegram",
    "line": "line-apps.com line-scdn.net jp.naver.line.android",
    "linkedin": "licdn.com com.linkedin.android",
    "discord": "discordapp.com com.discord",
    "twitch": "tv.twitch.android.app",
    "pinterest": "com.pinterest",
    "spotify": "spoti.fi com.spotify.music",
    "shopee": "shope.ee com.shopee.id",
    "tokopedia": "tokopedia.net com.tokopedia.tkpd",
    "lazada": "com.lazada.android",
    "bukalapak": "com.bukalapak.android",
    "github": "com.github.android",
    "google": "google.com goo.gl googlesyndication.com doubleclick.net googleadservices.com "
    "com.google.android.googlequicksearchbox com.google.android.apps.searchlite",
    "gmail": "mail.google.com gmail.com com.google.android.gm",
    "discover": "com.google.android.apps.magazines",
    "bing": "bing.com com.microsoft.bing",
    "duckduckgo": "duckduckgo.com ddg.gg com.duckduckgo.mobile.android",
    "yahoo": "yahoo.com",
    "yahoo-mail": "mail.yahoo.com com.yahoo.mobile.client.android.mail",
    "yandex": "yandex.com ya.ru yandex.com.tr",
    "baidu": "baidu.com",
    "ecosia": "ecosia.org",
    "naver": "naver.com",
    "outlook": "outlook.com outlook.live.com outlook.office.com outlook.office365.com com.microsoft.office.outlook "
    "safelinks.protection.outlook.com",
    "teams": "teams.microsoft.com teams.live.com teams.cdn.office.net com.microsoft.teams",
    "slack": "slack.com slack-redir.net com.slack",
    "reddit": "reddit.com redd.it com.reddit.frontpage",
    "snapchat": "snapchat.com snap.com com.snapchat.android",
    "quora": "quora.com com.quora.android",
    "vk": "vk.com vk.me vk.cc vk.ru vkontakte.ru com.vkontakte.android",
    "medium": "medium.com com.medium.reader",
    "tumblr": "tumblr.com umblr.com com.tumblr",
    "weibo": "weibo.com weibo.cn t.cn com.sina.weibo",
    "wechat": "weixin.qq.com weixin110.qq.com wechat.com com.tencent.mm",
    "zalo": "zalo.me zaloapp.com com.zing.zalo",
    "viber": "viber.com com.viber.voip",
    "kakaotalk": "kakao.com com.kakao.talk",
    "bluesky": "bsky.app xyz.blueskyweb.app",
    "amazon": "amazon.com amzn.to a.co com.amazon.mshop.android.shopping",
    "ebay": "ebay.com ebay.us",
    "chatgpt": "chatgpt.com chat.openai.com com.openai.chatgpt",
    "perplexity": "perplexity.ai ai.perplexity.app.android",
    "claude": "claude.ai com.anthropic.claude",
    "gemini": "gemini.google.com com.google.android.apps.bard",
    "copilot": "copilot.microsoft.com com.microsoft.copilot",
    "linktree": "linktr.ee linktree.com",
    "wikipedia": "wikipedia.org org.wikipedia",
}
NETWORK_NAMES = {
    "messenger": "Messenger",
    "google": "Google",
    "gmail": "Gmail",
    "discover": "Google News",
    "bing": "Bing",
    "duckduckgo": "DuckDuckGo",
    "yahoo": "Yahoo",
    "yahoo-mail": "Yahoo Mail",
    "yandex": "Yandex",
    "baidu": "Baidu",
    "ecosia": "Ecosia",
    "naver": "Naver",
    "outlook": "Outlook",
    "teams": "Microsoft Teams",
    "slack": "Slack",
    "reddit": "Reddit",
    "snapchat": "Snapchat",
    "quora": "Quora",
    "vk": "VK",
    "medium": "Medium",
    "tumblr": "Tumblr",
    "weibo": "Weibo",
    "wechat": "WeChat",
    "zalo": "Zalo",
    "viber": "Viber",
    "kakaotalk": "KakaoTalk",
    "bluesky": "Bluesky",
    "amazon": "Amazon",
    "ebay": "eBay",
    "chatgpt": "ChatGPT",
    "perplexity": "Perplexity",
    "claude": "Claude",
    "gemini": "Gemini",
    "copilot": "Copilot",
    "linktree": "Linktree",
    "wikipedia": "Wikipedia",
}
NETWORKS = {
    **{key: Network(site.name, site.icon) for key, site in SITES.items() if key != "maps"},
    **{
        key: Network(name, "brand-google" if key == "google" else "mail" if key.endswith("mail") else "world")
        for key, name in NETWORK_NAMES.items()
    },
    SPAM: Network(N_("Known spam"), "alert-triangle"),
}
NETWORK_BY_HOST = {
    **{host: key for key, site in SITES.items() if key != "maps" for host in site.hosts},
    **{host: key for key, hosts in MORE_HOSTS.items() for host in hosts.split()},
}
NATIONAL_DOMAINS = re.compile(  # networks with a domain in many countries: google.co.id, pinterest.de, shopee.com.my
    r"(?:.*\.)?(google|yahoo|yandex|pinterest|amazon|ebay|shopee|lazada|bing)\."
    r"(?:com|cat|[a-z]{2}|com?\.[a-z]{2})",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class NetworkGroup:
    """The visits from one network, or from a host without a network. `hosts` are its rows, most visits first."""

    key: str
    total: Row
    hosts: list[Row]


@lru_cache(10_000)
def network_of(host: str) -> str:
    """Returns the network key of a referrer, which is a host in lower case or an Android package; the host itself when
    it has no network.
    """
    if host in NETWORK_BY_HOST or not host:
        return NETWORK_BY_HOST.get(host, "")
    if is_spam(host):
        return SPAM
    labels = host.split(".")
    for index in range(1, len(labels) - 1):
        if (parent := ".".join(labels[index:])) in NETWORK_BY_HOST:
            return NETWORK_BY_HOST[parent]
    match = NATIONAL_DOMAINS.fullmatch(host)
    return match[1] if match else host


def group_by_network(rows: Iterable[Row]) -> list[NetworkGroup]:
    """Groups rows of referrers by network and sums them. Most visits come first, known spam last."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(network_of(row.value), []).append(row)
    result = [NetworkGroup(key, _sum_rows(key, group_rows), group_rows) for key, group_rows in groups.items()]
    return sorted(result, key=lambda group: (group.key == SPAM, -group.total.all, group.key))


def add_network_table(tables: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Returns the tables by name, with a table of networks added where there is one of referrers."""
    network_table = (
        {NETWORK: [group.total for group in group_by_network(tables["referrer"])]} if "referrer" in tables else {}
    )
    return tables | network_table


async def resolve_network_filters(question: Question) -> Question:
    """Replaces filters by network with filters by the referrers that belong to it.

    The hosts are read from the visits of the period, because a network has any number of them.
    """
    if not any(rule.dimension == NETWORK for rule in question.filters):
        return question
    hosts = await referrers_to_compare(question.scope, question.period)
    return replace(
        question,
        filters=tuple(
            replace(rule, dimension="referrer", values=tuple(host for host in hosts if network_of(host) in rule.values))
            if rule.dimension == NETWORK
            else rule
            for rule in question.filters
        ),
    )


def matches_filter(rule: Filter, visit: Visit) -> bool:
    """Whether a filter matches a visit."""
    if rule.dimension == NETWORK:
        value = network_of(visit.referrer)
    else:
        value = Kind(visit.kind).name.lower() if rule.dimension == "kind" else getattr(visit, rule.dimension)
    return (value in rule.values) != rule.exclude


def _sum_rows(key: str, rows: list[Row]) -> Row:
    if len(rows) == 1 and rows[0].value == key:
        return rows[0]
    return Row(key, *(sum(getattr(row, kind) for row in rows) for kind in ("clicks", "scans", "views")))
