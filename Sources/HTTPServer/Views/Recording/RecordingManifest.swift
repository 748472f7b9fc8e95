import API
import ControlPlane
import FrameLog
import JSON
import Model

/// What a player needs to know of a recording before it fetches pictures. Times are milliseconds since the run's start.
struct RecordingManifest {
    let run: Run
    let state: RecordingState
    /// Nil while there is no log.
    let overview: RecordingOverview?
    let lease: Lease

    var json: JSON {
        [
            "run": [
                "id": .string(run.id.description), "status": .string(run.status.rawValue),
                "startedAt": .time(run.startedAt), "finishedAt": .time(run.finishedAt),
            ],
            "recording": [
                "status": .string(state.status.rawValue), "form": .text(state.form?.rawValue),
                "reason": .text(state.failure),
            ],
            "expiresAt": .time(lease.expiresAt),
            "durationMs": .integer(state.durationMilliseconds ?? run.milliseconds),
            "tracks": .array((overview?.tracks ?? []).map(Self.track)),
            "program": .array(
                (overview?.program ?? []).map { ["atMs": .integer($0.from), "pageId": .text($0.pageID)] }
            ),
            "completeness": [
                "ratio": .number(state.completeness ?? 0), "gaps": .array(state.gaps.map(Self.gap)),
            ],
        ]
    }

    private static func track(_ track: RecordingOverview.Track) -> JSON {
        [
            "pageId": .string(track.pageID),
            "fromMs": .integer(track.from),
            "toMs": track.to.map(JSON.integer) ?? .null,
            "places": .array(
                track.visits.map { visit in
                    ["atMs": .integer(visit.from), "title": .string(visit.title), "url": .string(visit.url)]
                }
            ),
        ]
    }

    private static func gap(_ gap: RecordingGap) -> JSON {
        ["fromMs": .integer(gap.from), "toMs": .integer(gap.to), "cause": .string(gap.cause.rawValue)]
    }
}

extension Run {
    /// How long the run is, or has been so far.
    fileprivate var milliseconds: Int64 { (finishedAt ?? .now).milliseconds - startedAt.milliseconds }
}
