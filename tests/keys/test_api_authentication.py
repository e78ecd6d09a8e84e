"""Which requests the API knows the key of."""

import pytest
from werkzeug.datastructures import Headers

from app.accounts.models import Account
from app.keys.models import ApiKey
from tests import world
from tests.client import Browser


@pytest.mark.parametrize("second", ["Bearer kliqs_sk_live_other", "Basic eDp5", "", "the same"])
@pytest.mark.parametrize("path", ["/api/v1/me", "/api/v1/links"])
async def test_a_request_with_two_authorization_headers_is_refused_whichever_of_them_is_right(
    visitor: Browser, dewi: Account, path: str, second: str
) -> None:
    key = f"Bearer {await world.key_of(dewi)}"
    for pair in ((key, second), (second, key)):
        headers = Headers([("Authorization", key if one == "the same" else one) for one in pair])
        response = await visitor.get(path, headers=headers)
        answer = await response.get_json()
        assert (response.status_code, answer["error"]) == (401, "UNAUTHORIZED")
        assert answer["message"] == "Send one Authorization header, not several."
    assert not (await ApiKey.get(account=dewi)).last_used_at
    assert (await visitor.get(path, headers={"Authorization": key})).status_code == 200
