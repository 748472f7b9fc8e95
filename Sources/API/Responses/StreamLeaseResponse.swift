public import JSON
public import Model

/// The answer of `runs.stream-lease`: an address for `EventSource`, which can send no header.
public enum StreamLeaseResponse {
    public static func json(url: String, accessToken: String, expiresAt: Timestamp) -> JSON {
        ["url": .string(url), "accessToken": .string(accessToken), "expiresAt": .time(expiresAt)]
    }
}
