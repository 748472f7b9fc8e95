import JSON

extension OpenRequest.Response {
    /// Of a request that ended well although its headers were never heard of.
    static let unknown = Self(
        statusCode: 200,
        statusText: nil,
        mimeType: "",
        fromCache: false,
        fromServiceWorker: false,
        isProtocol: nil,
        remoteAddress: nil,
        timing: [:],
        mayBeRevalidated: false,
        headerBytes: 0,
        bodyBytes: nil,
        isEncoded: false
    )

    /// Reads CDP `Network.Response`.
    /// - Parameter method: of the request; what answers HEAD has no body.
    init(_ response: JSON, to method: String = "GET", servedFromMemory: Bool) {
        statusCode = response["status"]?.integerValue ?? 0
        statusText = response["statusText"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
        mimeType = response["mimeType"]?.stringValue ?? ""
        fromServiceWorker = response["fromServiceWorker"]?.boolValue ?? false
        fromCache =
            servedFromMemory || response["fromDiskCache"]?.boolValue ?? false
            || response["fromPrefetchCache"]?.boolValue ?? false
        isProtocol = response["protocol"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
        remoteAddress = Self.address(response)
        timing = Self.timing(response["timing"])
        let headers = response["headers"]?.objectValue
        mayBeRevalidated =
            statusCode == 200 && !fromCache
            && (Self.header("etag", in: headers) ?? Self.header("last-modified", in: headers)) != nil
        headerBytes = ByteCount.of(response["encodedDataLength"])
        isEncoded = Self.header("content-encoding", in: headers) != nil
        let hasNoBody = method == "HEAD" || [204, 205, 304].contains(statusCode)
        bodyBytes = hasNoBody ? 0 : Self.header("content-length", in: headers).flatMap(ByteCount.of(header:))
    }

    private static func address(_ response: JSON) -> String? {
        guard let host = response["remoteIPAddress"]?.stringValue, !host.isEmpty else { return nil }
        guard let port = response["remotePort"]?.integerValue, port > 0 else { return host }
        return "\(host):\(port)"
    }

    private static func header(_ name: String, in headers: JSONObject?) -> String? {
        headers?.members.first { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == name }?.value
            .stringValue
    }

    /// CDP `Network.ResourceTiming` (milliseconds after its request time, -1 for none) as durations in seconds.
    private static func timing(_ timing: JSON?) -> JSONObject {
        guard let timing else { return [:] }
        func seconds(_ from: String, _ to: String) -> Double? {
            guard let start = timing[from]?.doubleValue, let end = timing[to]?.doubleValue, start >= 0, end >= start
            else { return nil }
            return (end - start) / 1000
        }
        var data = EventData()
        data.put("dnsSeconds", seconds: seconds("dnsStart", "dnsEnd"))
        data.put("connectSeconds", seconds: seconds("connectStart", "connectEnd"))
        data.put("tlsSeconds", seconds: seconds("sslStart", "sslEnd"))
        data.put("sendSeconds", seconds: seconds("sendStart", "sendEnd"))
        data.put("waitSeconds", seconds: seconds("sendEnd", "receiveHeadersEnd"))
        return data.object
    }
}
