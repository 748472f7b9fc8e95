public import JSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// An address that opens the dashboard signed in, once.
    public struct DashboardLink: Resource {
        /// A secret until it is opened: its fragment holds a code that is good once and for some minutes.
        public let url: String
        public let expiresAt: Date
        public let json: JSONObject

        init(_ fields: Fields) throws {
            url = try fields.text("url")
            expiresAt = try fields.date("expiresAt")
            json = fields.object
        }
    }

    /// The dashboard: the server's pages for people. Martlet's own; other servers have no such calls.
    public struct Dashboard: Sendable {
        let transport: Transport

        /// A new link for whoever may use this key: who opens it is signed in for 12 hours, or until the key lapses.
        /// - Parameter run: the run whose page it leads to; nil: the list of runs.
        public func link(to run: RunID? = nil) async throws -> DashboardLink {
            var body = JSONObject()
            body["runId"] = run.map { .string($0.rawValue) }
            let answer = try await transport.call(.post, "dashboard", "links", body: .object(body))
            return try DashboardLink(Fields(answer, "link"))
        }
    }
}
