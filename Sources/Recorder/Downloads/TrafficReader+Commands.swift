import JSON

/// What agents' own commands tell.
extension TrafficReader {
    /// Commands that change what we rely on.
    static let watchedCommands: Set<String> = [
        "Browser.setDownloadBehavior", "Page.setDownloadBehavior", "Target.activateTarget", "Page.bringToFront",
    ]

    mutating func read(_ command: AgentCommand, into actions: inout [Action]) {
        switch command.method {
        case "Browser.setDownloadBehavior", "Page.setDownloadBehavior": downloadsSet(by: command, into: &actions)
        case "Target.activateTarget": command.params?["targetId"]?.stringValue.map { targets.bringToFront($0) }
        case "Page.bringToFront": command.page.map { targets.bringToFront($0) }
        default: break
        }
    }

    private mutating func downloadsSet(by command: AgentCommand, into actions: inout [Action]) {
        guard let params = command.params else { return }
        let context = params["browserContextId"]?.stringValue
        guard params["downloadPath"]?.stringValue != downloadFolder else { return }
        if params["behavior"]?.stringValue == "deny" {
            downloads.denied.insert(context ?? "")
        } else {
            downloads.denied.remove(context ?? "")
        }
        setDownloads(in: context, into: &actions)
    }
}
