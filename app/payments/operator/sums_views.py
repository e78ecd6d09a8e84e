"""The operator's sums for the books: by month, as CSV, and whether receipts, orders and reports agree."""

from __future__ import annotations

from quart import Blueprint, Response, request

from app.operators.guard import PREFIX, register_operator_pages
from app.payments.ledger_reconciliation import reconcile
from app.payments.money import format_money
from app.payments.operator import monthly_sums
from app.payments.operator.order_labels import provider_names
from app.payments.operator.order_search import MONTH, month_name
from app.web import htmx
from app.web.csv_writer import BOM

MOST_MONTHS = 120
blueprint = Blueprint("operator_sums", __name__, url_prefix=f"{PREFIX}/sums")
register_operator_pages(blueprint)


@blueprint.get("")
async def sums_page() -> Response:
    """The sums of the chosen months, by default of the last twelve, and the three sums of all time side by side."""
    first, last = _chosen_months()
    sums = await monthly_sums.sum_months(first, last)
    return await htmx.render_response(
        "operator_payments/sums.html",
        active="payments",
        first=first,
        last=last,
        sums=list(reversed(sums)),
        names=provider_names(),
        months=[(month, month_name(month)) for month in monthly_sums.last_months(MOST_MONTHS)],
        month_name=month_name,
        money=format_money,
        totals=await reconcile(),
    )


@blueprint.get("/sums.csv")
async def download_sums() -> Response:
    """The sums of the chosen months as a CSV file."""
    first, last = _chosen_months()
    lines = BOM + monthly_sums.to_csv(await monthly_sums.sum_months(first, last))
    name = f"kliqs-sums-{first}-{last}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(lines, 200, headers, content_type="text/csv; charset=utf-8")


def _chosen_months() -> tuple[str, str]:
    """Returns the first and the last month of the query, at most MOST_MONTHS apart; wrong ones become the defaults."""
    months = monthly_sums.last_months(MOST_MONTHS)
    first, last = request.args.get("from", ""), request.args.get("to", "")
    first = first if MONTH.fullmatch(first) and first in months else months[11]
    last = last if MONTH.fullmatch(last) and last in months else months[0]
    return min(first, last), max(first, last)
