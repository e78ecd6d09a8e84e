"""What the texts promise of AI models: page, anchor, and words in each language."""

from tests.legal.promises import Promise


def _apiqik(says: str, anchor: str, english: str, indonesian: str, page: str = "privacy") -> Promise:
    return Promise("apiqik", says, page, anchor, english, indonesian)


GATEWAY_PROMISES = (
    _apiqik(
        "usage: which models are accessed",
        "kept-ai_requests",
        "which model|providers|tokens|cost|not what was written",
        "model mana|penyedia|token|biaya|bukan apa yang ditulis",
    ),
    _apiqik(
        "content: only where a key says so",
        "kept-ai_contents",
        "encrypted|only where the key says so|at most 90",
        "terenkripsi|hanya jika kuncinya menentukan|paling lama 90",
    ),
    _apiqik(
        "content is read by nobody else", "ai-operator", "asks for a reason|audit log", "meminta alasan|catatan audit"
    ),
    _apiqik("API data: keys, logs, usage, billing", "kept-ai_credits", "bought|plan|left", "dibeli|paket|sisanya"),
    _apiqik("usage metrics by day", "kept-ai_usage", "each day|cost", "tiap hari|biayanya"),
    _apiqik("to process requests", "use-ai", "requests|answers|limits|bill", "permintaan|jawabannya|batas|menagih"),
    _apiqik("new models: only who agreed", "use-mail", "AI models|switched it on", "model AI|mengaktifkannya"),
    _apiqik(
        "providers are third parties",
        "ai-providers",
        "neither your name|third parties|policy|requests about it go to them",
        "tanpa nama|pihak ketiga|kebijakan privasi|ditujukan kepada mereka",
    ),
    _apiqik(
        "customers of customers",
        "ai-end-users",
        "your customers is yours|privacy policy of your own|does not stand in|erase",
        "milik Anda|kebijakan privasi Anda sendiri|tidak menggantikannya|menghapus",
    ),
    _apiqik("end users are hashed", "kept-ai_end_users", "a hash|erase a customer", "hash|menghapus data seorang"),
    _apiqik("abuse is detected", "ai-abuse", "spends far more|paused", "jauh lebih banyak|dijeda"),
    _apiqik("restriction", "right-restrict", "no request goes to an AI model", "tidak ada permintaan yang dikirim"),
    _apiqik("erasure reaches providers", "right-delete", "videos|deleted there", "video|dihapus di sana"),
    _apiqik("providers get data", "sharing", "AI models](#ai)", "model AI](#ai)"),
    _apiqik("own credentials are encrypted", "kept-ai_own_keys", "encrypted|no export", "terenkripsi|ekspor"),
    _apiqik("providers", "models-why", "offered here|its own rules", "ditawarkan|aturannya", "processors"),
    _apiqik("answers can be wrong", "ai-yours", "can be wrong", "bisa salah", "terms"),
    _apiqik("what came is paid", "ai-paid", "delivered is paid|14 days", "sudah sampai dibayar|14 hari", "terms"),
    _apiqik("models end with notice", "ai-change", "90 days ahead", "90 hari sebelumnya", "terms"),
    _apiqik("reselling", "ai-customers", "your own privacy policy", "kebijakan privasi Anda sendiri", "terms"),
)
