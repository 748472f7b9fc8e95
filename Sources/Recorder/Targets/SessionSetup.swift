import Activity
import JSON

/// The commands that start the recording of a session. None changes what an agent or a page sees.
enum SessionSetup {
    struct Command: Sendable {
        let method: String
        let params: JSONObject
    }

    /// Children are attached before they run. Tabs and browsers are no targets of ours.
    static let autoAttach: JSONObject = [
        "autoAttach": true,
        "waitForDebuggerOnStart": true,
        "flatten": true,
        "filter": [["type": "browser", "exclude": true], ["type": "tab", "exclude": true], [:]],
    ]

    /// At the browser's own session: pages of every context, shared and service workers.
    static let browserAutoAttach: JSONObject = ["autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true]

    static func commands(for kind: TargetSession.Kind, rules: TrafficRules, observes: Bool = false) -> [Command] {
        var commands = [Command(method: "Network.enable", params: network)]
        commands += rules.commands
        if kind != .worker {
            commands.append(Command(method: "Page.enable", params: [:]))
            commands.append(Command(method: "Inspector.enable", params: [:]))
        }
        commands.append(Command(method: "Runtime.enable", params: [:]))
        if observes, kind != .worker { commands += observer }
        commands.append(Command(method: "Log.enable", params: [:]))
        commands.append(Command(method: "Target.setAutoAttach", params: autoAttach))
        return commands
    }

    /// The observer lives in a world of its own, which neither pages nor agents' scripts can see.
    private static let observer = [
        Command(
            method: "Runtime.addBinding",
            params: ["name": .string(PageObserver.binding), "executionContextName": .string(PageObserver.world)]
        ),
        Command(
            method: "Page.addScriptToEvaluateOnNewDocument",
            params: [
                "source": .string(PageObserver.source), "worldName": .string(PageObserver.world),
                "runImmediately": true,
            ]
        ),
    ]

    /// Response bodies are not kept for us.
    private static let network: JSONObject = ["maxTotalBufferSize": 1, "maxResourceBufferSize": 1]
}
