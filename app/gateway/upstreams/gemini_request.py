"""Turns a request of `/chat/completions` into one of Google's generateContent (types: `google-genai` 3.6).

Results of tools are named by the function that was called. Signatures of thoughts travel in `extra_content` of calls,
as in Google's own endpoint for OpenAI's API; Gemini 3 refuses calls without one, so histories of other models get the
word that Google has for them. `reasoning_effort` is a level since Gemini 3, a budget for 2.5. Sampling parameters were
deprecated with 3.6 and are not sent to models since.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable

from app.gateway.upstreams.adapter import Json, Target
from app.gateway.upstreams.chat_request import (
    ASSISTANT,
    TOOL,
    Media,
    Message,
    Text,
    Tool,
    ToolCall,
    read_effort,
    read_max_tokens,
    read_messages,
    read_response_format,
    read_stop,
    read_tool_choice,
    read_tools,
    split_system,
)
from app.gateway.upstreams.model_version import version_in
from app.gateway.upstreams.request_values import invalid, read_count, read_list, read_number, refuse_fields

MOST_CHOICES = 8
VERSION = re.compile(r"gemini-(\d{1,2})(?:\.(\d{1,2}))?(?!\d)")
UNSIGNED = "skip_thought_signature_validator"  # https://ai.google.dev/gemini-api/docs/thought-signatures
BUDGETS = {"none": 0, "minimal": 1024, "low": 1024, "medium": 8192}  # the rest has the highest
HIGHEST_BUDGET = 24_576
LEVELS = {"none": "minimal", "minimal": "minimal", "low": "low", "medium": "medium"}
MODES = {"auto": "AUTO", "none": "NONE", "required": "ANY", "function": "ANY"}
REFUSED = {"audio": "sound", "logprobs": "'logprobs'", "prediction": "'prediction'", "web_search_options": "searching"}


def content_request(target: Target, body: Json) -> Json:
    """Returns the body for `:generateContent`. Raises UpstreamError for what Gemini's API has no word for."""
    refuse_fields(body, REFUSED)
    instructions, talk = split_system(read_messages(body))
    system = [part for message in instructions for part in _parts(message.parts)]
    contents = _contents(talk, model_version(target.model))
    request = {
        "contents": contents,
        "systemInstruction": {"parts": system} if system else None,
        "generationConfig": _config(body, target),
    }
    return {name: value for name, value in request.items() if value} | _tools(body)


def choices_wanted(body: Json) -> int:
    """Returns the `n` of a request, 1 where it does not say. Raises UpstreamError beyond MOST_CHOICES."""
    return read_count(body, "n", 1, MOST_CHOICES) or 1


def model_version(model: str) -> tuple[int, int]:
    """Returns the version in the name of a Gemini model; a high one for those without, (0, 0) for other models."""
    return version_in(model, "gemini", VERSION)


def file_part(media_type: str, data: str) -> Json:
    """Returns a part that holds a file in Base64."""
    return {"inlineData": {"mimeType": media_type, "data": data}}


def _contents(messages: list[Message], version: tuple[int, int]) -> list[Json]:
    """Returns the turns of a conversation; neighbours of the same role are one, and empty ones none."""
    names = {call.id: call.name for message in messages for call in message.calls}
    contents: list[Json] = []
    for message in messages:
        role = "model" if message.role == ASSISTANT else "user"
        if message.role == TOOL:
            parts = [
                _result(message, names.get(message.call_id, message.call_id)),
                *(_file(part) for part in message.parts if isinstance(part, Media)),
            ]
        else:
            parts = [*_parts(message.parts), *_calls(message.calls, version)]
        if contents and contents[-1]["role"] == role:
            contents[-1]["parts"] += parts
        elif parts:
            contents.append({"role": role, "parts": parts})
    if not contents:
        raise invalid("'messages' must have a message that is not empty.", "messages")
    return contents


def _parts(parts: Iterable[Text | Media]) -> list[Json]:
    """Returns texts and files in their order; empty texts are left out."""
    written = [_file(part) if isinstance(part, Media) else {"text": part.text} for part in parts]
    return [part for part in written if part.get("text") != ""]


