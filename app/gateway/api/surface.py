"""Where the API of models lives: under /v1 of the API's host, with its own limits of bodies, ids and errors."""

from app.gateway.api.error_answers import write_error
from app.web import errors, hosts, limits, logs

PREFIX, SEGMENT = "/v1", "v1"
MAX_JSON_BODY, MAX_FILE_BODY = 25 * 1024 * 1024, 100 * 1024 * 1024  # bytes
FILE_PATHS = (rf"{PREFIX}/images/edits/?", rf"{PREFIX}/videos/?")  # of requests with files (multipart/form-data)

hosts.serve_on("api", SEGMENT)
limits.allow_body(MAX_JSON_BODY, rf"{PREFIX}/.*")
limits.allow_body(MAX_FILE_BODY, *FILE_PATHS)
logs.prefix_request_ids(SEGMENT, "air_")
errors.answer_errors_with(SEGMENT, write_error)
