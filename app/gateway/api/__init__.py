"""The API that programs call under /v1, in the words of OpenAI's and, for messages, of Anthropic's."""
