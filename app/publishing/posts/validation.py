"""Checks a variant before it is planned, and again when it is due: all faults at once, each with its field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.kernel.refusal import N_
from app.publishing.connections.connection import CONNECTED, Connection
from app.publishing.files.reachability import check_reachability
from app.publishing.files.ready_files import file_problems
from app.publishing.networks.network import ContentProblem, Network, Option, Target
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts.media_checks import media_problems
from app.publishing.posts.phases import CANCELLED, DRAFT, FAILED, REMINDER
from app.publishing.posts.post import MOST_TEXT, Post
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.variant_content import media_ids, preview_content

if TYPE_CHECKING:
    from app.publishing.networks.post_content import PostContent

NOT_COUNTED = (DRAFT, FAILED, CANCELLED, REMINDER)  # phases of variants that use nothing of a network's limits
UNKNOWN_NETWORK = N_("This installation does not publish to %(network)s any more.")
DISCONNECTED = N_("This account is not connected any more. Choose another one.")
RECONNECT = N_("The permission of %(name)s has ended. Connect it again.")
MAY_NOT_PUBLISH = N_("%(name)s did not allow publishing. Connect it again and allow that.")
PAUSED = N_("Publishing to %(name)s is paused.")
TEXT_TOO_LONG = N_("%(over)s characters too long: %(count)s, and %(network)s takes %(most)s.")
EMPTY = N_("Write something or add a file.")
REPLY_TOO_LONG = N_("The reply is too long: %(count)s characters, and %(network)s takes %(most)s.")
NO_REPLY = N_("%(network)s has no first reply.")
UNANSWERED = N_("Choose an answer. There is no default here.")
NOT_A_CHOICE = N_("%(network)s does not offer that for this account any more. Choose again.")
LIMIT_REACHED = N_("%(name)s has %(most)s posts in that time already, the most %(network)s takes. Choose a later time.")


async def problems_of(
    variant: PostVariant, content: PostContent | None = None, *, at: datetime | None = None
) -> list[ContentProblem]:
    """Returns all reasons why a variant cannot be published as it is, in the order of the composer's questions.

    `content` is what will be published, if it was put together already. `at` is when, if that is being chosen: then
    limits of the network count what is planned around it. Of a post that is due, delivery counts them exactly.
    """
    network, connection = NETWORKS.get(variant.network), await _connection(variant)
    if network is None:
        return [ContentProblem("connection", UNKNOWN_NETWORK, {"network": variant.network})]
    files: list[ContentProblem] = []
    if content is None:
        content = await preview_content(variant, await Post.get(id=variant.post_id))
        files = await file_problems(variant.account_id, list(await media_ids(variant)))
    problems = [*connection_problems(variant, connection), *files, *content_problems(network, connection, content)]
    if connection and not connection.manual and at is not None:
        problems += await limit_problems(network, variant, connection, at)
    fetched = {file.kind for file in content.media} & network.media_rules.fetches
    if connection and not connection.manual and fetched:
        problems += await reach_problems()
    return problems


async def reach_problems() -> list[ContentProblem]:
    """Returns whether this installation cannot be reached from where networks fetch files."""
    reach = await check_reachability()
    return [] if reach.reachable else [ContentProblem("media", reach.reason)]


def content_problems(network: Network, connection: Connection | None, content: PostContent) -> list[ContentProblem]:
    """Returns what is wrong with texts, files and answers at a network; reads nothing."""
    details = connection.details if connection else {}
    target = Target(connection.external_id, details, connection.server) if connection else Target("")
    problems = [
        *_text_problems(network, content, network.most_text(details)),
        *media_problems(network, content),
        *_option_problems(network, details, content.options),
    ]
    seen = {(problem.field_name, problem.says) for problem in problems}
    own = network.problems(content, target) if connection and not connection.manual else []
    return problems + [problem for problem in own if (problem.field_name, problem.says) not in seen]


def connection_problems(variant: PostVariant, connection: Connection | None) -> Iterator[ContentProblem]:
    """Yields why nothing can be published to a connection at the moment."""
    name = {"name": variant.account_name}
    if connection is None or connection.disconnected_at is not None:
        yield ContentProblem("connection", DISCONNECTED)
    elif connection.paused_at is not None:
        yield ContentProblem("connection", PAUSED, name)
    elif connection.manual:
        return  # the person publishes
    elif connection.state != CONNECTED:
        yield ContentProblem("connection", RECONNECT, name)
    elif not connection.may_publish:
        yield ContentProblem("connection", MAY_NOT_PUBLISH, name)


def option_choices(option: Option, details: dict[str, Any]) -> list[str]:
    """Returns the values among which a question lets people choose at a connection."""
    if option.choices_key and isinstance(details.get(option.choices_key), list):
        return [str(value) for value in details[option.choices_key]]
    return [choice.value for choice in option.choices]


async def _connection(variant: PostVariant) -> Connection | None:
    """Reads the connection of a variant."""
    return await Connection.get_or_none(id=variant.connection_id) if variant.connection_id else None


def _text_problems(network: Network, content: PostContent, most: int) -> Iterator[ContentProblem]:
    """Yields what is wrong with the text and the reply, which may both have `most` characters."""
    rules, label = network.text_rules, network.label
    if not content.text.strip() and not content.media:
        yield ContentProblem("text", EMPTY)
    if (count := rules.count(content.text[:MOST_TEXT])) > most:
        facts = {"over": count - most, "count": count, "most": most, "network": label}
        yield ContentProblem("text", TEXT_TOO_LONG, facts)
    if content.reply and not network.has_reply:
        yield ContentProblem("reply", NO_REPLY, {"network": label})
    elif (count := rules.count(content.reply[:MOST_TEXT])) > most:
        yield ContentProblem("reply", REPLY_TOO_LONG, {"count": count, "most": most, "network": label})


def _option_problems(network: Network, details: dict[str, Any], answers: Any) -> Iterator[ContentProblem]:
    """Yields which of the network's questions have no answer, or one that is not offered."""
    for option in network.options:
        answer = answers.get(option.name)
        if option.kind != "choice":
            continue
        if not answer:
            if option.required:
                yield ContentProblem(f"options.{option.name}", UNANSWERED)
        elif answer not in option_choices(option, details):
            yield ContentProblem(f"options.{option.name}", NOT_A_CHOICE, {"network": network.label})


async def limit_problems(
    network: Network, variant: PostVariant, connection: Connection, due: datetime
) -> list[ContentProblem]:
    """Returns whether so many posts are planned around a time that a limit of the network would be passed."""
    reached = []
    for limit in _limits_of_connections(network):
        window = timedelta(seconds=limit.seconds)
        others = PostVariant.filter(connection_id=connection.id, due_at__gt=due - window, due_at__lte=due)
        if await others.exclude(id=variant.id).exclude(phase__in=NOT_COUNTED).count() >= limit.most:
            facts = {"name": variant.account_name, "most": limit.most, "network": network.label}
            reached.append(ContentProblem("planned_at", LIMIT_REACHED, facts))
    return reached[:1]


def _limits_of_connections(network: Network) -> Iterable[Any]:
    """Returns the limits that apply to each connection alone."""
    return (limit for limit in network.limits if not limit.app)
