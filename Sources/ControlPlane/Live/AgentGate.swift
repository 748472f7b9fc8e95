import CDPProxy
import LiveView
import Model

/// Keeps agents' input off the browser while a person drives it at a live view.
struct AgentGate: CommandGate {
    let driving: ControlSwitch

    var isClosed: Bool { driving.agentInput != nil }

    func verdict(on command: ClientCommand) -> CommandVerdict {
        guard let agentInput = driving.agentInput, InputCommands.contains(command.method) else { return .pass }
        switch agentInput {
        case .hold: return .hold
        case .refuse: return .refuse(Self.message)
        }
    }

    private static let message =
        "A person has control of this browser (live view). Reading goes on; input is refused until control is released."

    func listen(_ opened: @escaping @Sendable () -> Void) -> Int { driving.listen(opened) }
    func forget(_ listener: Int) { driving.forget(listener) }
}
