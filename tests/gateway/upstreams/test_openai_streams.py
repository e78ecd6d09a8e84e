"""What of a streamed piece counts as delivered: text, arguments and reasoning, each once."""

from typing import Any

import pytest

from app.gateway.upstreams.openai_streams import characters


@pytest.mark.parametrize(
    "delta, count",
    [
        ({"role": "assistant", "content": ""}, 0),
        ({"content": "é😀"}, 2),
        ({"content": None, "refusal": "no"}, 2),
        ({"reasoning_content": "think"}, 5),
        ({"reasoning": "think", "reasoning_content": "think", "reasoning_details": [{"text": "think"}]}, 5),
        ({"tool_calls": [{"index": 0, "id": "call_1", "function": {"name": "ab", "arguments": "{}"}}]}, 4),
        ({"tool_calls": [{"index": 0, "function": {"arguments": None}}, None, 7]}, 0),
        ({"function_call": {"name": "ab", "arguments": "cd"}}, 4),
        ({"audio": {"transcript": "hello", "data": "AAAA"}}, 5),
        (None, 0),
        ([], 0),
    ],
)
def test_the_characters_of_a_piece_are_counted(delta: Any, count: int) -> None:
    assert characters(delta) == count
