"""Promises: of a stranger's robots.txt only what is for us is worked on, and not more than a bound."""

from protego import Protego

from app.links.checker.robots import AGENT, MAX_LINES, own_groups

RULES = """# of the shop
User-agent: Googlebot
Disallow: /for-google

User-agent: kliqslinkcheck
User-agent: Other
Disallow: /secret

User-agent: *
Crawl-delay: 3
Disallow: /all
"""


def test_only_groups_that_are_for_us_are_kept() -> None:
    rules = Protego.parse(own_groups(RULES))
    whole = Protego.parse(RULES)
    for path in ("/", "/secret", "/all", "/for-google"):
        assert rules.can_fetch(f"https://a.example{path}", AGENT) == whole.can_fetch(f"https://a.example{path}", AGENT)
    assert rules.can_fetch("https://a.example/all", "somebody") == whole.can_fetch("https://a.example/all", "somebody")
    assert "for-google" not in own_groups(RULES)


def test_a_file_with_many_names_and_rules_is_cut_before_it_is_read() -> None:
    names = "\n".join(f"User-agent: a{number}" for number in range(18_000))
    again = "\n".join(["User-agent: *"] * 1_000)
    kept = own_groups(f"{names}\n{again}\n" + "Allow: /*a\n" * 28_000).splitlines()
    assert len(kept) == MAX_LINES and kept.count("User-agent: *") == 1
