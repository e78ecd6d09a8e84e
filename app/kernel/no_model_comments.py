"""Lets Tortoise look for no comments in the source of models, of which it would make comments of columns.

We write none (`#:` above a field), and to read, tokenize and search the source of each model takes one second of the
four in which Kliqs is imported.
"""

from tortoise import models


def read_no_model_comments() -> None:
    """From now on, a model that is defined has no comments on its columns."""
    models._get_comments = lambda cls: {}
