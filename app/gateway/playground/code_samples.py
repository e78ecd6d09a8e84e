"""A request as the programs that send it: curl, and OpenAI's clients for Python and Node."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from app.gateway.upstreams.adapter import Json
from app.kernel import site

KEY = "KLIQS_KEY"
CHAT, PICTURES, VIDEOS = "chat.completions.create", "images.generate", "videos.create"
PATHS = {CHAT: "/chat/completions", PICTURES: "/images/generations", VIDEOS: "/videos"}
PRINTED = {CHAT: "choices[0].message.content", PICTURES: "data[0].b64_json", VIDEOS: "id"}


class Sample(NamedTuple):
    """A program: the name of its language, and its text."""

    name: str
    text: str


def samples(operation: str, body: Json) -> list[Sample]:
    """Returns the programs that send `body`; `operation` is the name of the clients' method."""
    base = site.url("api", "/v1")
    return [
        Sample("curl", _curl(base + PATHS[operation], body)),
        Sample("Python", _python(base, operation, body)),
        Sample("Node", _node(base, operation, body)),
    ]


def _curl(url: str, body: Json) -> str:
    quoted = json.dumps(body, ensure_ascii=False, indent=2).replace("'", "'\\''")
    return (
        f'curl {url} \\\n  -H "Authorization: Bearer ${KEY}" \\\n'
        f"  -H 'Content-Type: application/json' \\\n  -d '{quoted}'"
    )


def _python(base: str, operation: str, body: Json) -> str:
    fields = "".join(f"    {name}={_literal(value)},\n" for name, value in body.items())
    return (
        "import os\nfrom openai import OpenAI\n\n"
        f'client = OpenAI(base_url="{base}", api_key=os.environ["{KEY}"])\n'
        f"answer = client.{operation}(\n{fields})\nprint(answer.{PRINTED[operation]})"
    )


def _literal(value: Any) -> str:
    """Returns a value as Python writes it; strings, numbers, lists and objects are the same there as in JSON."""
    return json.dumps(value, ensure_ascii=False, indent=4).replace("\n", "\n    ")


def _node(base: str, operation: str, body: Json) -> str:
    return (
        'import OpenAI from "openai";\n\n'
        f'const client = new OpenAI({{ baseURL: "{base}", apiKey: process.env.{KEY} }});\n'
        f"const answer = await client.{operation}({json.dumps(body, ensure_ascii=False, indent=2)});\n"
        f"console.log(answer.{PRINTED[operation]});"
    )
