"""What the texts promise of publishing: page, anchor, and words in each language."""

from tests.legal.promises import Promise


def _publishing(says: str, anchor: str, english: str, indonesian: str, page: str = "privacy") -> Promise:
    return Promise("publishing", says, page, anchor, english, indonesian)


PUBLISHING_PROMISES = (
    _publishing(
        "account data of networks, and no more",
        "kept-connections",
        "the id|name|picture|granted|no followers|no messages",
        "id|nama|gambar|izinkan|tidak ada pengikut|pesan",
    ),
    _publishing(
        "posts, media, schedules", "kept-posts", "texts|files|when|weekly times", "teks|berkas|kapan|jam mingguan"
    ),
    _publishing("media is kept briefly", "kept-post_files", "30 days|24 hours", "30 hari|24 jam"),
    _publishing(
        "tokens are encrypted and never exported", "kept-connection_tokens", "encrypted|no export", "terenkripsi|ekspor"
    ),
    _publishing(
        "networks are called for acts only", "publishing-act", "what you did here yourself", "Anda lakukan sendiri"
    ),
    _publishing(
        "official interfaces, granted rights",
        "publishing-grant",
        "OAuth|do not grant is not used",
        "OAuth|tidak Anda izinkan tidak dipakai",
    ),
    _publishing(
        "disconnecting revokes", "publishing-tokens", "taken back at the network", "dicabut di jejaring sosial itu"
    ),
    _publishing(
        "networks are recipients",
        "publishing-networks",
        "goes to the network|processors",
        "sampai ke jejaring|pemroses data",
    ),
    _publishing(
        "networks among those who get data", "sharing", "social networks that you", "jejaring sosial tempat Anda"
    ),
    _publishing("Meta's data deletion", "publishing-deletion", "Meta|a code", "Meta|kode"),
    _publishing(
        "frozen workspaces publish nothing",
        "right-restrict",
        "no planned post is published",
        "tidak ada posting terjadwal yang terbit",
    ),
    _publishing(
        "deletion takes permissions back", "right-delete", "permissions at social networks", "izin di jejaring sosial"
    ),
    _publishing(
        "rights: disconnecting",
        "right-revoke",
        "disconnect social networks",
        "memutuskan hubungan dengan jejaring sosial",
    ),
    _publishing(
        "only on request",
        "publishing-request",
        "only on your request|disconnect at any time",
        "hanya atas permintaan Anda|kapan saja",
        "terms",
    ),
    _publishing(
        "asked rather than twice",
        "publishing-once",
        "publish twice|you decide",
        "dua kali|Anda yang memutuskan",
        "terms",
    ),
    _publishing(
        "the person answers for posts",
        "publishing-yours",
        "answer for what you publish",
        "bertanggung jawab atas yang Anda terbitkan",
        "terms",
    ),
    _publishing("processors name networks", "networks-why", "has set up an app", "menyiapkan aplikasi", "processors"),
)
