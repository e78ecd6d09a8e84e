"""What a real server shows to somebody who signed in, read as a person or a spreadsheet reads it."""

import csv
import html
import io
import json
import re
import urllib.request
from dataclasses import dataclass
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlencode

from app.web.csv_writer import unescape_cell
from tests.serving import Server

HOME = "/dashboard/analytics"
ROW = re.compile(r'<li class="bars__row">.*?<span class="truncate"[^>]*>(.*?)</span> <b>([\d,.]+)</b>', re.DOTALL)
CARD = re.compile(r'<section class="card breakdown-card" id="card-(\w+)".*?</section>', re.DOTALL)
POINT = re.compile(r'<tr><th scope="row">[^<]*</th><td class="num">(\d+)</td><td class="num">(\d+)</td>')


@dataclass(frozen=True, slots=True)
class Page:
    """A page of statistics as its parts say it. `bars` are label and count by card, `points` clicks and scans."""

    figures: list[int]
    whos: list[int]
    bars: dict[str, list[tuple[str, int]]]
    points: list[tuple[int, int]]
    week: list[list[int]]

    @classmethod
    def read(cls, text: str) -> "Page":
        hours = [int(count) for count in re.findall(r'<td data-v="\d">(\d+)</td>', text)]
        return cls(
            [int(value) for value in re.findall(r'kpi__value num">(\d+)<', text)],
            [int(value) for value in re.findall(r'stats__count num">(\d+)<', text)],
            {
                card[1]: [(html.unescape(label), int(count)) for label, count in ROW.findall(card[0])]
                for card in CARD.finditer(text)
            },
            [(int(clicks), int(scans)) for clicks, scans in POINT.findall(text)],
            [hours[day * 24 : day * 24 + 24] for day in range(len(hours) // 24)],
        )


class Reader:
    """Somebody with a browser; without an email, a stranger."""

    def __init__(self, server: Server, email: str = "", password: str = "") -> None:
        self.server, self.jar = server, CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        if email:
            self.post("/login", email=email, password=password)

    def get(self, path: str, *pairs: tuple[str, str]) -> str:
        query = "?" * bool(pairs) + urlencode(pairs)
        with self.opener.open(f"{self.server.url}{path}{query}", timeout=20) as answer:
            return str(answer.read().decode())

    def post(self, path: str, **fields: str) -> str:
        request = urllib.request.Request(
            f"{self.server.url}{path}", urlencode(fields).encode(), {"Origin": self.server.url}
        )
        with self.opener.open(request, timeout=20) as answer:
            return str(answer.read().decode())

    def page(self, path: str, *pairs: tuple[str, str]) -> Page:
        return Page.read(self.get(path, *pairs))

    def json(self, path: str, *pairs: tuple[str, str]) -> Any:
        return json.loads(self.get(path, *pairs))

    def csv(self, path: str, *pairs: tuple[str, str]) -> list[list[str]]:
        """The lines of a sheet, without its head."""
        return sheet(self.get(path, *pairs))


def sheet(text: str) -> list[list[str]]:
    """The lines of a sheet, without its head; the mark that keeps spreadsheets from counting is taken off."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    return [[unescape_cell(cell) for cell in row] for row in rows[1:]]
