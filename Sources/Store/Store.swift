public import Model

/// Where the nouns of ``Model`` are kept. Everything written is durable when the call returns: it survives a killed
/// process and a power cut.
///
/// One process owns a store. Calls may come from any task at once. All throw ``StoreError``.
public protocol Store: SpaceStore, RuntimeStore, RunStore, FileStore, APIKeyStore, LeaseStore, IdempotencyStore,
    HumanActionStore
{
    /// The events of all runs.
    var events: any RecordStore<Event> { get }
    /// The activity of all runs.
    var activity: any RecordStore<ActivityItem> { get }
}
