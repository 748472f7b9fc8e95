public import JSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// What is known of a short-lived address of one thing of one run; its token is known to nobody but whom it was given to.
    public struct Lease: Resource, Identifiable {
        public let id: LeaseID
        public let runID: RunID?
        /// `stream`, `live` or `recording`.
        public let purpose: String
        /// Of a live view.
        public let control: Control?
        /// Whom it is for.
        public let name: String?
        public let createdAt: Date?
        public let expiresAt: Date
        public let revokedAt: Date?
        public let json: JSONObject

        init(_ fields: Fields) throws {
            id = try fields.id("id")
            runID = fields.optionalID("runId")
            purpose = try fields.text("purpose")
            control = fields.optionalValue("control")
            name = fields.optionalText("name")
            createdAt = fields.optionalDate("createdAt")
            expiresAt = try fields.date("expiresAt")
            revokedAt = fields.optionalDate("revokedAt")
            json = fields.object
        }
    }

    /// An address of a run's streams for a page that can send no key.
    public struct StreamLease: Resource {
        public let url: String
        /// Opens this run's streams and nothing else. A secret.
        public let accessToken: String
        public let expiresAt: Date
        public let json: JSONObject

        init(_ fields: Fields) throws {
            url = try fields.text("url")
            accessToken = try fields.text("accessToken")
            expiresAt = try fields.date("expiresAt")
            json = fields.object
        }
    }

    /// Leases of a run. Martlet's own; other servers have none.
    public struct RunLeases: Sendable {
        let transport: Transport

        /// A lease on the run's streams of events and activity.
        /// - Parameter expiresIn: default one hour, at most a day, whole seconds.
        public func stream(_ run: RunID, expiresIn: Duration? = nil) async throws -> StreamLease {
            let body = JSONObject([], expiresIn: expiresIn)
            return try StreamLease(
                Fields(
                    try await transport.call(.post, "runs", run.rawValue, "stream-lease", body: .object(body)),
                    "lease"
                )
            )
        }

        /// All leases of a run.
        public func list(_ run: RunID) async throws -> [Lease] {
            let path = ["runs", run.rawValue, "leases"]
            let page: Page<Lease> = try await transport.page("lease", path, query: [:], cursor: nil, limit: nil)
            return page.items
        }

        /// Ends a lease at once: of a live view, a recording or a stream.
        public func revoke(_ lease: LeaseID, of run: RunID) async throws {
            _ = try await transport.call(.delete, "runs", run.rawValue, "leases", lease.rawValue)
        }
    }
}
