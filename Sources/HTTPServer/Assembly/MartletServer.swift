public import ControlPlane
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ServiceLifecycle

/// The HTTP door of a control plane: the API, its event streams, and the CDP addresses of runs, on one port.
///
/// `run()` serves until a graceful shutdown, lets requests under way end, and returns.
public struct MartletServer: Service {
    private let controlPlane: ControlPlane
    private let settings: ServerSettings
    private let logger: Logger
    private let onRunning: @Sendable (Int) async -> Void
    private let addresses: Addresses

    /// - Parameter onRunning: Called once, with the port, when requests are served.
    public init(
        controlPlane: ControlPlane,
        settings: ServerSettings = ServerSettings(),
        logger: Logger,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.controlPlane = controlPlane
        self.settings = settings
        self.logger = logger
        self.onRunning = onRunning
        addresses = Addresses(settings)
    }

    /// - Throws: when the address cannot be listened on.
    public func run() async throws { try await application.run() }

    /// The whole server, for tests that need no socket.
    var application: some ApplicationProtocol {
        let door = CDPDoor(runtimes: controlPlane.runtimes, rule: rule, logger: logger)
        let live = LiveDoor(controlPlane: controlPlane, logger: logger)
        let (addresses, onRunning) = (addresses, onRunning)
        return Application(
            responder: responder(door),
            server: HTTPServerBuilder { responder in
                UpgradeChannel(responder: responder) { request, _, _ in
                    let decision = await door.decide(request)
                    guard case .pass = decision else { return decision }
                    return await live.decide(request)
                }
            },
            configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { channel in
                guard let port = channel.localAddress?.port else { return }
                addresses.listens(on: port)
                await onRunning(port)
            },
            logger: logger
        )
    }

    private var viewDoor: ViewDoor {
        ViewDoor(leases: controlPlane.leases, frameAncestors: settings.frameAncestors)
    }

    private var rule: HostRule {
        HostRule(publicHost: addresses.publicHost, allowedOrigins: settings.allowedOrigins)
    }

    /// All routes are known before the middleware that needs the table of their methods.
    private func responder(_ door: CDPDoor) -> RouterResponder<ServerContext> {
        let methods = addRoutes(to: Router(context: ServerContext.self), door)
        let router = Router(context: ServerContext.self)
        router.add(middleware: CORSMiddleware(rule: rule))
        router.add(middleware: AnswerMiddleware(methods: methods))
        _ = addRoutes(to: router, door)
        return router.buildResponder()
    }

    private func addRecords(to routes: inout Routes) {
        let (control, runs) = (controlPlane, controlPlane.runs)
        RecordRoutes(name: "events", frame: "run.event", record: runs.events, controlPlane: control, settings: settings)
            .add(to: &routes)
        RecordRoutes(
            name: "activity",
            frame: "run.activity",
            record: runs.activity,
            controlPlane: control,
            settings: settings
        ).add(to: &routes)
    }

    private func addRoutes(to router: Router<ServerContext>, _ door: CDPDoor) -> PathMethods {
        var routes = Routes(
            router: router,
            authenticator: Authenticator(keys: controlPlane.keys),
            maximumBodyBytes: settings.maximumBodyBytes
        )
        HealthRoutes().add(to: &routes)
        DocumentRoutes().add(to: &routes)
        DocumentationRoutes(addresses: addresses).add(to: &routes)
        APIKeyRoutes(controlPlane: controlPlane).add(to: &routes)
        DashboardRoutes(controlPlane: controlPlane, addresses: addresses).add(to: &routes)
        DashboardPages().add(to: &routes)
        SpaceRoutes(controlPlane: controlPlane).add(to: &routes)
        RuntimeRoutes(controlPlane: controlPlane, addresses: addresses).add(to: &routes)
        StartRoutes(controlPlane: controlPlane, addresses: addresses).add(to: &routes)
        TargetRoutes(targets: controlPlane.targets).add(to: &routes)
        RunRoutes(runs: controlPlane.runs).add(to: &routes)
        addRecords(to: &routes)
        FrameRoutes(recordings: controlPlane.recordings, runs: controlPlane.runs).add(to: &routes)
        LeaseRoutes(controlPlane: controlPlane, addresses: addresses).add(to: &routes)
        RecordingExportRoutes(controlPlane: controlPlane, addresses: addresses).add(to: &routes)
        RecordingRoutes(controlPlane: controlPlane, addresses: addresses).add(to: &routes)
        RecordingViewRoutes(controlPlane: controlPlane).add(to: &routes, viewDoor)
        FileRoutes(controlPlane: controlPlane, addresses: addresses).add(to: &routes)
        RunExportRoutes(controlPlane: controlPlane, addresses: addresses).add(to: &routes)
        RuntimeFileRoutes(controlPlane: controlPlane, addresses: addresses).add(to: &routes)
        ViewAssetRoutes().add(to: &routes)
        LiveRoutes(controlPlane: controlPlane, addresses: addresses, door: viewDoor).add(to: &routes)
        HumanActionRoutes(controlPlane: controlPlane).add(to: &routes)
        DiscoveryRoutes(door: door, addresses: addresses).add(to: &routes)
        return routes.methods
    }
}
