"""The registry of where files are used: higher rooms register at import, and the sweep (retention.py) reads it.

Every subquery is about the row `post_files`; it may use `$1`, the time a day ago. Register it in a module that the
models import, because every process that opens the database has imported those.
"""

USES: list[str] = []
NEEDS: list[str] = []


def register_file_use(subquery: str) -> None:
    """Registers a place of use: a file is in use where `SELECT 1 FROM … WHERE … = post_files.id` finds a row."""
    if subquery not in USES:
        USES.append(subquery)


def register_original_needed(subquery: str) -> None:
    """Registers who still needs the original of a file that is in use: whoever will publish it, or has lately.

    The subquery may also use `$2`, the time before which a publication is long ago.
    """
    if subquery not in NEEDS:
        NEEDS.append(subquery)
