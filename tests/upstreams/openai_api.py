"""A stand-in of OpenAI's API: it takes what the real one takes, refuses what it refuses, and answers what was written.

Chat: the answer is `You wrote: <the last message>`, a call of the first tool where tools are offered and none has
answered yet, or a JSON object where one is wanted. A word is a token. `usage` replaces what it says of usage: a dict,
None for null, or MISSING. With `strict`, parameters that OpenAI does not know are refused, as OpenAI does. With
`lists_models_bare` the list of models has no object around it, as at Together. With `says_nothing` chats are empty.
With `stops_videos` a video is deleted while it is made, as others do that speak this API.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

from aiohttp import web

from tests.networks.stand_in import parts_of
from tests.upstreams.upstream import Fault, Form, Upstream, frame_of

MISSING = object()
CREATED = 1_764_000_000
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
MP4 = b"\0\0\0\x18ftypmp42" + b"\0" * 4096
MODELS = ("chat-1", "chat-2", "embed-1", "image-1", "video-1")
SIZES = ("720x1280", "1280x720", "1024x1792", "1792x1024")  # of videos (openai 3.52, VideoSize)
ROLES = {"system", "developer", "user", "assistant", "tool", "function"}
CHAT_FIELDS = """model messages stream stream_options temperature top_p n stop max_tokens max_completion_tokens
presence_penalty frequency_penalty logit_bias logprobs top_logprobs user safety_identifier tools tool_choice
parallel_tool_calls response_format seed reasoning_effort metadata store service_tier modalities audio prediction
verbosity functions function_call prompt_cache_key web_search_options"""


class Refused(Exception):
    """The API refuses a request."""

    def __init__(self, status: int, message: str, code: str | None = None, param: str | None = None) -> None:
        self.status = status
        kind = "invalid_request_error" if status < 500 and status != 429 else "server_error"
        self.body = {"error": {"message": message, "type": kind, "param": param, "code": code}}


class OpenAIApi(Upstream):
    """OpenAI's API. `polls` is how many times a video is said to be in progress."""

    def __init__(self) -> None:
        super().__init__()
        self.usage: Any = ...
        self.strict = self.lists_models_bare = self.says_nothing = self.stops_videos = False
        self.videos: dict[str, dict[str, Any]] = {}
        self.forms: list[Form] = []
        self.polls = 1
        self._ids = count(1)

    @property
    def base_url(self) -> str:
        """Where the API is."""
        return f"{self.origin}/v1"

    def refuse(self, status: int) -> web.Response:
        """The refusal with a status."""
        code = {401: "invalid_api_key", 404: "model_not_found", 429: "rate_limit_exceeded"}.get(status)
        message = f"It was refused for the organization org-4f8Zk2LmQx71abcd with {self.credential}."
        return web.json_response(Refused(status, message, code).body, status=status)

    async def respond(self, request: web.Request, body: bytes, fault: Fault | None) -> web.StreamResponse:
        """Answers a request, or says why not."""
        try:
            if request.headers.get("Authorization") != f"Bearer {self.credential}":
                raise Refused(401, f"Incorrect API key provided: {self.credential}.", "invalid_api_key")
            return await self._answer(request, body, fault)
        except Refused as refused:
            return web.json_response(refused.body, status=refused.status)

    async def _answer(self, request: web.Request, body: bytes, fault: Fault | None) -> web.StreamResponse:
        path = request.path.removeprefix("/v1")
        if path.startswith("/videos"):
            return self._video(request, path.split("/")[2:], body)
        if request.method == "GET" and path == "/models":
            rows = [{"id": name, "object": "model", "created": CREATED, "owned_by": "openai"} for name in MODELS]
            return web.json_response(rows if self.lists_models_bare else {"object": "list", "data": rows})
        if request.method == "POST" and path == "/images/edits":
            return self._images(*self._edit(request, body))
        handlers: dict[str, Callable[[web.Request, dict[str, Any], Fault | None], Any]] = {
            "/chat/completions": self._chat,
            "/responses": self._respond,
            "/embeddings": self._embed,
            "/images/generations": self._generate,
        }
        if request.method != "POST" or path not in handlers:
            raise Refused(404, f"Invalid URL ({request.method} {request.path})")
        answered: web.StreamResponse = await handlers[path](request, _object(request, body), fault)
        return answered

    async def _chat(self, request: web.Request, body: dict[str, Any], fault: Fault | None) -> web.StreamResponse:
        _check_chat(body, self.strict)
        call, text = _tool_call(body), "" if self.says_nothing else _answer_to(body)
        words = [] if call else _cut(text)
        usage = self._usage(_words(body["messages"]), len(words) or 9)
        common = {"id": f"chatcmpl-{next(self._ids)}", "created": CREATED, "model": f"{body['model']}-2026-01-01"}
        reason, n = ("tool_calls" if call else "length" if _is_short(body) else "stop"), body.get("n") or 1
        if not body.get("stream"):
            message: dict[str, Any] = {"role": "assistant", "content": None if call else text, "refusal": None}
            message |= {"tool_calls": [call]} if call else {}
            choices = [{"index": i, "message": message, "finish_reason": reason, "logprobs": None} for i in range(n)]
            return web.json_response({**common, "object": "chat.completion", "choices": choices, **usage})
        chunks = []
        for index in range(n):
            deltas: list[dict[str, Any]] = [{"role": "assistant", "content": "" if not call else None}]
            deltas += _call_deltas(call) if call else [{"content": word} for word in words]
            chunks += [_choice(index, delta, None) for delta in deltas] + [_choice(index, {}, reason)]
        asked = (body.get("stream_options") or {}).get("include_usage")
        frames: list[dict[str, Any]] = [{"choices": [chunk], **({"usage": None} if asked else {})} for chunk in chunks]
        if asked and usage:
            frames.append({"choices": [], **usage})
        whole = [frame_of({**common, "object": "chat.completion.chunk", **frame}) for frame in frames]
        return await self.stream(request, whole, b"data: [DONE]", fault)

    async def _respond(self, request: web.Request, body: dict[str, Any], fault: Fault | None) -> web.StreamResponse:
        _check_model(body)
        if not isinstance(body.get("input"), str | list) or not body["input"]:
            raise Refused(400, "Missing required parameter: 'input'.", "missing_required_parameter", "input")
        if "messages" in body:
            raise Refused(400, "Unsupported parameter: 'messages'.", "unsupported_parameter", "messages")
        text = f"You wrote: {_last_text(body['input'])}"
        words = _cut(text)
        part = {"type": "output_text", "text": text, "annotations": []}
        item = {"id": "msg_1", "type": "message", "role": "assistant", "status": "completed", "content": [part]}
        usage: dict[str, Any] = {"input_tokens": 5, "output_tokens": len(words), "total_tokens": 5 + len(words)}
        usage |= {"input_tokens_details": {"cached_tokens": 2}, "output_tokens_details": {"reasoning_tokens": 1}}
        whole = {"id": f"resp_{next(self._ids)}", "object": "response", "created_at": CREATED, "model": body["model"]}
        whole |= {"error": None, "parallel_tool_calls": True, "tool_choice": "auto", "tools": []}
        begun = {**whole, "status": "in_progress", "output": [], "usage": None}
        done = {**whole, "status": "completed", "output": [item], **self._said(usage)}
        if not body.get("stream"):
            return web.json_response(done)
        events = _events_of(begun, done, item, part, words)
        frames = [frame_of({**event, "sequence_number": i}, event["type"]) for i, event in enumerate(events)]
        return await self.stream(request, frames, b"", fault)

    async def _embed(self, _request: web.Request, body: dict[str, Any], _fault: Fault | None) -> web.Response:
        _check_model(body)
        texts = [body["input"]] if isinstance(body.get("input"), str) else body.get("input")
        if not isinstance(texts, list) or not texts or len(texts) > 2048:
            raise Refused(400, "'$.input' is invalid.", None, "input")
        vector: Any = [0.25, -0.5, 1.0]
        if body.get("encoding_format") == "base64":
            vector = base64.b64encode(b"\0\0\x80>\0\0\0\xbf\0\0\x80?").decode()
        rows = [{"object": "embedding", "index": i, "embedding": vector} for i in range(len(texts))]
        tokens = sum(len(str(text).split()) for text in texts)
        usage = self._said({"prompt_tokens": tokens, "total_tokens": tokens})
        return web.json_response({"object": "list", "data": rows, "model": body["model"], **usage})

    async def _generate(self, _request: web.Request, body: dict[str, Any], _fault: Fault | None) -> web.Response:
        return self._images(body, 0)

    def _images(self, body: Mapping[str, Any], pictures: int) -> web.Response:
        _check_model(body)
        if not body.get("prompt"):
            raise Refused(400, "Missing required parameter: 'prompt'.", "missing_required_parameter", "prompt")
        n = body.get("n") or 1
        if pictures and isinstance(n, str) and n.isdecimal():  # in a form, numbers are texts
            n = int(n)
        if not isinstance(n, int) or isinstance(n, bool):
            raise Refused(400, "Invalid type for 'n': expected an integer.", "invalid_type", "n")
        if not 1 <= n <= 10:
            raise Refused(400, "Invalid 'n': it must be from 1 to 10.", "integer_above_max_value", "n")
        if "response_format" in body:
            raise Refused(400, "Unknown parameter: 'response_format'.", "unknown_parameter", "response_format")
        data = [{"b64_json": base64.b64encode(PNG).decode()} for _ in range(n)]
        words = len(str(body["prompt"]).split())
        usage = {"input_tokens": words + 100 * pictures, "output_tokens": 1056 * n}
        usage["total_tokens"] = usage["input_tokens"] + usage["output_tokens"]
        details = {"input_tokens_details": {"text_tokens": words, "image_tokens": 100 * pictures}}
        return web.json_response({"created": CREATED, "data": data, **self._said(usage | details)})

    def _edit(self, request: web.Request, body: bytes) -> tuple[dict[str, str], int]:
        form = self._form(request, body)
        pictures = [file for name in ("image", "image[]") for file in form.files.get(name, [])]
        if not pictures or any(kind not in {"image/png", "image/jpeg", "image/webp"} for _, kind, _ in pictures):
            raise Refused(400, "Invalid file 'image': unsupported mimetype.", "unsupported_file_mimetype", "image")
        return form.fields, len(pictures)

    def _form(self, request: web.Request, body: bytes) -> Form:
        if not request.headers.get("Content-Type", "").startswith("multipart/form-data"):
            raise Refused(400, "Invalid content type: it must be multipart/form-data.")
        form = Form()
        for part in parts_of(request, body):
            if part.filename:
                form.files.setdefault(part.name, []).append((part.filename, part.content_type, part.data))
            else:
                form.fields[part.name] = part.data.decode()
        self.forms.append(form)
        return form

    def _video(self, request: web.Request, rest: list[str], body: bytes) -> web.Response:
        if not rest:
            if request.method != "POST":
                raise Refused(405, "Method not allowed.")
            form = self._form(request, body)
            _check_model(form.fields)
            return self._begin_video(form.fields["model"], form.fields)
        video = self.videos.get(rest[0])
        if video is None:
            raise Refused(404, f"Video with id '{rest[0]}' not found.")
        if rest[1:] == ["remix"] and request.method == "POST":
            return self._begin_video(video["model"], _object(request, body), remixed=rest[0])
        if rest[1:] == ["content"] and request.method == "GET":
            if video["status"] != "completed":
                raise Refused(404, "Video is not ready yet, use GET /v1/videos/{video_id} to check status.")
            if request.query.get("variant", "video") == "thumbnail":
                return web.Response(body=PNG, content_type="image/webp")
            return web.Response(body=MP4, content_type="video/mp4")
        if request.method == "DELETE":
            if video["status"] in {"queued", "in_progress"} and not self.stops_videos:
                raise Refused(400, "Only a completed or failed video can be deleted.")
            del self.videos[rest[0]]
            return web.json_response({"id": rest[0], "object": "video.deleted", "deleted": True})
        return web.json_response(self._progress(video))

    def _begin_video(self, model: str, fields: Mapping[str, Any], remixed: str | None = None) -> web.Response:
        if not fields.get("prompt"):
            raise Refused(400, "Missing required parameter: 'prompt'.", "missing_required_parameter", "prompt")
        seconds = fields.get("seconds", "4")
        if seconds not in {"4", "8", "12"}:
            raise Refused(400, f"Invalid value: '{seconds}'.", "invalid_value", "seconds")
        if fields.get("size", SIZES[0]) not in SIZES:
            raise Refused(400, f"Invalid value: '{fields['size']}'.", "invalid_value", "size")
        video: dict[str, Any] = {
            "id": f"video_up{next(self._ids)}",
            "object": "video",
            "model": model,
            "status": "queued",
        }
        video |= {"progress": 0, "created_at": CREATED, "seconds": seconds, "size": fields.get("size", "720x1280")}
        video |= {"error": None, "remixed_from_video_id": remixed, "prompt": fields["prompt"], "polls": 0}
        self.videos[str(video["id"])] = video
        return web.json_response(video)

    def _progress(self, video: dict[str, Any]) -> dict[str, Any]:
        if video["status"] in {"queued", "in_progress"}:
            video["polls"] += 1
            video |= {"status": "in_progress", "progress": min(99, 50 * video["polls"])}
            if video["polls"] > self.polls:
                video |= {"status": "completed", "progress": 100, "completed_at": CREATED + 60}
                if "forbidden" in video["prompt"]:
                    fault = {"code": "moderation_blocked", "message": "Your request was blocked."}
                    video |= {"status": "failed", "error": fault}
        return video

    def _usage(self, sent: int, came: int) -> dict[str, Any]:
        told = {"prompt_tokens": sent, "completion_tokens": came, "total_tokens": sent + came}
        details = {"prompt_tokens_details": {"cached_tokens": sent // 2}}
        return self._said(told | details | {"completion_tokens_details": {"reasoning_tokens": 1}})

    def _said(self, usage: dict[str, Any]) -> dict[str, Any]:
        """What is said of usage: the truth, or what a test wants it to say."""
        if self.usage is MISSING:
            return {}
        return {"usage": usage if self.usage is ... else self.usage}


def _events_of(
    begun: dict[str, Any], done: dict[str, Any], item: dict[str, Any], part: dict[str, Any], words: list[str]
) -> list[dict[str, Any]]:
    """The events of a streamed response in their order."""
    place: dict[str, Any] = {"item_id": item["id"], "output_index": 0, "content_index": 0}
    empty = {**item, "status": "in_progress", "content": []}
    return [
        {"type": "response.created", "response": begun},
        {"type": "response.output_item.added", "output_index": 0, "item": empty},
        {"type": "response.content_part.added", "part": {**part, "text": ""}, **place},
        *({"type": "response.output_text.delta", "delta": word, "logprobs": [], **place} for word in words),
        {"type": "response.output_text.done", "text": part["text"], "logprobs": [], **place},
        {"type": "response.content_part.done", "part": part, **place},
        {"type": "response.output_item.done", "output_index": 0, "item": item},
        {"type": "response.completed", "response": done},
    ]


def _object(request: web.Request, body: bytes) -> dict[str, Any]:
    if request.content_type != "application/json":
        raise Refused(415, "Unsupported content type: it must be application/json.")
    try:
        value = json.loads(body)
    except ValueError:
        raise Refused(400, "We could not parse the JSON body of your request.") from None
    if not isinstance(value, dict):
        raise Refused(400, "The body must be a JSON object.")
    return value


def _check_model(body: Mapping[str, Any]) -> None:
    model = body.get("model")
    if not isinstance(model, str) or not model:
        raise Refused(400, "you must provide a model parameter")
    if model not in MODELS:
        raise Refused(404, f"The model `{model}` does not exist or you do not have access to it.", "model_not_found")


def _check_chat(body: dict[str, Any], strict: bool) -> None:
    _check_model(body)
    if strict and (unknown := sorted(set(body) - set(CHAT_FIELDS.split()))):
        raise Refused(400, f"Unrecognized request argument supplied: {unknown[0]}")
    messages = body.get("messages")
    if not isinstance(messages, list) or not messages:
        raise Refused(400, "Missing required parameter: 'messages'.", "missing_required_parameter", "messages")
    for number, message in enumerate(messages):
        _check_message(number, message, messages)
    _check_answered(messages)
    if "stream_options" in body and not body.get("stream"):
        raise Refused(400, "The 'stream_options' parameter is only allowed when 'stream' is enabled.", None)
    for name, lowest, highest in (("temperature", 0, 2), ("n", 1, 128), ("max_tokens", 1, 128_000)):
        value = body.get(name)
        if value is not None and (not isinstance(value, int | float) or not lowest <= value <= highest):
            raise Refused(400, f"Invalid '{name}': {value!r}.", "invalid_value", name)


def _check_message(number: int, message: Any, messages: list[Any]) -> None:
    if not isinstance(message, dict) or message.get("role") not in ROLES:
        raise Refused(400, "Invalid value for 'role'.", "invalid_value", f"messages[{number}].role")
    if message["role"] == "tool":
        called = [call["id"] for each in messages[:number] for call in each.get("tool_calls") or ()]
        if message.get("tool_call_id") not in called:
            text = "messages with role 'tool' must be a response to a preceding message with 'tool_calls'."
            raise Refused(400, text, None, f"messages.[{number}].role")
    content = message.get("content")
    for part in content if isinstance(content, list) else ():
        if part.get("type") == "image_url":
            url = part["image_url"]["url"]
            if not url.startswith(("https://", "http://", "data:image/")):
                raise Refused(400, "Invalid image URL.", "invalid_image_url", f"messages[{number}].content")
        elif part.get("type") not in {"text", "input_audio", "file", "refusal"}:
            raise Refused(400, "Invalid content part.", "invalid_value", f"messages[{number}].content")


def _check_answered(messages: list[Any]) -> None:
    """Refuses calls of tools that are not answered before anything else is said (quoted in litellm#10083)."""
    for number, message in enumerate(messages):
        wanted = {call["id"] for call in message.get("tool_calls") or ()}
        for following in messages[number + 1 :]:
            if following["role"] != "tool":
                break
            wanted.discard(following.get("tool_call_id"))
        if wanted:
            text = "An assistant message with 'tool_calls' must be followed by tool messages responding to each"
            raise Refused(400, f"{text} 'tool_call_id'.", None, f"messages.[{number}].role")


def _last_text(messages: Any) -> str:
    """The text of the last message, with the number of its pictures."""
    if isinstance(messages, str):
        return messages
    content = messages[-1].get("content") or ""
    if isinstance(content, str):
        return content
    texts = [part["text"] for part in content if part.get("type") in {"text", "input_text"}]
    pictures = sum("image" in part.get("type", "") for part in content)
    return " ".join(texts) + (f" [{pictures} pictures]" if pictures else "")


def _answer_to(body: dict[str, Any]) -> str:
    text = f"You wrote: {_last_text(body['messages'])}"
    if (body.get("response_format") or {}).get("type") in {"json_object", "json_schema"}:
        return json.dumps({"answer": text})
    most = body.get("max_completion_tokens") or body.get("max_tokens")
    return "".join(_cut(text)[:most])


def _is_short(body: dict[str, Any]) -> bool:
    return _answer_to(body) != _answer_to({**body, "max_tokens": None, "max_completion_tokens": None})


def _tool_call(body: dict[str, Any]) -> dict[str, Any] | None:
    """A call of the first tool, with the last message as its only argument."""
    if not body.get("tools") or body.get("tool_choice") == "none" or body["messages"][-1]["role"] == "tool":
        return None
    tool = body["tools"][0]["function"]
    names = [*(tool.get("parameters") or {}).get("properties", {}), "text"]
    arguments = json.dumps({names[0]: _last_text(body["messages"])})
    return {"id": "call_1", "type": "function", "function": {"name": tool["name"], "arguments": arguments}}


def _call_deltas(call: dict[str, Any]) -> list[dict[str, Any]]:
    """The deltas of a call: its name first, its arguments in two pieces."""
    arguments = call["function"]["arguments"]
    first = {**call, "index": 0, "function": {"name": call["function"]["name"], "arguments": ""}}
    halves = (arguments[: len(arguments) // 2], arguments[len(arguments) // 2 :])
    rest = [{"index": 0, "function": {"arguments": half}} for half in halves]
    return [{"tool_calls": [each]} for each in (first, *rest)]


def _choice(index: int, delta: dict[str, Any], reason: str | None) -> dict[str, Any]:
    return {"index": index, "delta": delta, "logprobs": None, "finish_reason": reason}


def _cut(text: str) -> list[str]:
    """A text in words, each with the blank before it."""
    return [(" " if number else "") + word for number, word in enumerate(text.split(" "))]


def _words(messages: list[dict[str, Any]]) -> int:
    return sum(len(str(message.get("content") or "").split()) for message in messages)
