import JSON
import Synchronization

/// Text messages for one viewer, until its line takes them. At most ``countLimit`` and ``sizeLimit`` wait; of states only the newest.
final class ViewerOutbox: Sendable {
    static let countLimit = 1024
    static let sizeLimit = 8 * 1024 * 1024

    enum Step: Sendable {
        case text([UInt8])
        case close(ViewerClose)
    }

    private struct State {
        var texts: [(isState: Bool, bytes: [UInt8])] = []
        var size = 0
        var close: ViewerClose?
        var waiter: CheckedContinuation<Void, Never>?
        var isCancelled = false
    }

    private let state = Mutex(State())

    func put(_ message: JSON) { put(message.bytes, isState: false) }

    /// Takes the place of a state that still waits.
    func put(state message: JSON) { put(message.bytes, isState: true) }

    private func put(_ bytes: [UInt8], isState: Bool) {
        change { state in
            guard state.close == nil else { return }
            if isState, let index = state.texts.firstIndex(where: \.isState) {
                state.size -= state.texts.remove(at: index).bytes.count
            }
            state.texts.append((isState, bytes))
            state.size += bytes.count
            if state.texts.count > Self.countLimit || state.size > Self.sizeLimit {
                state.texts = []
                state.close = .takesNothing
            }
        }
    }

    /// Closes the line behind what waits. The first reason counts.
    func close(_ reason: ViewerClose, saying last: JSON? = nil) {
        change { state in
            guard state.close == nil else { return }
            if let last { state.texts.append((false, last.bytes)) }
            state.close = reason
        }
    }

    /// Whether the line is to be closed.
    var isClosing: Bool { state.withLock { $0.close != nil } }

    /// The next thing to send; nil when the task was cancelled. One reader.
    func next() async -> Step? {
        await withTaskCancellationHandler {
            while true {
                if Task.isCancelled { return nil }
                if let step = take() { return step }
                await withCheckedContinuation { continuation in
                    let isNew = state.withLock { state in
                        if state.isCancelled || !state.texts.isEmpty || state.close != nil { return true }
                        state.waiter = continuation
                        return false
                    }
                    if isNew { continuation.resume() }
                }
            }
        } onCancel: {
            change { $0.isCancelled = true }
        }
    }

    private func take() -> Step? {
        state.withLock { state in
            guard !state.texts.isEmpty else { return state.close.map(Step.close) }
            let first = state.texts.removeFirst().bytes
            state.size -= first.count
            return .text(first)
        }
    }

    private func change(_ body: (inout State) -> Void) {
        let waiter = state.withLock { state in
            body(&state)
            return state.waiter.take()
        }
        waiter?.resume()
    }
}
