/// Bounds the frames of one page where they are made, in the browser, and never misses the last one of a burst. A state machine without I/O;
/// times are milliseconds of a clock that does not go back.
///
/// Holding acknowledgements bounds nothing well: three frames may be in flight, each capture is made anyway, and what changes
/// while all three are held is lost until the page moves again. What costs is capturing, so a page that moves faster than the rate is
/// *sampled*: its cast is stopped and started again when the next frame is due. A cast that starts gives the present picture at once. When that is
/// equal to the one before, the burst is over and the cast stays on: a still page costs nothing, and its next change comes without delay.
///
/// A page that an agent acts on is about to change, and the agent waits for it: the cast rests until the agent pauses for one interval, at most for
/// ``busyInterval``. So a step costs one capture, taken when its picture is there, and an agent that never pauses is hardly slowed. A document that
/// has loaded is not passed over: its picture comes before the cast rests again.
///
/// A caret that blinks shows two pictures in turn, for as long as its field has the focus, which an agent that thinks leaves there. Such a page is
/// looked at once in ``blinkInterval`` only, until a third picture or the agent comes.
struct CastGovernor: Sendable, Equatable {
    enum Command: Sendable, Equatable {
        /// CDP `Page.startScreencast`.
        case start(everyNthFrame: Int)
        /// CDP `Page.stopScreencast`.
        case stop
        /// Call ``wake(at:)`` then, not earlier.
        case wake(at: Int64)
    }

    enum Phase: Sendable, Equatable {
        case off
        /// The cast is on, and the page moves slowly or not at all.
        case watching
        /// The cast is off until the next frame is due.
        case resting(since: Int64, until: Int64)
        /// The cast was started for one frame, which has not come.
        case sampling
        /// The cast is on and gives each nth frame, for rates that are too high for sampling. It is looked at then, whether it has ended.
        case streaming(until: Int64)
    }

    /// Frames a second.
    private(set) var rate: Int
    /// Whether nobody watches: then a page that never rests gets no more than a fifth of a core for its samples.
    private(set) var isThrifty = true
    private(set) var phase = Phase.off
    private var startedAt: Int64 = 0
    private var lastFrameAt: Int64 = .min / 2
    /// Frames that came too soon, one after another.
    private var earlyFrames = 0
    private var lastActAt: Int64 = .min / 2
    /// Whether the rest is the agent's, not the page's.
    private var restsForAgent = false
    /// Samples since the page began to move.
    private var samples = 0
    /// How long the last sample took.
    private var sampleTime: Int64 = 0
    /// Whether the page has loaded a document since the last picture.
    private var hasNewDocument = false
    /// How often the picture before the last one came back, with no other between.
    private var swings = 0

    /// Above this many frames a second a cast streams: starting it takes some 50 ms.
    static let mostSamples = 12
    /// So many frames may come too soon: a click or a key is two or three frames, and over before sampling would begin.
    private static let patience = 2
    /// A stream that gave nothing for so long has ended.
    private static let quiet: Int64 = 150
    /// So many samples of a burst come at the full rate, also where thrift is wanted: what a step sets in motion is over by then.
    private static let sprint = 10
    /// A page that an agent acts on without a pause is captured once in so many milliseconds, and more seldom where samples take long.
    static let busyInterval: Int64 = 400
    private static let longestBusyInterval: Int64 = 2000
    /// So often a page may go back and forth between two pictures.
    private static let mostSwings = 4
    /// Afterwards it is captured once in so many milliseconds.
    static let blinkInterval: Int64 = 2000

    init(rate: Int) { self.rate = rate }

    private var interval: Int64 { Int64(1000 / max(1, rate)) }
    private var streams: Bool { rate > Self.mostSamples }
    private var step: Int { max(1, (60 + rate - 1) / rate) }
    /// Whether the page has shown nothing but two pictures in turn for a while.
    var isBlinking: Bool { isThrifty && swings >= Self.mostSwings }

    mutating func start(at now: Int64) -> [Command] {
        guard phase == .off else { return [] }
        return cast(.watching, at: now)
    }

    mutating func stop() -> [Command] {
        defer { phase = .off }
        return phase == .off ? [] : [.stop]
    }

    /// The rate has changed, or somebody watches now, or nobody any more: a stream gets the new rate, or ends, and a blinking page has its cast again.
    mutating func set(rate new: Int, isThrifty: Bool, at now: Int64) -> [Command] {
        let (before, hasWoken) = (step, isBlinking && !isThrifty)
        rate = new
        self.isThrifty = isThrifty
        if hasWoken, case .resting = phase { return cast(.watching, at: now) }
        guard case .streaming = phase, step != before || !streams else { return [] }
        return [.stop] + (streams ? stream(at: now) : cast(.watching, at: now))
    }

