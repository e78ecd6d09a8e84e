"""A conversation with a model as its form carries it: nothing of it is kept on the server.

The turns before are hidden fields of the form, so that it works without scripts and is gone when the page is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, repeat
from typing import NamedTuple, Self

from quart import request

from app.gateway.catalogue.ai_model import CHAT
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.playground.chat_picture import HELD, SeesNoPictures, attach_picture, content_of, is_picture
from app.gateway.playground.offers import choose_model
from app.gateway.upstreams.adapter import Json
from app.kernel.number_parser import parse_number
from app.kernel.refusal import N_, Faults, Refusal
from app.kernel.text import replace_surrogates
from app.web.forms import Form

QUESTION, ANSWER, REQUEST, SHOWN = "question", "answer", "request", "shown"
MESSAGE, INSTRUCTIONS, MOST_TOKENS, TEMPERATURE, MODEL = "message", "instructions", "most", "freedom", "model"
USUAL = {MOST_TOKENS: "600", TEMPERATURE: "0.7"}
LONGEST = 20_000  # characters of a message or of instructions
HIGHEST_TEMPERATURE = 2


class MessageMissing(Refusal):
    """There is nothing to send."""

    code, field, says = "INVALID_REQUEST", MESSAGE, N_("Write a message first.")


class TextTooLong(Refusal):
    """A message or the instructions are too long. Facts: most."""

    code, says = "INVALID_REQUEST", N_("That is too long: at most %(most)s characters.")


class NumberNotInRange(Refusal):
    """The most tokens of an answer are no such number. Facts: most."""

    code, field, says = "INVALID_REQUEST", MOST_TOKENS, N_("Write a whole number from 1 to %(most)s.")


class TemperatureNotInRange(Refusal):
    """The freedom is no such number."""

    code, field, says = "INVALID_REQUEST", TEMPERATURE, N_("Choose a number from 0 to 2.")


class Turn(NamedTuple):
    """What somebody wrote, what the model answered, the id of that request, and the picture with it ("" for none)."""

    question: str
    answer: str
    request_id: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns before, and the form with the next message and the choices."""

    turns: tuple[Turn, ...]
    form: Form

    @classmethod
    async def submitted(cls) -> Self:
        """Returns what the current request has sent."""
        sent = await request.form
        columns = [[replace_surrogates(each) for each in sent.getlist(name)] for name in (QUESTION, ANSWER, REQUEST)]
        shown = chain(sent.getlist(SHOWN), repeat(""))
        rows = zip(*columns, (each if is_picture(each) else "" for each in shown), strict=False)
        return cls(tuple(Turn(*row) for row in rows), await Form.submitted())

    @classmethod
    def empty(cls, args: Mapping[str, str]) -> Self:
        """Returns one that has not begun; `args` are the query parameters, such as the model."""
        return cls((), Form(USUAL | {MODEL: args.get(MODEL, "")}))

    def answered(self, text: str, request_id: str) -> Conversation:
        """Returns the conversation after an answer, with an empty field for the next message."""
        turn = Turn(self.form[MESSAGE], text, request_id, self.form[HELD])
        return Conversation((*self.turns, turn), Form(self.form.values | {MESSAGE: "", HELD: ""}))

    async def request_body(self, *, message: str | None = None) -> tuple[OfferedModel, Json]:
        """Returns the model and the body of the next request, both checked; `message` in place of the one typed.

        Raises: Faults with all that is wrong.
        """
        faults, form = Faults.gather(), self.form
        body: Json = {}
        with faults.catching():
            await attach_picture(form)
        with faults.catching():
            model = await choose_model(CHAT, form[MODEL])
            sees = "vision" in model.abilities
            messages = self._messages(message or form[MESSAGE].strip(), sees)
            body = {"model": model.id, "messages": messages} | self._limits(model, faults)
            if form[HELD] and not sees:
                raise SeesNoPictures
        with faults.catching():
            if not (message or form[MESSAGE].strip()):
                raise MessageMissing
        for name in (MESSAGE, INSTRUCTIONS):
            with faults.catching():
                if len(form[name]) > LONGEST:
                    raise TextTooLong(field=name, most=LONGEST)
        faults.raise_if_any()
        return model, body

    def _messages(self, message: str, sees: bool) -> list[Json]:
        """Returns the messages of a request; their pictures only where the model sees them."""
        rows = [("system", self.form[INSTRUCTIONS].strip(), "")]
        for turn in self.turns:
            if turn.answer:  # one that was stopped before its first word is not continued
                rows += [("user", turn.question, turn.picture), ("assistant", turn.answer, "")]
        rows.append(("user", message, self.form[HELD]))
        return [
            {"role": role, "content": content_of(text, picture if sees else "")} for role, text, picture in rows if text
        ]

    def _limits(self, model: OfferedModel, faults: Faults) -> Json:
        most = model.max_output or model.context or 1_000_000
        body: Json = {}
        with faults.catching():
            text = self.form[MOST_TOKENS].strip()
            if text and not (text.isascii() and text.isdigit() and len(text) < 8 and 1 <= int(text) <= most):
                raise NumberNotInRange(most=most)
            name = "max_completion_tokens" if "reasoning" in model.abilities else "max_tokens"
            body |= {name: int(text)} if text else {}
        with faults.catching():
            freedom = read_temperature(self.form[TEMPERATURE])
            body |= {} if "reasoning" in model.abilities else freedom
        return body


def read_temperature(text: str) -> Json:
    """Returns the temperature; nothing where the model decides. Raises: TemperatureNotInRange."""
    if not text:
        return {}
    value = parse_number(text)
    if value is None or value > HIGHEST_TEMPERATURE:
        raise TemperatureNotInRange
    return {"temperature": float(value)}
