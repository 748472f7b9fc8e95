public import Credentials
import JSON
public import LiveView
import Logging
public import Model
import Store

/// Live views of runs: leases of them, and the viewers behind those.
public struct LiveViews: Sendable {
    let store: any Store
    let runtimes: Runtimes
    let leases: Leases
    let logger: Logger

    /// A new lease of the live view of an open run, and its token, which is shown this once.
    /// - Throws: `run.not_found`; `run.live_not_active` for a run that has ended; `viewer.mint_failed` when it cannot be stored now.
    public func create(run: RunID, seconds: Int, terms: Lease.Terms) async throws -> (lease: Lease, token: Secret) {
        guard try await store.run(run) != nil else { throw ControlPlaneError.runNotFound(run) }
        guard await runtimes.activeRuns[run] != nil else {
            throw ControlPlaneError(
                .liveNotActive,
                "The run has ended: there is nothing live to see.",
                details: ["runId": .string(run.description)]
            )
        }
        do {
            return try await leases.create(.live, run: run, seconds: seconds, terms: terms)
        } catch let error as StoreError {
            logger.error("Live view not stored", metadata: ["run.id": "\(run)", "error": "\(error)"])
            throw ControlPlaneError(.mintFailed, "The live view cannot be stored now.")
        }
    }

    /// Takes a lease back; open viewers of a live view are told and closed.
    /// - Throws: `run.not_found`, `lease.not_found`.
    public func revoke(_ lease: LeaseID, of run: RunID) async throws -> Lease {
        guard try await store.run(run) != nil else { throw ControlPlaneError.runNotFound(run) }
        let revoked = try await leases.revoke(lease, of: run)
        await runtimes.activeRuns[run]?.live.revoked(lease)
        return revoked
    }

    /// Serves one viewer, until it leaves or is sent away. A run that has ended says so and closes.
    public func serve(_ lease: Lease, on line: any ViewerLine) async {
        if let active = await runtimes.activeRuns[lease.runID] { return await active.live.serve(lease, on: line) }
        do {
            guard var run = try await store.run(lease.runID) else { return }
            // On its way from open to sealed.
            if run.status == .active { run.status = .stopped }
            await EndedRun.serve(lease, of: run, on: line)
        } catch {
            logger.warning("Viewer not served", metadata: ["run.id": "\(lease.runID)", "error": "\(error)"])
        }
    }

    /// An icon of one of the run's pages, by its number; nil when it is gone, or the run has ended.
    public func icon(_ number: Int, by lease: Lease) async -> PageIcon? {
        await runtimes.activeRuns[lease.runID]?.live.icon(number)
    }

    /// Keeps a file that a person wants to put into a field of a page.
    /// - Throws: `view.control_not_held`; `view.upload_refused` for a name or a size that cannot be.
    public func upload(
        _ name: String,
        by lease: Lease,
        next: () async throws -> [UInt8]?
    ) async throws -> UploadFolder.Upload {
        guard let active = await runtimes.activeRuns[lease.runID], await active.live.isHeld(by: lease.id) else {
            throw ControlPlaneError(
                .controlNotHeld,
                "Files may be uploaded while this live view has control.",
                hint: "Take control first."
            )
        }
        do {
            return try await active.live.uploads.keep(name, of: lease.id, next: next)
        } catch let fault as UploadFolder.Fault {
            throw ControlPlaneError(fault)
        }
    }
}

extension ControlPlaneError {
    fileprivate init(_ fault: UploadFolder.Fault) {
        switch fault {
        case .badName: self.init(.requestInvalid, "`name` must be a file name of at most 255 bytes.")
        case .tooLarge:
            self.init(.uploadRefused, "A file may have at most \(UploadFolder.fileLimit) bytes, all of a run 1 GiB.")
        case .tooMany: self.init(.uploadRefused, "No more files may be uploaded in this run.")
        case .notWritten(let reason): self.init(.hostUnavailable, "The file cannot be kept: \(reason).")
        }
    }
}
