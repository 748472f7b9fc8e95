public import Logging
public import Model
import Synchronization

/// Writes the recording of one run. Nothing here waits or throws: work goes to a thread of its own, and what cannot be written becomes
/// a gap that the recording states.
///
/// What was handed over is on the disk after ``FrameLogSettings/commitInterval`` and the time of the disk itself. Times are milliseconds since
/// the run's start.
public final class FrameLogWriter: Sendable {
    let lane: FileLane
    /// Used on the lane alone; the lock is never contended.
    private let session: Mutex<LogSession>
    let queue: Mutex<FrameQueue>
    private let settings: FrameLogSettings

    /// - Parameter folder: the recording's own; it is made, with those above it.
    public init(
        folder: String,
        run: RunID,
        startedAt: Timestamp,
        settings: FrameLogSettings = FrameLogSettings(),
        logger: Logger
    ) {
        self.settings = settings
        queue = Mutex(FrameQueue(limit: settings.queueLimit))
        lane = FileLane("martlet.recording.\(run)")
        session = Mutex(
            LogSession(folder: folder, run: "\(run)", startedAt: startedAt, settings: settings, logger: logger)
        )
        work { $0.open() }
    }

    /// Keeps a frame. Numbers rise from call to call, and times within a page.
    public func append(_ frame: LoggedFrame) {
        switch queue.withLock({ $0.add(frame) }) {
        case .waits:
            work { [self] session in
                session.write(frame)
                queue.withLock { $0.written(frame) }
            }
        case .overflows:
            work { [self] session in
                guard let (frames, since) = queue.withLock({ $0.takeOverflow() }) else { return }
                session.overflowed(frames, since: since)
            }
        case .replaces: break
        }
    }

    /// Notes that a page came, or what its address and title are now. An address and its first title are noted at once, a title that changes at most once a second.
    public func page(_ id: String, url: String, title: String, at milliseconds: Int64) {
        work { $0.page(id, url: url, title: title, at: milliseconds) }
    }

    public func gone(_ id: String, at milliseconds: Int64) { work { $0.gone(id, at: milliseconds) } }

    /// Notes which page is in front; nil: none is.
    public func front(_ id: String?, at milliseconds: Int64) { work { $0.front(id, at: milliseconds) } }

    /// Notes that pictures are missing from here on, until ``gapEnded(at:)``.
    public func gap(_ cause: RecordingGap.Cause, at milliseconds: Int64) { work { $0.gap(cause, at: milliseconds) } }

    public func gapEnded(at milliseconds: Int64) { work { $0.gapEnded(at: milliseconds) } }

    /// Notes that recorder and browser are well, also when nothing moves. To be called every few seconds.
    public func alive(at milliseconds: Int64) { work { $0.alive(at: milliseconds) } }

    /// Puts what was handed over on the disk; returns when it is there, or cannot be put there.
    public func sync() async {
        await withCheckedContinuation { done in
            work { session in
                session.commit()
                done.resume()
            }
        }
    }

    /// Ends the recording; returns when all of it is on the disk, or cannot be put there.
    public func close(at milliseconds: Int64) async {
        await withCheckedContinuation { done in
            work { session in
                session.close(at: milliseconds)
                done.resume()
            }
        }
    }

    private func work(_ body: @escaping @Sendable (inout LogSession) -> Void) {
        lane.add { [self] in
            session.withLock { session in body(&session) }
            scheduleCommit()
        }
    }

    private func scheduleCommit() {
        guard session.withLock({ $0.takesCommit() }) else { return }
        lane.add(after: settings.commitInterval) { [self] in
            session.withLock { $0.commit() }
            scheduleCommit()
        }
    }
}
