"""Static codes whose content is the typed text or URL itself."""

from app.kernel.destination import MAX_URL_LENGTH, add_scheme, clean_url
from app.kernel.refusal import N_
from app.payloads.field import Field
from app.payloads.kind import PayloadKind

TEXT = PayloadKind(
    "text",
    N_("Text"),
    N_("Shows your words on the phone. Nothing is opened, and no internet is needed."),
    (Field("text", N_("Text"), N_("Short texts make codes that are easier to scan."), "textarea", True, 1_000),),
    lambda values: values["text"],
)
URL = PayloadKind(
    "url",
    N_("Web address"),
    N_(
        "Opens a web page. The address is printed into the code: it cannot be changed later, and scans are not counted."
    ),
    (Field("url", N_("Address"), N_("https:// is added where it is missing."), "text", True, MAX_URL_LENGTH),),
    lambda values: clean_url(add_scheme(values["url"])),
)
