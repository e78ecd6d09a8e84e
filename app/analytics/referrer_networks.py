"""The network a referrer belongs to: people mean Facebook, whichever of its many hosts a visit came from.

A network is named by a key without a dot, which is no host. A host of no network stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from app.kernel.refusal import N_
from app.links.known_sites import SITES
from app.visits.referrer_spam import is_spam
from app.visits.report import referrers
from app.visits.report_query import Filter, Question
from app.visits.report_result import Row
from app.visits.visit import Kind, Visit

NETWORK, SPAM = "network", "spam"


class Network(NamedTuple):
    name: str
    icon: str = "world"


# Hosts and Android packages by the key of their network, beside those of `known_sites`; a subdomain belongs to its
# domain unless it is listed itself
MORE = {
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
    "discord": "discordapp.com com.discord", "twitch": "tv.twitch.android.app",
    "pinterest": "com.pinterest", "spotify": "spoti.fi com.spotify.music",
    "shopee": "shope.ee com.shopee.id", "tokopedia": "tokopedia.net com.tokopedia.tkpd",
    "lazada": "com.lazada.android", "bukalapak": "com.bukalapak.android", "github": "com.github.android",
    "google": "google.com goo.gl googlesyndication.com doubleclick.net googleadservices.com "
              "com.google.android.googlequicksearchbox com.google.android.apps.searchlite",
    "gmail": "mail.google.com gmail.com com.google.android.gm", "discover": "com.google.android.apps.magazines",
    "bing": "bing.com com.microsoft.bing", "duckduckgo": "duckduckgo.com ddg.gg com.duckduckgo.mobile.android",
    "yahoo": "yahoo.com", "yahoo-mail": "mail.yahoo.com com.yahoo.mobile.client.android.mail",
    "yandex": "yandex.com ya.ru yandex.com.tr", "baidu": "baidu.com", "ecosia": "ecosia.org", "naver": "naver.com",
    "outlook": "outlook.com outlook.live.com outlook.office.com outlook.office365.com com.microsoft.office.outlook "
               "safelinks.protection.outlook.com",
    "teams": "teams.microsoft.com teams.live.com teams.cdn.office.net com.microsoft.teams",
    "slack": "slack.com slack-redir.net com.slack", "reddit": "reddit.com redd.it com.reddit.frontpage",
    "snapchat": "snapchat.com snap.com com.snapchat.android", "quora": "quora.com com.quora.android",
    "vk": "vk.com vk.me vk.cc vk.ru vkontakte.ru com.vkontakte.android", "medium": "medium.com com.medium.reader",
    "tumblr": "tumblr.com umblr.com com.tumblr", "weibo": "weibo.com weibo.cn t.cn com.sina.weibo",
    "wechat": "weixin.qq.com weixin110.qq.com wechat.com com.tencent.mm", "zalo": "zalo.me zaloapp.com com.zing.zalo",
    "viber": "viber.com com.viber.voip", "kakaotalk": "kakao.com com.kakao.talk",
    "bluesky": "bsky.app xyz.blueskyweb.app",
    "amazon": "amazon.com amzn.to a.co com.amazon.mshop.android.shopping", "ebay": "ebay.com ebay.us",
    "chatgpt": "chatgpt.com chat.openai.com com.openai.chatgpt",
    "perplexity": "perplexity.ai ai.perplexity.app.android",
    "claude": "claude.ai com.anthropic.claude", "gemini": "gemini.google.com com.google.android.apps.bard",
    "copilot": "copilot.microsoft.com com.microsoft.copilot", "linktree": "linktr.ee linktree.com",
    "wikipedia": "wikipedia.org org.wikipedia",
}
NAMES = {
    "messenger": "Messenger", "google": "Google", "gmail": "Gmail", "discover": "Google News", "bing": "Bing",
    "duckduckgo": "DuckDuckGo", "yahoo": "Yahoo", "yahoo-mail": "Yahoo Mail", "yandex": "Yandex", "baidu": "Baidu",
    "ecosia": "Ecosia", "naver": "Naver", "outlook": "Outlook", "teams": "Microsoft Teams", "slack": "Slack",
    "reddit": "Reddit", "snapchat": "Snapchat", "quora": "Quora", "vk": "VK", "medium": "Medium", "tumblr": "Tumblr",
    "weibo": "Weibo", "wechat": "WeChat", "zalo": "Zalo", "viber": "Viber", "kakaotalk": "KakaoTalk",
    "bluesky": "Bluesky", "amazon": "Amazon", "ebay": "eBay", "chatgpt": "ChatGPT", "perplexity": "Perplexity",
    "claude": "Claude", "gemini": "Gemini", "copilot": "Copilot", "linktree": "Linktree", "wikipedia": "Wikipedia",
}
NETWORKS = {
    **{key: Network(site.name, site.icon) for key, site in SITES.items() if key != "maps"},
    **{key: Network(name, "brand-google" if key == "google" else "mail" if key.endswith("mail") else "world")
       for key, name in NAMES.items()},
    SPAM: Network(N_("Known spam"), "alert-triangle"),
}
HOSTS = {**{host: key for key, site in SITES.items() if key != "maps" for host in site.hosts},
         **{host: key for key, hosts in MORE.items() for host in hosts.split()}}
NATIONAL = re.compile(  # networks with a domain in many countries: google.co.id, pinterest.de, shopee.com.my
    r"(?:.*\.)?(google|yahoo|yandex|pinterest|amazon|ebay|shopee|lazada|bing)\."
    r"(?:com|cat|[a-z]{2}|com?\.[a-z]{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Group:
    """The visits from one network, or from a host of none; `hosts` are its rows, most visits first."""

    key: str
    total: Row
    hosts: list[Row]


@lru_cache(10_000)
def network_of(host: str) -> str:
    """The key of the network of a referrer (a host in lower case, or an Android package); a host of none is its own."""
    if host in HOSTS or not host:
        return HOSTS.get(host, "")
    if is_spam(host):
        return SPAM
    labels = host.split(".")
    for at in range(1, len(labels) - 1):
        if (parent := ".".join(labels[at:])) in HOSTS:
            return HOSTS[parent]
    national = NATIONAL.fullmatch(host)
    return national[1] if national else host


def grouped(rows: Iterable[Row]) -> list[Group]:
    """Rows of referrers by network, most visits first; known spam comes last. The sums are those of the rows."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(network_of(row.value), []).append(row)
    made = [Group(key, _sum(key, some), some) for key, some in groups.items()]
    return sorted(made, key=lambda group: (group.key == SPAM, -group.total.all, group.key))


def with_networks(tables: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Tables by name, with one by network behind that of the referrers, where there is one."""
    more = {NETWORK: [group.total for group in grouped(tables["referrer"])]} if "referrer" in tables else {}
    return tables | more


async def asked(question: Question) -> Question:
    """The question with its filters by network as filters by the referrers that belong to them.

    Which these are depends on what came in the period: a network has any number of hosts.
    """
    if not any(one.dimension == NETWORK for one in question.filters):
        return question
    seen = await referrers(question.scope, question.period)
    return replace(question, filters=tuple(
        replace(one, dimension="referrer", values=tuple(host for host in seen if network_of(host) in one.values))
        if one.dimension == NETWORK else one for one in question.filters))


def keeps(one: Filter, visit: Visit) -> bool:
    """Whether a filter keeps a visit."""
    if one.dimension == NETWORK:
        value = network_of(visit.referrer)
    else:
        value = Kind(visit.kind).name.lower() if one.dimension == "kind" else getattr(visit, one.dimension)
    return (value in one.values) != one.exclude


def _sum(key: str, rows: list[Row]) -> Row:
    return Row(key, *(sum(getattr(row, kind) for row in rows) for kind in ("clicks", "scans", "views")))
