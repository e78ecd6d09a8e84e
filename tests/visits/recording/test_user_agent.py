"""Real user agents, as they come from phones in Indonesia, desks, televisions, robots, previews, and from nowhere."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from threading import Barrier, Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.front.redirect_service import RedirectService
from app.front.request_headers import RequestHeaders
from app.visits.recording import user_agent
from app.visits.recording.user_agent import ParsedUserAgent, build_patterns, parse_user_agent
from app.visits.visit import Purpose, Who
from tests.visits.atlas import short
from tests.waiting import finishes

A13 = (
    "Mozilla/5.0 (Linux; Android 13; SM-A135F Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Version/4.0 Chrome/119.0.6045.66 Mobile Safari/537.36"
)
CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
PEOPLE = [
    (f"Mozilla/5.0 (Linux; Android 10; K) {CHROME} Mobile Safari/537.36", "Chrome", "Android", "mobile"),
    (f"Mozilla/5.0 (Linux; Android 10; K) {CHROME} Safari/537.36", "Chrome", "Android", "tablet"),
    (f"{WINDOWS} {CHROME} Safari/537.36", "Chrome", "Windows", "desktop"),
    (f"{MAC} {CHROME} Safari/537.36", "Chrome", "macOS", "desktop"),
    (f"Mozilla/5.0 (X11; Linux x86_64) {CHROME} Safari/537.36", "Chrome", "Linux", "desktop"),
    (f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {CHROME} Safari/537.36", "Chrome", "ChromeOS", "desktop"),
    (f"{IPHONE} CriOS/130.0.6723.37 Mobile/15E148 Safari/604.1", "Chrome", "iOS", "mobile"),
    (f"{IPHONE} Version/17.5 Mobile/15E148 Safari/604.1", "Safari", "iOS", "mobile"),
    (f"{MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "Safari", "macOS", "desktop"),
    (
        "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 "
        "Mobile/15E148 Safari/604.1",
        "Safari",
        "iOS",
        "tablet",
    ),
    (f"{IPHONE} FxiOS/131.0 Mobile/15E148 Safari/605.1.15", "Firefox", "iOS", "mobile"),
    ("Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0", "Firefox", "Android", "mobile"),
    ("Mozilla/5.0 (Android 14; Tablet; rv:132.0) Gecko/132.0 Firefox/132.0", "Firefox", "Android", "tablet"),
    ("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox", "Linux", "desktop"),
    (f"{WINDOWS} {CHROME} Safari/537.36 Edg/130.0.0.0", "Edge", "Windows", "desktop"),
    (f"Mozilla/5.0 (Linux; Android 10; K) {CHROME} Mobile Safari/537.36 EdgA/130.0.0.0", "Edge", "Android", "mobile"),
    (f"{WINDOWS} {CHROME} Safari/537.36 OPR/115.0.0.0", "Opera", "Windows", "desktop"),
    (
        "Mozilla/5.0 (Linux; Android 12; SAMSUNG SM-A127F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 "
        "Chrome/121.0.0.0 Mobile Safari/537.36",
        "Samsung Internet",
        "Android",
        "mobile",
    ),
    (
        "Mozilla/5.0 (Linux; U; Android 11; en-US; RMX2185) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
        "Chrome/78.0.3904.108 UCBrowser/13.4.0.1306 Mobile Safari/537.36",
        "UC Browser",
        "Android",
        "mobile",
    ),
    (
        "Mozilla/5.0 (Linux; U; Android 12; id-id; Redmi Note 9 Build/SP1A) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.2.1",
        "MIUI Browser",
        "Android",
        "mobile",
    ),
    (
        "Opera/9.80 (Android; Opera Mini/69.0.2254/191.293; U; id) Presto/2.12.423 Version/12.16",
        "Opera Mini",
        "Android",
        "mobile",
    ),
    (
        "Opera/9.80 (J2ME/MIDP; Opera Mini/6.5.27510/34.1624; U; en) Presto/2.8.119 Version/11.10",
        "Opera Mini",
        "",
        "mobile",
    ),
    (
        "Mozilla/5.0 (Linux; Android 11; V2043 Build/RP1A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
        "Chrome/87.0.4280.141 Mobile Safari/537.36 VivoBrowser/10.7.0.1",
        "Vivo Browser",
        "Android",
        "mobile",
    ),
    (
        "Mozilla/5.0 (Linux; U; Android 11; id-id; CPH2239) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
        "Chrome/90.0.4430.61 Mobile Safari/537.36 HeyTapBrowser/45.9.0",
        "HeyTap Browser",
        "Android",
        "mobile",
    ),
    (
        "Mozilla/5.0 (Linux; Android 10; Cubot P40) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0.4844.58 Mobile "
        "Safari/537.36",
        "Chrome",
        "Android",
        "mobile",
    ),
    (
        "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; Tablet PC 2.0; rv:11.0) like Gecko",
        "Internet Explorer",
        "Windows",
        "desktop",
    ),
    ("Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5", "Firefox", "KaiOS", "mobile"),
    (A13, "WebView", "Android", "mobile"),
    (f"{IPHONE} Mobile/15E148", "WebView", "iOS", "mobile"),
    (
        f"{A13} Instagram 309.1.0.41.113 Android (33/13; 300dpi; 1080x2208; samsung; SM-A135F; a13; exynos850; in_ID)",
        "Instagram",
        "Android",
        "mobile",
    ),
    (
        f"{IPHONE} Mobile/15E148 Instagram 334.0.4.32.98 (iPhone14,5; iOS 17_5_1; id_ID; id; scale=3.00; 1170x2532)",
        "Instagram",
        "iOS",
        "mobile",
    ),
    (f"{IPHONE} Mobile/21F90 Barcelona 337.0.0.29.95 (iPhone14,5; iOS 17_5_1; id_ID; id)", "Threads", "iOS", "mobile"),
    (f"{A13} [FB_IAB/FB4A;FBAV/440.0.0.32.115;]", "Facebook", "Android", "mobile"),
    (f"{IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/468.0.0.40.109;FBBV/6;FBDV/iPhone13,2]", "Facebook", "iOS", "mobile"),
    (f"{A13} [FB_IAB/Orca-Android;FBAV/436.0.0.33.109;]", "Messenger", "Android", "mobile"),
    (
        f"{A13} trill_320603 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/trill app_version/32.6.3 "
        "ByteLocale/id-ID Region/ID BytedanceWebview/d8a21c6",
        "TikTok",
        "Android",
        "mobile",
    ),
    (
        f"{IPHONE} Mobile/15E148 musical_ly_34.5.0 JsSdk/2.0 NetType/4G Channel/App Store ByteLocale/id Region/ID",
        "TikTok",
        "iOS",
        "mobile",
    ),
    (f"{IPHONE} Mobile/15E148 WhatsApp/2.24.12.78", "WhatsApp", "iOS", "mobile"),
    (f"{MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) WhatsApp/2.23.20", "WhatsApp", "macOS", "desktop"),
    (f"{IPHONE} Mobile/15E148 Safari Line/14.9.0", "LINE", "iOS", "mobile"),
    (f"{A13} Line/13.19.1/IAB", "LINE", "Android", "mobile"),
    (
        f"Mozilla/5.0 (Linux; Android 13; K) {CHROME} Mobile Safari/537.36 Telegram-Android/11.3.3 (Samsung SM-A135F; "
        "Android 13; SDK 33; AVERAGE)",
        "Telegram",
        "Android",
        "mobile",
    ),
    (f"{IPHONE} Mobile/15E148 Twitter for iPhone/10.44", "X", "iOS", "mobile"),
    (f"{A13} TwitterAndroid", "X", "Android", "mobile"),
    (f"{IPHONE} Mobile/15E148 Snapchat/12.89.0.40 (like Safari/8617.2.4.10.5, panda)", "Snapchat", "iOS", "mobile"),
    (f"{IPHONE} Mobile/15E148 [Pinterest/iOS]", "Pinterest", "iOS", "mobile"),
    (f"{A13} [Pinterest/Android]", "Pinterest", "Android", "mobile"),
    (f"{IPHONE} Mobile/15E148 [LinkedInApp]/9.29.7", "LinkedIn", "iOS", "mobile"),
    (f"{IPHONE} GSA/316.0 Mobile/15E148 Safari/604.1", "Google", "iOS", "mobile"),
    (f"{A13} MicroMessenger/8.0.37.2380", "WeChat", "Android", "mobile"),
    (f"{IPHONE} Mobile/15E148 KAKAOTALK 10.4.5", "KakaoTalk", "iOS", "mobile"),
    (
        "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.128 Safari/537.36 "
        "WebAppManager",
        "Chrome",
        "Web0S",
        "tv",
    ),
    (
        "Mozilla/5.0 (PlayStation; PlayStation 5/6.50) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.4 "
        "Safari/605.1.15",
        "Safari",
        "",
        "console",
    ),
    (
        f"{WINDOWS.replace(')', '; Xbox; Xbox One)')} {CHROME} Safari/537.36 Edge/44.18363.8131",
        "Edge",
        "Windows",
        "console",
    ),
]
PREVIEWS = [
    "WhatsApp/2.23.20.0 A",
    "WhatsApp/2.2412.50 W",
    "WhatsApp/2.16.57 A",
    "WhatsApp/2.12.15/i",
    "WhatsApp/2",
    "TelegramBot (like TwitterBot)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Slack-ImgProxy 1.106 (+https://api.slack.com/robots)",
    "facebookexternalhit/1.1",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Facebot/1.0",
    "facebookexternalhit/1.1;line-poker/1.0",
    "facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com",
    "meta-externalfetcher/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)",
    "Twitterbot/1.0",
    f"{MAC} AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot "
    "Twitterbot/1.0",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "LinkedInBot/1.0 (compatible; Mozilla/5.0; +http://www.linkedin.com)",
    "Viber/13.3.0",
    "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
    "Pinterest/0.2 (+https://www.pinterest.com/bot.html)",
    "Mozilla/5.0 (compatible; Pinterestbot/1.0; +https://www.pinterest.com/bot.html)",
    "Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)",
    "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)",
    "Iframely/1.3.1 (+https://iframely.com/docs/about)",
    "http.rb/5.1.1 (Mastodon/4.2.10; +https://mastodon.social/) Bot",
    "Mastodon/4.3.0 (http.rb/5.2.0; +https://m.test/)",
    "Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)",
    "Mozilla/5.0 (compatible; Embedly/0.2; +http://support.embed.ly/)",
    "Quora Link Preview/1.0 (http://www.quora.com)",
    f"{MAC} {CHROME} Safari/537.36 Google-PageRenderer Google (+https://developers.google.com/+/web/snippet/)",
    "Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots",
    "Mozilla/5.0 (Zoom.Mac 10.8.5 x86)",
    "Synapse (bot; +https://github.com/matrix-org/synapse)",
]
ROBOTS = [
    "",
    " ",
    "\x00",
    "-",
    "Mozilla",
    "asdf qwer",
    "python-requests/2.32.3",
    "Python-urllib/3.11",
    "python-httpx/0.27.0",
    "Python/3.11 aiohttp/3.9.1",
    "curl/8.5.0",
    "Wget/1.21.4",
    "Go-http-client/2.0",
    "okhttp/4.12.0",
    "axios/1.7.2",
    "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)",
    "node",
    "undici",
    "PostmanRuntime/7.39.0",
    "Java/17.0.9",
    f"{WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 "
    "Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)",
    "Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
    "YandexImages/3.0",
    "Slackbot 1.0 (+https://api.slack.com/robots)",
    "meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)",
    "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
    "Yandex",
    "WordPress/6.5; https://toko.test",
    "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; "
    "Bytespider; spider-feedback@bytedance.com)",
]
CHECKERS = [
    "Microsoft Office Word 2014",
    "Microsoft Office Existence Discovery",
    "Microsoft Office Protocol Discovery",
    "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328; Pro)",
    "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
    "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Trident/7.0; Microsoft Outlook 16.0.5266; ms-office; "
    "MSOffice 16)",
    f"{MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Microsoft Excel/16.89",
    "Mac OS/12.6.1 (x86_64) WordForMac/16.70",
    "Microsoft-WebDAV-MiniRedir/10.0.19045",
    "Microsoft-CryptoAPI/10.0",
    "Outlook-iOS/709.2189947.prod.iphone (3.24.1)",
    "Outlook-Android/2.0",
    "Microsoft Teams/1.6",
    "UCCAPI/16.0.17328 OC/16.0.17328 (Skype for Business)",
    "MobileSafari/8618.1.15.10.15 CFNetwork/1494.0.7 Darwin/23.4.0",
    "Mail/3774.500 CFNetwork/1494.0.7 Darwin/23.4.0",
    "com.apple.WebKit.Networking/19618.1.15 CFNetwork/1494.0.7 Darwin/23.4.0",
    "Dalvik/2.1.0 (Linux; U; Android 13; SM-A135F Build/TP1A.220624.014)",
    "TikTok 26.2.0 rv:262018 (iPhone; iOS 14.4; en_US) Cronet",
    "LibreOffice/24.2",
    "Mozilla/5.0 (compatible; LibreOffice/7.4)",
    f"{WINDOWS[:-1]}; WOW64) WPS Office/11.2",
    "Mozilla/5.0 (compatible; GoogleDocs; apps-spreadsheets; +http://docs.google.com)",
    "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Thunderbird/115.9.0",
    "Thunderbird/115.0",
    "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
    "WordPress.com; https://toko.test",
    "Broken Link Checker/1.11",
    "W3C-checklink/5.0.0 libwww-perl/6.68",
    f"{WINDOWS} {CHROME} Safari/537.36 (Proofpoint URL Defense)",
    "Mozilla/5.0 (compatible; Mimecast/1.0)",
    "Barracuda Sentinel (EE)",
    "MessageLabs Link Scanner",
    f"{WINDOWS} {CHROME} Safari/537.36 urlscan.io",
    f"{WINDOWS} {CHROME} Safari/537.36 SafeLinks",
    f"{WINDOWS} {CHROME} Safari/537.36 Cisco-IronPort",
    f"Mozilla/5.0 (X11; Linux x86_64) {CHROME} Safari/537.36 GTmetrix",
    "Better Uptime Bot",
    "Checkly/1.0",
    f"Mozilla/5.0 (X11; Linux x86_64) {CHROME} Safari/537.36 Site24x7",
    "updown.io daemon 2.10",
    "kube-probe/1.29",
    f"Mozilla/5.0 (X11; Linux x86_64) {CHROME} Safari/537.36 Catchpoint",
    "ELB-HealthChecker/2.0",
    "Gatus/1.0",
    f"Mozilla/5.0 (X11; Linux x86_64) {CHROME} Safari/537.36 DatadogSynthetics",
    "Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.22621",
]
DRAWERS = [
    "LinkPresentation/1.0 CFNetwork/1494.0.7 Darwin/23.4.0",
    f"{IPHONE} LinkPresentation",
    f"{WINDOWS} {CHROME} Safari/537.36 SkypeSpaces/1.0",
    "Nextcloud Server Crawler",
    "Mozilla/5.0 (compatible; ZulipURLPreview/8.0; +https://zulip.com)",
    "Wire LinkPreview Bot",
    "Signal-Android/7.0",
]
BLANK = ("", "", "")


@pytest.mark.parametrize(("text", "browser", "system", "device"), PEOPLE, ids=short)
def test_people_are_known_by_the_names_people_know(text: str, browser: str, system: str, device: str) -> None:
    assert parse_user_agent(text) == ParsedUserAgent(browser, system, device, Who.HUMAN)


@pytest.mark.parametrize("text", [*PREVIEWS, *DRAWERS], ids=short)
def test_who_only_draws_a_preview_is_no_visitor(text: str) -> None:
    assert parse_user_agent(text) == ParsedUserAgent(*BLANK, Who.PREVIEW)


@pytest.mark.parametrize("text", [*ROBOTS, *CHECKERS], ids=short)
def test_robots_and_programs_are_no_visitors(text: str) -> None:
    assert parse_user_agent(text) == ParsedUserAgent(*BLANK, Who.BOT)


@pytest.mark.parametrize(
    ("value", "purpose"),
    [
        ("prefetch", Purpose.PREFETCH),
        ("PREFETCH", Purpose.PREFETCH),
        ("prefetch;prerender", Purpose.PREFETCH),
        ("Prerender", Purpose.PREFETCH),
        ('"prefetch"', Purpose.PREFETCH),
        ("prefetch;anonymous-client-ip", Purpose.PREFETCH),
        ("preview", Purpose.PREVIEW),
        ("Preview", Purpose.PREVIEW),
        ("navigate, preview", Purpose.PREVIEW),
        ("", Purpose.FOLLOW),
        ("navigate", Purpose.FOLLOW),
        ("\xff", Purpose.FOLLOW),
    ],
)
@pytest.mark.parametrize("header", ["Purpose", "x-purpose", "Sec-Purpose", "X-MOZ"])
def test_what_fetches_ahead_says_so_in_any_of_four_headers(header: str, value: str, purpose: Purpose) -> None:
    headers = RequestHeaders(headers=[(header.lower().encode(), value.encode("latin-1"))])
    assert RedirectService().visitor("GET", "192.0.2.1", "", headers).purpose is purpose
    assert RedirectService().visitor("HEAD", "192.0.2.1", "", headers).purpose is Purpose.CHECK


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a ",
        "x-",
        "(",
        "/",
        ";",
        " ",
        "\x00",
        "é",
        "\ud800",
        "Mozilla/5.0 (",
        "; M bot",
        "bot ",
        "1.0",
        "Build/",
        "😀",
        "Android ",
        "super/1/Android/",
        "WhatsApp/",
        "Windows NT 10.0; ",
    ],
    ids=short,
)
def test_long_and_hostile_ones_take_no_time(piece: str) -> None:
    build_patterns()
    texts = [f"{number}{piece * (100_000 // len(piece))}" for number in range(20)]
    with finishes():
        for text in texts:
            assert all(len(name) <= 40 and name.isprintable() for name in parse_user_agent(text)[:3])


def test_only_the_beginning_is_read() -> None:
    person = f"{WINDOWS} {CHROME} Safari/537.36".ljust(400)

    assert parse_user_agent(person + " Googlebot/2.1") is parse_user_agent(person + "x" * 100_000)


@given(text=st.text() | st.text(alphabet="Mozila/5.0 (;)WhatsApp-bot\x00\ud800é") | st.sampled_from(PREVIEWS))
def test_no_user_agent_is_too_odd(text: str) -> None:
    found = parse_user_agent(text)

    assert found.device in {"mobile", "tablet", "desktop", "tv", "console", "wearable", ""}
    assert found.who in {Who.HUMAN, Who.BOT, Who.PREVIEW}
    assert (found[:3] == BLANK) == (found.who is not Who.HUMAN)
    assert all(len(name) <= 40 and name.isprintable() for name in found[:3])


def test_the_tables_are_built_once_however_many_wait_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    built, started = [], Barrier(8)

    @cache
    def tables() -> None:
        built.append(1)
        Event().wait(0.05)  # long enough for the others to come

    def build() -> None:
        started.wait()
        user_agent.build_patterns()

    monkeypatch.setattr(user_agent, "_tables", tables)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: build(), range(8)))
    assert built == [1]
