"""Two random words that a page and its email both show, so that people recognise the email of their own request.

An email that somebody else caused shows other words. They are no secret and prove nothing to the server.
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


def new_words() -> str:
    """Returns two random words, such as `teh-poci`: one pair of 1,024."""
    return f"{secrets.choice(FIRST.split())}-{secrets.choice(SECOND.split())}"
