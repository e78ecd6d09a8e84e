"""Signed addresses of files on an S3 server: AWS Signature Version 4 in the query string.

https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html. The library signs addresses, too, but
without the parameters that say how a browser shall save the file.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote, urlsplit

ALGORITHM, SERVICE = "AWS4-HMAC-SHA256", "s3"


class Credentials(NamedTuple):
    """The credentials for an S3 server; `token` belongs to temporary ones."""

    key: str
    secret: str
    token: str = ""


def sign_url(
    url: str, region: str, credentials: Credentials, now: datetime, seconds: int, parameters: Mapping[str, str]
) -> str:
    """Returns the address of a file with a signature that is valid for some seconds from `now` on, in UTC.

    `url` has neither a query nor escapes; `parameters` are further ones of the query, such as those that override
    headers of the response.
    """
    parts, date = urlsplit(url), f"{now:%Y%m%dT%H%M%SZ}"
    scope = f"{now:%Y%m%d}/{region}/{SERVICE}/aws4_request"
    query = {
        "X-Amz-Algorithm": ALGORITHM,
        "X-Amz-Credential": f"{credentials.key}/{scope}",
        "X-Amz-Date": date,
        "X-Amz-Expires": str(seconds),
        "X-Amz-SignedHeaders": "host",
        **({"X-Amz-Security-Token": credentials.token} if credentials.token else {}),
        **parameters,
    }
    path, encoded = quote(parts.path), "&".join(f"{_quoted(name)}={_quoted(query[name])}" for name in sorted(query))
    request = f"GET\n{path}\n{encoded}\nhost:{parts.netloc}\n\nhost\nUNSIGNED-PAYLOAD"
    signature = _signature(f"{ALGORITHM}\n{date}\n{scope}\n", request, scope, credentials.secret)
    return f"{parts.scheme}://{parts.netloc}{path}?{encoded}&X-Amz-Signature={signature}"


def _signature(before: str, request: str, scope: str, secret: str) -> str:
    """Returns the signature of a canonical request, in hex; the key is derived from the secret part by part."""
    key = f"AWS4{secret}".encode()
    for part in (*scope.split("/"), before + hashlib.sha256(request.encode()).hexdigest()):
        key = hmac.digest(key, part.encode(), "sha256")
    return key.hex()


def _quoted(text: str) -> str:
    """Returns a text with all but unreserved characters escaped."""
    return quote(text, safe="-_.~")
