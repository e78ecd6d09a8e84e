"""The blueprints of the app, in the order in which their URL rules are matched."""

from app.abuse import routes as abuse_routes
from app.accounts import confirmation_views as accounts_confirmation
from app.accounts import disown_views as accounts_disown
from app.accounts import profile_views as accounts_settings_views
from app.accounts import sign_in_views as accounts_views
from app.analytics import api as analytics_api
from app.analytics import bio_views as analytics_bio_views
from app.analytics import shared_views as analytics_shared_views
from app.analytics import views as analytics_views
from app.audience import api as audience_api
from app.audience import public_views as audience_public_views
from app.audience import views as audience_views
from app.batch import views as batch_views
from app.console import routes as console_routes
from app.docs import views as docs_views
from app.front import bio_page_views as front_page_views
from app.front import landing as front_landing
from app.front import link_views as front_views
from app.front import robots_and_sitemap, tip_views
from app.gateway.api import chat_views as ai_chat_views
from app.gateway.api import embedding_views as ai_embedding_views
from app.gateway.api import end_user_views as ai_end_user_views
from app.gateway.api import image_views as ai_image_views
from app.gateway.api import messages_views as ai_messages_views
from app.gateway.api import model_views as ai_model_views
from app.gateway.api import responses_views as ai_responses_views
from app.gateway.api import sub_key_views as ai_sub_key_views
from app.gateway.api import video_views as ai_video_views
from app.gateway.assistant import views as ai_assistant_views
from app.gateway.key_terms import sub_key_views as key_sub_key_views
from app.gateway.key_terms import views as key_model_views
from app.gateway.playground import picture_views as ai_picture_views
from app.gateway.playground import video_views as ai_playground_video_views
from app.gateway.playground import views as ai_playground_views
from app.gateway.screens import credit_views as ai_credit_views
from app.gateway.screens import end_user_views as ai_end_user_pages
from app.gateway.screens import model_views as ai_catalogue_views
from app.gateway.screens import news_views as ai_news_views
from app.gateway.screens import overview_views as ai_overview_views
from app.gateway.screens import own_key_views as ai_own_key_views
from app.gateway.screens import request_views as ai_request_views
from app.guests import views as guests_views
from app.home import views as home_views
from app.keys import account_api as keys_api
from app.keys import key_views as keys_key_views
from app.keys import request_views as keys_request_views
from app.keys import views as keys_views
from app.legal import views as legal_views
from app.links import api as links_api
from app.links import bulk_api as links_bulk_api
from app.links import bulk_views as links_bulk_views
from app.links import export_views as links_export_views
from app.links import preview_views as links_preview_views
from app.links import tag_views as links_tag_views
from app.links import tags_api as links_tags_api
from app.links import views as links_views
from app.links.checker import views as links_checker_views
from app.links.history import views as link_history_views
from app.links.rule_editor import views as rule_editor_views
from app.links.utm import views as utm_views
from app.media import views as media_views
from app.ops import metrics as ops_metrics
from app.pages.api import blocks as pages_api_blocks
from app.pages.api import pages as pages_api_pages
from app.pages.api import statistics as pages_api_statistics
from app.pages.api import transfer as pages_api_transfer
from app.pages.builder import block_views as builder_block_views
from app.pages.builder import history_views as builder_history_views
from app.pages.builder import publication_views as builder_publication_views
from app.pages.builder import settings_views as builder_settings_views
from app.pages.builder import theme_views as builder_theme_views
from app.pages.builder import transfer_views as builder_transfer_views
from app.pages.builder import views as builder_views
from app.payments import webhook_views
from app.payments.checkout import order_views as payments_order_views
from app.payments.operator import coupon_and_rate_views as operator_price_views
from app.payments.operator import order_list_views as operator_list_views
from app.payments.operator import order_money_views as operator_order_money_views
from app.payments.operator import order_views as operator_order_views
from app.payments.operator import service_views as operator_service_views
from app.payments.operator import sums_views as operator_sums_views
from app.payments.tips import hook_views as tip_hook_views
from app.payments.tips import views as tips_views
from app.privacy import centre_views as privacy_centre
from app.privacy import leaving_views
from app.privacy.bring_in import views as bring_in_views
from app.privacy.export import views as export_views
from app.publishing.api import connections as connections_api
from app.publishing.api import media as post_files_api
from app.publishing.api import post_actions as post_actions_api
from app.publishing.api import posts as posts_api
from app.publishing.composer import views as composer_views
from app.publishing.connections import callback_views as connect_callback_views
from app.publishing.connections import data_deletion_views
from app.publishing.connections import oauth_views as connect_oauth_views
from app.publishing.connections import views as connection_views
from app.publishing.delivery import post_views as publishing_post_views
from app.publishing.files import public_views as post_file_public_views
from app.publishing.files import views as post_file_views
from app.publishing.planning import approval_views as publishing_approval_views
from app.publishing.planning import calendar_move_views as publishing_move_views
from app.publishing.planning import calendar_views as publishing_calendar_views
from app.publishing.planning import import_views as publishing_import_views
from app.publishing.planning import pausing_views as publishing_pausing_views
from app.publishing.planning import post_list_views as publishing_post_list_views
from app.publishing.planning import slot_views as publishing_slot_views
from app.publishing.statistics import views as publishing_statistics_views
from app.qr import api as qr_api
from app.qr import code_views as qr_code_views
from app.qr import saved_style_views
from app.qr import views as qr_views
from app.qris_checker import views as qris_checker_views
from app.reports import views as reports_views
from app.settings import onboarding as settings_onboarding
from app.settings import plan_views as settings_plan
from app.settings import security_log_views as settings_security_log
from app.settings import security_views as settings_security
from app.settings import unsubscribe_views as settings_unsubscribe
from app.settings import views as settings_views
from app.sign_in import email_views as sign_in_email_views
from app.sign_in import mailed_link_views as sign_in_link_views
from app.sign_in import reset_and_email_restore_views as sign_in_reset_views
from app.sign_in import sign_up_views as sign_in_sign_up_views
from app.sign_in.oauth import connection_views as oauth_connection_views
from app.sign_in.oauth import views as oauth_views
from app.sign_in.passkeys import confirmation_views as passkey_confirmation_views
from app.sign_in.passkeys import settings_views as passkey_settings_views
from app.sign_in.passkeys import views as passkey_views
from app.sign_in.second_factor import confirmation_views as second_factor_confirmation
from app.sign_in.second_factor import settings_views as second_factor_settings
from app.sign_in.second_factor import sign_in_views as second_factor_sign_in
from app.team import audit_views as team_audit_views
from app.team import invitation_views, workspace_views
from app.team import views as team_views
from app.web import health as web_health
from app.webhooks import api as webhooks_api
from app.webhooks import endpoint_page_views as webhook_endpoint_page_views
from app.webhooks import views as webhook_endpoint_views

