"""Code of ours in processes of its own, which are forked (`tests.preloaded`): to import Kliqs takes more than a second.

A process that a test writes to, or that has to begin as an operator's command does, is started by its command.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from tests.preloaded import ForkedProcess
from tests.serving import preloaded


def begin_code(code: str, *words: str, output: Path, env: Mapping[str, str] | None = None) -> ForkedProcess:
    """Begins what `python -c CODE words…` would; all that it prints goes to a file.

    Its environment is that of the tests, if none is given.
    """
    return preloaded().start(code, [*words], {**(os.environ if env is None else env)}, str(output))


def begin_module(name: str, *words: str, output: Path, env: Mapping[str, str] | None = None) -> ForkedProcess:
    """Begins what `python -m NAME words…` would, as `begin_code` does."""
    return begin_code(f"import runpy; runpy.run_module({name!r}, run_name='__main__')", *words, output=output, env=env)
