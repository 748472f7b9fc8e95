import Model

/// Which recording is being archived, so that one that is deleted meanwhile stays deleted.
actor ArchiveTurn {
    private var current: (run: RunID, task: Task<Void, any Error>)?
    /// Those that are being deleted, and by how many.
    private var leaving: [RunID: Int] = [:]

    /// Does what archives a run's recording; one at a time.
    /// - Throws: what it throws; `CancellationError` when it is cancelled, or the recording is deleted meanwhile.
    func archive(_ run: RunID, _ work: @escaping @Sendable () async throws -> Void) async throws {
        guard leaving[run] == nil, current == nil else { throw CancellationError() }
        let task = Task { try await work() }
        current = (run, task)
        defer { current = nil }
        try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    /// Does what deletes a run's recording. It is not archived meanwhile: what was begun is broken off first.
    func without(_ run: RunID, _ work: () async throws -> Void) async throws {
        leaving[run, default: 0] += 1
        defer { leaving[run] = leaving[run].flatMap { $0 > 1 ? $0 - 1 : nil } }
        if let current, current.run == run {
            current.task.cancel()
            _ = await current.task.result
        }
        try await work()
    }
}
