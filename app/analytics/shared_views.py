"""The public page of shared statistics, for everyone who has its URL. It has no script, sets no cookie and links to no
dashboard page.
"""

from quart import Blueprint, Response, request

from app.analytics import report_presenter
from app.analytics.report_selection import WAIT_PARAMETER, ReportSelection
from app.analytics.share import Share
from app.analytics.subject import Subject
from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound
from app.kernel.throttle import Throttle
from app.web import client_info
from app.web.templates import render_template

blueprint = Blueprint("shared_statistics", __name__)
by_ip_address = Throttle("shared statistics by address", 120, 5)


@blueprint.get("/stats/<token>")
async def shared_statistics(token: str) -> Response:
    """Shows the statistics of a share's token.

    Raises: NotFound, TooManyAttempts (reports are expensive).
    """
    await by_ip_address.attempt(client_info.rate_limit_address())
    share = await Share.behind(token)
    if share is None or (share.link and share.link.deleted_at):
        raise NotFound
    report_subject = Subject(share.account, link=share.link, tag=share.tag)
    i18n.set_language(i18n.current_language(), share.account.time_zone)
    screen = await report_presenter.load_screen(
        report_subject, ReportSelection.of(request.args), shared=True, wait_for_visitors=WAIT_PARAMETER in request.args
    )
    title = _public_title(report_subject)
    html = await render_template("analytics/public.html", screen=screen, title=title, feed=None, rule_results=[])
    response = Response(html)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _public_title(report_subject: Subject) -> str:
    """Returns the title that the public may see; the name of a tag is not shown."""
    if report_subject.link:
        return report_subject.link.display_url
    return _("A group of links") if report_subject.tag else _("All links together")
