"""A program of Dewi's with a model whose upstream is an adapter of the test's, or a stand-in of OpenAI's API."""

from tests.gateway.api.conftest import caller as caller
from tests.gateway.api.conftest import gateway as gateway
from tests.gateway.fake_adapter import adapter as adapter
