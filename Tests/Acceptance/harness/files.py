"""The files of a run, as its API tells of them."""

from .wait import until


def files_of(api, run_id, **query):
    """All files of a run, oldest first."""
    parts = "".join(f"&{name}={value}" for name, value in query.items())
    found, cursor = [], ""
    while True:
        page = api.get(f"/v1/runs/{run_id}/files?limit=200{cursor}{parts}").expect(200)
        found += page["data"]
        if not page["nextCursor"]:
            return list(reversed(found))
        cursor = f"&cursor={page['nextCursor']}"


def content_of(api, file):
    answer = api.get(f"/v1/files/{file['id']}/content", timeout=60)
    assert answer.status == 200, answer.body[:500]
    return answer.body


def until_files(api, run_id, count, **query):
    """Waits until a run has so many files, and gives them."""
    return until(lambda: len(found := files_of(api, run_id, **query)) >= count and found, 15, f"{count} files of {query}")


def activity_of(api, run_id, **query):
    parts = "".join(f"&{name}={value}" for name, value in query.items())
    return api.get(f"/v1/runs/{run_id}/activity?limit=200{parts}").expect(200)["data"]
