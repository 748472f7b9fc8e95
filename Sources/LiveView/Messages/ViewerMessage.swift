public import JSON

/// What the page of a live view says (docs/live-view-protocol.md, "Page → server").
public enum ViewerMessage: Sendable, Equatable {
    case acknowledge(Int64)
    /// Nil: the front page.
    case watch(String?)
    case ping(JSON)
    case take
    case release
    case done
    /// - Parameter epoch: the control epoch that the page believes in; nil when it says none.
    case input(ViewerInput, epoch: Int?)
}

/// What a person does to the browser.
public enum ViewerInput: Sendable, Equatable {
    case mouse(MouseInput)
    case wheel(WheelInput)
    case touch(TouchInput)
    case key(KeyInput)
    case text(String)
    case compose(text: String, start: Int, end: Int)
    case commit(String)
    /// - Parameter hasMore: whether the text goes on in the next paste message.
    case paste(String, hasMore: Bool)
    case copy(cut: Bool)
    case navigate(Navigation, page: String?)
    case tab(TabInput)
    case dialog(id: Int, accept: Bool, text: String?)
    /// Nil indexes: nothing is chosen.
    case select(id: Int, indexes: [Int]?)
    /// Nil uploads: nothing is chosen.
    case files(id: Int, uploads: [String]?)
    /// Files that are dropped on the page, 1 or more.
    case drop(PicturePoint, modifiers: Int, uploads: [String])

    public enum Navigation: Sendable, Equatable {
        case back, forward, reload, stop
        case to(url: String)
    }

    public enum TabInput: Sendable, Equatable {
        case open(url: String?)
        case close(page: String)
        case activate(page: String)
    }
}

/// A place on a picture, in its pixels.
public struct PicturePoint: Sendable, Equatable {
    public var x: Double
    public var y: Double
    /// The number of the frame that it is a place on; nil for the newest.
    public var frame: Int64?
}

public struct MouseInput: Sendable, Equatable {
    public enum Action: String, Sendable, CaseIterable { case move, down, up }
    public enum Button: String, Sendable, CaseIterable { case none, left, middle, right, back, forward }
    public var action: Action
    public var point: PicturePoint
    public var button: Button
    /// As `MouseEvent.buttons`.
    public var buttons: Int
    public var clickCount: Int
    public var modifiers: Int
}

public struct WheelInput: Sendable, Equatable {
    public var point: PicturePoint
    /// CSS pixels.
    public var deltaX: Double
    public var deltaY: Double
    public var modifiers: Int
}

public struct TouchInput: Sendable, Equatable {
    public enum Action: String, Sendable, CaseIterable { case start, move, end, cancel }
    public struct Point: Sendable, Equatable {
        public var id: Int
        public var point: PicturePoint
        public var radiusX: Double
        public var radiusY: Double
        public var force: Double
    }
    public var action: Action
    public var points: [Point]
    public var modifiers: Int
}

public struct KeyInput: Sendable, Equatable {
    public enum Action: String, Sendable, CaseIterable { case down, up }
    public var action: Action
    /// `KeyboardEvent.key`, such as `a`, `Enter`.
    public var key: String
    /// `KeyboardEvent.code`, such as `KeyA`.
    public var code: String
    /// `KeyboardEvent.location`, 0 to 3.
    public var location: Int
    public var isRepeat: Bool
    public var modifiers: Int
    /// Whether AltGr is down, which some systems report as Control and Alt.
    public var altGraph: Bool
}

/// Sums of these say which keys are down (CDP `Input.dispatchKeyEvent`, `modifiers`).
public enum Modifier {
    public static let alt = 1
    public static let control = 2
    public static let meta = 4
    public static let shift = 8
}
