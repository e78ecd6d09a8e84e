"""What is made of the documentation for the first time takes long. It is made in threads, so that no redirect waits."""

import threading
from types import ModuleType
from typing import Any

import pytest

from app.docs import catalogue, guides, reference_pages, search, views
from tests.client import Browser


@pytest.mark.parametrize(
    ("address", "module", "name"),
    [
        ("/docs/", guides, "guide_title"),
        ("/docs/quick-start", guides, "read_guide"),
        ("/docs/api/links", reference_pages, "operation_entries"),
        ("/docs/search?q=kopi", search, "split_page"),
        ("/api/v1/openapi.json", reference_pages, "localized_openapi_document"),
        ("/v1/kliqs/openapi.json", views, "gateway_document"),
    ],
)
async def test_nobody_waits_for_a_part_of_the_documentation(
    visitor: Browser, monkeypatch: pytest.MonkeyPatch, address: str, module: ModuleType, name: str
) -> None:
    make, threads = getattr(module, name), set[threading.Thread]()

    def noted(*values: Any, **named: Any) -> Any:
        threads.add(threading.current_thread())
        return make(*values, **named)

    monkeypatch.setattr(module, name, noted)
    monkeypatch.setattr(search, "_parts_by_language", {})
    monkeypatch.setattr(catalogue, "offered_slugs", lambda: ["quick-start", "api/links"])
    assert (await visitor.get(address)).status_code == 200
    assert threads and threading.main_thread() not in threads
