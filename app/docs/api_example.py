"""An example of an API operation: its request as a curl command, and its response, as the documentation shows them."""

import json
from dataclasses import dataclass, field
from typing import Any

from app.kernel import site
from app.web.openapi import BYTES, Operation

Json = dict[str, Any]
ID = "7f0c2a4e-9a51-4c8e-b1d6-2f4f3c1f0a77"


@dataclass(frozen=True, slots=True)
class Example:
    """An example request and response of one operation.

    `data` is the value under `data` in the JSON response, `body` the JSON request body, `query` the query string after
    `?`, `path` the values of parameters in the path that are no ids. An operation that answers with a file has the
    response's header lines in `head`, and `into` is the file that curl writes to.
    """

    data: Json
    body: Json | None = None
    query: str = ""
    head: str = ""
    into: str = ""
    path: dict[str, str] = field(default_factory=dict)

    def request(self, operation: Operation) -> str:
        """Returns the request as a curl command over several lines."""
        path = operation.path.format(id="$ID", variant="$VARIANT", block="$BLOCK", event="$EVENT", **self.path)
        path += f"?{self.query}" if self.query else ""
        lines = [
            f'curl{_method_option(operation.method)} "{site.url("api", "/api/v1")}{path}"',
            '-H "Authorization: Bearer $KLIQS_KEY"',
        ]
        if self.body is not None:
            lines += ['-H "Content-Type: application/json"', f"-d '{json.dumps(self.body, indent=2)}'"]
        if operation.upload:
            lines.append(f'-F "{operation.upload}=@photo.jpg"')
        if operation.piece:
            lines += [f'-H "Content-Type: {BYTES}"', "--data-binary @piece-00"]
        if self.into:
            lines.append(f"-o {self.into}")
        return " \\\n  ".join(lines)

    @property
    def answer(self) -> str:
        """The response: header lines for a file, else the JSON document with two spaces of indentation."""
        return self.head or json.dumps({"success": True, "data": self.data}, indent=2)


def _method_option(method: str) -> str:
    return "" if method == "GET" else f" -X {method}"
