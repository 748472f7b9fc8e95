"""Schemathesis against the OpenAPI document that the server itself serves."""

import itertools

import hypothesis
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection

from harness.form import upload

LIMIT = 20
NUMBERS = itertools.count()


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


def known_ids(server, operation):
    """Ids that exist, made anew, so that right requests reach more than a 404."""
    space = server.api.post("/v1/spaces", {"name": "generated"}).expect(201)["id"]
    runtime = server.api.create_runtime(spaceId=space)["id"]
    ids = {"spaceId": space, "runtimeId": runtime}
    if "fileId" in operation.path:
        ids["fileId"] = upload(server.api, b"generated").expect(201)["id"]
    if "runId" in operation.path:
        ids["runId"] = server.api.start(runtime)["runId"]
        server.api.stop(runtime)
    wanted = {name: value for name, value in ids.items() if "{" + name + "}" in operation.path}
    return wanted if operation.path.count("{") == len(wanted) else {}


def examine(server, operation, mode):
    """Sends generated requests, and applies every check of Schemathesis."""
    ids = known_ids(server, operation) if mode is GenerationMode.POSITIVE else {}
    given = {"path_parameters": ids} if ids else {}

    @hypothesis.seed(20261123)
    @settings(max_examples=LIMIT, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @hypothesis.given(case=operation.as_strategy(generation_mode=mode, **given))
    def examples(case):
        if mode is GenerationMode.POSITIVE and case.query:
            case.query.pop("cursor", None)  # right is only what the list itself gave
        if mode is GenerationMode.POSITIVE and "/files" in operation.path:
            tame(case.body)
        if mode is GenerationMode.POSITIVE and operation.path.endswith("/recording/export") and isinstance(case.body, dict):
            # Which of two times is the later one, and whether a run was that long, no schema can say.
            case.body.update({name: at for name, at in (("fromSeconds", 0), ("toSeconds", 2.5)) if name in case.body})
        response = case.call(base_url=server.url, headers={"authorization": f"Bearer {server.key}"}, timeout=10)
        assert response.elapsed < 2 or operation.path.endswith(("/start", "/stop", "/targets"))
        # Unknown parameters and empty ones are ignored, as the contract says: what must be refused, test_bad_input has.
        case.validate_response(
            response, headers={"authorization": f"Bearer {server.key}"}, excluded_checks=[negative_data_rejection]
        )

    examples()


def tame(body):
    """Names and paths of files that mean the same everywhere: what others are answered, test_files_hostile has."""
    for field in ("name", "path", "runtimePath", "destinationPath"):
        if isinstance(body, dict) and isinstance(body.get(field), str):
            body[field] = f"generated-{next(NUMBERS)}"
    if isinstance(body, dict):
        body.pop("spaceId", None)
        for field in [key for key in body if not key.isprintable()]:
            del body[field]  # no field of a form's head can hold it
        if isinstance(body.get("metadata"), str):
            body["metadata"] = "{}"


@pytest.mark.timeout(300)
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_every_operation_keeps_its_schema(make_server, mode):
    """With requests that are right by the schema, and with requests that are wrong."""
    server = make_server()
    failures = []
    for operation in operations(server):
        try:
            examine(server, operation, mode)
        except hypothesis.errors.Unsatisfiable:
            continue  # nothing about this operation can be wrong
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
