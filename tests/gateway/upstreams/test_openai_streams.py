"""What of a streamed piece counts as delivered: text, arguments and reasoning, each once."""

from typing import Any

import pytest

from app.gateway.upstreams.openai_streams import delta_bytes


@pytest.mark.parametrize(
    "delta, count",
    [
        ({"role": "assistant", "content": ""}, 0),
        ({"content": "é😀"}, 6),
        ({"content": "你好"}, 6),
        ({"content": None, "refusal": "no"}, 2),
        ({"reasoning_content": "think"}, 5),
        ({"reasoning": "think", "reasoning_content": "think", "reasoning_details": [{"text": "think"}]}, 5),
        ({"tool_calls": [{"index": 0, "id": "call_1", "function": {"name": "ab", "arguments": "{}"}}]}, 4),
        ({"tool_calls": [{"index": 0, "function": {"arguments": None}}, None, 7]}, 0),
        ({"tool_calls": [{"index": 0, "type": "custom", "custom": {"name": "ab", "input": "SELECT 1"}}]}, 10),
        ({"function_call": {"name": "ab", "arguments": "cd"}}, 4),
        ({"audio": {"transcript": "hello", "data": "AAAA"}}, 5),
        (None, 0),
        ([], 0),
    ],
)
def test_the_bytes_of_text_in_a_piece_are_counted(delta: Any, count: int) -> None:
    assert delta_bytes(delta) == count
