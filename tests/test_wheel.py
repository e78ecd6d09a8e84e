"""The wheel holds everything: built from what the Dockerfile copies, installed into an empty venv, it serves.

The packages that Kliqs needs are those of the venv that runs the tests: a `.pth` file adds its site-packages behind the
empty venv's own. That takes seconds and no network, and Kliqs itself is still the one of the wheel, because a `.pth`
file inside of such a folder, as of an editable installation, is not read.
"""

import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.dockerfile import copied, health_check, image_environment
from tests.serving import ROOT, free_port
from tests.waiting import wait_until

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
DEADLINE = 120.0  # seconds
HOST, SECRET = "kliqs.example", "a-secret-of-the-wheel-longer-than-32-characters"
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
DATA_FOLDERS = ("templates", "static", "locales", "migrations", "deploy")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built in a folder that has only what the Dockerfile copies into its first stage."""
    source, dist = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("dist")
    for name in copied():
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, source / name)
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(dist), str(source)],
        check=True,
        capture_output=True,
        timeout=DEADLINE,
    )
    [built] = dist.iterdir()
    return built


@pytest.fixture(scope="module")
def kliqs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program `kliqs` of an empty venv that the wheel was installed into."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    paths = sysconfig.get_paths(vars={"base": str(home), "platbase": str(home)})
    ours = dict.fromkeys(sysconfig.get_paths()[name] for name in ("purelib", "platlib"))
    Path(paths["purelib"], "packages-of-the-tests.pth").write_text("\n".join(ours))
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
        timeout=DEADLINE,
    )
    return home / "bin" / "kliqs"


class Installed(NamedTuple):
    """A served wheel: its program, the empty folder it was started in, its settings and its port."""

    program: Path
    folder: Path
    env: dict[str, str]
    port: int

    def get(self, path: str, language: str = "en") -> str:
        """The text of a page or of a static file; an answer that is not 200 raises HTTPError."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", headers={"Host": HOST, "Accept-Language": language}
        )
        with urllib.request.urlopen(request, timeout=DEADLINE) as response:
            return str(response.read().decode("utf-8", "replace"))


@pytest.fixture(scope="module")
def served(kliqs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """`kliqs serve` in an empty folder, with the settings of the image: it makes its database and migrates it."""
    folder, port = tmp_path_factory.mktemp("empty"), free_port()
    env = {
        "PATH": f"{kliqs.parent}:/usr/bin:/bin",
        **image_environment(),
        "KLIQS_DATA_DIR": "var",
        "KLIQS_BIND": f"127.0.0.1:{port}",
        "KLIQS_HOSTS": HOST,
        "KLIQS_SECRET_KEY": SECRET,
    }
    installed = Installed(kliqs, folder, env, port)
    with (folder.parent / "wheel.log").open("wb") as log:
        process = subprocess.Popen([str(kliqs), "serve"], cwd=folder, env=env, stdout=log, stderr=log)
    try:
        _wait_until_ready(installed, process, Path(log.name))
        yield installed
    finally:
        process.terminate()
        assert process.wait(DEADLINE) == 0


def _wait_until_ready(installed: Installed, process: subprocess.Popen[bytes], log: Path) -> None:
    def is_ready() -> bool:
        assert process.poll() is None, log.read_text()
        try:
            installed.get("/readyz")
        except OSError:
            return False
        return True

    wait_until(is_ready)


def test_every_file_is_in_the_wheel_and_only_app_at_its_top(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    here = {
        file
        for name in ("app", *DATA_FOLDERS)
        for file in (ROOT / name).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    expected = {file.relative_to(ROOT).as_posix() for file in here}
    assert {name for name in names if ".dist-info/" not in name} == {
        name if name.startswith("app/") else f"app/resources/{name}" for name in expected
    }
    assert any(name.endswith(".mmdb.xz") for name in names) and f"kliqs-{VERSION}.dist-info/METADATA" in names


def test_it_is_this_version_its_migrations_ran_and_both_languages_are_whole(served: Installed) -> None:
    done = subprocess.run(
        [str(served.program), "doctor"],
        cwd=served.folder,
        env=served.env,
        capture_output=True,
        text=True,
        timeout=DEADLINE,
        check=False,
    )
    newest = max((ROOT / "migrations/models").glob("[0-9]*.py"), key=lambda file: int(file.name.split("_")[0]))
    assert f"This is Kliqs {VERSION}." in done.stdout
    assert f"The database is up to date ({newest.name})." in done.stdout
    assert "Bahasa Indonesia has all" in done.stdout
    assert [line for line in done.stdout.splitlines() if line.startswith("WRONG")] == [
        "WRONG Nobody gets mail: set KLIQS_SMTP_HOST or KLIQS_RESEND_KEY."
    ]


@pytest.mark.parametrize("path", ["/", "/docs/", "/docs/install", "/login", "/privacy"])
def test_pages_are_served_in_both_languages_with_their_static_files(served: Installed, path: str) -> None:
    pages = {language: served.get(path, language) for language in ("en", "id")}
    for language, page in pages.items():
        assert f'<html lang="{language}"' in page
        assert assets(page)
        for asset in assets(page):
            assert served.get(asset), asset


def test_a_bio_page_has_its_stylesheet_its_icons_and_its_pictures(served: Installed) -> None:
    page = served.get("/sample")
    assert "<style>" in page and "<symbol" in page
    assert all(served.get(picture) for picture in assets(page))


def assets(page: str) -> set[str]:
    """The addresses of the static files of a page."""
    return set(re.findall(r'(?:href|src)="(?:https://kliqs\.example)?(/static/[^"#]+)', page))


def test_the_guides_show_the_files_of_deploy_from_within_the_wheel(served: Installed) -> None:
    assert "StateDirectory=kliqs" in served.get("/docs/install")
    assert "client_max_body_size" in served.get("/docs/proxy")


def test_the_worker_that_draws_codes_starts_in_an_environment_without_anything(served: Installed) -> None:
    script = (
        "import subprocess; from app.batch.packing_jobs import COMMAND; "
        "from app.kernel.package_files import PACKAGE; "
        "print(subprocess.run(COMMAND, cwd=PACKAGE.parent, env={}, input=b'', capture_output=True).stderr)"
    )
    printed = subprocess.run(
        [str(served.program.with_name("python")), "-c", script],
        cwd=served.folder,
        env=served.env,
        capture_output=True,
        text=True,
        check=True,
        timeout=DEADLINE,
    ).stdout
    assert "JSONDecodeError" in printed, "it was handed no job, so that reading it is what fails"


def test_the_images_health_check_is_content_with_a_live_server_and_with_no_other(served: Installed) -> None:
    command = [word.replace(":8000", f":{served.port}") for word in health_check()]
    assert f":{served.port}" in shlex.join(command)
    assert subprocess.run(command, env=served.env, check=False, timeout=DEADLINE).returncode == 0
    nobody = [word.replace(f":{served.port}", f":{free_port()}") for word in command]
    assert subprocess.run(nobody, env=served.env, check=False, capture_output=True, timeout=DEADLINE).returncode != 0
