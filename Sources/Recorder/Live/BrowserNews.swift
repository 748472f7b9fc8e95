public import JSON
import Synchronization

/// Something that the browser told of a page, for those who watch it live.
public struct BrowserNews: Sendable {
    /// The CDP event.
    public let method: String
    public let params: JSON
    /// The recorder's session with the page or with one of its frames.
    public let session: String
    /// The page's CDP target id.
    public let page: String
}

/// Who is told of a few of the browser's events, beside the record. Nobody is as a rule.
final class NewsStand: Sendable {
    private struct State {
        var methods: Set<String> = []
        var reader: (@Sendable (BrowserNews) -> Void)?
    }

    private let state = Mutex(State())

    /// - Parameter reader: must return at once; nil ends it.
    func tell(_ methods: Set<String>, _ reader: (@Sendable (BrowserNews) -> Void)?) {
        state.withLock { $0 = State(methods: reader == nil ? [] : methods, reader: reader) }
    }

    /// The reader, for an event that it wants.
    func reader(of method: String?) -> (@Sendable (BrowserNews) -> Void)? {
        guard let method else { return nil }
        return state.withLock { $0.methods.contains(method) ? $0.reader : nil }
    }
}
