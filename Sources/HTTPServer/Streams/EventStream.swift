import API
import ControlPlane
import Hummingbird
import Logging
import Model
import NIOCore
import Store

/// Writes one stream to its end: replays, follows, and says that the run has ended.
///
/// Frames are gathered into writes of up to 64 KiB, because many small ones outrun the event loop. It pulls, so that a slow
/// reader holds one batch and no more; one that takes nothing for ``ServerSettings/slowReaderTimeout`` is cut off.
struct EventStream: Sendable {
    /// The name of a row's frame, `run.event` or `run.activity`.
    let name: String
    /// The stream closes after so many rows, without `run.ended`.
    let limit: Int?
    let unnamed: Bool
    let settings: ServerSettings
    /// Whether the reader's key or lease still holds; asked once a heartbeat. The stream ends without `run.ended` when it does not.
    let isAllowed: @Sendable () async throws -> Bool
    let channel: any Channel
    let logger: Logger

    private static let batchBytes = 64 * 1024

    func write<Row: RecordRow>(_ reader: RecordReader<Row>, to writer: inout any ResponseBodyWriter) async throws {
        do {
            try await writeFrames(of: reader, to: &writer)
            try await writer.finish(nil)
        } catch {
            logger.debug("Stream broken off", metadata: ["error": "\(error)"])
            channel.close(promise: nil)
            throw error
        }
        Connection.closeWhenWritten(channel, patience: settings.slowReaderTimeout)
    }

    private func writeFrames<Row: RecordRow>(of reader: RecordReader<Row>, to writer: inout any ResponseBodyWriter)
        async throws
    {
        var reader = reader
        var frames = EventFrames(name: name, unnamed: unnamed)
        var remaining = limit ?? .max
        var asked = ContinuousClock.now
        while remaining > 0 {
            if asked.duration(to: .now) >= settings.heartbeat {
                guard try await isAllowed() else { return }
                asked = .now
            }
            switch try await reader.next(timeout: settings.heartbeat) {
            case .rows(let rows):
                for row in rows.prefix(remaining) {
                    frames.append(row)
                    if frames.count >= Self.batchBytes { try await send(frames.take(), to: &writer) }
                }
                remaining -= min(rows.count, remaining)
            case .idle: frames.appendHeartbeat()
            case .ended(let run):
                frames.append(ended: run)
                remaining = 0
            }
            if frames.count > 0 { try await send(frames.take(), to: &writer) }
        }
    }

    /// Waits until the connection takes the batch; closes it when that takes too long, which ends the wait with an error.
    private func send(_ batch: [UInt8], to writer: inout any ResponseBodyWriter) async throws {
        let channel = channel
        let timer = channel.eventLoop.scheduleTask(in: TimeAmount(settings.slowReaderTimeout)) {
            channel.close(promise: nil)
        }
        defer { timer.cancel() }
        try await writer.write(ByteBuffer(bytes: batch))
    }
}
