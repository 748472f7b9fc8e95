import Hummingbird
import Logging
import Model
import NIOCore

/// What goes with one request through the server.
struct ServerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection that the request came by.
    let channel: any Channel
    /// The request's id, made here: an id that a caller sends is not taken over.
    let requestID: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        requestID = UUIDv7().description
        // Under our own key alone: Hummingbird numbers requests too.
        logger[metadataKey: "hb.request.id"] = nil
        logger[metadataKey: "request.id"] = "\(requestID)"
    }

    var id: String { requestID }
}
