import FrameLog
import Logging
import VideoEncoding

/// JPEGs of archived recordings, made by ffmpeg, a group of pictures at a time. The last groups are kept.
///
/// Who asks for a picture of a group that is being decoded waits for that. At most two are decoded at once; of those that wait the newest goes
/// first, since it is what somebody looks at now, and beyond a hundred the oldest is refused.
actor ArchivedPictures: PictureDecoder {
    typealias Answer = Result<[UInt8], FrameLogError>

    private struct Job {
        let video: [[UInt8]]
        var jpegs: [[UInt8]] = []
        var waiters: [(place: Int, answer: CheckedContinuation<Answer, Never>)] = []
    }

    /// An ffmpeg that waits for the next group.
    private struct Spare {
        let number: Int
        let width: Int
        let height: Int
        let decoder: GroupDecoder

        func fits(_ group: ArchivedPicture.Group) -> Bool { (width, height) == (group.width, group.height) }
    }

    private static let longestQueue = 100
    /// After that it ends.
    private static let longestSpare: Duration = .seconds(10)

    private let ffmpeg: ExportSettings
    private let logger: Logger
    private var kept = KeptGroups()
    private var jobs: [ArchivedPicture.Group: Job] = [:]
    private var queue: [ArchivedPicture.Group] = []
    private var running = 0
    private var spare: Spare?
    private var spares = 0
    private var isStartingSpare = false

    init(_ ffmpeg: ExportSettings, logger: Logger) {
        self.ffmpeg = ffmpeg
        self.logger = logger
    }

    func jpeg(of picture: ArchivedPicture) async throws(FrameLogError) -> [UInt8] {
        let (group, place) = (picture.group, picture.place)
        if let jpegs = kept.pictures(of: group), place < jpegs.count { return jpegs[place] }
        if let jpegs = jobs[group]?.jpegs, place < jpegs.count { return jpegs[place] }
        let answer: Answer = await withCheckedContinuation { answer in
            let isNew = jobs[group] == nil
            jobs[group, default: Job(video: picture.video)].waiters.append((place, answer))
            if isNew {
                queue.append(group)
                refuseOldest()
                startNext()
            }
        }
        return try answer.get()
    }

    /// Forgets what is kept of a recording.
    func forget(_ folder: String) { kept.forget { $0.video.hasPrefix(folder + "/") } }

    private func refuseOldest() {
        guard queue.count > Self.longestQueue else { return }
        end(
            queue.removeFirst(),
            FrameLogError(.unavailable, "Too many pictures of archived recordings are asked for at once.")
        )
    }

    private func startNext() {
        while running < GroupDecoder.mostAtOnce, let group = queue.popLast() {
            running += 1
            Task { await perform(group) }
        }
    }

    private func perform(_ group: ArchivedPicture.Group) async {
        let failure = await decode(group)
        running -= 1
        if failure == nil, let jpegs = jobs[group]?.jpegs { kept.keep(jpegs, of: group) }
        end(group, failure ?? FrameLogError(.unavailable, "The video has fewer pictures than it should."))
        startNext()
        if failure == nil { await keepSpare(like: group) }
    }

    private func decode(_ group: ArchivedPicture.Group) async -> FrameLogError? {
        guard let video = jobs[group]?.video else { return nil }
        do {
            let decoder = try await decoder(for: group)
            try await decoder.decode(video) { [self] in await add($0, to: group) }
            return nil
        } catch let error as VideoError where error.code == .encoderMissing {
            return FrameLogError(.decoderMissing, "The recording is archived as video. \(error.message)")
        } catch {
            logger.error("Picture not decoded", metadata: ["path": "\(group.video)", "error": "\(error)"])
            return FrameLogError(.unavailable, "The picture cannot be decoded: \(error)")
        }
    }

    private func decoder(for group: ArchivedPicture.Group) async throws -> GroupDecoder {
        if let spare, spare.fits(group) {
            self.spare = nil
            return spare.decoder
        }
        return try await GroupDecoder(try ffmpeg.encoder(), width: group.width, height: group.height)
    }

    /// Who has looked at a picture will, as a rule, look at more: the next ffmpeg is started meanwhile.
    private func keepSpare(like group: ArchivedPicture.Group) async {
        guard let number = await startSpare(like: group) else { return }
        try? await Task.sleep(for: Self.longestSpare)
        if spare?.number == number { spare = nil }
    }

    private func startSpare(like group: ArchivedPicture.Group) async -> Int? {
        guard !isStartingSpare, !(spare?.fits(group) ?? false) else { return nil }
        isStartingSpare = true
        defer { isStartingSpare = false }
        let started = try? await GroupDecoder(try ffmpeg.encoder(), width: group.width, height: group.height)
        guard let started else { return nil }
        spares += 1
        spare = Spare(number: spares, width: group.width, height: group.height, decoder: started)
        return spares
    }

    private func add(_ jpeg: [UInt8], to group: ArchivedPicture.Group) {
        guard var job = jobs[group] else { return }
        let place = job.jpegs.count
        job.jpegs.append(jpeg)
        let waiters = job.waiters
        job.waiters = waiters.filter { $0.place != place }
        jobs[group] = job
        for waiter in waiters where waiter.place == place { waiter.answer.resume(returning: .success(jpeg)) }
    }

    private func end(_ group: ArchivedPicture.Group, _ error: FrameLogError) {
        for waiter in jobs.removeValue(forKey: group)?.waiters ?? [] {
            waiter.answer.resume(returning: .failure(error))
        }
    }
}