BLUEPRINTS = (
    home_views.blueprint,
    settings_onboarding.blueprint,
    web_health.blueprint,
    reports_views.blueprint,
    *abuse_routes.BLUEPRINTS,
    ops_metrics.blueprint,
    accounts_views.blueprint,
    sign_in_sign_up_views.blueprint,
    sign_in_link_views.blueprint,
    sign_in_reset_views.blueprint,
    sign_in_email_views.blueprint,
    accounts_confirmation.blueprint,
    passkey_views.blueprint,
    passkey_confirmation_views.blueprint,
    passkey_settings_views.blueprint,
    oauth_views.blueprint,
    oauth_connection_views.blueprint,
    accounts_disown.blueprint,
    accounts_settings_views.blueprint,
    second_factor_sign_in.blueprint,
    second_factor_confirmation.blueprint,
    second_factor_settings.blueprint,
    settings_security.blueprint,
    settings_security_log.blueprint,
    settings_views.blueprint,
    settings_unsubscribe.blueprint,
    settings_plan.blueprint,
    payments_order_views.blueprint,
    *console_routes.BLUEPRINTS,
    operator_list_views.blueprint,
    operator_order_views.blueprint,
    operator_order_money_views.blueprint,
    operator_sums_views.blueprint,
    operator_price_views.blueprint,
    operator_service_views.blueprint,
    export_views.blueprint,
    bring_in_views.blueprint,
    privacy_centre.blueprint,
    leaving_views.blueprint,
    leaving_views.undo_blueprint,
    team_views.blueprint,
    workspace_views.blueprint,
    invitation_views.blueprint,
    team_audit_views.blueprint,
    links_views.blueprint,
    links_checker_views.blueprint,
    links_preview_views.blueprint,
    links_bulk_views.blueprint,
    links_export_views.blueprint,
    links_tag_views.blueprint,
    link_history_views.blueprint,
    rule_editor_views.blueprint,
    utm_views.blueprint,
    links_api.blueprint,
    links_bulk_api.blueprint,
    links_tags_api.blueprint,
    analytics_api.blueprint,
    analytics_views.blueprint,
    media_views.files,
    media_views.blueprint,
    post_file_views.blueprint,
    post_file_public_views.blueprint,
    keys_views.blueprint,
    keys_key_views.blueprint,
    keys_request_views.blueprint,
    key_model_views.blueprint,
    key_sub_key_views.blueprint,
    ai_end_user_pages.blueprint,
    keys_api.blueprint,
    ai_overview_views.blueprint,
    ai_catalogue_views.blueprint,
    ai_request_views.blueprint,
    ai_news_views.blueprint,
    ai_credit_views.blueprint,
    ai_own_key_views.blueprint,
    ai_assistant_views.blueprint,
    ai_playground_views.blueprint,
    ai_picture_views.blueprint,
    ai_playground_video_views.blueprint,
    webhook_endpoint_views.blueprint,
    webhook_endpoint_page_views.blueprint,
    publishing_approval_views.blueprint,
    publishing_calendar_views.blueprint,
    publishing_import_views.blueprint,
    publishing_move_views.blueprint,
    publishing_pausing_views.blueprint,
    publishing_post_list_views.blueprint,
    publishing_slot_views.blueprint,
    publishing_statistics_views.blueprint,
    webhooks_api.blueprint,
    webhook_views.blueprint,
    tip_hook_views.blueprint,
    tips_views.blueprint,
    docs_views.blueprint,
    publishing_post_views.blueprint,
    qr_views.blueprint,
    qr_code_views.blueprint,
    saved_style_views.blueprint,
    qr_api.blueprint,
    builder_views.blueprint,
    builder_settings_views.blueprint,
    builder_publication_views.blueprint,
    builder_history_views.blueprint,
    builder_theme_views.blueprint,
    builder_transfer_views.blueprint,
    builder_block_views.blueprint,
    batch_views.blueprint,
    qris_checker_views.blueprint,
    composer_views.blueprint,
    posts_api.blueprint,
    post_actions_api.blueprint,
    post_files_api.blueprint,
    connections_api.blueprint,
    pages_api_pages.blueprint,
    pages_api_blocks.blueprint,
    pages_api_transfer.blueprint,
    pages_api_statistics.blueprint,
    analytics_bio_views.blueprint,
    connection_views.blueprint,
    connect_oauth_views.blueprint,
    connect_callback_views.blueprint,
    connect_callback_views.choice_blueprint,
    guests_views.blueprint,
    data_deletion_views.blueprint,
    audience_views.blueprint,
    audience_api.blueprint,
    ai_model_views.blueprint,
    ai_chat_views.blueprint,
    ai_messages_views.blueprint,
    ai_responses_views.blueprint,
    ai_embedding_views.blueprint,
    ai_image_views.blueprint,
    ai_video_views.blueprint,
    ai_sub_key_views.blueprint,
    ai_end_user_views.blueprint,
    audience_public_views.blueprint,
    robots_and_sitemap.blueprint,
    front_landing.blueprint,
    legal_views.blueprint,
    legal_views.terms_blueprint,
    analytics_shared_views.blueprint,
    front_page_views.blueprint,
    tip_views.blueprint,
    front_views.blueprint,
)
