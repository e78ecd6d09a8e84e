"""The table of contents of the documentation: four sections, each with its guides in reading order and its reference
pages.

A guide is a Markdown file in `guides/<language>/`; a reference page is rendered from tables in the code. Where
publishing or the AI gateway is switched off, the pages about it are left out; operators still read how to set it up.
"""

from dataclasses import dataclass, replace
from itertools import chain

from app.kernel import installation
from app.kernel.refusal import N_


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """A reference page: its templates in `parts`, and the ids of the API operations it documents in `operations`."""

    slug: str
    title: str
    summary: str
    parts: tuple[str, ...]
    operations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the documentation, written for one kind of reader; `guides` are slugs."""

    key: str
    title: str
    about: str
    icon: str
    guides: tuple[str, ...]
    reference_pages: tuple[ReferencePage, ...] = ()

    @property
    def slugs(self) -> list[str]:
        """The slugs of the section's guides and reference pages, in reading order."""
        return [*self.guides, *(page.slug for page in self.reference_pages)]


def _resource(slug: str, title: str, summary: str, operations: str, *before: str, after: str = "") -> ReferencePage:
    parts = (*before, "docs/_operations.html", *([after] if after else []))
    return ReferencePage(f"api/{slug}", title, summary, parts, tuple(operations.split()))


