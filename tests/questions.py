"""The pages that ask before something is done that nobody can undo (app/web/question.py)."""

from tests.client import Browser


async def ask_before(browser: Browser, page: str, action: str) -> None:
    """Checks that a page has no form that posts to `action`, but a link to the page that asks, which has it."""
    shown = await (await browser.get(page)).get_data(as_text=True)
    assert f'href="{action}"' in shown and f'action="{action}"' not in shown
    asks = await browser.get(action)
    question = await asks.get_data(as_text=True)
    assert asks.status_code == 200 and f'action="{action}"' in question and 'class="btn btn--danger"' in question
