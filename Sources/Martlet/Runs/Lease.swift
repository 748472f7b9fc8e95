public import JSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// A short-lived address of one thing of one run, for a page that can send no key. Martlet's own; other servers have none.
    public struct Lease: Resource {
        public let url: String
        /// Opens this run's streams and nothing else. A secret.
        public let accessToken: String
        public let expiresAt: Date
        /// nil from servers that cannot revoke.
        public let id: LeaseID?
        public let json: JSONObject

        init(_ fields: Fields) throws {
            url = try fields.text("url")
            accessToken = try fields.text("accessToken")
            expiresAt = try fields.date("expiresAt")
            id = fields.optionalID("leaseId")
            json = fields.object
        }
    }

    /// Leases of a run.
    public struct RunLeases: Sendable {
        let transport: Transport

        /// A lease on the run's streams of events and activity.
        /// - Parameter expiresIn: default one hour, at most a day, whole seconds.
        public func stream(_ run: RunID, expiresIn: Duration? = nil) async throws -> Lease {
            let body = JSONObject([], expiresIn: expiresIn)
            return try Lease(
                Fields(
                    try await transport.call(.post, "runs", run.rawValue, "stream-lease", body: .object(body)),
                    "lease"
                )
            )
        }

        /// Ends a lease at once: of a live view, a recording or a stream.
        public func revoke(_ lease: LeaseID, of run: RunID) async throws {
            _ = try await transport.call(.delete, "runs", run.rawValue, "leases", lease.rawValue)
        }
    }
}
