"""Example programs in four languages, with this installation's API URL. The documentation shows the same ones."""

CURL = """curl -X POST "{url}" \\
  -H "Authorization: Bearer $KLIQS_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{{"url": "https://example.com/products/8f3f"}}'"""

PYTHON = """import json, os, urllib.request

request = urllib.request.Request(
    "{url}",
    data=json.dumps({{"url": "https://example.com/products/8f3f"}}).encode(),
    headers={{
        "Authorization": f"Bearer {{os.environ['KLIQS_KEY']}}",
        "Content-Type": "application/json",
    }},
)
with urllib.request.urlopen(request) as response:
    print(json.load(response)["data"]["short_url"])"""

NODE = """const response = await fetch("{url}", {{
  method: "POST",
  headers: {{
    Authorization: `Bearer ${{process.env.KLIQS_KEY}}`,
    "Content-Type": "application/json",
  }},
  body: JSON.stringify({{ url: "https://example.com/products/8f3f" }}),
}});
const {{ data }} = await response.json();
console.log(data.short_url);"""

PHP = """<?php
$request = curl_init("{url}");
curl_setopt_array($request, [
    CURLOPT_POST => true,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_HTTPHEADER => [
        "Authorization: Bearer " . getenv("KLIQS_KEY"),
        "Content-Type: application/json",
    ],
    CURLOPT_POSTFIELDS => json_encode(["url" => "https://example.com/products/8f3f"]),
]);
echo json_decode(curl_exec($request))->data->short_url;"""


def render_snippets(url: str) -> dict[str, str]:
    """Returns, by the name of the language, a complete program that creates a link at the API endpoint `url`."""
    return {
        name: template.format(url=url)
        for name, template in (("curl", CURL), ("Python", PYTHON), ("Node", NODE), ("PHP", PHP))
    }
