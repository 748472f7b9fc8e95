import CDP
import JSON
public import Model
public import Store

/// What a live view needs of the recorder, which alone knows the browser's sessions.
extension RunRecorder {
    /// The recorder's own sessions with a page: of the page itself, and of its frames in processes of their own.
    public struct Sessions: Sendable, Equatable {
        public let page: String
        public let frames: [String]

        public var all: [String] { [page] + frames }
    }

    /// Nil for a page that is not there.
    public func sessions(of page: String) -> Sessions? {
        let sessions = reader.targets.sessions.filter { $0.value.place.pageID == page && $0.value.kind != .worker }
        guard let main = sessions.first(where: { $0.value.kind == .page })?.key else { return nil }
        return Sessions(page: main, frames: sessions.keys.filter { $0 != main }.sorted())
    }

    /// The session that the session of a frame in a process of its own lies in, and that frame's id there; nil for a page's.
    public func parent(of session: String) -> (session: String, frame: String)? {
        guard let inner = reader.targets.session(session), inner.kind == .frame, let parent = inner.parent else {
            return nil
        }
        return (parent, inner.targetID)
    }

    /// Tells `reader` of these events of pages, in their order, from now on; a second call replaces the first.
    /// - Parameter reader: must return at once; nil ends it.
    public nonisolated func watch(_ methods: Set<String>, _ reader: (@Sendable (BrowserNews) -> Void)?) {
        news.tell(methods, reader)
    }

    /// Whether the run's network rules let a picture be fetched.
    public func mayFetchImage(_ url: String) -> Bool { !reader.rules.refusesImage(url) }

    func tellNews(of message: CDPMessage) {
        guard let tell = news.reader(of: message.method), let session = message.sessionID, let method = message.method,
            let page = reader.targets.place(of: session).pageID
        else { return }
        tell(BrowserNews(method: method, params: message.params ?? .null, session: session, page: page))
    }

    /// A dialog of a page that waits for an answer.
    public struct PageDialog: Sendable {
        /// Unique in the run.
        public let id: Int
        public let page: String
        /// The session to answer it in.
        public let session: String
        /// `alert`, `confirm`, `prompt` or `beforeunload`.
        public let type: String
        public let message: String
        /// What a prompt suggests.
        public let defaultText: String
        public let openedAt: Timestamp
    }

    /// The dialogs that wait, the oldest first.
    public var openDialogs: [PageDialog] {
        reader.dialogs.open.compactMap { dialog in
            dialog.place.pageID.map { page in
                PageDialog(
                    id: dialog.id.number,
                    page: page,
                    session: dialog.session,
                    type: dialog.type,
                    message: dialog.message,
                    defaultText: dialog.defaultText,
                    openedAt: dialog.openedAt
                )
            }
        }
    }

    /// Whether dialogs wait for a person, however long, instead of being dismissed after the dialog timeout. Those that are open when it
    /// ends get the timeout once more.
    public func holdDialogs(_ isHolding: Bool) { dialogsAreHeld = isHolding }

    /// Writes an event that another part of the server has to tell, and returns when it is stored.
    /// - Throws: ``StoreError`` of the append; nothing is written after the run's end.
    public func record(_ event: EventDraft) async throws(StoreError) {
        guard !isClosed else { return }
        try await write([.event(event)])
    }
}
