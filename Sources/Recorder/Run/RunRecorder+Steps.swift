public import Activity
public import JSON
public import Model

/// What other parts of the server tell the activity. All return at once; without activity they do nothing.
extension RunRecorder {
    /// Takes what a person at a live view does, as the CDP command that carries it out (`Input.*`, `Page.navigate`, `Page.handleJavaScriptDialog`,
    /// `Target.createTarget` and the others of `AgentAction.methods`). To be called before the command is sent, so that what the page tells of it
    /// is known as the person's. A page that a person drives is recorded at the full rate, wherever it stands.
    ///
    /// Rows of it have the actor `person`, and the ordinal of the viewer in the run as `viewer`.
    /// - Parameters:
    ///   - viewer: Tells the viewers of the run apart.
    ///   - page: The CDP target id of the page.
    public nonisolated func announced(viewer: Int, method: String, params: JSON, page: String) {
        if agentSessions.isNewlyDriven(page, by: method, at: MonotonicClock.milliseconds) {
            Task { await follow(driven: page, actedOn: nil) }
        }
        guard AgentAction.methods.contains(method) else { return }
        activity?.received(.input(viewer: viewer, method: method, params: params, page: page))
    }

    /// Takes a whole step that the browser cannot tell of, such as `system.live_view_opened` or `invocation.started`.
    ///
    /// Its texts are redacted as all are. It is written once and never changed, so its `status` is final.
    /// - Parameter doer: Who did it; nil is Martlet itself.
    public nonisolated func tell(_ step: ActivityDraft, by doer: Doer? = nil, page: String? = nil) {
        activity?.received(.told(step, by: doer, page: page))
    }

    /// A kept file was put into the runtime's workspace. When an agent puts it into a field of a page by this path, the row has its `fileId`.
    public nonisolated func staged(file: String, at path: String) {
        activity?.received(.staged(file: file, path: path))
    }
}