def _file(part: Media) -> Json:
    """Returns a picture or a document; one with an address is fetched by Google."""
    if part.data:
        return file_part(part.media_type, part.data)
    guessed = mimetypes.guess_type(part.url.partition("?")[0])[0]
    return {"fileData": {"fileUri": part.url, "mimeType": guessed or "image/jpeg"}}


def _result(message: Message, name: str) -> Json:
    """Returns what a tool answered."""
    return {"functionResponse": {"id": message.call_id, "name": name, "response": {"output": message.text}}}


def _calls(calls: tuple[ToolCall, ...], version: tuple[int, int]) -> list[Json]:
    """Returns the calls that the model made; of several at once, the first one has the signature."""
    parts: list[Json] = []
    for call in calls:
        part: Json = {"functionCall": {"id": call.id, "name": call.name, "args": call.arguments}}
        signature = _signature(call.extras)
        if signature or (version >= (3, 0) and not parts):
            part["thoughtSignature"] = signature or UNSIGNED
        parts.append(part)
    return parts


def _signature(extras: Json) -> str:
    """Returns the signature that a client sent back with a call; empty without one."""
    extra = extras.get("extra_content")
    google = extra.get("google") if isinstance(extra, dict) else None
    signature = google.get("thought_signature") if isinstance(google, dict) else None
    return signature if isinstance(signature, str) else ""


def _config(body: Json, target: Target) -> Json:
    """Returns the `generationConfig` of a request."""
    version, choices = model_version(target.model), choices_wanted(body)
    config = {
        "maxOutputTokens": read_max_tokens(body, target.max_output) or target.max_output or None,
        "stopSequences": read_stop(body) or None,
        "candidateCount": choices if choices > 1 else None,
        "seed": read_count(body, "seed", -(2**31), 2**31 - 1),
        "presencePenalty": read_number(body, "presence_penalty", -2, 2) or None,
        "frequencyPenalty": read_number(body, "frequency_penalty", -2, 2) or None,
        "responseModalities": [str(each).upper() for each in read_list(body, "modalities")] or None,
        "thinkingConfig": _thinking(read_effort(body), version),
    }
    sampling = {
        "temperature": read_number(body, "temperature", 0, 2),
        "topP": read_number(body, "top_p", 0, 1),
        "topK": read_count(body, "top_k"),
    }
    whole = config | (sampling if version < (3, 6) else {}) | _form(body)
    return {name: value for name, value in whole.items() if value is not None}


def _form(body: Json) -> Json:
    """Returns the fields that ask for JSON and name its schema; none where the answer is a text."""
    form, schema = read_response_format(body)
    if form == "text":
        return {}
    return {"responseMimeType": "application/json"} | ({"responseJsonSchema": schema} if schema else {})


def _thinking(effort: str, version: tuple[int, int]) -> Json | None:
    """Returns how much the model shall think; models before 2.5 do not think."""
    if not effort or version < (2, 5):
        return None
    shown: Json = {"includeThoughts": True} if effort != "none" else {}
    if version >= (3, 0):
        return shown | {"thinkingLevel": LEVELS.get(effort, "high")}
    return shown | {"thinkingBudget": BUDGETS.get(effort, HIGHEST_BUDGET)}


def _tools(body: Json) -> Json:
    """Returns the tools and their choice."""
    tools, (mode, name) = read_tools(body), read_tool_choice(body)
    if not tools:
        return {}
    chosen: Json = {"mode": MODES[mode]} if mode else {}
    chosen |= {"allowedFunctionNames": [name]} if name else {}
    config = {"toolConfig": {"functionCallingConfig": chosen}} if chosen else {}
    return {"tools": [{"functionDeclarations": [_declaration(tool) for tool in tools]}], **config}


def _declaration(tool: Tool) -> Json:
    """Returns a function; one without parameters has no schema."""
    described = {"description": tool.description} if tool.description else {}
    schema = {"parametersJsonSchema": tool.parameters} if tool.parameters.get("properties") else {}
    return {"name": tool.name, **described, **schema}
