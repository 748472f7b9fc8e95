import Model

/// The casts of a run: which pages are cast, how fast, and which of their frames are kept. A state machine without I/O; times are milliseconds
/// of a clock that does not go back.
///
/// Cast are the front page and the three pages behind it that were last in front or last driven, so twenty tabs cost four casts. The front page
/// and pages that an agent or a person drives have the full rate; others one frame a second while they change. Still pages cost nothing.
/// Pages that somebody watches are cast too, at the rate that is asked for, wherever they stand.
struct Screencast: Sendable {
    enum Action: Sendable {
        /// CDP `Page.startScreencast`.
        case start(everyNthFrame: Int, session: String)
        /// CDP `Page.stopScreencast`.
        case stop(session: String)
        /// CDP `Page.screencastFrameAck`.
        case acknowledge(Int64, session: String)
        /// For those who watch.
        case show(Frame)
        /// For the recording.
        case keep(Frame)
        /// Call ``wake(_:at:)`` then.
        case wake(page: String, at: Int64)
    }

    /// Pages cast beside the front one.
    static let mostBehind = 3
    /// Pages cast because they are watched.
    static let mostWatched = 8
    /// Frames a second of a page that is neither in front nor driven.
    static let rateBehind = 1
    /// A page counts as driven for so many milliseconds after a command.
    static let drivenFor: Int64 = 5000

    private let settings: ScreencastSettings
    /// Whether frames are kept; without it pages are cast only while somebody watches.
    private let isRecording: Bool
    /// The rates that those who watch ask for, by page; nil: the front one.
    private var wishes: [String?: Int] = [:]
    private var casts: [String: Cast] = [:]
    /// The pages and their sessions.
    private var sessions: [String: String] = [:]
    private var front: String?
    /// Pages by when they were last in front or driven, the latest last.
    private var recent: [String] = []
    private var drivenUntil: [String: Int64] = [:]
    private var lastNumber: Int64 = 0

    init(_ settings: ScreencastSettings, isRecording: Bool) {
        self.settings = settings
        self.isRecording = isRecording
    }

    /// Pages came, went, or moved to the front.
    mutating func update(_ sessions: [String: String], front: String?, at now: Int64) -> [Action] {
        self.sessions = sessions
        self.front = front
        drivenUntil = drivenUntil.filter { sessions[$0.key] != nil }
        recent = recent.filter { sessions[$0] != nil }
        for page in sessions.keys where !recent.contains(page) { recent.append(page) }
        if let front { touch(front) }
        return settle(at: now)
    }

    /// An agent or a person has sent a command to a page.
    mutating func driven(_ page: String, at now: Int64) -> [Action] {
        guard sessions[page] != nil else { return [] }
        drivenUntil[page] = now + Self.drivenFor
        touch(page)
        return settle(at: now) + [.wake(page: page, at: now + Self.drivenFor)]
    }

    /// An agent is about to change a page. Where somebody watches, its pictures come as ever.
    mutating func acted(_ page: String, at now: Int64) -> [Action] {
        guard isRecording, !isWatched(page) else { return [] }
        return carry(page) { $0.acted(at: now) }
    }

    /// A page has loaded a document.
    mutating func loaded(_ page: String, at now: Int64) -> [Action] { carry(page) { $0.loaded(at: now) } }

    /// The run is about to end: the pictures that were put off are taken now.
    mutating func hurry(at now: Int64) -> [Action] { casts.keys.flatMap { page in carry(page) { $0.hurry(at: now) } } }

    /// Whether pictures were asked for that have not come.
    var isSampling: Bool { casts.values.contains { $0.governor.phase == .sampling } }

    private func wish(for page: String) -> Int? {
        [wishes[page], page == front ? wishes[nil as String?] : nil].compactMap { $0 }.max()
    }

    private func isWatched(_ page: String) -> Bool { wish(for: page) != nil }

    /// Which pages are watched now, and at which rates.
    /// - Parameter rates: by page; nil: the front one.
    mutating func watched(at rates: [String?: Int], at now: Int64) -> [Action] {
        wishes = rates
        return settle(at: now)
    }

    /// The page crashed and came back: its cast is started anew.
    mutating func reloaded(_ page: String, at now: Int64) -> [Action] {
        carry(page) { $0.restart(at: now) }
    }

    private mutating func touch(_ page: String) {
        guard recent.last != page else { return }
        recent.removeAll { $0 == page }
        recent.append(page)
    }
}

extension Screencast {
    mutating func frame(_ frame: CastFrame, session: String, at now: Int64) -> [Action] {
        var actions: [Action] = [.acknowledge(frame.acknowledgement, session: session)]
        guard let page = casts.first(where: { $0.value.session == session })?.key, var cast = casts[page] else {
            return actions
        }
        // The browser encodes several at once, and the smaller one may overtake.
        guard !cast.isOvertaken(frame) else { return actions }
        let isBack = cast.isBack(frame)
        let isNew = cast.last != frame.jpeg && !(isBack && cast.governor.isBlinking)
        if isNew {
            lastNumber += 1
            let new = Frame(frame, number: lastNumber, pageID: page)
            (cast.beforeLast, cast.last) = (cast.last, frame.jpeg)
            cast.lastTime = new.time
            actions.append(.show(new))
            actions += isRecording ? cast.keep(new, at: now) : []
        }
        casts[page] = cast
        return actions + carry(page) { $0.frame(at: now, isNew: isNew, isBack: isBack) }
    }

