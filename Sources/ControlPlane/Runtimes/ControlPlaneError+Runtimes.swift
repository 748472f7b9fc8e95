import JSON
import Model

extension ControlPlaneError {
    static var connectTokenWrong: Self {
        Self(
            .authRequired,
            "The token of this address is wrong.",
            hint: "Use `connectUrl` exactly as the start of the runtime returned it."
        )
    }

    static func runtimeNotFound(_ id: RuntimeID) -> Self {
        Self(.runtimeNotFound, "There is no runtime \(id).", details: ["runtimeId": .string(id.description)])
    }

    static func runtimeNotStopped(_ id: RuntimeID, _ what: String) -> Self {
        Self(
            .runtimeNotStopped,
            "The runtime is active; \(what).",
            hint: "Stop the runtime first.",
            details: ["runtimeId": .string(id.description)]
        )
    }

    static func runtimeNotActive(_ id: RuntimeID) -> Self {
        Self(
            .runtimeNotActive,
            "The runtime is not active.",
            hint: "Start the runtime first.",
            details: ["runtimeId": .string(id.description)]
        )
    }
}
