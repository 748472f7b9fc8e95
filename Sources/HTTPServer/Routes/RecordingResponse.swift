import API
import ControlPlane
import JSON
import Model

/// The answer of `runs.recording`. `durationMs`, `completeness`, `form`, `sizeBytes` and `leaseId` are ours, beyond the contract.
struct RecordingResponse {
    let url: String
    let lease: Lease
    let state: RecordingState
    let sizeInBytes: Int64?

    var json: JSON {
        var answer: JSONObject = [
            "url": .string(url),
            "expiresAt": .time(lease.expiresAt),
            "status": .string(state.status.rawValue),
            "leaseId": .string(lease.id.description),
        ]
        if let milliseconds = state.durationMilliseconds {
            answer["durationSeconds"] = .number(Double(milliseconds) / 1000)
            answer["durationMs"] = .integer(milliseconds)
        }
        if let completeness = state.completeness { answer["completeness"] = .number(completeness) }
        if let form = state.form { answer["form"] = .string(form.rawValue) }
        if let sizeInBytes { answer["sizeBytes"] = .integer(sizeInBytes) }
        return .object(answer)
    }
}
