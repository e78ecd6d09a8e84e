"""A stand-in of Google's Gemini API: it takes what the real one takes, and refuses what it refuses.

The answer is `You wrote: <the last text>`, a call of the first function where functions are offered and the last turn
holds no result, or a JSON object where JSON is wanted; before it a thought where thoughts shall be shown. A word is a
token, a thought is three, and a picture is 100. Half of what was sent is said to be read from a cache. `usage` replaces
what it says of usage: a dict, None for null, or MISSING. It is strict as the real one is: unknown fields, calls without
a signature (Gemini 3), levels for models with budgets and an API key in the wrong place are refused. Pictures are drawn
one at a time. Videos are interactions in the background; `polls` is how many times one is said to be in progress.
"""

from __future__ import annotations

import base64
import json
from itertools import count, pairwise
from typing import Any

from aiohttp import web

from tests.networks.stand_in import parsed
from tests.upstreams.openai_api import MISSING, MP4, PNG
from tests.upstreams.upstream import Fault, Upstream, frame_of

FLASH, OLDER, EMBED = "gemini-3.5-flash", "gemini-2.5-flash", "gemini-embedding-001"
DRAW, OMNI = "gemini-3.1-flash-image", "gemini-omni-1.1-flash"
MODELS = (FLASH, OLDER, EMBED, DRAW, OMNI)
THOUGHT, SIGNATURE, UNSIGNED = "They wrote to me.", "c2lnbmVk", "skip_thought_signature_validator"
STATUSES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
}
FIELDS = {"contents", "systemInstruction", "generationConfig", "tools", "toolConfig", "safetySettings"}
CONFIG = {"maxOutputTokens", "stopSequences", "candidateCount", "seed", "presencePenalty", "frequencyPenalty"}
CONFIG |= {"temperature", "topP", "topK", "responseMimeType", "responseJsonSchema", "thinkingConfig"}
CONFIG |= {"responseModalities", "imageConfig"}
PARTS = {"text", "inlineData", "fileData", "functionCall", "functionResponse"}


class Refused(Exception):
    """The API refuses a request."""

    def __init__(self, status: int, message: str, **details: Any) -> None:
        self.status = status
        error = {"code": status, "message": message, "status": STATUSES.get(status, "UNKNOWN"), **details}
        self.body = {"error": error}


