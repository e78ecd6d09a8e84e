"""Links to a blocked host are marked beside the path of redirects, and their owners told once."""

from __future__ import annotations

from app.abuse import hosts
from app.abuse.case import ALLOWED, BLOCKED, Case
from app.accounts.models import Account
from app.jobs.worker import Worker
from app.links.models import Link
from app.mail.models import OutgoingEmail
from tests import world


async def test_the_owner_sees_which_links_lead_there_and_the_end_frees_exactly_those(
    sari: Account, budi: Account
) -> None:
    marked = [await world.shorten(sari, f"evil-{n}", f"https://a{n}.evil.example/") for n in range(2)]
    good = await world.shorten(budi, "good", "https://evil.example.org/")
    own = await world.shorten(budi, "own", "https://evil.example/")
    await own.block("another reason")
    await hosts.block_for_everybody("evil.example", "scam", "A false shop.")
    await Worker().run_due("abuse.mark_host")
    assert await Case.filter(state=BLOCKED, blocked_host="evil.example").count() == 2
    assert await Link.filter(id__in=[link.id for link in marked], blocked_at=None).count() == 0
    [email] = await OutgoingEmail.filter(kind="abuse")
    assert email.account_id == sari.id and "evil[.]example" in email.text
    await hosts.lift_for_everybody("evil.example")
    await Worker().run_due("abuse.mark_host")
    assert await Case.filter(state=ALLOWED).count() == 2
    free = [str(code) for code in await Link.filter(blocked_at=None).values_list("short_code", flat=True)]
    assert set(free) == {"evil-0", "evil-1", good.short_code}
