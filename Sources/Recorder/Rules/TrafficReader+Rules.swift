import JSON
import Model

extension TrafficReader {
    /// CDP `Fetch.requestPaused` on a session of ours: refused, or let go on untouched.
    func requestPaused(_ incoming: Incoming, into actions: inout [Action]) {
        guard let id = incoming.string("requestId") else { return }
        if rules.refuses(kind(of: incoming), incoming.params["request"]?["url"]?.stringValue ?? "") {
            let params: JSONObject = ["requestId": .string(id), "errorReason": "BlockedByClient"]
            actions.append(.send("Fetch.failRequest", params, in: incoming.session))
        } else {
            actions.append(.send("Fetch.continueRequest", ["requestId": .string(id)], in: incoming.session))
        }
    }

    /// The kind of a paused request. What `Fetch` takes for another kind is told apart by the fetch standard's `Sec-Purpose` and by what
    /// `Network` has said of the same request.
    private func kind(of incoming: Incoming) -> String {
        let type = incoming.string("resourceType") ?? ""
        if incoming.params["request"]?["headers"]?["Sec-Purpose"]?.stringValue?.hasPrefix("prefetch") == true {
            return "Prefetch"
        }
        let isTextTrack = incoming.string("networkId").flatMap { network.open[$0] }?.resourceType == "texttrack"
        return isTextTrack ? "TextTrack" : type
    }

    /// CDP `Fetch.authRequired`: the proxy's challenge is answered once with what the runtime was given; all others are none of ours.
    mutating func authRequired(_ incoming: Incoming, into actions: inout [Action]) {
        guard let id = incoming.string("requestId") else { return }
        var response: JSONObject = ["response": "Default"]
        if incoming.params["authChallenge"]?["source"]?.stringValue == "Proxy", let user = rules.proxy?.username {
            if network.answeredChallenges.insert((incoming.session ?? "") + id) {
                let password = rules.proxy?.password ?? ""
                response = [
                    "response": "ProvideCredentials", "username": .string(user), "password": .string(password),
                ]
            } else {
                response = ["response": "CancelAuth"]
            }
        }
        let params: JSONObject = ["requestId": .string(id), "authChallengeResponse": .object(response)]
        actions.append(.send("Fetch.continueWithAuth", params, in: incoming.session))
    }
}
