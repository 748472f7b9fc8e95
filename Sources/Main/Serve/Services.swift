import Chromium
import ControlPlane
import ServiceLifecycle

/// Ends open runs when the process is asked to end.
struct ControlPlaneService: Service {
    let controlPlane: ControlPlane

    init(_ controlPlane: ControlPlane) { self.controlPlane = controlPlane }

    func run() async throws {
        // Deletes what is old, and archives what is older, until the shutdown.
        await cancelWhenGracefulShutdown {
            async let swept: Void = controlPlane.recordings.keepSwept()
            await controlPlane.archiver.keepArchiving()
            await swept
        }
        await controlPlane.shutdown()
    }
}

/// Ends the browsers' guard last, when nothing is left to guard.
struct LauncherService: Service {
    let launcher: BrowserLauncher

    init(_ launcher: BrowserLauncher) { self.launcher = launcher }

    func run() async throws {
        try await gracefulShutdown()
        await launcher.shutdown()
    }
}
