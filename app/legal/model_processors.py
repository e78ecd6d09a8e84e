"""The providers of AI models: listed with the processors as long as they run a model that is offered."""

from app.gateway.catalogue.offered import OfferedModel, OfferedRoute, offered_models
from app.kernel.refusal import N_
from app.legal.processors import Processor

RUNS = N_("Runs AI models, for the requests that people and their programs send to them.")
GETS_REQUEST = N_(
    "Of each request to a model that it runs what is sent to that model, and a hash of the end user that the program "
    "names. Not your name, your email or your network address."
)


async def model_processors() -> list[Processor]:
    """Returns each provider with each privacy policy of its models, by name."""
    models = (await offered_models()).values()
    listed = {_processor(model, route) for model in models for route in model.routes}
    return sorted(listed, key=lambda processor: (processor.name.lower(), processor.policy_url))


def _processor(model: OfferedModel, route: OfferedRoute) -> Processor:
    name = f"{route.upstream} ({route.region})" if route.region else route.upstream
    return Processor(name, RUNS, GETS_REQUEST, model.policy_url)
