"""OpenAI's client, a stand-in of OpenAI's API, and a model of videos."""

from tests.gateway.api.test_conformance_videos import gateway as gateway
