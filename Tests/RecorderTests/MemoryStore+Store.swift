import Model
import Store

/// What the writer never asks for.
extension MemoryStore: Store {
    private static let unused = StoreError(.unavailable, "not kept here")

    var events: any RecordStore<Event> { MemoryEvents(store: self) }
    var activity: any RecordStore<ActivityItem> { MemoryActivity(store: self) }
    func insert(_ space: Space) async throws(StoreError) { throw Self.unused }
    func space(_ id: SpaceID) async throws(StoreError) -> Space? { nil }
    func defaultSpace() async throws(StoreError) -> Space? { nil }
    func spaces(_ page: PageRequest<SpaceID>) async throws(StoreError) -> Page<Space> { throw Self.unused }
    func update(_ space: Space) async throws(StoreError) { throw Self.unused }
    func deleteSpace(_ id: SpaceID) async throws(StoreError) -> [RuntimeID] { throw Self.unused }
    func insert(_ runtime: Runtime) async throws(StoreError) { throw Self.unused }
    func runtime(_ id: RuntimeID) async throws(StoreError) -> Runtime? { nil }
    func runtimes(_ filter: RuntimeFilter, _ page: PageRequest<RuntimeID>) async throws(StoreError) -> Page<Runtime> {
        throw Self.unused
    }
    func updateSettings(of runtime: Runtime) async throws(StoreError) { throw Self.unused }
    func updateLife(of runtime: Runtime) async throws(StoreError) { throw Self.unused }
    func deleteRuntime(_ id: RuntimeID) async throws(StoreError) { throw Self.unused }
    func open(_ run: Run, first: Event) async throws(StoreError) { try await append([first]) }
    func close(_ run: RunID, _ end: RunEnd, last: [Event], activity: [ActivityItem]) async throws(StoreError) {
        if !activity.isEmpty { try add(activity) }
        try await append(last)
    }
    func run(_ id: RunID) async throws(StoreError) -> Run? { nil }
    func runs(_ filter: RunFilter, _ page: PageRequest<RunID>) async throws(StoreError) -> Page<Run> {
        throw Self.unused
    }
    func openRuns() async throws(StoreError) -> [Run] { [] }
    func insert(_ file: File, quotaInBytes: Int64?) async throws(StoreError) { throw Self.unused }
    func file(_ id: FileID) async throws(StoreError) -> File? { nil }
    func files(_ filter: FileFilter, _ page: PageRequest<FileID>) async throws(StoreError) -> Page<File> {
        throw Self.unused
    }
    func folders(_ filter: FileFilter, limit: Int) async throws(StoreError) -> [FileFolder] { [] }
    func hasPath(_ path: String, in namespace: String) async throws(StoreError) -> Bool { false }
    func update(_ file: File) async throws(StoreError) { throw Self.unused }
    func deleteFile(_ id: FileID) async throws(StoreError) { throw Self.unused }
    func referenced(_ digests: [SHA256Digest]) async throws(StoreError) -> Set<SHA256Digest> { [] }
    func fileTotals(of space: SpaceID) async throws(StoreError) -> FileTotals { FileTotals(count: 0, bytes: 0) }
    func insert(_ key: APIKey) async throws(StoreError) { throw Self.unused }
    func apiKey(hash: [UInt8]) async throws(StoreError) -> APIKey? { nil }
    func apiKeys(_ page: PageRequest<APIKeyID>) async throws(StoreError) -> Page<APIKey> { throw Self.unused }
    func addUsage(_ count: Int64, at: Timestamp, to id: APIKeyID) async throws(StoreError) { throw Self.unused }
    func deleteAPIKey(_ id: APIKeyID) async throws(StoreError) { throw Self.unused }
    func insert(_ lease: Lease) async throws(StoreError) { throw Self.unused }
    func lease(hash: [UInt8]) async throws(StoreError) -> Lease? { nil }
    func leases(of run: RunID) async throws(StoreError) -> [Lease] { [] }
    func revoke(_ lease: LeaseID, of run: RunID, at time: Timestamp) async throws(StoreError) -> Lease {
        throw Self.unused
    }
    func insert(_ action: HumanAction) async throws(StoreError) { throw Self.unused }
    func humanAction(of runtime: RuntimeID) async throws(StoreError) -> HumanAction? { nil }
    func settle(_ id: HumanActionID, as status: HumanAction.Status, at time: Timestamp) async throws(StoreError)
        -> (action: HumanAction, isNew: Bool)
    {
        throw Self.unused
    }
    func requestedHumanActions() async throws(StoreError) -> [HumanAction] { [] }
    func response(scope: String, key: String) async throws(StoreError) -> IdempotentResponse? { nil }
    func insert(_ response: IdempotentResponse) async throws(StoreError) { throw Self.unused }
}

private struct MemoryEvents: RecordStore {
    let store: MemoryStore

    func append(_ events: [Event], to run: RunID) async throws(StoreError) { try await store.append(events) }
    func page(of run: RunID, after: Int64, matching: EventFilter, limit: Int) async throws(StoreError)
        -> Page<StoredEvent>
    {
        let found = store.written.filter { $0.number > after }.prefix(limit)
        return Page(items: found.map { StoredEvent(id: $0.id, json: $0.json) }, hasMore: false)
    }
    func contains(_ id: EventID, of run: RunID) async throws(StoreError) -> Bool {
        store.written.contains { $0.id == id }
    }
    func last(of run: RunID) async throws(StoreError) -> EventID? { store.written.last?.id }
}

private struct MemoryActivity: RecordStore {
    let store: MemoryStore

    func append(_ items: [ActivityItem], to run: RunID) async throws(StoreError) { try store.add(items) }
    func page(of run: RunID, after: Int64, matching: ActivityFilter, limit: Int) async throws(StoreError)
        -> Page<StoredActivity>
    {
        Page(items: store.items.map { StoredActivity(id: $0.id, json: $0.json) }, hasMore: false)
    }
    func contains(_ id: ActivityID, of run: RunID) async throws(StoreError) -> Bool { false }
    func last(of run: RunID) async throws(StoreError) -> ActivityID? { store.items.last?.id }
}
