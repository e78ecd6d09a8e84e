"""Travellers on their way: they follow the links of a real server by every door, some of them where nothing counts."""

import http.client
import json
import urllib.request
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from urllib.parse import urlencode

from tests.serving import Server
from tests.travellers import COUNTRY_HEADER, Known, Traveller, traveller
from tests.waiting import wait_until

PASSWORD, LIMIT = "kopi-pagi", 14
PLAIN = ("promo", "menu", "other")
UNCOUNTED = ("quiet", "nobody-has-this", "promo+", "cookie", "wrong", "post")


@dataclass
class Journeys:
    """What was sent to a server: the visits there must be, each between two moments, and the redirects of each door."""

    server: Server
    visits: list[Known] = field(default_factory=list)
    spans: list[tuple[datetime, datetime]] = field(default_factory=list)
    doors: dict[str, int] = field(default_factory=lambda: {"protocol": 0, "asgi": 0, "quart": 0})
    used: int = 0

    def make(self, number: int, seed: int) -> None:
        """So many, one after the other, and a fifth as many that leave no trace; waits until all are taken in."""
        random = Random(seed)  # noqa: S311
        self.kept_open = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        people = [traveller(random) for _ in range(number // 3)]
        for n in range(number):
            self._follow(random, random.choice(people))
            if n % 5 == 0:
                self._leave_no_trace(random.choice(UNCOUNTED), random.choice(people))
        self.kept_open.close()
        wait_until(lambda: not waiting(self.server))

    def _follow(self, random: Random, who: Traveller) -> None:
        link, door = random.choice((*PLAIN, "promo", "limited", "locked")), random.choice([*self.doors])
        nobody = link != "locked" and random.random() < 0.15
        method = random.choice(("HEAD", "GET")) if nobody else "GET"
        headers = {"Sec-Purpose": "prefetch;prerender"} if nobody and method == "GET" else {}
        began = datetime.now(UTC)
        if link == "locked":
            status, door = self._unlock(who, PASSWORD), "quart"
        else:
            door = "quart" if link == "limited" else door
            status = self._ask(door, method, link, who, headers)
        only_looks = link == "limited" and (nobody or who.who != "human")
        expected = 303 if link == "locked" else 410 if link == "limited" and self.used >= LIMIT else 302
        expected = (503 if headers else 200) if only_looks and expected == 302 else expected
        assert status == expected, (link, door, method)
        self.used += link == "limited" and expected == 302
        if expected != 410:
            self.doors[door] += expected in {302, 303}
            self.visits.append(who.visit(link, nobody=nobody))
            self.spans.append((began, datetime.now(UTC)))

    def _leave_no_trace(self, what: str, who: Traveller) -> None:
        if what == "cookie":
            status, expected = self._ask("asgi", "GET", "promo", who, {"Cookie": "a=b; kliqs_uncounted=1"}), 302
        elif what == "wrong":
            status, expected = self._unlock(who, "not this"), 422
        elif what == "post":
            status, expected = self._ask("asgi", "POST", "promo", who, {"Origin": self.server.url}), 405
        else:
            expected = {"quiet": 302, "promo+": 200}.get(what, 404)
            status = self._ask("protocol", "GET", what, who, {})
        assert status == expected, what
        self.doors["asgi" if what == "cookie" else "protocol"] += expected == 302

    def _ask(self, door: str, method: str, link: str, who: Traveller, more: dict[str, str]) -> int:
        """The protocol lane answers what is plain and stays, the ASGI lane what leaves, Quart what is written oddly."""
        name = f"%{ord(link[0]):x}{link[1:]}" if door == "quart" else link
        connection = (
            self.kept_open
            if door == "protocol"
            else http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        )
        headers = sent(who) | more | ({"Connection": "close"} if door != "protocol" else {})
        connection.request(
            method, f"/{name}?{who.query}", headers={key: value.encode() for key, value in headers.items()}
        )
        answer = connection.getresponse()
        answer.read()
        if door != "protocol":
            connection.close()
        return answer.status

    def _unlock(self, who: Traveller, password: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        headers = sent(who) | {"Origin": self.server.url, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(
            "POST",
            f"/locked?{who.query}",
            urlencode({"password": password}),
            {key: value.encode() for key, value in headers.items()},
        )
        status = connection.getresponse().status
        connection.close()
        return status


def sent(who: Traveller) -> dict[str, str]:
    """The headers of a traveller behind one trusted proxy; what comes before its own word is anybody's."""
    forwarded = f"203.0.113.9, {who.address}" if len(who.address) % 2 else who.address
    headers = {
        "User-Agent": who.agent,
        "Referer": who.referrer,
        "Accept-Language": who.languages,
        "X-Forwarded-For": forwarded if who.address else "",
        COUNTRY_HEADER: who.country,
    }
    return {name: value for name, value in headers.items() if value}


def waiting(server: Server) -> int:
    """Bytes of visits that are in no database yet."""
    with urllib.request.urlopen(f"{server.url}/readyz", timeout=20) as answer:
        return int(json.load(answer)["data"]["visits"]["waiting_bytes"])
