"""The tables of visits. On SQLite they are used in the visits' own file only: always ask `db.visits()` for them.

They are written and read in bulk, by plain SQL; these classes are for the migrations. Texts are "" where unknown.
`visits.id` is made of the time in milliseconds and a sequence (visit.py): the time is no column of its own.
`link` and `account` are keys (visit.py). A `day` is a date's ordinal in the account's zone, a `month` its first day's.
`calendars` says which zone that is, and the first day whose visits are kept: those before live on in totals only.
`open_days` are the days whose totals are missing or no longer true: they are counted from `visits`. For the others
`day_totals` counts visits and different visitors, and `day_values` visits by value of each dimension; unknown ("") is
not written, it is what is left of the total. `link` is 0 where a row is of the whole account; only there is the
dimension "link", whose values are keys. The dimension "hour" is the hour of the week, 0 being Monday's first. Of a
dimension at most 1,000 values are kept a day (and link, and kind of visitor): what is left is summed under "…".
`month_values` is at all times the sum of `day_values`: a year is read from 12 months instead of 365 days.
`journals` says how far each journal is taken in: `bytes` of its `segment`, and all segments before it. It is used in
both files: in that of the visits for their rows, in the main one for the counters of links.

The keys of totals and days are made of several columns, which Tortoise cannot say: see the migration. They are the
tables' order too, so that what one question asks for lies together.
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
