"""The official client of X works with the stand-in as it is, so the stand-in answers as X does."""

import base64
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.networks.files import File, content_of
from tests.networks.stand_in import served
from tests.networks.x import XStandIn
from tests.publishing.networks.test_x import BACK

pytestmark = [
    pytest.mark.slow,  # importing all of the client takes seconds
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::pydantic.warnings.PydanticDeprecatedSince20"),
]
SCOPES = ["tweet.read", "tweet.write", "users.read", "media.write", "offline.access"]


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[XStandIn]:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")  # its library of OAuth takes only https otherwise
    with served(XStandIn()) as stand_in:
        yield stand_in


def connected(network: XStandIn) -> Any:
    from xdk import Client
    from xdk.oauth2_auth import OAuth2PKCEAuth

    auth = OAuth2PKCEAuth(
        base_url=network.origin,
        authorization_base_url=f"{network.origin}/i",
        client_id=network.client_id,
        client_secret=network.client_secret,
        redirect_uri=BACK,
        scope=SCOPES,
    )
    back = network.oauth.visit(auth.get_authorization_url(state="s"))
    token = auth.exchange_code(parse_qs(urlsplit(back).query)["code"][0])
    assert auth.refresh_token()["access_token"] != token["access_token"]
    return Client(base_url=network.origin, access_token=auth.access_token)


def test_the_official_client_signs_in_uploads_posts_and_reads(network: XStandIn) -> None:
    client = connected(network)
    me = client.users.get_me(user_fields=["profile_image_url"]).data
    assert me.username == "sari_kopi"
    file = File("video/mp4", 5000)
    begun = client.media.initialize_upload(
        body={"media_type": "video/mp4", "total_bytes": file.size, "media_category": "tweet_video"}
    )
    for index, first in enumerate((0, 3000)):
        piece = content_of("video/mp4", file.size, first, 3000)
        body = {"media": base64.b64encode(piece).decode(), "segment_index": index}
        client.media.append_upload(begun.data.id, body=body)
    assert client.media.finalize_upload(begun.data.id).data.processing_info.state == "pending"
    assert client.media.get_upload_status(begun.data.id, command="STATUS").data.processing_info.state == "succeeded"
    posted = client.posts.create(body={"text": "Film", "media": {"media_ids": [begun.data.id]}}).data
    [page] = client.users.get_posts(me.id, max_results=5)
    assert [post.id for post in page.data] == [posted.id] and network.uploads[begun.data.id].digest == file.digest
