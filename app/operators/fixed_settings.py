"""Why the other settings cannot be changed while the servers run: each is named once, in one of these groups."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.kernel.refusal import N_


class FixedGroup(NamedTuple):
    """Names of settings, and the reason (English, to be translated) for which only the environment sets them."""

    reason: str
    names: tuple[str, ...]


FIXED_GROUPS: tuple[FixedGroup, ...] = (
    FixedGroup(
        N_("They are read before there is a database, or decide who reaches the servers: a slip would lock you out."),
        (
            *("env", "data_dir", "bind", "hosts", "secrets_dir", "trusted_hops", "country_header", "net_allow"),
            *("request_id_header", "database_pool", "database_slow_reads", "storage_url", "read_only"),
        ),
    ),
    FixedGroup(
        N_("They are secrets: in the database they would be in every backup, and on a page in every screenshot."),
        (
            *("secret_key", "metrics_token", "database_url", "database_direct_url", "redis_url", "oidc"),
            *("storage_key", "storage_secret", "storage_token", "smtp_password", "resend_key", "github_client_secret"),
            *("tiktok_client_secret", "facebook_app_secret", "instagram_app_secret", "linkedin_client_secret"),
            *("x_client_secret", "klikqris_key", "midtrans_server_key", "coinpayments_secret"),
            *("backup_secret_key", "backup_s3_key", "backup_s3_secret"),
        ),
    ),
    FixedGroup(
        N_("They say where secrets, people and money go: a stolen session of an operator must not change that."),
        (
            *("smtp_host", "smtp_port", "smtp_user", "smtp_security", "smtp_from", "github_client_id"),
            *("tiktok_client_key", "tiktok_authorize_url", "tiktok_url", "facebook_app_id", "facebook_dialog_url"),
            *("facebook_graph_url", "facebook_video_url", "meta_graph_version", "instagram_app_id"),
            *("instagram_authorize_url", "instagram_token_url", "instagram_graph_url", "linkedin_client_id"),
            *("linkedin_version", "linkedin_authorize_url", "linkedin_url", "x_client_id", "x_authorize_url"),
            *("x_api_url", "klikqris_merchant", "klikqris_sandbox", "klikqris_my_pg", "klikqris_url"),
            *("klikqris_sandbox_url", "klikqris_policy_url", "midtrans_sandbox", "midtrans_url"),
            *("midtrans_sandbox_url", "midtrans_policy_url", "midtrans_acquirer", "coinpayments_client"),
            *("coinpayments_url", "coinpayments_policy_url", "coinpayments_currency", "coinpayments_currency_id"),
            *("coinpayments_clock_skew", "transfer_instructions"),
        ),
    ),
    FixedGroup(
        N_("They decide what people pay and what receipts say, and are part of the books."),
        ("prices", "price_rate", "price_rate_day", "tax", "transfer_days", "payment_zone"),
    ),
    FixedGroup(
        N_("They delete what is stored, or decide whether it can be restored."),
        (
            *("gateway_log_days", "gateway_content_days", "backup_url", "backup_schedule", "backup_keep"),
            "backup_verify",
        ),
    ),
    FixedGroup(
        N_("Servers build on them when they start: sockets, threads, files and the form of their log."),
        ("lane", "connections", "keep_alive", "log_format", "drain_seconds", "journal_sync", "journal_limit"),
    ),
)
REASONS: Mapping[str, str] = {name: group.reason for group in FIXED_GROUPS for name in group.names}
