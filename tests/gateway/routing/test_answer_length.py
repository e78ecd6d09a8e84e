"""How much text whole answers hold."""

from app.gateway.routing.answer_length import answer_bytes


def test_text_reasoning_and_calls_of_a_chat_count_and_its_labels_do_not() -> None:
    call = {"id": "call_1", "type": "function", "function": {"name": "look", "arguments": '{"a":1}'}}
    message = {"role": "assistant", "content": "abc", "reasoning_content": "de", "tool_calls": [call]}
    choice = {"index": 0, "message": message, "finish_reason": "tool_calls"}
    assert answer_bytes({"id": "chatcmpl-1", "choices": [choice, choice]}) == 2 * (3 + 2 + 4 + 7)


def test_the_output_of_a_response_counts_with_its_calls() -> None:
    text = {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "abcd"}]}
    thought = {"type": "reasoning", "summary": [{"type": "summary_text", "text": "ef"}]}
    call = {"type": "function_call", "name": "look", "arguments": "{}", "status": "completed"}
    assert answer_bytes({"output": [thought, text, call]}) == 2 + 4 + 6


def test_a_token_is_three_bytes_in_every_script() -> None:
    assert answer_bytes({"choices": [{"message": {"content": "你好é"}}]}) == 8


def test_vectors_pictures_and_what_is_no_answer_have_none() -> None:
    assert answer_bytes({"data": [{"embedding": [0.1], "b64_json": "AAAA"}]}) == 0
    assert answer_bytes({"choices": "many", "output": None}) == 0
