"""At each stand-in a browser that opens the page of consent comes back with a code, or with the refusal."""

from urllib.parse import parse_qs, urlencode, urlsplit

import aiohttp
import pytest

from tests.networks.linkedin import LinkedInStandIn
from tests.networks.mastodon import MastodonStandIn
from tests.networks.stand_in import served
from tests.networks.x import XStandIn

BACK = "https://kliqs.test/publish/oauth/callback"
PATHS = {
    XStandIn: "/i/oauth2/authorize",
    LinkedInStandIn: "/oauth/v2/authorization",
    MastodonStandIn: "/oauth/authorize",
}


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("denies", [False, True])
async def test_a_browser_comes_back_from_the_page_of_consent(
    kind: type[XStandIn | LinkedInStandIn | MastodonStandIn], denies: bool
) -> None:
    with served(kind()) as network:
        network.oauth.denies = denies
        async with aiohttp.ClientSession() as session:
            client_id = network.client_id
            if isinstance(network, MastodonStandIn):
                app = {"client_name": "Kliqs", "redirect_uris": BACK, "scopes": "read write"}
                async with session.post(f"{network.origin}/api/v1/apps", data=app) as response:
                    client_id = (await response.json())["client_id"]
            query = {"response_type": "code", "client_id": client_id, "redirect_uri": BACK, "state": "s t/+"}
            query |= {"scope": "read write", "code_challenge": "c" * 43, "code_challenge_method": "S256"}
            url = f"{network.origin}{PATHS[kind]}?{urlencode(query)}"
            async with session.get(url, allow_redirects=False) as response:
                assert response.status == 302
                back = urlsplit(response.headers["Location"])
    answer = parse_qs(back.query)
    assert f"{back.scheme}://{back.netloc}{back.path}" == BACK and answer["state"] == ["s t/+"]
    assert ("error" in answer) is denies and ("code" in answer) is not denies
