"""A fault of a post, in words: what is wrong, in which field, and at which of its connections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.kernel.i18n import format_number, gettext
from app.publishing.networks.network import ContentProblem
from app.publishing.networks.registry import network_named
from app.publishing.posts.post_variant import PostVariant


@dataclass(frozen=True, slots=True)
class PostProblem:
    """A fault of one variant. `field_name` is that of ContentProblem, or `connection`, `planned_at` or `reply`."""

    variant: PostVariant
    problem: ContentProblem

    @property
    def field_name(self) -> str:
        """The field that has to change."""
        return self.problem.field_name

    @property
    def sentence(self) -> str:
        """What is wrong, in the reader's language."""
        return problem_sentence(self.problem)

    @property
    def network_label(self) -> str:
        """The network's own name."""
        return network_named(self.variant.network).label

    @property
    def labelled_sentence(self) -> str:
        """The sentence, after the network's name where that is not in it."""
        label, sentence = self.network_label, self.sentence
        return sentence if label in sentence else f"{label}: {sentence}"


def problem_sentence(problem: ContentProblem) -> str:
    """Returns the sentence of a fault in the reader's language, numbers formatted."""
    sentence = gettext(problem.says)
    return sentence % _formatted(problem.facts) if problem.facts else sentence.replace("%%", "%")


def _formatted(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Formats whole numbers and translates nothing else: facts are numbers and names."""
    return {
        name: format_number(value) if isinstance(value, int) and not isinstance(value, bool) else value
        for name, value in facts.items()
    }
