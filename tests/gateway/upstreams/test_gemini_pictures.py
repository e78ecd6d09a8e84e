"""How many pictures of Google's a request wants, and of which size."""

from typing import Any

import pytest

from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.gemini_pictures import picture_request, pictures_wanted


@pytest.mark.parametrize("n", ["00100000", "11", "0", "1.0", "-1", 11, True, [1]])
def test_no_number_of_pictures_beyond_ten_is_drawn(n: Any) -> None:
    with pytest.raises(UpstreamError) as refused:
        pictures_wanted({"n": n})
    assert refused.value.param == "n"


@pytest.mark.parametrize("size", ["0x100", "100x000", "1x1", "axb", "1024", 7])
def test_a_size_of_a_picture_is_a_width_and_a_height(size: Any) -> None:
    with pytest.raises(UpstreamError) as refused:
        picture_request({"prompt": "A cat", "size": size}, [])
    assert refused.value.param == "size"
