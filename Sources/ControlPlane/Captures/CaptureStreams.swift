import CDPProxy
import JSON

/// The PDFs that clients are reading piece by piece (CDP `IO.read`), by client and handle.
struct CaptureStreams {
    struct Name: Hashable, Sendable {
        let client: Int
        let handle: String
    }

    /// So many are read at one time; at one more none of the older ones is kept.
    static let limit = 100

    private var asks: [Name: CaptureAsk] = [:]

    /// - Returns: asks that are given up.
    mutating func open(_ name: Name, for ask: CaptureAsk) -> [Name] {
        var lost: [Name] = []
        if asks.count >= Self.limit {
            lost = Array(asks.keys)
            asks = [:]
        }
        asks[name] = ask
        return lost
    }

    /// The stream that a command reads or closes; nil for others. Costs nothing while none is open.
    func name(in command: ClientCommand, method: String) -> Name? {
        guard !asks.isEmpty, command.method == method, let handle = command.params?["handle"]?.stringValue else {
            return nil
        }
        let name = Name(client: command.clientID, handle: handle)
        return asks[name] == nil ? nil : name
    }

    func ask(_ name: Name) -> CaptureAsk? { asks[name] }

    mutating func close(_ name: Name) -> CaptureAsk? { asks.removeValue(forKey: name) }

    mutating func close(client: Int) -> [Name] {
        let names = asks.keys.filter { $0.client == client }
        for name in names { asks[name] = nil }
        return names
    }
}
