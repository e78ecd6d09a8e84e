"""Complete programs for two common needs, with this installation's own API URL."""

import json

BODY = {"url": "https://toko.example/products/8f3f", "slug": "produk-8f3f", "title": "Sepatu lari, ukuran 40"}

SHOP = """import json, os, random, time, urllib.error, urllib.request

def shorten(url, slug, title, tries=5):
    request = urllib.request.Request(
        "{url}",
        data=json.dumps({{"url": url, "slug": slug, "title": title}}).encode(),
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
                return shorten(url, None, title, tries)
            if error.code < 500 or attempt == tries - 1:
                raise
        time.sleep(2**attempt + random.random())

def on_product_created(product):
    url = f"https://toko.example/products/{{product.id}}"
    product.short_url = shorten(url, f"produk-{{product.sku}}", product.name)
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


def render_programs(url: str) -> dict[str, str]:
    """Returns programs that create links at `url`: a shop's request `body`, its backend `shop` (Python) and a chat
    `bot` (Node).
    """
    return {"body": json.dumps(BODY, indent=2), "shop": SHOP.format(url=url), "bot": BOT.format(url=url)}
