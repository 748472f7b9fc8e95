"""The recording of a run, as its API gives it and as it lies on the disk."""

import json
from datetime import datetime

from . import clock


def seconds(time):
    """An ISO time as seconds since 1970."""
    return datetime.fromisoformat(time.replace("Z", "+00:00")).timestamp()


class Recording:
    def __init__(self, server, run_id):
        self.api = server.api
        self.run_id = run_id
        self.folder = server.data / "recordings" / run_id

    @property
    def started_at(self):
        return seconds(self.api.run(self.run_id)["startedAt"])

    def get(self, at=None, page=None):
        """The answer for the picture at a moment, in seconds since the run's start."""
        query = "&".join(([f"at={at:.3f}"] if at is not None else []) + ([f"pageId={page}"] if page else []))
        return self.api.get(f"/v1/runs/{self.run_id}/frames?{query}")

    def frame(self, at=None, page=None):
        answer = self.get(at, page)
        assert answer.status == 200, answer.body
        return answer

    def shown(self):
        """The number and the mark of the newest picture; (None, None) while there is none."""
        answer = self.get()
        return clock.read(answer.body) if answer.status == 200 else (None, None)

    def journal(self):
        """What happened beside the frames."""
        lines = (self.folder / "journal").read_bytes().splitlines()
        return [json.loads(line[9:]) for line in lines]

    def gaps(self):
        return [line["cause"] for line in self.journal() if line["type"] == "gap"]

    def frame_count(self, page=None):
        """Frames on the disk, of one page of the journal or of all."""
        files = self.folder.glob("index-*" if page is None else f"index-{page:06d}")
        return sum((file.stat().st_size - 64) // 64 for file in files)
