"""One request and its answer, as the documentation shows them."""

import json
from dataclasses import dataclass
from typing import Any

from app.kernel import site
from app.web.openapi import Operation

Json = dict[str, Any]
ID = "7f0c2a4e-9a51-4c8e-b1d6-2f4f3c1f0a77"


@dataclass(frozen=True, slots=True)
class Example:
    """`query` stands behind `?`, `data` under `data` in the answer; `head` is that of an answer with a file instead,
    which is written to the file `into`.
    """

    data: Json
    body: Json | None = None
    query: str = ""
    head: str = ""
    into: str = ""

    def request(self, operation: Operation) -> str:
        """The request as a curl command."""
        path = operation.path.format(id="$ID", block="$BLOCK") + (f"?{self.query}" if self.query else "")
        lines = [f'curl{_method(operation.method)} "{site.url("api", "/api/v1")}{path}"',
                 '-H "Authorization: Bearer $KLIQS_KEY"']
        if self.body is not None:
            lines += ['-H "Content-Type: application/json"', f"-d '{json.dumps(self.body, indent=2)}'"]
        if operation.upload:
            lines.append(f'-F "{operation.upload}=@photo.jpg"')
        if self.into:
            lines.append(f"-o {self.into}")
        return " \\\n  ".join(lines)

    @property
    def answer(self) -> str:
        return self.head or json.dumps({"success": True, "data": self.data}, indent=2)


def _method(method: str) -> str:
    return "" if method == "GET" else f" -X {method}"
