import Synchronization

/// Reads a recording, ended or still being written; then it sees what is committed.
///
/// Times are milliseconds since the run's start. Nothing is repaired: what was torn off by a kill is not there, what does not match its
/// checksum is passed over. May be kept and used by any number of tasks; it holds what the journal says, and no frames.
public final class RecordingReader: Sendable {
    /// The recording's folder.
    public let folder: String
    private let lane: FileLane
    private let decoder: (any PictureDecoder)?
    /// Used on the lane alone; the lock is never contended.
    private let journal: Mutex<JournalReader>

    /// - Parameters:
    ///   - folder: the recording's own. It is looked at with the first call.
    ///   - decoder: nil: pictures of an archived recording are `decoderMissing`.
    public init(folder: String, decoder: (any PictureDecoder)? = nil) {
        self.folder = folder
        self.decoder = decoder
        lane = .reader(of: folder)
        journal = Mutex(JournalReader(folder: folder))
    }

    /// What the recording holds.
    /// - Throws: ``FrameLogError`` `notFound`, `newerVersion`, `unavailable`; so do all other calls.
    public func overview() async throws(FrameLogError) -> RecordingOverview {
        try await run { journal, folder throws(FrameLogError) in
            try RecordingOverview(journal, lastFrame: Self.lastFrame(journal, folder))
        }
    }

    /// The frame that a track shows at a moment: the newest one that is not newer. Before the first frame: the first.
    /// - Parameter page: Nil: the program, which follows the front page.
    /// - Returns: Nil when the track has no frame at all.
    /// - Throws: `decoderMissing` too.
    public func frame(at milliseconds: Int64, page: String? = nil) async throws(FrameLogError) -> StoredFrame? {
        try await picture(try await found(at: milliseconds, page: page))
    }

    /// The same, without the picture.
    public func entry(at milliseconds: Int64, page: String? = nil) async throws(FrameLogError) -> FrameEntry? {
        try await found(at: milliseconds, page: page)?.entry
    }

    private func found(at milliseconds: Int64, page: String?) async throws(FrameLogError) -> FoundFrame? {
        try await run { journal, folder throws(FrameLogError) in
            try FrameSearch(journal: journal, folder: folder).frame(at: milliseconds, page: page)
        }
    }

    /// The frame with a number; nil when there is none.
    /// - Throws: `damaged`, `decoderMissing` too.
    public func frame(number: Int64) async throws(FrameLogError) -> StoredFrame? {
        let found = try await run { journal, folder throws(FrameLogError) in
            try FrameSearch(journal: journal, folder: folder).frame(number: number)
        }
        return try await picture(found)
    }

    /// The frame of a page with a number, found faster than by its number alone.
    public func frame(number: Int64, of page: String) async throws(FrameLogError) -> StoredFrame? {
        let found = try await run { journal, folder throws(FrameLogError) in
            try FrameSearch(journal: journal, folder: folder).frame(number: number, of: page)
        }
        return try await picture(found)
    }

    private func picture(_ found: FoundFrame?) async throws(FrameLogError) -> StoredFrame? {
        guard let found else { return nil }
        let jpeg: [UInt8]
        switch found.content {
        case .jpeg(let bytes): jpeg = bytes
        case .archived(let picture):
            guard let decoder else { throw FrameLogError(.decoderMissing, "The recording is archived as video.") }
            jpeg = try await decoder.jpeg(of: picture)
        }
        return StoredFrame(entry: found.entry, jpeg: jpeg, damagedBefore: found.damagedBefore)
    }

    /// What a track shows from one moment to another, in order, without the pictures. The first entry is the frame that is shown at `from`
    /// already.
    /// - Parameters:
    ///   - page: Nil: the program.
    ///   - limit: The list ends after so many; go on from the last one's `shownFrom` plus one. Default 1,000.
    public func index(
        from: Int64,
        to: Int64,
        page: String? = nil,
        limit: Int = 1000
    ) async throws(FrameLogError) -> [FrameEntry] {
        try await run { journal, folder throws(FrameLogError) in
            try TrackList(journal: journal, folder: folder).entries(from: from, to: to, page: page, limit: limit)
        }
    }

    /// The frames of ``index(from:to:page:limit:)``, without limit, with their pictures. Damaged ones are left out. It reads as it is
    /// iterated.
    public func frames(from: Int64, to: Int64, page: String? = nil) -> StoredFrames {
        StoredFrames(reader: self, from: from, to: to, page: page)
    }

    private func run<Value: Sendable>(
        _ work: @escaping @Sendable (JournalState, String) throws(FrameLogError) -> Value
    ) async throws(FrameLogError) -> Value {
        try await lane.run { [self] () throws(FrameLogError) in
            let state = try read()
            let result = Result { () throws(FrameLogError) in try work(state, folder) }
            // The log may have become videos meanwhile: then what was looked for is there now.
            if case .failure(let error) = result, error.code == .notFound, !state.isArchived {
                let state = try read()
                if state.isArchived { return try work(state, folder) }
            }
            return try result.get()
        }
    }

    private func read() throws(FrameLogError) -> JournalState {
        let state = journal.withLock { journal in
            Result { () throws(FrameLogError) in
                try journal.read()
                return journal.state
            }
        }
        return try state.get()
    }

    private static func lastFrame(_ journal: JournalState, _ folder: String) throws(FrameLogError) -> Int64 {
        var last: Int64 = 0
        for (page, track) in journal.trackOf where journal.tracks[track].to == nil {
            guard let index = try PageIndex(folder: folder, page: page), index.count > 0 else { continue }
            last = max(last, try index.entry(index.count - 1)?.milliseconds ?? 0)
        }
        return last
    }
}

extension RecordingOverview {
    init(_ journal: JournalState, lastFrame: Int64) {
        self.init(
            startedAtMilliseconds: journal.startedAt ?? 0,
            tracks: journal.tracks,
            program: journal.program,
            durationMilliseconds: max(journal.last, lastFrame),
            isClosed: journal.isClosed,
            isArchived: journal.isArchived,
            gaps: journal.gaps,
            openGap: journal.openGap,
            damagedLines: journal.damagedLines
        )
    }
}
