"""Lets migrations that run in a process of the tests write no state of the models beside each of them.

aerich reads the state from the file of a migration and writes it to its table: half of the time of an upgrade, and 9 MB
in each database. Only the next migration is made from it, which is tested in a process of its own.
"""

import aerich


def write_no_model_states() -> None:
    """From now on, a migration that is run is noted with an empty state."""
    aerich.decompress_dict = lambda compressed_str: {}  # type: ignore[attr-defined]
