import API
import ControlPlane
import FrameLog
import HTTPTypes
import Hummingbird
import JSON
import Model
import NIOCore

/// `/v1/runs/{runId}/frames` and the deletion of a recording. Ours, not the contract's.
struct FrameRoutes {
    let recordings: Recordings
    let runs: Runs

    func add(to routes: inout Routes) {
        routes.on(.get, "/v1/runs/{runId}/frames", frame)
        routes.on(.delete, "/v1/runs/{runId}/recording", delete)
    }

    /// The picture of a moment. Without `at` the newest one.
    @Sendable private func frame(_ call: Call) async throws -> Response {
        let id = try call.runID
        let query = try call.query()
        let asked = try query.milliseconds("at")
        let page = try query.label("pageId")
        let state = try await recordings.state(of: id)
        let end = state.durationMilliseconds ?? 0
        let moment = min(max(asked ?? end, 0), end)
        let frame = try await recordings.frame(of: id, at: moment, page: page)
        var response = Response(jpeg: frame.jpeg)
        response.headers.describe(frame, of: try await runs.get(id))
        if let asked, asked != moment { response.headers[.frameClamped] = asked < 0 ? "start" : "end" }
        return response
    }

    @Sendable private func delete(_ call: Call) async throws -> Response {
        let id = try call.runID
        try await recordings.delete(id)
        return .json(["id": .string(id.description), "deleted": true])
    }
}

extension Response {
    /// A picture that only its caller may keep.
    init(jpeg: [UInt8]) {
        self.init(
            status: .ok,
            headers: [
                .contentType: "image/jpeg", .contentLength: "\(jpeg.count)", .cacheControl: "private, no-cache",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: jpeg))
        )
    }
}

extension HTTPFields {
    /// When a frame was shown, and by which page.
    mutating func describe(_ frame: StoredFrame, of run: Run) {
        self[.frameTime] = JSON.number(Double(frame.milliseconds) / 1000).text
        let time = Timestamp(milliseconds: run.startedAt.milliseconds + frame.milliseconds)
        self[.frameTimestamp] = time.description
        self[.frameNumber] = "\(frame.number)"
        self[.framePage] = frame.pageID
        if frame.damagedBefore > 0 { self[.frameDamaged] = "\(frame.damagedBefore)" }
    }
}

extension QueryReader {
    /// Seconds, with a fraction, as milliseconds; beyond ten years they count as ten years.
    func milliseconds(_ name: String) throws(APIError) -> Int64? {
        guard let text = try text(name) else { return nil }
        let isNumber = text.utf8.allSatisfy { "+-.0123456789eE".utf8.contains($0) }
        guard isNumber, let seconds = Double(text) else {
            throw .invalid(name, "must be a number of seconds, such as 12.5.")
        }
        let most = 315_360_000.0
        return Int64((min(max(seconds, -most), most) * 1000).rounded())
    }
}
