"""Two words that a page and the email it sent have in common, so that people recognise the email of their own request.

They are no secret: they prove nothing to us. In an email that somebody else caused they are others.
"""

import secrets

FIRST = (
    "teh kopi susu nasi roti soto sate bakso rujak rendang gudeg pempek lumpia tempe sambal kerupuk pisang "
    "mangga salak durian nangka kelapa pepaya jeruk kunyit jahe serai cengkeh pala vanili madu gula"
)
SECOND = (
    "poci tubruk murni pagi sore hangat manis gurih segar renyah lembut merah hijau kuning putih ungu emas "
    "perak biru cokelat padang bali jawa aceh solo ambon lombok bogor garut kudus malang tegal"
)


def choose_words() -> str:
    """Returns two random words, such as `teh-poci`: one pair of 1,024."""
    return f"{secrets.choice(FIRST.split())}-{secrets.choice(SECOND.split())}"
