"""What the first page of the dashboard shows: the week's figures, the best links, the bio page, what to act on."""

from __future__ import annotations

from dataclasses import dataclass

from app.accounts.models import Account
from app.accounts.user import User
from app.analytics import labels, subject
from app.analytics.chart import Chart, build_chart
from app.analytics.period import build_period
from app.analytics.subject import VisitedTarget
from app.home.action_item import ActionItems
from app.home.action_items import load_action_items
from app.kernel import clock, i18n
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.pages.models import Page
from app.pages.statistics import last_days
from app.publishing.networks.publishing_switch import is_on
from app.publishing.planning.calendar_entries import CalendarEntry, upcoming_entries
from app.visits.reports.part_statements import LINK
from app.visits.reports.query import Period, Question
from app.visits.reports.report import build_report
from app.visits.reports.result import Report
from app.visits.retention import scope_of
from app.web.chart_scale import Change, change_since

BEST_LINKS, PAGE_DAYS, NEXT_POSTS = 5, 14, 3


@dataclass(frozen=True, slots=True)
class BestLink:
    """A link or bio page with its visits of the week; `percent` is its share of the best one's."""

    target: VisitedTarget
    visits: int
    percent: float


@dataclass(frozen=True, slots=True)
class PageCard:
    """The bio page that was published last, and its views in 14 days."""

    page: Page
    views: int


@dataclass(frozen=True, slots=True)
class HomeScreen:
    """Everything that the first page shows, but the first steps of somebody new (app/templating.py)."""

    user: User
    report: Report
    period: Period
    best: list[BestLink]
    card: PageCard | None
    action_items: ActionItems
    next_posts: list[CalendarEntry]

    @property
    def is_new(self) -> bool:
        """Whether nothing has been visited yet, so that there are no figures to show."""
        totals, before = self.report.totals, self.report.before
        return not (totals.all or before.all)

    @property
    def greeting(self) -> str:
        """A greeting by the time of day."""
        return greeting(self.user.name, clock.now().astimezone(self.period.start.tzinfo).hour)

    @property
    def summary(self) -> str:
        """The week in a sentence."""
        clicks = self.report.totals.followed
        best = max(self.report.points, key=lambda point: point.count.followed)
        if not clicks:
            return _("No clicks this week yet.")
        words = {"num": i18n.format_number(clicks), "day": labels.weekday_name(best.start.weekday(), "wide")}
        return _("%(num)s clicks and scans in 7 days. Most came on %(day)s.") % words

    @property
    def chart(self) -> Chart:
        """The chart of the week."""
        return build_chart(self.report, self.period.interval)

    @property
    def figures(self) -> list[tuple[str, str, int, Change | None]]:
        """The kind, label, number and change of each figure."""
        now, before = self.report.totals, self.report.before
        figures = [("click", _("Clicks"), now.clicks, before.clicks), ("scan", _("QR scans"), now.scans, before.scans)]
        if now.views or before.views:
            figures.append(("", _("Page views"), now.views, before.views))
        return [(kind, label, value, change_since(value, was)) for kind, label, value, was in figures]


def greeting(name: str, hour: int) -> str:
    """Returns the greeting at an hour of the day."""
    words = {"name": isolate(name)}
    if hour < 4 or hour >= 18:
        return _("Good evening, %(name)s") % words
    if hour < 11:
        return _("Good morning, %(name)s") % words
    return (_("Good day, %(name)s") if hour < 15 else _("Good afternoon, %(name)s")) % words


async def load_home(user: User, account: Account) -> HomeScreen:
    """Loads the screen of an account."""
    period = build_period("7d", None, None, account.time_zone, clock.now())
    report = await build_report(
        Question(scope_of(account), period), (LINK,), most_links=BEST_LINKS, wait_for_visitors=False
    )
    best, card = await _best_links(account, report), await _page_card(account)
    items, posts = await load_action_items(account), await upcoming_entries(account, NEXT_POSTS) if is_on() else []
    return HomeScreen(user, report, period, best, card, items, posts)


async def _best_links(account: Account, report: Report) -> list[BestLink]:
    rows = [row for row in report.tables[LINK] if row.value.isdigit() and row.followed][:BEST_LINKS]
    targets = await subject.load_links_and_pages(account, [int(row.value) for row in rows])
    most = max((row.followed for row in rows), default=0)
    return [
        BestLink(targets[int(row.value)], row.followed, round(100 * row.followed / most, 2))
        for row in rows
        if int(row.value) in targets
    ]


async def _page_card(account: Account) -> PageCard | None:
    published = Page.owned_by(account).exclude(published_at=None).order_by("-published_at")
    page = await published.first()
    if page is None:
        return None
    views = await build_report(Question(scope_of(account, page.id), last_days(PAGE_DAYS, account.time_zone)), ())
    return PageCard(page, views.totals.views)
