"""Two servers with a folder each on one PostgreSQL, one Redis and one S3 server, behind nginx as the guide has it.

All of them are real processes on this machine. What the guide says for TLS and for port 80 is left out.
"""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.last_release import known_settings
from tests.object_server import CREDENTIALS, ObjectServer
from tests.redis_server import RedisServer
from tests.serving import ROOT, Server, environment, free_port, start
from tests.waiting import eventually, wait_until
from tests.world import SECRET

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
CONFIGURATION = ROOT / "deploy" / "nginx.two.conf"
SHARED = ("media", "posts", "batches", "exports", "imports", "visits")
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
needed = pytest.mark.skipif(
    not (NGINX and shutil.which("redis-server")), reason="nginx or redis-server of Debian is not installed"
)


def nginx_configuration(folder: Path, port: int, upstreams: list[int]) -> str:
    """The servers and locations of the guide's file, with these ports, inside what nginx needs around them.

    nginx writes a line for each request into `access.log`: path, status, and the addresses that it asked.
    """
    text = CONFIGURATION.read_text()
    text, plain = text.rsplit("\nserver {", 1)
    assert "listen 80;" in plain
    text = re.sub(r"    ssl_certificate.*\n", "", text).replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    text = text.replace("Host $host;", "Host $http_host;")  # with the port, which is not the one of https
    for documented, upstream in zip(("8001", "8002"), upstreams, strict=True):
        text = text.replace(f"127.0.0.1:{documented} ", f"127.0.0.1:{upstream} ")
    paths = "".join(f"{name}_temp_path {folder}/{name};\n" for name in TEMPORARY)
    log = f"log_format asked '$request_uri $status $upstream_addr';\naccess_log {folder}/access.log asked;\n"
    user = "user root;\n" if os.geteuid() == 0 else ""
    return f"{user}daemon off;\npid {folder}/nginx.pid;\nevents {{}}\nhttp {{\n{paths}{log}{text}}}\n"


@contextmanager
def nginx_running(folder: Path, port: int, upstreams: list[int]) -> Iterator[subprocess.Popen[bytes]]:
    """Runs nginx in front of two ports for the length of a block."""
    assert NGINX
    file = folder / "nginx.conf"
    file.write_text(nginx_configuration(folder, port, upstreams))
    command = [NGINX, "-e", str(folder / "error.log"), "-c", str(file)]
    process = subprocess.Popen(command, start_new_session=True)
    try:
        wait_until(lambda: (folder / "nginx.pid").exists() or process.poll() is not None)
        assert process.poll() is None, (folder / "error.log").read_text()
        yield process
    finally:
        process.terminate()
        process.wait()


@dataclass
class Cluster:
    """`front` is nginx, which people ask; `machines` are the two servers behind it, `env` the settings of both."""

    folder: Path
    env: dict[str, str]
    front: Server
    machines: list[Server]
    redis: RedisServer

    def start(self, index: int, *, release: Path | None = None) -> None:
        """Starts a machine in its place, with its folder; with `release` the version in that folder."""
        port, folder = self.machines[index].port, self.folder / f"machine-{index}"
        env = self.env | {"KLIQS_DATA_DIR": str(folder / "data")}
        self.machines[index] = start(known_settings(release, env) if release else env, port, folder=release or ROOT)
        self.machines[index].host = self.front.host

    def start_both(self, release: Path | None = None) -> None:
        """Starts both machines at once."""
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(lambda index: self.start(index, release=release), range(2)))

    def requests_by_machine(self) -> list[int]:
        """How many requests each machine was the first to be asked for."""
        lines = (self.folder / "access.log").read_text().splitlines()
        first = Counter(line.split()[2].rstrip(",") for line in lines)
        return [first[f"127.0.0.1:{machine.port}"] for machine in self.machines]

    async def both_are_asked(self) -> None:
        """Waits until nginx sends requests to both machines, which it does some seconds after one came back."""
        before = self.requests_by_machine()

        def are() -> bool:
            return all(now - then > 20 for now, then in zip(self.requests_by_machine(), before, strict=True))

        await eventually(are)

    def asked_twice(self) -> set[str]:
        """The paths for which nginx asked the second machine after the first one had not answered."""
        lines = (self.folder / "access.log").read_text().splitlines()
        return {line.split()[0] for line in lines if "," in line}

    def log(self) -> str:
        """What both machines have logged."""
        return "".join(file.read_text() for file in sorted(self.folder.glob("machine-*/server-*.log")))


@contextmanager
def cluster_of(
    folder: Path, database: str, files: ObjectServer | None, hostname: str = "127.0.0.1", **settings: str
) -> Iterator[Cluster]:
    """Redis, nginx, and the places of two machines, which `Cluster.start` starts; all of them end with the block.

    People open it as `hostname`, an address of this machine.
    Without an S3 server the second machine finds the files in folders of the first one, as on a network disk.
    """
    with ExitStack() as stack:
        for index in range(2):
            (folder / f"machine-{index}" / "data").mkdir(parents=True, mode=0o700)
        for shared_folder in () if files else SHARED:
            (folder / "machine-0" / "data" / shared_folder).mkdir(mode=0o700)
            (folder / "machine-1" / "data" / shared_folder).symlink_to(folder / "machine-0" / "data" / shared_folder)
        redis = RedisServer(folder)
        stack.callback(redis.kill)
        ports = [free_port() for _ in range(3)]
        nginx = stack.enter_context(nginx_running(folder, ports[0], ports[1:]))
        host = f"{hostname}:{ports[0]}"
        shared = {
            "KLIQS_SECRET_KEY": SECRET,
            "KLIQS_HOSTS": f"http://{host}",
            "KLIQS_REDIS_URL": redis.url,
            "KLIQS_TRUSTED_HOPS": "1",
            "KLIQS_REQUEST_ID_HEADER": "X-Request-ID",
        }
        if files:
            shared |= {
                "KLIQS_STORAGE_URL": files.address(),
                "KLIQS_STORAGE_KEY": CREDENTIALS.key,
                "KLIQS_STORAGE_SECRET": CREDENTIALS.secret,
            }
        env = environment(folder / "machine-0" / "data", database, **shared | settings)
        machines = [Server(port, env, nginx, host) for port in ports[1:]]
        cluster = Cluster(folder, env, Server(ports[0], env, nginx, host), machines, redis)
        stack.callback(_end, cluster, nginx)
        yield cluster


def _end(cluster: Cluster, nginx: subprocess.Popen[bytes]) -> None:
    """Kills the machines that run."""
    for machine in cluster.machines:
        if machine.process is not nginx and machine.process.poll() is None:
            machine.kill()