    mutating func wake(_ page: String, at now: Int64) -> [Action] {
        var actions: [Action] = []
        if let until = drivenUntil[page], until <= now {
            drivenUntil[page] = nil
            actions = settle(at: now)
        }
        if let (kept, flushAt) = casts[page]?.thinner.flush(at: now) {
            if let kept { actions.append(.keep(kept)) }
            if let flushAt { actions.append(.wake(page: page, at: flushAt)) }
        }
        return actions + carry(page) { $0.wake(at: now) }
    }

    /// Ends all casts: the frames that waited.
    mutating func finish(at now: Int64) -> [Frame] {
        defer { casts = [:] }
        let waiting = casts.values.compactMap { (cast) -> Frame? in
            var cast = cast
            return cast.takeLast(at: now)
        }
        return waiting.sorted { $0.number < $1.number }
    }

    /// Starts and stops casts, and sets their rates, by what holds now.
    private mutating func settle(at now: Int64) -> [Action] {
        let wanted = wantedPages
        var actions: [Action] = []
        for page in casts.keys where casts[page]?.session != sessions[page] || !wanted.contains(page) {
            if sessions[page] != nil { actions += carry(page) { $0.stop() } }
            var cast = casts.removeValue(forKey: page)
            if let kept = cast?.takeLast(at: now) { actions.append(.keep(kept)) }
        }
        for page in wanted {
            guard let session = sessions[page] else { continue }
            let (rate, kept) = rates(of: page)
            let isThrifty = !isWatched(page)
            if casts[page] == nil { casts[page] = Cast(session: session, rate: rate, kept: kept) }
            casts[page]?.thinner.rate = kept
            actions += carry(page) { $0.set(rate: rate, isThrifty: isThrifty, at: now) + $0.start(at: now) }
        }
        return actions
    }

    private var wantedPages: [String] {
        let latest = recent.reversed()
        let recorded =
            isRecording ? (front.map { [$0] } ?? []) + latest.filter { $0 != front }.prefix(Self.mostBehind) : []
        return recorded + latest.filter(isWatched).prefix(Self.mostWatched).filter { !recorded.contains($0) }
    }

    /// Frames a second at the source, and in the recording.
    private func rates(of page: String) -> (source: Int, kept: Int) {
        let isFull = page == front || drivenUntil[page] != nil
        let kept = isFull ? settings.framesPerSecond : min(Self.rateBehind, settings.framesPerSecond)
        return (max(isRecording ? kept : 1, wish(for: page) ?? 0), kept)
    }

    private mutating func carry(_ page: String, _ step: (inout CastGovernor) -> [CastGovernor.Command]) -> [Action] {
        guard var cast = casts[page] else { return [] }
        let commands = step(&cast.governor)
        casts[page] = cast
        return commands.map { command in
            switch command {
            case .start(let nth): .start(everyNthFrame: nth, session: cast.session)
            case .stop: .stop(session: cast.session)
            case .wake(let time): .wake(page: page, at: time)
            }
        }
    }
}

/// The cast of one page.
private struct Cast: Sendable {
    let session: String
    var governor: CastGovernor
    var thinner: FrameThinner
    /// The newest picture that came, and the one before it.
    var last: [UInt8] = []
    var beforeLast: [UInt8] = []
    var lastTime: Timestamp?

    init(session: String, rate: Int, kept: Int) {
        self.session = session
        governor = CastGovernor(rate: rate)
        thinner = FrameThinner(rate: kept)
    }

    /// Whether a newer picture of the page has come already. A clock that was set back by more than a second is believed.
    func isOvertaken(_ frame: CastFrame) -> Bool {
        guard let lastTime else { return false }
        return (1..<1000).contains(lastTime.milliseconds - frame.time.milliseconds)
    }

    /// Whether the picture before the last one has come back.
    func isBack(_ frame: CastFrame) -> Bool { frame.jpeg == beforeLast }

    mutating func keep(_ frame: Frame, at now: Int64) -> [Screencast.Action] {
        let (kept, flushAt) = thinner.offer(frame, at: now)
        if let kept { return [.keep(kept)] }
        return flushAt.map { [.wake(page: frame.pageID, at: $0)] } ?? []
    }

    mutating func takeLast(at now: Int64) -> Frame? { thinner.takeLast(at: now) }
}

extension Frame {
    fileprivate init(_ frame: CastFrame, number: Int64, pageID: String) {
        self.init(
            number: number,
            pageID: pageID,
            time: frame.time,
            width: frame.width,
            height: frame.height,
            geometry: frame.geometry,
            jpeg: frame.jpeg
        )
    }
}
