"""The process that draws codes begins at once, as it loads no more than it needs."""

import subprocess
import sys

from app.kernel.package_files import ROOT

ASK = "import sys, app.batch.packing_process; print(*sys.modules)"


def test_the_process_that_draws_codes_does_not_load_the_application() -> None:
    loaded = subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert not {"app.application", "quart", "tortoise", "aiohttp"} & set(loaded.split())
