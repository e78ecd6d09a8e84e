"""The tables of visits. On SQLite they are in a database file of their own: queries always use the connection
`db.visits_connection()`.

Rows are written and read in bulk with SQL; these classes exist for the migrations and backups. Unknown texts are "".
`visits` holds the open visits: those of today, of days that are not sealed yet, and those that arrived late for a
sealed day. `visits.id` consists of the time in milliseconds and a sequence number (visit.py), so that there is no
column for the time. `link` and `account` are keys (visit.py). All other visits are in Parquet files, which
`visit_files` lists; app/visits/sealed describes them. `journals` holds how far each journal is ingested: all segments
before `segment`, and `bytes` of it. It exists in both files: for the rows in that of the visits, for the counters of
links in the main one. `visit_requests` holds for a day which requests the visits came with, where a proxy gives them
ids, so that one which the proxy repeats is one visit (recording/repeated_requests.py). In the main file it holds those
that a click limit let through.

`day_totals`, `day_values` and `calendars` are what versions before 0.2 counted of closed days. They are read once, at
the first start of a newer version or by a restore (sealed/convert_old_totals.py), and are empty from then on.
"""

from tortoise import fields
from tortoise.models import Model


class VisitRow(Model):
    id = fields.BigIntField(primary_key=True, generated=False)
    link = fields.BigIntField()
    account = fields.BigIntField()
    kind = fields.SmallIntField()
    who = fields.SmallIntField()
    visitor = fields.BigIntField()
    referrer = fields.CharField(255)
    utm_source = fields.CharField(100)
    utm_medium = fields.CharField(100)
    utm_campaign = fields.CharField(100)
    utm_term = fields.CharField(100)
    utm_content = fields.CharField(100)
    country = fields.CharField(2)
    city = fields.CharField(100)
    device = fields.CharField(16)
    browser = fields.CharField(60)
    system = fields.CharField(60)
    language = fields.CharField(16)
    placement = fields.CharField(16, default="")
    rule = fields.CharField(16, default="")
    variant = fields.CharField(20, default="")

    class Meta:
        table = "visits"
        indexes = (
            ("account", "id"),
        )  # the open visits of an account are few: one of (link, id) doubles what intake costs


class VisitFile(Model):
    """A file of sealed visits: the manifest of `<data directory>/visits`.

    content: 0 for visits, 1 for summaries of visits that are no longer kept (sealed/schema.py).
    first_day, end_day: the days in it, half-open, as ordinals of dates; UTC for visits, local for summaries.
    last_edit: edits up to this id are applied in the file.
    layout: which columns a file of visits has (sealed/schema.py).
    """

    name = fields.CharField(80, primary_key=True)
    content = fields.SmallIntField()
    first_day = fields.IntField()
    end_day = fields.IntField()
    rows = fields.BigIntField()
    bytes = fields.BigIntField()
    last_edit = fields.BigIntField(default=0)
    layout = fields.SmallIntField(default=1)
    written_at = fields.DatetimeField()

    class Meta:
        table = "visit_files"


class VisitFileEdit(Model):
    """A change to sealed visits that reports apply until every file has been rewritten with it.

    With `new_account` the visits of `account` belong to that account; with `link` that link was deleted for good;
    with neither the account was deleted.
    """

    id = fields.BigIntField(primary_key=True)
    account = fields.BigIntField()
    link = fields.BigIntField(default=0)
    new_account = fields.BigIntField(default=0)
    made_at = fields.DatetimeField()

    class Meta:
        table = "visit_file_edits"


class VisitFileVersion(Model):
    """One row: `version` grows with every change of the manifest or the edits, `fence` with those of the manifest."""

    id = fields.SmallIntField(primary_key=True, generated=False)
    version = fields.BigIntField()
    fence = fields.BigIntField()

    class Meta:
        table = "visit_file_versions"


class DayTotal(Model):
    account = fields.BigIntField(primary_key=True, generated=False)
    link = fields.BigIntField()
    who = fields.SmallIntField()
    day = fields.IntField()
    clicks = fields.BigIntField()
    scans = fields.BigIntField()
    views = fields.BigIntField()
    visitors = fields.BigIntField()

    class Meta:
        table = "day_totals"


class DayValue(Model):
    account = fields.BigIntField(primary_key=True, generated=False)
    link = fields.BigIntField()
    who = fields.SmallIntField()
    dimension = fields.CharField(16)
    day = fields.IntField()
    value = fields.CharField(255)
    clicks = fields.BigIntField()
    scans = fields.BigIntField()
    views = fields.BigIntField()

    class Meta:
        table = "day_values"


class Calendar(Model):
    account = fields.BigIntField(primary_key=True, generated=False)
    zone = fields.CharField(64)
    kept_from = fields.IntField(default=0)

    class Meta:
        table = "calendars"


class Salt(Model):
    id = fields.BigIntField(primary_key=True)
    day = fields.IntField(unique=True)
    salt = fields.CharField(64)

    class Meta:
        table = "salts"


class JournalPosition(Model):
    id = fields.BigIntField(primary_key=True)
    journal = fields.CharField(64, unique=True)
    segment = fields.BigIntField(default=0)
    bytes = fields.BigIntField(default=0)
    last_id = fields.BigIntField(default=0)

    class Meta:
        table = "journals"


class VisitRequest(Model):
    request = fields.BigIntField(primary_key=True, generated=False)
    at = fields.BigIntField()
    fingerprint = fields.BigIntField()
    taken_from = fields.BigIntField()

    class Meta:
        table = "visit_requests"
