"""The process of the render pool.

It imports what draws codes after its priority is lowered, and the server, which imports this module too, not at all.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from threading import Thread
from typing import Any

NICENESS = 5


def begin() -> None:
    """Prepares the process, before its first work.

    Its priority is lowered, because redirects take precedence. Ctrl-C, which a terminal sends to it as well, is the
    server's to answer. It ends when the server is killed and cannot end it.
    """
    os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_server, name="end with server", daemon=True).start()


def run(work: str, *arguments: object) -> Any:
    """Runs a function of `render_code.WORK` by its name and returns its result. Raises: what the function raises."""
    from app.qr.render import worker_tasks  # not above: see the module's docstring

    return worker_tasks.WORK[work](*arguments)


def _end_with_server() -> None:
    """Ends this process as soon as the one that started it is gone."""
    server = multiprocessing.parent_process()
    if server is not None:
        server.join()
        os._exit(1)
