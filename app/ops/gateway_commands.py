"""`kliqs gateway …`: what the operator does about the AI gateway."""

from __future__ import annotations

import click

from app.ops.gateway_content_commands import content
from app.ops.gateway_credit_commands import credits_group
from app.ops.gateway_model_commands import model
from app.ops.gateway_notice_commands import notice
from app.ops.gateway_price_commands import prices_group
from app.ops.gateway_request_command import request_command
from app.ops.gateway_route_commands import route
from app.ops.gateway_upstream_commands import upstream


@click.group()
def gateway() -> None:
    """Set up the AI gateway: providers, models, prices, routes, notices, credits, requests, content."""


for group in (upstream, model, prices_group, route, notice, credits_group, content, request_command):
    gateway.add_command(group)
