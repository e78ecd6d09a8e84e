"""URL converters: the allowed values of the variable parts of routes. Anything else is answered with 404."""

from quart import Quart
from werkzeug.routing import BaseConverter, IntegerConverter, ValidationError

LARGEST = 2**31 - 1  # the largest value of a PostgreSQL integer column


class ColumnInteger(IntegerConverter):
    """`<int:…>`: a number from 0 to LARGEST in ASCII digits.

    Werkzeug's converter accepts digits of every script and any number of them: 5,000 digits raise a ValueError in
    Python, and more than 19 a database error.
    """

    regex = r"[0-9]{1,10}"

    def to_python(self, value: str) -> int:
        """Returns the number. Raises ValidationError, which means 404, above LARGEST."""
        number = int(value)
        if number > LARGEST:
            raise ValidationError
        return number


class OrderReference(BaseConverter):
    """`<reference:…>`: the name of an order, `KLQ-` and a ULID (app/payments/order.py)."""

    regex = r"KLQ-[0-9A-Z]{26}"


def install(app: Quart) -> None:
    """Replaces the `int` converter and adds that of references. Call it before any route is added."""
    app.url_map.converters |= {"int": ColumnInteger, "reference": OrderReference}
