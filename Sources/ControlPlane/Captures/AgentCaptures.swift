import CDPProxy
import Logging
import Model
import Recorder
import Synchronization

/// Makes files of the screenshots and PDFs that agents of one run take over CDP, from the browser's own replies.
///
/// What the tap calls returns at once; a task of its own decodes and keeps, one after the other. The replies that wait are bounded by the
/// proxy (``CommandReply``); what is skipped there is said in the activity.
final class AgentCaptures: Sendable {
    /// A piece of work, in the order of the replies.
    enum Job: Sendable {
        case reply(CaptureAsk, ReplyMessage)
        /// A reply that was too long to be kept.
        case skipped(CaptureAsk, size: Int)
        case opened(CaptureStreams.Name, CaptureAsk)
        case piece(CaptureStreams.Name, ReplyMessage)
        /// The client stopped to read.
        case lost(CaptureStreams.Name)
    }

    private struct State {
        var streams = CaptureStreams()
        /// Targets by the session ids of agents' clients.
        var sessions: [Int: [String: String]] = [:]
    }

    private let state = Mutex(State())
    private let jobs: AsyncStream<Job>.Continuation
    private let keeping: Task<Void, Never>

    init(run: Run, files: Files, recorder: RunRecorder, logger: Logger) {
        let (stream, continuation) = AsyncStream.makeStream(of: Job.self)
        jobs = continuation
        let keeper = CaptureKeeper(run: run, files: files, recorder: recorder, logger: logger)
        keeping = Task {
            for await job in stream {
                if Task.isCancelled { await keeper.pass(job) } else { await keeper.take(job) }
            }
        }
    }

    deinit { jobs.finish() }

    /// Whether the reply to a command is wanted.
    func wants(_ command: ClientCommand) -> Bool {
        if CaptureAsk.Kind(method: command.method) != nil { return true }
        guard command.method == "IO.read" || command.method == "IO.close" else { return false }
        return state.withLock { state in
            if let closed = state.streams.name(in: command, method: "IO.close") {
                _ = state.streams.close(closed)
                jobs.yield(.lost(closed))
            }
            return state.streams.name(in: command, method: "IO.read") != nil
        }
    }

    /// - Parameter page: of a client that is connected to that page alone.
    func replied(to command: ClientCommand, _ reply: CommandReply, page: String?) {
        if let ask = CaptureAsk(command, page: resolved(command, page)) {
            switch reply {
            case .message(let message): took(ask, message)
            case .skipped(let size): jobs.yield(.skipped(ask, size: size))
            }
        } else if let name = state.withLock({ $0.streams.name(in: command, method: "IO.read") }) {
            switch reply {
            case .message(let message): jobs.yield(.piece(name, message))
            case .skipped: lose(name)
            }
        }
    }

    /// A print may be a stream, which the client asks for as soon as it has this reply: so its name is read here and now.
    private func took(_ ask: CaptureAsk, _ message: ReplyMessage) {
        guard ask.kind == .pdf, message.size <= Self.longestStreamReply,
            let handle = CaptureReply(message.bytes)?.stream
        else { return _ = jobs.yield(.reply(ask, message)) }
        let name = CaptureStreams.Name(client: ask.client, handle: handle)
        let lost = state.withLock { $0.streams.open(name, for: ask) }
        for one in lost { jobs.yield(.lost(one)) }
        jobs.yield(.opened(name, ask))
    }

    private static let longestStreamReply = 1024

    private func lose(_ name: CaptureStreams.Name) {
        _ = state.withLock { $0.streams.close(name) }
        jobs.yield(.lost(name))
    }

    func attached(_ client: Int, session: String, target: String) {
        state.withLock { $0.sessions[client, default: [:]][session] = target }
    }

    func disconnected(_ client: Int) {
        let lost = state.withLock { state in
            state.sessions[client] = nil
            return state.streams.close(client: client)
        }
        for name in lost { jobs.yield(.lost(name)) }
    }

    /// The target that a command goes to.
    private func resolved(_ command: ClientCommand, _ page: String?) -> String? {
        guard let session = command.sessionID else { return page }
        return state.withLock { $0.sessions[command.clientID]?[session] }
    }

    /// Waits until all that came so far is kept; nothing may come any more. After `timeout` the piece of work under way is broken off, and what still
    /// waits is said not to be kept.
    func finish(timeout: Duration) async {
        jobs.finish()
        let limit = Task { [keeping] in
            do { try await Task.sleep(for: timeout) } catch { return }
            keeping.cancel()
        }
        await keeping.value
        limit.cancel()
    }
}
