import JSON
import Model

extension TrafficReader {
    /// CDP `Fetch.requestPaused` on a session of ours: refused, or let go on untouched.
    func requestPaused(_ incoming: Incoming, into actions: inout [Action]) {
        guard let id = incoming.string("requestId") else { return }
        let type = incoming.string("resourceType") ?? ""
        if rules.refuses(type, incoming.params["request"]?["url"]?.stringValue ?? "") {
            let params: JSONObject = ["requestId": .string(id), "errorReason": "BlockedByClient"]
            actions.append(.send("Fetch.failRequest", params, in: incoming.session))
        } else {
            actions.append(.send("Fetch.continueRequest", ["requestId": .string(id)], in: incoming.session))
        }
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
