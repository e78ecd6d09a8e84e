"""`kliqs gateway …`: what the operator does about the AI gateway."""

from __future__ import annotations

import click

from app.ops.gateway_content_commands import content
from app.ops.gateway_model_commands import model, prices_group
from app.ops.gateway_notice_commands import credits_group, notice
from app.ops.gateway_request_command import request_command
from app.ops.gateway_upstream_commands import route, upstream


@click.group()
def gateway() -> None:
    """Set up the AI gateway: providers, models, prices, routes, notices, credits, requests, content."""


for group in (upstream, model, prices_group, route, notice, credits_group, content, request_command):
    gateway.add_command(group)
