"""Whole programs for two common needs, with this installation's own address."""

SHOP = """import json, os, random, time, urllib.error, urllib.request

def shorten(url, slug=None, tries=5):
    request = urllib.request.Request(
        "{url}",
        data=json.dumps({{"url": url, "slug": slug}}).encode(),
        headers={{
            "Authorization": f"Bearer {{os.environ['KLIQS_KEY']}}",
            "Content-Type": "application/json",
        }},
    )
    for attempt in range(tries):
        try:
            with urllib.request.urlopen(request, timeout=15) as response:
                return json.load(response)["data"]["short_url"]
        except urllib.error.HTTPError as error:
            if error.code == 409 and slug:
                return shorten(url, None, tries)
            if error.code < 500 or attempt == tries - 1:
                raise
        time.sleep(2**attempt + random.random())

def on_product_created(product):
    url = f"https://toko.example/products/{{product.id}}"
    product.short_url = shorten(url, f"produk-{{product.sku}}")
    product.save()"""

BOT = """const address = /https?:\\/\\/\\S+/;

export async function reply(message) {{
  const found = message.match(address);
  if (!found) return null;
  const response = await fetch("{url}", {{
    method: "POST",
    headers: {{
      Authorization: `Bearer ${{process.env.KLIQS_KEY}}`,
      "Content-Type": "application/json",
      "Accept-Language": "id",
    }},
    body: JSON.stringify({{ url: found[0] }}),
  }});
  const answer = await response.json();
  return answer.success ? answer.data.short_url : answer.message;
}}"""


def recipes(url: str) -> dict[str, str]:
    """A shop's backend (Python) and a chat bot (Node) that make links at `url`."""
    return {"shop": SHOP.format(url=url), "bot": BOT.format(url=url)}
