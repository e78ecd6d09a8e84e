"""The tables of visits. On SQLite they are in a database file of their own: queries always use the connection
`db.visits_connection()`.

Rows are written and read in bulk with SQL; these classes exist for the migrations. Unknown texts are "". `visits.id`
consists of the time in milliseconds and a sequence number (visit.py), so that there is no column for the time. `link`
and `account` are keys (visit.py). A `day` is a date's ordinal in the account's time zone, a `month` is its first day.
`calendars` holds that time zone and the first day whose visits are kept; older visits exist as totals only. `open_days`
lists the days whose totals are missing or outdated: they are counted from `visits`. For all other days `day_totals`
holds visits and different visitors, and `day_values` the visits by value of each dimension. The unknown value "" is not
stored: it is the rest of the total. In rows of the whole account `link` is 0; only these have the dimension "link",
whose values are keys. The dimension "hour" is the hour of the week, where 0 is the first hour of Monday. Of a dimension
at most 1,000 values are stored for each day, link and kind of visitor; the others are summed under "…". `month_values`
is always the sum of `day_values`, so that a year is read from 12 months and not from 365 days. `journals` holds how far
each journal is ingested: all segments before `segment`, and `bytes` of it. It exists in both files: for the rows in
that of the visits, for the counters of links in the main one.

The primary keys of totals and days have several columns, which Tortoise cannot express: the migration creates them.
They are also the physical order of the tables, so that the rows of one report are adjacent.
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

    class Meta:
        table = "visits"
        indexes = (("link", "id"), ("account", "id"))


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


class MonthValue(Model):
    account = fields.BigIntField(primary_key=True, generated=False)
    link = fields.BigIntField()
    who = fields.SmallIntField()
    dimension = fields.CharField(16)
    month = fields.IntField()
    value = fields.CharField(255)
    clicks = fields.BigIntField()
    scans = fields.BigIntField()
    views = fields.BigIntField()

    class Meta:
        table = "month_values"


class OpenDay(Model):
    account = fields.BigIntField(primary_key=True, generated=False)
    day = fields.IntField()

    class Meta:
        table = "open_days"


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
