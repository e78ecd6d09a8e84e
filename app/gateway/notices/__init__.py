"""News of the gateway: changes of the service and of the API, new models, and models that end."""