class GeminiApi(Upstream):
    """Google's API. With `redirects` files are at another path, with `inline` videos in the answer, as `encoded`."""

    def __init__(self) -> None:
        super().__init__("AIzaSyA2f9c41d7a85e")
        self.usage: Any = ...
        self.interactions: dict[str, dict[str, Any]] = {}
        self.files: dict[str, bytes] = {}
        self.polls = 1
        self.redirects = True
        self.encoded = base64.b64encode(MP4).decode()
        self.inline = self.repeats_order = False
        self._ids = count(1)

    @property
    def base_url(self) -> str:
        """Where the API is."""
        return f"{self.origin}/v1beta"

    def refuse(self, status: int) -> web.Response:
        """The refusal with a status."""
        retry = {"details": [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "31.5s"}]}
        refused = Refused(status, f"It was refused with {self.credential}.", **(retry if status == 429 else {}))
        return web.json_response(refused.body, status=status)

    async def respond(self, request: web.Request, body: bytes, fault: Fault | None) -> web.StreamResponse:
        """Answers a request, or says why not."""
        try:
            if not (key := request.headers.get("x-goog-api-key")):
                raise Refused(403, "Method doesn't allow unregistered callers (callers without established identity).")
            if key != self.credential:
                raise Refused(400, "API key not valid. Please pass a valid API key.")
            return await self._answer(request, parsed(body), fault)
        except Refused as refused:
            return web.json_response(refused.body, status=refused.status)

    async def _answer(self, request: web.Request, body: dict[str, Any], fault: Fault | None) -> web.StreamResponse:
        path = request.path
        if path == "/v1beta/models" and request.method == "GET":
            return self._models(request)
        if path.startswith("/v1beta/interactions"):
            return self._interaction(request, body, path.removeprefix("/v1beta/interactions").strip("/"))
        if "/files/" in path:
            return self._file(request)
        name, _, verb = path.removeprefix("/v1beta/models/").partition(":")
        if name not in MODELS or request.method != "POST" or name == OMNI:
            raise Refused(404, f"models/{name} is not found for API version v1beta, or is not supported for {verb}.")
        if verb == "batchEmbedContents":
            return self._embed(name, body)
        if verb not in ("generateContent", "streamGenerateContent"):
            raise Refused(404, "Method not found.")
        check(body, name)
        if name == DRAW:
            return web.json_response(self._picture(body))
        whole = self._content(body, name)
        if verb == "generateContent":
            return web.json_response(whole)
        if request.query.get("alt") != "sse":
            raise Refused(400, "The stand-in streams events only.")
        return await self.stream(request, [frame_of(event) for event in _events_of(whole)], b"", fault)

    def _models(self, request: web.Request) -> web.Response:
        """A page of the list, of two models, so that there are several."""
        first = int(request.query.get("pageToken", "0"))
        page: dict[str, Any] = {"models": [{"name": f"models/{name}"} for name in MODELS[first : first + 2]]}
        return web.json_response(page | ({"nextPageToken": str(first + 2)} if first + 2 < len(MODELS) else {}))

    def _said(self, usage: dict[str, Any]) -> dict[str, Any]:
        """What is said of usage: the truth, or what a test wants it to say."""
        if self.usage is MISSING:
            return {}
        return {"usageMetadata": usage if self.usage is ... else self.usage}

    def _content(self, body: dict[str, Any], name: str) -> dict[str, Any]:
        last = body["contents"][-1]["parts"]
        head: dict[str, Any] = {"responseId": f"r{next(self._ids)}", "modelVersion": name}
        sent, pictures = _words(body), _pictures(body)
        usage: dict[str, Any] = {"promptTokenCount": sent + 100 * pictures, "cachedContentTokenCount": sent // 2}
        usage["promptTokensDetails"] = [{"modality": "TEXT", "tokenCount": sent}]
        if pictures:
            usage["promptTokensDetails"].append({"modality": "IMAGE", "tokenCount": 100 * pictures})
        if "forbidden" in text_in(last):
            return {**head, "promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, **self._said(usage)}
        config = body.get("generationConfig") or {}
        parts, used, reason = _parts_of(body, config)
        thinks = bool((config.get("thinkingConfig") or {}).get("includeThoughts"))
        if thinks:
            parts = [{"text": THOUGHT, "thought": True}, *parts]
        choices = config.get("candidateCount", 1)
        usage |= {"candidatesTokenCount": used * choices, **({"thoughtsTokenCount": 3} if thinks else {})}
        usage["totalTokenCount"] = usage["promptTokenCount"] + used * choices + 3 * thinks
        content = {"role": "model", "parts": parts}
        candidates = [{"index": index, "content": content, "finishReason": reason} for index in range(choices)]
        return {**head, "candidates": candidates, **self._said(usage)}

    def _picture(self, body: dict[str, Any]) -> dict[str, Any]:
        if body["generationConfig"].get("responseModalities") != ["IMAGE"]:
            raise Refused(400, "The stand-in draws only where a picture is wanted.")
        parts = body["contents"][-1]["parts"]
        head = {"responseId": f"r{next(self._ids)}", "modelVersion": DRAW}
        if "forbidden" in text_in(parts):
            return {**head, "candidates": [{"index": 0, "finishReason": "IMAGE_SAFETY"}]}
        picture = {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(PNG).decode()}}
        content = {"role": "model", "parts": [{**picture, "thought": True}, picture]}
        words, pictures = _words(body), _pictures(body)
        details = [{"modality": "TEXT", "tokenCount": words}, {"modality": "IMAGE", "tokenCount": 100 * pictures}]
        drawn = [{"modality": "IMAGE", "tokenCount": 1120}]
        usage = {"promptTokenCount": words + 100 * pictures, "promptTokensDetails": details}
        usage |= {"candidatesTokenCount": 1120, "candidatesTokensDetails": drawn}
        return {**head, "candidates": [{"index": 0, "content": content, "finishReason": "STOP"}], **self._said(usage)}

    def _embed(self, name: str, body: dict[str, Any]) -> web.Response:
        requests = body.get("requests")
        if name != EMBED or not isinstance(requests, list) or not 1 <= len(requests) <= 100:
            raise Refused(400, "BatchEmbedContentsRequest.requests: at most 100 requests can be in one batch")
        if any(each.get("model") != f"models/{name}" for each in requests):
            raise Refused(400, "The model in requests must be that of the batch.")
        vectors = [{"values": [0.25, -0.5, 1.0][: each.get("outputDimensionality", 3)]} for each in requests]
        tokens = sum(len(text_in(each["content"]["parts"]).split()) for each in requests)
        return web.json_response({"embeddings": vectors, **self._said({"promptTokenCount": tokens})})

    def _interaction(self, request: web.Request, body: dict[str, Any], id: str) -> web.Response:
        if request.method == "POST" and not id:
            return web.json_response(self._begin(body))
        id, _, verb = id.partition("/")
        if id not in self.interactions:
            raise Refused(404, "Interaction not found.")
        if verb == "cancel" and request.method == "POST":
            if self._progress(self.interactions[id])["status"] != "in_progress":
                raise Refused(400, "Only interactions that run in the background can be cancelled.")
            self.interactions[id]["cancelled"] = True
            return web.json_response(self._progress(self.interactions[id]))
        if request.method == "DELETE":
            del self.interactions[id]
            return web.json_response({})
        return web.json_response(self._progress(self.interactions[id]))

    def _begin(self, body: dict[str, Any]) -> dict[str, Any]:
        form = body.get("response_format") or {}
        if body.get("model") != OMNI or body.get("background") is not True or form.get("type") != "video":
            raise Refused(400, "This model only makes videos in the background.")
        if not 3 <= int(form["duration"].removesuffix("s")) <= 10:
            raise Refused(400, "response_format.duration: must be between 3s and 10s.")
        before = body.get("previous_interaction_id")
        if before and before not in self.interactions:
            raise Refused(404, "previous_interaction_id: not found.")
        id = f"v1_{next(self._ids)}"
        self.interactions[id] = {"id": id, "object": "interaction", "model": OMNI, "polls": 0, "ordered": body}
        return {"id": id, "object": "interaction", "model": OMNI, "status": "in_progress"}

    def _progress(self, interaction: dict[str, Any]) -> dict[str, Any]:
        head = {name: interaction[name] for name in ("id", "object", "model")}
        if interaction.get("cancelled"):
            return head | {"status": "cancelled"}
        interaction["polls"] += 1
        if interaction["polls"] <= self.polls:
            return head | {"status": "in_progress"}
        ordered = interaction["ordered"]
        if "forbidden" in json.dumps(ordered["input"]):
            fault = {"code": "https://ai.google.dev/errors/content_blocked", "message": "It was blocked."}
            return head | {"status": "failed", "errors": [fault]}
        name = f"file{interaction['id'].removeprefix('v1_')}"
        self.files.setdefault(name, MP4)
        video = {"type": "video", "mime_type": "video/mp4", "uri": f"{self.base_url}/files/{name}:download?alt=media"}
        if self.inline:
            video = {"type": "video", "mime_type": "video/mp4", "data": self.encoded}
        said = {"type": "user_input", "content": [{"type": "text", "text": "…"}]}
        whole = head | {"status": "completed", "steps": [said, {"type": "model_output", "content": [video]}]}
        return whole | ({"response_format": ordered["response_format"]} if self.repeats_order else {})

    def moved(self, location: str) -> web.Response:
        """A redirect."""
        return web.Response(status=302, headers={"Location": location})

    def _file(self, request: web.Request) -> web.Response:
        name = request.path.rpartition("/files/")[2].removesuffix(":download")
        if name not in self.files:
            raise Refused(403, "You do not have permission to access the File, or it may not exist.")
        if request.method == "DELETE":
            del self.files[name]
            return web.json_response({})
        if self.redirects and not request.path.startswith("/download/"):
            return self.moved(f"/download{request.path_qs}")
        return web.Response(body=self.files[name], content_type="video/mp4")


def check(body: dict[str, Any], model: str) -> None:
    """Refuses what Google refuses."""
    config = body.get("generationConfig") or {}
    for name in [*sorted(set(body) - FIELDS), *sorted(set(config) - CONFIG)]:
        raise Refused(400, f'Invalid JSON payload received. Unknown name "{name}": Cannot find field.')
    contents = body.get("contents")
    if not isinstance(contents, list) or not contents:
        raise Refused(400, "GenerateContentRequest.contents: contents is not specified")
    for content in contents:
        _check_parts(content, model)
    _check_responses(contents)
    if body.get("toolConfig") and not body.get("tools"):
        raise Refused(400, "Function calling config is set without function_declarations.")
    if not 0 <= config.get("temperature", 1) <= 2:
        raise Refused(400, "temperature must be in the range [0, 2].")
    thinking = config.get("thinkingConfig") or {}
    unfit = "thinkingBudget" if model == FLASH else "thinkingLevel"
    if unfit in thinking:
        raise Refused(400, f"{unfit} is not supported for this model.")


def _check_parts(content: dict[str, Any], model: str) -> None:
    if content.get("role") not in ("user", "model") or not content.get("parts"):
        raise Refused(400, "Please use a valid role: user, model.")
    calls = 0
    for part in content["parts"]:
        if len(PARTS & set(part)) != 1:
            raise Refused(400, "required oneof field 'data' must have one initialized field")
        if "functionCall" in part and not calls and model == FLASH and _unsigned(part):
            raise Refused(400, "Function call is missing a thought_signature in functionCall parts.")
        calls += "functionCall" in part


def _check_responses(contents: list[dict[str, Any]]) -> None:
    """Refuses calls that the next turn does not answer one by one (quoted in google-gemini/gemini-cli#16543)."""
    counts = [
        [sum(kind in part for part in content["parts"]) for kind in ("functionCall", "functionResponse")]
        for content in contents
    ]
    if any(calls != answers for (calls, _), (_, answers) in pairwise([[0, 0], *counts, [0, 0]])):
        text = "Please ensure that the number of function response parts is equal to the number of function call parts"
        raise Refused(400, f"{text} of the function call turn.")


def _unsigned(part: dict[str, Any]) -> bool:
    return part.get("thoughtSignature") not in (SIGNATURE, UNSIGNED)


def _parts_of(body: dict[str, Any], config: dict[str, Any]) -> tuple[list[dict[str, Any]], int, str]:
    """The parts of the answer, how many tokens they are, and why it ended."""
    last = body["contents"][-1]["parts"]
    mode = ((body.get("toolConfig") or {}).get("functionCallingConfig") or {}).get("mode")
    if body.get("tools") and mode != "NONE" and not any("functionResponse" in part for part in last):
        function = body["tools"][0]["functionDeclarations"][0]
        schema = function.get("parametersJsonSchema") or {}
        name = next(iter(schema.get("properties") or ["text"]))
        call = {"id": "fc1", "name": function["name"], "args": {name: text_in(last)}}
        return [{"functionCall": call, "thoughtSignature": SIGNATURE}], 9, "STOP"
    text = f"You wrote: {text_in(last)}"
    if config.get("responseMimeType") == "application/json":
        text = json.dumps({"answer": text})
    for stop in config.get("stopSequences") or []:
        text = text.partition(stop)[0]
    words = text.split(" ")
    most = config.get("maxOutputTokens") or len(words)
    return [{"text": " ".join(words[:most])}], min(most, len(words)), "MAX_TOKENS" if len(words) > most else "STOP"


def text_in(parts: list[dict[str, Any]]) -> str:
    """The texts of parts, and what functions answered."""
    texts = [
        part.get("text") or (part.get("functionResponse") or {}).get("response", {}).get("output") for part in parts
    ]
    pictures = sum("inlineData" in part or "fileData" in part for part in parts)
    return " ".join(text for text in texts if text) + (f" [{pictures} pictures]" if pictures else "")


def _words(body: dict[str, Any]) -> int:
    return sum(len(part.get("text", "").split()) for content in body["contents"] for part in content["parts"])


def _pictures(body: dict[str, Any]) -> int:
    parts = [part for content in body["contents"] for part in content["parts"]]
    return sum("inlineData" in part or "fileData" in part for part in parts)


def _events_of(whole: dict[str, Any]) -> list[dict[str, Any]]:
    """The events of an answer: words one by one, the rest whole; each tells the usage, the last one all of it."""
    if "candidates" not in whole:
        return [whole]
    head = {name: value for name, value in whole.items() if name not in ("candidates", "usageMetadata")}
    told = whole.get("usageMetadata")
    counted = isinstance(told, dict) and "candidatesTokenCount" in told
    running = {**told, "candidatesTokenCount": 1} if isinstance(told, dict) and counted else told
    events: list[dict[str, Any]] = []
    for candidate in whole["candidates"]:
        for part in candidate["content"]["parts"]:
            words = [part] if "text" not in part else [{**part, "text": word} for word in _pieces(part["text"])]
            for piece in words:
                content = {"role": "model", "parts": [piece]}
                event = {**head, "candidates": [{"index": candidate["index"], "content": content}]}
                events.append(event | ({"usageMetadata": running} if "usageMetadata" in whole else {}))
    ends = [{"index": each["index"], "finishReason": each["finishReason"]} for each in whole["candidates"]]
    return [*events, {**head, "candidates": ends, **({"usageMetadata": told} if "usageMetadata" in whole else {})}]


def _pieces(text: str) -> list[str]:
    return [(" " if number else "") + word for number, word in enumerate(text.split(" "))]
