"""The adapters of upstreams by the kind that the operator chose (`Upstream.kind`)."""

from __future__ import annotations

from collections.abc import Mapping

from app.gateway.upstreams.adapter import Adapter
from app.gateway.upstreams.anthropic import Anthropic
from app.gateway.upstreams.gemini import Gemini
from app.gateway.upstreams.openai_compatible import OpenAICompatible

ADAPTERS: Mapping[str, Adapter] = {adapter.kind: adapter for adapter in (OpenAICompatible(), Anthropic(), Gemini())}
