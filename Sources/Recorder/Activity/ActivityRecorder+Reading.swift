import Activity
import JSON
import Logging
import Model

/// What comes in: the recorder's news and those of agents, told to the folder.
extension ActivityRecorder {
    /// Takes what waits in the inbox, and lets time pass.
    func readAgents() {
        guard !isClosed else { return }
        let now = Timestamp.now
        takeNews()
        advance(to: now)
    }

    func read(_ source: StepSource, at now: Timestamp) {
        switch source {
        case .event(let draft, let number): folder.read(draft, number: number, at: now)
        case .report(let report, let page, let frame): folder.read(report, page: page, frame: frame, at: now)
        case .attached(let target, let page, let context):
            if pages.count >= Self.targetLimit { pages = pages.filter { $0.key == $0.value } }
            pages[target] = page
            guard target == page else { return }
            folder.opened(page: target, context: context, at: now)
        case .closed(let page):
            pages = pages.filter { $0.value != page }
            folder.closed(page: page, at: now)
        }
    }

    func takeNews() {
        let (news, dropped) = inbox.take()
        if dropped > 0 {
            logger.warning("Commands of agents not told in the activity", metadata: ["count": "\(dropped)"])
        }
        for (one, at) in news { read(one, at: at) }
    }

    private func read(_ news: AgentNews, at now: Timestamp) {
        switch news {
        case .connected(let client): folder.connected(client: client, at: now)
        case .disconnected(let client):
            sessions[client] = nil
            folder.disconnected(client: client, at: now)
        case .attached(let client, let session, let target):
            if sessions[client, default: [:]].count >= Self.sessionLimit { sessions[client] = [:] }
            sessions[client, default: [:]][session] = target
        case .command(let command):
            guard let action = AgentAction(method: command.method, params: command.params ?? .null) else { return }
            let target = command.sessionID.flatMap { sessions[command.clientID]?[$0] } ?? command.page
            folder.read(action, of: .agent(client: command.clientID), page: target.flatMap { pages[$0] }, at: now)
            if let key = command.captureKey { folder.awaitCapture(key, at: now) }
        case .input(let viewer, let method, let params, let page):
            guard let action = AgentAction(method: method, params: params) else { return }
            folder.read(action, of: .person(viewer: viewer), page: pages[page], at: now)
        case .told(let step, let doer, let page): folder.tell(step, by: doer, page: page, at: now)
        case .staged(let file, let path): folder.staged(file: file, at: path)
        case .captured(let key, let outcome): folder.captured(key, outcome, at: now)
        }
    }
}
