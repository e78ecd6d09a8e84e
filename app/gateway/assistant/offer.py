"""Whether suggestions are offered, and about what each costs; nothing is sent for that."""

from __future__ import annotations

from dataclasses import dataclass

from quart import Quart, g, has_request_context, request

from app.gateway.assistant.tasks import TASKS, Task
from app.gateway.catalogue.ai_model import CHAT
from app.gateway.catalogue.offered import OfferedModel, offered
from app.gateway.metering.cost import cost_of
from app.gateway.metering.estimate import BYTES_PER_TOKEN, PICTURE
from app.gateway.upstreams.usage import Usage
from app.kernel import installation

DASHBOARD = "/dashboard/"
OF_ORDER = 220  # tokens of what the model is told to do
USUAL_SHARE = 3  # an answer is about a third as long as it may be


@dataclass(frozen=True, slots=True)
class AssistantOffer:
    """The model that writes suggestions."""

    model: OfferedModel

    def tasks(self, *ids: str) -> list[Task]:
        """Returns those of these tasks that the model can do."""
        sees = "vision" in self.model.abilities
        return [TASKS[id] for id in ids if sees or not TASKS[id].picture]

    def estimated_cost(self, task: Task, length: int) -> int:
        """Returns about how many micro-rupiah a task costs for a material of so many characters."""
        sent = -(-length // BYTES_PER_TOKEN)
        output = (task.by_length and sent) or task.tokens // USUAL_SHARE
        usage = Usage(input=OF_ORDER + sent, input_image=PICTURE if task.picture else 0, output=output)
        return cost_of(usage, self.model.price)


async def assistant_offer() -> AssistantOffer | None:
    """Returns the offer; None where the operator has chosen no model, or it is not offered now."""
    config = installation.current().config
    model = await offered(config.gateway_assistant_model) if config.gateway_assistant_model else None
    return AssistantOffer(model) if model is not None and model.kind == CHAT else None


def install(app: Quart) -> None:
    """Makes `assistant()` return the offer in templates of the dashboard, None elsewhere."""
    app.jinja_env.globals["assistant"] = lambda: g.get("assistant") if has_request_context() else None

    @app.before_request
    async def load_offer() -> None:
        if request.path.startswith(DASHBOARD):
            g.assistant = await assistant_offer()
