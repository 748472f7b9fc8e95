import ControlPlane
import Hummingbird
import JSON

/// `/healthz`: whether requests are served.
struct HealthRoutes {
    func add(to routes: inout Routes) {
        routes.on(.get, "/healthz", access: .open) { _ in .json(["status": "ok"]) }
    }
}
