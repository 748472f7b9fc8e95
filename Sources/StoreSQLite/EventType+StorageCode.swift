import Model

extension EventType {
    /// The number that stands for the type in the database. A number, once given, never changes.
    var storageCode: Int {
        switch self {
        case .runtimeLifecycle: 1
        case .navigation: 2
        case .networkRequest: 3
        case .networkResponse: 4
        case .networkFailed: 5
        case .consoleMessage: 6
        case .pageError: 7
        case .pageCrash: 8
        case .dialog: 9
        case .download: 10
        case .captchaSolveStarted: 11
        case .captchaSolveSucceeded: 12
        case .captchaSolveFailed: 13
        case .control: 14
        }
    }
}

extension EventStatus {
    /// The number that stands for the status in the database. A number, once given, never changes.
    var storageCode: Int {
        switch self {
        case .started: 1
        case .stopped: 2
        case .failed: 3
        case .finished: 4
        case .received: 5
        }
    }
}
