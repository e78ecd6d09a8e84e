"""What the variable parts of an address may be. Anything else is an address at which there is nothing."""

from quart import Quart
from werkzeug.routing import IntegerConverter, ValidationError

LARGEST = 2**31 - 1  # what an integer column holds on PostgreSQL


class ColumnInteger(IntegerConverter):
    """`<int:…>`: a number from 0 to LARGEST in ASCII digits.

    Werkzeug's own takes the digits of every script, and as many as come: 5,000 of them are a ValueError in Python, and
    more than 19 are an error of the database.
    """

    regex = r"[0-9]{1,10}"

    def to_python(self, value: str) -> int:
        number = int(value)
        if number > LARGEST:
            raise ValidationError
        return number


def install(app: Quart) -> None:
    """To be called before any rule is added."""
    app.url_map.converters["int"] = ColumnInteger
