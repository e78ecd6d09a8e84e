"""The answer of a chat in the playground: streamed into the page, or whole for a page without scripts."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape
from quart import Response

from app.gateway.api.error_answers import ErrorFacts
from app.gateway.api.event_stream import stream_response
from app.gateway.playground.answer_markdown import LONGEST, draw_answer
from app.gateway.playground.chat_picture import HELD
from app.gateway.playground.conversation import Conversation
from app.gateway.routing.answer_text import text_of
from app.gateway.routing.model_run import ModelRun
from app.gateway.upstreams.adapter import Chunk, Json
from app.web.event_stream import format_event
from app.web.forms import Form
from app.web.templates import render_template

ENDPOINT = "chat"
END = b": end\n\n"  # what it cost is loaded by the page, also when the stream was stopped
TEXT, FIELD = "answer-{id}", "answer-field-{id}"  # the ids of what is shown, and of the field that carries it on


@dataclass(slots=True)
class PageWriter:
    """Writes the pieces of an answer as parts of the page; the first one comes with the turn itself, `head`.

    When the answer has ended, its `text` replaces them, drawn; one that somebody stopped stays as it came.
    """

    request_id: str
    head: str
    text: str = ""

    def write(self, chunk: Chunk) -> bytes:
        """Returns the event with the text of a piece, once for people and once for the field that carries it on."""
        html, self.head = self.head, ""
        if text := escape(piece := text_of(chunk.body, "delta")):
            self.text += piece if len(self.text) <= LONGEST else ""
            for place in (TEXT, FIELD):
                html += _place(f"#{place.format(id=self.request_id)}", "beforeend", text)
        return format_event(html).encode() if html else b""

    def finish(self) -> bytes:
        """Returns the event with the drawn answer, and a comment."""
        if not self.text or len(self.text) > LONGEST:
            return END
        drawn = _place(f"#{TEXT.format(id=self.request_id)}", "innerHTML", draw_answer(self.text))
        return format_event(drawn).encode() + END

    def fail(self, facts: ErrorFacts) -> bytes:
        """Returns what `finish` does: how the request ended is in its row, which the page loads."""
        return self.finish()


async def stream_answer(run: ModelRun, body: Json, conversation: Conversation) -> Response:
    """Returns the response that streams an answer into the page. Raises: UpstreamError before its first piece."""
    id = run.reservation.request_id
    question = conversation.form["message"]
    head = await render_template(
        "gateway/playground/_new_turn.html",
        question=question,
        picture=conversation.form[HELD],
        form=Form(),
        model=run.model.id,
        id=id,
    )
    streamed = body | {"stream": True}
    return await stream_response(
        run, lambda adapter, target: adapter.stream_chat(target, streamed), PageWriter(id, head)
    )


async def whole_answer(run: ModelRun, body: Json) -> str:
    """Returns the text of a whole answer. Raises: UpstreamError."""
    async with run:
        answer = await run.answer(lambda adapter, target: adapter.chat(target, body))
    return text_of(answer.body)


def _place(target: str, swap: str, html: str) -> str:
    return f'<hx-partial hx-target="{target}" hx-swap="{swap}">{html}</hx-partial>'
