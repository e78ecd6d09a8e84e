"""What `kliqs doctor` says of the catalogues of both languages."""

from collections.abc import Generator

from babel.messages.pofile import read_po

from app.kernel import i18n
from app.kernel.config import Config
from app.kernel.package_files import resource
from app.ops.counts import count_of
from app.ops.finding import Finding


def check_languages(_config: Config) -> Generator[Finding]:
    """Yields whether every message is translated.

    English is the language of the messages themselves, so its catalogue may be incomplete.
    """
    catalogues = {}
    for language in i18n.LANGUAGES:
        with resource(f"locales/{language}/LC_MESSAGES/messages.po").open("rb") as file:
            catalogues[language] = [message for message in read_po(file, locale=language) if message.id]
    all_ids = {message.id for messages in catalogues.values() for message in messages}
    for language in catalogues.keys() - {"en"}:
        translated = {
            message.id for message in catalogues[language] if not message.fuzzy and all(_forms(message.string))
        }
        lacking = len(all_ids - translated)
        has = f"lacks {lacking} of" if lacking else "has all"
        yield Finding(
            f"{i18n.LANGUAGE_NAMES[language]} {has} {count_of(len(all_ids), 'message', 'messages')}.", not lacking
        )


def _forms(string: object) -> tuple[object, ...]:
    return tuple(string) if isinstance(string, tuple | list) else (string,)
