import FrameLog
import VideoEncoding

/// The making of one page's video out of its log.
struct PageArchiving: Sendable {
    let page: LogPageReader
    let writer: PageArchiveWriter
    let encoder: Encoder

    /// What went into the video.
    private struct Pictures: Sendable {
        /// For each entry of the index the number of its picture, from 0; nil: it is damaged.
        var numbers: [Int32?] = []
        /// When each picture is shown, in milliseconds since the run's start.
        var times: [Int64] = []

        /// - Returns: the picture and its time, where there is a new one.
        mutating func add(_ step: LogPageReader.Step) -> (jpeg: [UInt8], time: Int64)? {
            switch step {
            case .lost: numbers.append(nil)
            case .same: numbers.append(Int32(times.count - 1))
            case .picture(let jpeg, let milliseconds):
                // No two pictures of a video are shown at the same time.
                let time = max(milliseconds, (times.last ?? -1) + 1)
                numbers.append(Int32(times.count))
                times.append(time)
                return (jpeg, time)
            }
            return nil
        }
    }

    /// Writes the video, and looks whether all pictures are in it, each at its time.
    /// - Throws: ``FrameLogError``, ``VideoError``; `CancellationError`.
    func run() async throws {
        let (width, height) = try await idle { try page.size() }
        let pictures = try await width > 0 ? write(width, height) : unreadable()
        let writer = writer
        try await idle { try writer.finish(pictures.numbers) }
        guard !pictures.times.isEmpty else { return }
        guard try await VideoCheck(encoder).times(ofVideo: writer.path) == pictures.times else {
            throw FrameLogError(.damaged, "The video does not have the pictures of the log at their times.")
        }
    }

    private func write(_ width: Int, _ height: Int) async throws -> Pictures {
        guard max(width, height) <= VideoCanvas.longestSide else {
            throw FrameLogError(
                .unavailable,
                "Pictures of \(width) by \(height) pixels are larger than a video may be."
            )
        }
        let video = try await ArchiveEncoder(encoder, VideoCanvas(width: width, height: height))
        return try await withThrowingTaskGroup(of: Pictures?.self) { group in
            group.addTask { try await fill(video) }
            group.addTask {
                try await keep(video)
                return nil
            }
            var pictures = Pictures()
            while let part = try await group.next() { pictures = part ?? pictures }
            return pictures
        }
    }

    /// Hands all pictures of the log to the encoder.
    private func fill(_ video: ArchiveEncoder) async throws -> Pictures {
        var pictures = Pictures()
        while true {
            let steps = try await idle { try page.next() }
            guard !steps.isEmpty else { break }
            for step in steps {
                if let (jpeg, time) = pictures.add(step) { try await video.add(jpeg, at: time) }
            }
        }
        video.endInput()
        return pictures
    }

    /// Writes what the encoder makes of them.
    private func keep(_ video: ArchiveEncoder) async throws {
        let writer = writer
        while let picture = try await video.next() {
            try await idle {
                try writer.add(picture.bytes, head: picture.head, startsGroup: picture.startsGroup)
            }
        }
    }

    /// A page of which no entry can be read.
    private func unreadable() async throws -> Pictures {
        var pictures = Pictures()
        while true {
            let steps = try await idle { try page.next() }
            guard !steps.isEmpty else { return pictures }
            for step in steps { _ = pictures.add(step) }
        }
    }
}
