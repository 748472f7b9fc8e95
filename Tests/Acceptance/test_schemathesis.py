"""Schemathesis against the OpenAPI document that the server itself serves."""

import hypothesis
import pytest
import schemathesis
from hypothesis import HealthCheck, settings

LIMIT = 25


def test_the_document_names_what_is_served(api):
    document = api.get("/openapi.json", authorized=False).expect(200)
    assert document["openapi"].startswith("3.")
    for path in ("/v1/runtimes", "/v1/runs/{runId}/events", "/v1/runs/{runId}/events/stream", "/v1/spaces"):
        assert path in document["paths"]


def operations(server):
    schema = schemathesis.openapi.from_url(f"{server.url}/openapi.json", headers={"authorization": f"Bearer {server.key}"})
    found = []
    for result in schema.get_all_operations():
        operation = result.ok()
        # A stream of an active run has no end, and waiting is what `wait` is for.
        if not operation.path.endswith(("/stream", "/wait")):
            found.append(operation)
    return found


def examine(server, operation):
    """Sends generated requests, valid and invalid ones, and applies every check of Schemathesis."""

    @hypothesis.seed(20261123)
    @settings(max_examples=LIMIT, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @hypothesis.given(case=operation.as_strategy())
    def examples(case):
        response = case.call(
            base_url=server.url, headers={"authorization": f"Bearer {server.key}"}, timeout=10
        )
        assert response.elapsed.total_seconds() < 2 or operation.path.endswith(("/start", "/stop", "/targets"))
        case.validate_response(response, headers={"authorization": f"Bearer {server.key}"})

    examples()


@pytest.mark.timeout(400)
def test_every_operation_keeps_its_schema(make_server, playwright):
    server = make_server()
    failures = []
    for operation in operations(server):
        try:
            examine(server, operation)
        except BaseException as error:
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise
            failures.append(f"{operation.label}: {describe(error)}")
    assert server.healthy()
    assert not failures, "\n\n".join(failures)


def describe(error):
    inner = getattr(error, "exceptions", None)
    if inner:
        return " / ".join(describe(e) for e in inner)
    return f"{type(error).__name__}: {str(error)[:1500]}"
