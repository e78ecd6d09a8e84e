"""Suggestions of words for posts, links and bio pages, by the model that the operator has chosen."""
