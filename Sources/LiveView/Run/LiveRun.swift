public import CDP
public import Logging
public import Model
public import Recorder

/// The live side of one open run: its viewers, and who of them drives.
///
/// One actor a run. Pictures do not go through it: each viewer reads the hub by itself.
public actor LiveRun {
    /// Viewers of one run, and of one lease.
    static let viewerLimit = 256
    static let leaseLimit = 8
    /// How long control stays with a person whose last line broke.
    static let grace = Duration.seconds(10)

    public nonisolated let run: Run
    /// For those on the agents' line.
    public nonisolated let driving = ControlSwitch()
    let connection: CDPConnection
    let recorder: RunRecorder
    let frames: FrameHub
    public nonisolated let uploads: UploadFolder
    let settings: LiveViewSettings
    /// Input counts as use of the runtime; watching does not.
    let touch: @Sendable () -> Void
    let logger: Logger

    var viewers: [Int: Viewer] = [:]
    var viewerCount = 0
    var control = ControlState()
    var held = HeldInput()
    var helper = PageHelper()
    var moves = MoveQueue()
    var pages: [PageTarget] = []
    var dialogs: [RunRecorder.PageDialog] = []
    var select: OpenSelect?
    var chooser: OpenChooser?
    var numbers = 0
    var icons = IconShelf()
    /// By page: the icon it shows, and the site that this is of.
    var pageIcons: [String: (origin: String, number: Int)] = [:]
    var iconSearches: [String: IconSearch] = [:]
    var ask: (action: HumanAction, end: @Sendable (AskEnding) async -> Void)?
    var status = Run.Status.active
    /// A viewer whose lease was read before it was taken back may come after that.
    var revokedLeases: Set<LeaseID> = []
    var announcing: Task<Void, Never>?
    var graceTimer: Task<Void, Never>?
    var watching: Task<Void, Never>?
    var reading: Task<Void, Never>?
    /// The last event of control on its way to the store.
    var writing: Task<Void, Never>?

    public init(
        run: Run,
        connection: CDPConnection,
        recorder: RunRecorder,
        frames: FrameHub,
        uploadFolder: String,
        settings: LiveViewSettings = LiveViewSettings(),
        logger: Logger,
        touch: @escaping @Sendable () -> Void
    ) {
        self.run = run
        self.connection = connection
        self.recorder = recorder
        self.frames = frames
        uploads = UploadFolder(path: uploadFolder)
        self.settings = settings
        self.logger = logger
        self.touch = touch
    }

    /// A number for a select box or chooser.
    func nextNumber() -> Int {
        numbers += 1
        return numbers
    }

    /// Whether the viewers of this lease drive.
    public func isHeld(by lease: LeaseID) -> Bool { control.isHeld(by: lease) }

    /// How a request to a person ends in a live view.
    public enum AskEnding: Sendable { case done, runEnded }

    /// Shows a request to a person in all viewers, until ``hide(_:)``. False when the run has ended.
    /// - Parameter end: called when a viewer says that it is done, and when the run ends before.
    public func show(_ action: HumanAction, end: @escaping @Sendable (AskEnding) async -> Void) -> Bool {
        guard status == .active else { return false }
        ask = (action, end)
        announce()
        return true
    }

    /// Takes a request back.
    public func hide(_ action: HumanActionID) {
        guard ask?.action.id == action else { return }
        ask = nil
        announce()
    }

    /// The run has ended: tells all viewers and closes their lines. Nothing happens after it.
    public func finish(failed: Bool) async {
        guard status == .active else { return }
        status = failed ? .failed : .stopped
        driving.set(nil)
        recorder.watch([], nil)
        for task in [announcing, graceTimer, watching, reading] { task?.cancel() }
        for viewer in viewers.values {
            viewer.outbox.put(state: state(for: viewer))
            viewer.outbox.close(.runEnded, saying: Self.ended(status))
        }
        uploads.remove()
        await ask?.end(.runEnded)
    }

    /// A lease was taken back: its viewers are told and closed, and what it held is given back.
    public func revoked(_ lease: LeaseID) async {
        revokedLeases.insert(lease)
        for viewer in viewers.values where viewer.lease.id == lease { sendAway(viewer) }
        await release(lease, because: .revoked)
    }

    /// Tells a viewer that its lease was taken back, and closes its line.
    func sendAway(_ viewer: Viewer) {
        viewer.outbox.close(.revoked, saying: Self.ended("revoked", "This live view was revoked."))
    }
}
