"""The commands of operators but those of cli.py, which imports this module when another one is asked for."""

from app import restart_command
from app.ops import management_commands, page_and_report_commands, privacy_commands, suspension_commands
from app.ops.abuse_case_commands import abuse
from app.ops.backup_commands import backup_group, restore_backup
from app.ops.gateway_commands import gateway
from app.ops.geoip_commands import geoip
from app.ops.job_commands import job_commands
from app.ops.mail_commands import mail
from app.ops.operator_commands import operator
from app.ops.payment_commands import payments
from app.ops.reencrypt_command import reencrypt_command
from app.ops.setting_commands import settings
from app.ops.storage_commands import storage
from app.ops.upgrade_commands import upgrade
from app.ops.webhook_commands import webhooks

COMMANDS = (
    suspension_commands.account,
    management_commands.key,
    management_commands.link,
    page_and_report_commands.page,
    page_and_report_commands.reports_group,
    abuse,
    privacy_commands.requests,
    payments,
    operator,
    settings,
    management_commands.media,
    management_commands.guests,
    management_commands.visits,
    mail,
    job_commands,
    storage,
    webhooks,
    gateway,
    geoip,
    backup_group,
    restore_backup,
    reencrypt_command,
    restart_command.restart,
    upgrade,
)