    /// The page's picture may have been lost, as after a crash: it is asked for again.
    mutating func restart(at now: Int64) -> [Command] { stop() + start(at: now) }

    /// An agent is about to change the page: a key, a click, an address.
    mutating func acted(at now: Int64) -> [Command] {
        lastActAt = now
        // A cast that has not given its first picture is waited for: the page may not be there for long.
        let mayRest = phase == .watching && !streams && lastFrameAt >= startedAt && !hasNewDocument
        guard wakesFromBlinking() || mayRest else { return [] }
        restsForAgent = true
        return rest(until: now + interval, at: now)
    }

    /// The page has loaded a document, of which there may be no picture.
    mutating func loaded(at now: Int64) -> [Command] {
        hasNewDocument = true
        return wakesFromBlinking() || restsForAgent ? hurry(at: now) : []
    }

    /// Takes the picture now that a rest has put off.
    mutating func hurry(at now: Int64) -> [Command] {
        guard case .resting = phase else { return [] }
        return cast(.sampling, at: now)
    }

    /// A frame came.
    /// - Parameters:
    ///   - isNew: whether it differs from the one before.
    ///   - isBack: whether the one before that has come back.
    mutating func frame(at now: Int64, isNew: Bool, isBack: Bool = false) -> [Command] {
        let pause = now - lastFrameAt
        lastFrameAt = now
        // A picture of the document before may come still.
        if isNew {
            hasNewDocument = false
            swings = isBack ? swings + 1 : 0
        }
        if phase == .sampling { sampleTime = now - startedAt }
        switch phase {
        case .off, .resting, .streaming: return []
        case .watching where isBlinking, .sampling where isBlinking:
            restsForAgent = false
            return rest(until: now + Self.blinkInterval, at: now)
        case .sampling where !isNew, .watching where pause >= interval || !isNew: return watch()
        case .sampling where restsForAgent: return isActedOn(at: now) ? rest(until: now + interval, at: now) : watch()
        case .watching where earlyFrames < Self.patience:
            earlyFrames += 1
            return []
        case .watching where streams, .sampling where streams:
            return [.stop] + stream(at: now)
        case .sampling:
            samples += 1
            return rest(until: max(startedAt + interval, now + restAfterSample), at: now)
        case .watching: return rest(until: now - pause + interval, at: now)
        }
    }

    /// It may be called for other reasons too: a call that comes before its time changes nothing, as the right one is on its way.
    mutating func wake(at now: Int64) -> [Command] {
        switch phase {
        case .resting(_, let until) where now < until: return []
        case .streaming(let until) where now < until: return []
        case .resting(let since, let until):
            let due = due(since: since, until: until)
            guard now < due else { return cast(.sampling, at: now) }
            phase = .resting(since: since, until: due)
            return [.wake(at: due)]
        case .streaming where now - lastFrameAt < Self.quiet:
            phase = .streaming(until: lastFrameAt + Self.quiet)
            return [.wake(at: lastFrameAt + Self.quiet)]
        // What came last may be between two nth frames: a new cast gives it.
        case .streaming: return [.stop] + cast(.watching, at: now)
        case .off, .watching, .sampling: return []
        }
    }

    private mutating func cast(_ next: Phase, everyNthFrame: Int = 1, at now: Int64) -> [Command] {
        phase = next
        startedAt = now
        return [.start(everyNthFrame: everyNthFrame)]
    }

    private mutating func stream(at now: Int64) -> [Command] {
        let until = now + Self.quiet
        return cast(.streaming(until: until), everyNthFrame: step, at: now) + [.wake(at: until)]
    }

    private mutating func watch() -> [Command] {
        phase = .watching
        restsForAgent = false
        earlyFrames = 0
        samples = 0
        return []
    }

    /// A sample keeps about one core busy while it lasts. Where it takes long, browser and agent need the processor more than we do.
    private var restAfterSample: Int64 { isThrifty && samples > Self.sprint ? sampleTime * 4 : sampleTime * 3 / 2 }

    private mutating func rest(until: Int64, at now: Int64) -> [Command] {
        let until = max(until, now)
        phase = .resting(since: now, until: until)
        return [.stop, .wake(at: until)]
    }

    /// What comes now may be a third picture. Returns whether the cast rests because the page blinked.
    private mutating func wakesFromBlinking() -> Bool {
        defer { swings = 0 }
        guard case .resting = phase else { return false }
        return isBlinking
    }

    private func isActedOn(at now: Int64) -> Bool { now - lastActAt < interval }

    /// When a rest ends: the agent's next act puts it off, up to a limit.
    private func due(since: Int64, until: Int64) -> Int64 {
        let limit = min(max(Self.busyInterval, sampleTime * 8), Self.longestBusyInterval)
        return max(until, min(lastActAt + interval, since + limit))
    }
}
