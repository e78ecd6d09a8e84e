"""The UTM builder inside the link form: reads its fields, and writes what a button of it does back into the form."""

from __future__ import annotations

from collections.abc import MutableMapping
from urllib.parse import parse_qsl, urlencode

from app.accounts.models import Account
from app.kernel.destination import add_scheme
from app.kernel.refusal import N_, InvalidRequest
from app.kernel.versioned_rows import LARGEST
from app.links.utm.models import UtmTemplate
from app.links.utm.parameters import FIELDS, PREFIX, check_parameters, read_utm, set_utm

SHOWN = "utm_shown"  # the parameters with which the builder was rendered
FORM_FIELDS = frozenset({*(PREFIX + field for field in FIELDS), "utm_name", "utm_template"})
ACTIONS = ("apply", "use", "save")
Values = MutableMapping[str, str]


class TemplateGone(InvalidRequest):
    """The chosen template does not exist, or none is chosen."""

    field, says = "utm_template", N_("Choose one of your templates.")


def builder_values(url: str) -> dict[str, str]:
    """The values of the builder's fields for a destination."""
    parameters = read_utm(url)
    values = {PREFIX + field: value for field, value in parameters.items()}
    return values | {SHOWN: urlencode(parameters)}


def destination_with_utm(values: Values) -> str:
    """The destination in a submitted form, with its UTM parameters if somebody changed those in the builder.

    Raises: TooLong.
    """
    url = add_scheme(values.get("url", ""))
    if not url:
        return url
    typed = {field: values[PREFIX + field] for field in FIELDS if PREFIX + field in values}
    shown = dict(parse_qsl(values.get(SHOWN, ""), keep_blank_values=True))
    changed = {field: value for field, value in typed.items() if value != shown.get(field, "")}
    if not changed:
        return url
    checked = check_parameters(typed)
    return set_utm(url, {field: checked[field] for field in changed})


async def run_builder_button(account: Account, values: Values, action: str) -> UtmTemplate | None:
    """Does what a button of the builder is for: puts the parameters, or those of a template, into the destination, or
    saves them as a template, which is returned.

    Raises: TooLong, TemplateGone, and those of `UtmTemplate.save_new`.
    """
    if action == "save":
        typed = check_parameters({field: values.get(PREFIX + field, "") for field in FIELDS})
        template = await UtmTemplate.save_new(account, values.get("utm_name", ""), typed)
        values["utm_name"] = ""
        return template
    url, parameters = destination_with_utm(values), dict[str, str]()
    if action == "use":
        parameters = (await _chosen_template(account, values.get("utm_template", ""))).parameters
    if url:
        url = set_utm(url, parameters)
        values.update({"url": url} | builder_values(url))
    else:  # of a new link: they wait in their fields for the destination
        values.update({PREFIX + field: value for field, value in parameters.items()})
    return None


async def _chosen_template(account: Account, typed: str) -> UtmTemplate:
    id = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 20 else 0
    template = await UtmTemplate.owned_by(account).get_or_none(id=id) if 0 < id <= LARGEST else None
    if template is None:
        raise TemplateGone
    return template