API_PAGES = (
    ReferencePage(
        "api",
        N_("API overview"),
        N_("The address, the key, what every request and answer has, and all endpoints."),
        (
            "docs/_authentication.html",
            "docs/_scopes.html",
            "docs/_endpoints.html",
            "docs/_headers.html",
            "docs/_best_practices.html",
        ),
    ),
    _resource(
        "links",
        N_("API: links"),
        N_("Make, list, read, change and delete short links."),
        "createLink listLinks readLink changeLink deleteLink restoreLink putLink createLinks changeLinks deleteLinks",
    ),
    _resource(
        "tags",
        N_("API: tags"),
        N_("List your tags with the number of their links, rename, colour, merge and delete them."),
        "listTags readTag changeTag mergeTags deleteTag",
    ),
    _resource(
        "qr-codes",
        N_("API: QR codes"),
        N_("Make QR codes of links, change their design and fetch their files."),
        "createQrCode listQrCodes readQrCode changeQrCode deleteQrCode qrCodeImage",
        "docs/_qr_codes.html",
    ),
    _resource(
        "pages",
        N_("API: bio pages"),
        N_("Make, change, publish, export and import bio pages, and upload their pictures."),
        "createPage listPages readPage changePage deletePage publishPage unpublishPage undoChange pageStatistics "
        "uploadPicture exportPage importPage",
        "docs/_bio_pages.html",
    ),
    _resource(
        "blocks",
        N_("API: blocks"),
        N_("Add, change, order and delete the blocks of a bio page; every kind of block with its fields."),
        "addBlock changeBlock deleteBlock orderBlocks",
        after="docs/_blocks.html",
    ),
    _resource(
        "statistics",
        N_("API: statistics"),
        N_("Clicks and scans of one link or of everything, and each visit."),
        "linkStatistics linkVisits allStatistics allVisits",
    ),
    _resource(
        "audience",
        N_("API: audience"),
        N_("The people who left their email address on a bio page."),
        "listSubscribers deleteSubscriber",
    ),
    _resource(
        "posts",
        N_("API: posts"),
        N_("Write, plan and publish posts at social networks, upload their files, and see what connections allow."),
        "createPost listPosts readPost changePost deletePost planPost publishPost unplanPost publishVariant "
        "cancelVariant sendVariantAgain markVariantPublished uploadFile beginUpload uploadPiece listFiles readFile "
        "deleteFile listConnections",
        "docs/_posts.html",
        after="docs/_variants.html",
    ),
    _resource(
        "webhooks",
        N_("API: webhooks"),
        N_("Make and change endpoints, read what was sent to them, and send it again; every event with an example."),
        "createWebhook listWebhooks readWebhook changeWebhook deleteWebhook rotateWebhookSecret testWebhook "
        "listDeliveries readDelivery replayDeliveries",
        after="docs/_webhook_events.html",
    ),
    _resource("account", N_("API: account"), N_("Your plan, and what is left of it."), "me"),
)
REFERENCE = (
    ReferencePage(
        "errors",
        N_("Errors"),
        N_("The one shape of every refusal, and every code with what to do about it."),
        ("docs/_errors.html",),
    ),
    ReferencePage(
        "limits",
        N_("Limits and plans"),
        N_("What each plan allows, how it is counted, and how an answer says what is left."),
        ("docs/_limits.html",),
    ),
    ReferencePage(
        "redirects",
        N_("How a short link answers"),
        N_("What visitors get from a link that is live, locked, ended, blocked or unknown."),
        ("docs/_redirects.html",),
    ),
    ReferencePage(
        "counting",
        N_("What is counted"),
        N_("What we keep of a visit, for how long, and what we never keep."),
        ("docs/_statistics.html",),
    ),
    ReferencePage(
        "questions", N_("Questions"), N_("Short answers to what people ask most."), ("docs/_questions.html",)
    ),
)
ROLES_PAGE = ReferencePage(
    "roles",
    N_("What each role may do"),
    N_("Viewers, editors and owners of a workspace, what each of them sees and changes, and the audit log."),
    ("docs/_roles.html",),
)
OPERATOR_PAGES = (
    ReferencePage(
        "settings",
        N_("Server settings"),
        N_("Every environment variable, what it does and what it is when left out."),
        ("docs/_settings.html",),
    ),
    ReferencePage(
        "commands", N_("Commands"), N_("Every command of kliqs, and what it does."), ("docs/_commands.html",)
    ),
)
SECTIONS = (
    Section(
        "creators",
        N_("For creators"),
        N_("One short link, one code, one page for everything you do."),
        "star",
        (
            "first-link",
            "first-qr-code",
            "first-bio-page",
            "buying-a-plan",
            "tips",
            "publishing",
            "ai-playground",
            "signing-in",
            "passkeys",
            "your-data",
            "export-format",
            "privacy-centre",
            "blocked",
            "second-factor",
        ),
        (ROLES_PAGE,),
    ),
    Section(
        "marketers",
        N_("For marketers"),
        N_("Know which poster, post or parcel brought people to you."),
        "flag",
        ("placements", "print-sizes", "campaigns", "rules", "link-previews", "link-check", "link-history", "team"),
    ),
    Section(
        "developers",
        N_("For developers"),
        N_("Let your shop, bot or app make links by itself."),
        "code",
        (
            "quick-start",
            "api-keys",
            "idempotency",
            "bulk",
            "errors-and-retries",
            "webhooks",
            "publishing-api",
            "ai-quick-start",
            "ai-limits",
            "ai-privacy",
            "generated-clients",
            "shop",
            "whatsapp-bot",
        ),
        (*API_PAGES, *REFERENCE),
    ),
    Section(
        "operators",
        N_("For operators"),
        N_("Run Kliqs on a machine of your own."),
        "terminal-2",
        (
            "install",
            "container",
            "hosts",
            "proxy",
            "sign-in-providers",
            "taking-payments",
            "console",
            "social-apps",
            "ai-gateway",
            "postgresql",
            "storage",
            "abuse",
            "backup",
            "upgrade",
            "scaling",
            "monitoring",
            "faults",
        ),
        OPERATOR_PAGES,
    ),
)
REFERENCE_PAGES = {page.slug: page for section in SECTIONS for page in section.reference_pages}
GUIDES = tuple(chain.from_iterable(section.guides for section in SECTIONS))
SLUGS = tuple(chain.from_iterable(section.slugs for section in SECTIONS))
PUBLISHING_SLUGS = frozenset({"publishing", "publishing-api", "api/posts"})
GATEWAY_SLUGS = frozenset({"ai-quick-start", "ai-limits", "ai-privacy", "ai-playground"})


def hidden_slugs() -> frozenset[str]:
    """Returns the slugs of the pages that this installation leaves out."""
    config = installation.current().config
    publishing = frozenset() if config.publishing else PUBLISHING_SLUGS
    return publishing if config.gateway else publishing | GATEWAY_SLUGS


def offered_slugs() -> list[str]:
    """Returns the slugs of the pages that this installation shows, in reading order."""
    hidden = hidden_slugs()
    return [slug for slug in SLUGS if slug not in hidden]


def offered_sections() -> list[Section]:
    """Returns the sections with the pages that this installation shows."""
    hidden = hidden_slugs()
    return [
        replace(
            section,
            guides=tuple(slug for slug in section.guides if slug not in hidden),
            reference_pages=tuple(page for page in section.reference_pages if page.slug not in hidden),
        )
        for section in SECTIONS
    ]


def neighbours(slug: str) -> tuple[str, str]:
    """Returns the slugs of the previous and the next page; an empty string where there is none."""
    slugs = offered_slugs()
    index = slugs.index(slug)
    return slugs[index - 1] if index else "", slugs[index + 1] if index + 1 < len(slugs) else ""
