"""A bucket that is away, slow or refuses says so in time; addresses are signed as the library signs them."""

import os
import signal
import socket
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import obstore
import pytest

from app.kernel import object_storage
from app.kernel.file_storage import Download, StorageRefuses, StorageUnavailable
from app.kernel.object_storage import ObjectStorage
from app.kernel.s3_signing import sign_url
from app.kernel.storage_settings import Bucket
from tests.conftest import Clock
from tests.object_server import CREDENTIALS, ObjectServer, answering

KEY = "media/ab/ab12.webp"
FORBIDDEN = (
    "<Error><Code>InvalidAccessKeyId</Code><Message>No such key</Message>"
    f"<AWSAccessKeyId>{CREDENTIALS.key}</AWSAccessKeyId></Error>"
)


def at(port: int, tmp_path: Path) -> ObjectStorage:
    return ObjectStorage(Bucket.parse(f"s3://bucket/kliqs?endpoint=http://127.0.0.1:{port}"), CREDENTIALS, tmp_path)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(object_storage, "REQUEST", timedelta(milliseconds=200))
    monkeypatch.setattr(object_storage, "ALL_TRIES", timedelta(milliseconds=200))


def every_way_to_fail(storage: ObjectStorage) -> list[StorageUnavailable]:
    faults = []
    for method in (
        storage.read,
        storage.open,
        storage.find,
        storage.delete,
        storage.touch,
        lambda key: storage.write(key, b""),
        lambda key: [*storage.list(key)],
    ):
        with pytest.raises(StorageUnavailable) as fault:
            method(KEY)
        faults.append(fault.value)
    return faults


def test_a_server_that_is_gone_is_unavailable(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert {str(fault) for fault in every_way_to_fail(at(port, tmp_path))} == {"The storage of files does not answer."}


def test_a_server_that_takes_the_connection_and_says_nothing_is_unavailable(tmp_path: Path, impatient: None) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        every_way_to_fail(at(silent.getsockname()[1], tmp_path))


@pytest.mark.parametrize("status", [401, 403])
def test_refused_credentials_are_told_without_naming_them(tmp_path: Path, status: int) -> None:
    with answering(status, FORBIDDEN) as port:
        for fault in every_way_to_fail(at(port, tmp_path)):
            assert isinstance(fault, StorageRefuses) and "refuses the credentials" in str(fault)
            assert CREDENTIALS.key not in repr(fault) and CREDENTIALS.secret not in repr(fault)
            assert fault.__cause__ is None and fault.__suppress_context__


def test_an_error_of_the_server_is_unavailable(tmp_path: Path) -> None:
    with answering(500, "<Error><Code>InternalError</Code></Error>") as port:
        assert "InternalError" in str(every_way_to_fail(at(port, tmp_path))[0])


def test_a_frozen_server_is_unavailable_and_answers_again_when_it_goes_on(
    object_server: ObjectServer, tmp_path: Path, impatient: None
) -> None:
    storage = object_server.storage(tmp_path)
    storage.write(KEY, b"x")
    os.kill(object_server.process.pid, signal.SIGSTOP)
    try:
        with pytest.raises(StorageUnavailable):
            storage.read(KEY)
    finally:
        os.kill(object_server.process.pid, signal.SIGCONT)
    assert storage.read(KEY) == b"x"


def test_what_is_printed_of_a_storage_names_no_credentials(object_server: ObjectServer, tmp_path: Path) -> None:
    storage = object_server.storage(tmp_path)
    assert storage.title.startswith("s3://bucket-") and storage.title.endswith("/kliqs")
    assert CREDENTIALS.secret not in f"{storage!r} {storage.title} {storage.bucket}"


def test_a_signed_address_leads_to_the_file_with_its_name(object_server: ObjectServer, tmp_path: Path) -> None:
    storage = object_server.storage(tmp_path)
    storage.write("exports/1.zip", b"an export")
    url = storage.signed_url("exports/1.zip", 300, Download("application/zip", "kliqs-export.zip"))
    assert url is not None and parse_qs(urlsplit(url).query)["X-Amz-Expires"] == ["300"]
    with urlopen(url) as answer:
        assert answer.read() == b"an export"
        assert answer.headers["Content-Disposition"] == 'attachment; filename="kliqs-export.zip"'
        assert answer.headers["Content-Type"] == "application/zip"


def test_an_address_is_signed_as_the_library_signs_it(
    object_server: ObjectServer, tmp_path: Path, moved: Clock
) -> None:
    storage = object_server.storage(tmp_path)
    theirs = obstore.sign(storage._store, "GET", KEY, timedelta(seconds=60))
    signed_at = parse_qs(urlsplit(theirs).query)["X-Amz-Date"][0]
    moved.to(moved.now.strptime(signed_at, "%Y%m%dT%H%M%SZ"))
    url = urlsplit(theirs)._replace(query="").geturl()
    assert sign_url(url, storage.bucket.region, CREDENTIALS, moved.now, 60, {}) == theirs


def test_where_browsers_do_not_reach_the_bucket_there_are_no_addresses(tmp_path: Path) -> None:
    download = Download("application/zip", "a.zip")
    assert at(9, tmp_path).signed_url("exports/1.zip", 60, download) is None
    of_role = ObjectStorage(Bucket.parse("s3://bucket"), None, tmp_path)
    assert of_role.signed_url("exports/1.zip", 60, download) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://bucket/prefix",
        "s3://",
        "s3://Bucket",
        "s3://key:secret@bucket/prefix",
        "s3://bucket/../up",
        "s3://bucket?endpoint=s3.example.com",
        "s3://bucket?endpoint=https://user:secret@s3.example.com",
        "s3://bucket?region=a+b",
        "s3://bucket?secret=hush",
    ],
)
def test_an_address_that_cannot_be_one_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"give|option|origins|region"):
        Bucket.parse(url)


def test_a_bucket_of_aws_needs_no_endpoint() -> None:
    assert Bucket.parse("s3://bucket/a/b?region=ap-southeast-3") == Bucket(
        "bucket", "a/b", "", "https://s3.ap-southeast-3.amazonaws.com", "ap-southeast-3"
    )
