"""Shared statistics: a page to read, for whoever has its address. No script, no cookie, no way into the dashboard."""

from quart import Blueprint, Response, render_template, request

from app.analytics import report_presenter
from app.analytics.filters import Choice
from app.analytics.models import Share
from app.analytics.subject import Subject
from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound
from app.kernel.throttle import Throttle
from app.web import client_info

blueprint = Blueprint("statistics", __name__)
by_address = Throttle("shared statistics by address", 120, 5)


@blueprint.get("/stats/<token>")
async def shared(token: str) -> Response:
    """The statistics a token was made for. Refusals: TooManyAttempts (reports cost), NotFound."""
    await by_address.attempt(client_info.address())
    share = await Share.behind(token)
    if share is None or (share.link and share.link.deleted_at):
        raise NotFound
    whose = Subject(share.account, link=share.link, tag=share.tag)
    i18n.use(i18n.language(), share.account.time_zone)
    shown = await report_presenter.read(whose, Choice.of(request.args), shared=True)
    page = Response(await render_template("analytics/public.html", screen=shown, title=_title(whose), feed=None))
    page.headers["Cache-Control"] = "private, no-store"
    page.headers["Referrer-Policy"] = "no-referrer"
    page.headers["X-Robots-Tag"] = "noindex"
    return page


def _title(whose: Subject) -> str:
    """What is shown, as far as strangers may know: a tag's name is nobody's business."""
    if whose.link:
        return whose.link.shown
    return _("A group of links") if whose.tag else _("All links together")
