import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A connection that was not made because of the server's certificate, and why.
///
/// BoringSSL says only that the certificate was refused. What is wrong with it is read from the certificate itself: on a second connection,
/// which gets it and goes no further.
struct CertificateRefusal {
    private let error: any Error
    private let isForAnotherName: Bool

    /// Nil when it was something else that failed.
    init?(_ error: any Error) {
        isForAnotherName = error is NIOSSLExtraError
        guard
            isForAnotherName || "\(error)".contains("CERTIFICATE_VERIFY_FAILED")
                || error as? NIOSSLError == .unableToValidateCertificate
        else { return nil }
        self.error = error
    }

    /// The error in words, with what to do.
    func explained(_ configuration: Martlet.Configuration) async -> any Error {
        let certificate = await Self.certificate(of: configuration.baseURL)
        if Task.isCancelled { return CancellationError() }
        let (reason, hint) = reason(certificate, URL(string: configuration.baseURL)?.host() ?? "")
        return MartletError(
            .insecure,
            "No safe connection to \(configuration.baseURL): \(reason).",
            hint: hint,
            cause: error
        )
    }

    private func reason(_ certificate: NIOSSLCertificate?, _ host: String, now: Date = Date()) -> (String, hint: String)
    {
        if let ended = certificate.map({ Date(timeIntervalSince1970: Double($0.notValidAfter)) }), ended < now {
            return (
                "its certificate expired on \(Self.day(ended))",
                "Renew it on the server; or, if that is not so, set this machine's clock."
            )
        }
        if let begins = certificate.map({ Date(timeIntervalSince1970: Double($0.notValidBefore)) }), begins > now {
            return (
                "its certificate is not valid before \(Self.day(begins))", "See whether this machine's clock is right."
            )
        }
        if isForAnotherName {
            return (
                "its certificate is not for the name \(host)",
                "Use the name that it is for, or give the server a certificate for this one."
            )
        }
        return (
            "its certificate is not signed by anybody that this machine trusts",
            "If it is your own, name its authority's PEM file (its own, if it signed itself) with MARTLET_CA_FILE."
        )
    }

    private static func day(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle().year().month().day())
    }

    /// What the server presents; nil when it cannot be had within 3 seconds. Nothing is sent but the handshake's first half.
    private static func certificate(of address: String) async -> NIOSSLCertificate? {
        guard let url = URL(string: address), let host = url.host() else { return nil }
        let seen = Mutex<NIOSSLCertificate?>(nil)
        let channel = try? await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(.seconds(3))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        observer(host) { first in seen.withLock { $0 = first } }
                    )
                }
            }
            .connect(host: host, port: url.port ?? 443).get()
        guard let channel else { return nil }
        let end = channel.eventLoop.scheduleTask(in: .seconds(3)) { channel.close(promise: nil) }
        try? await channel.closeFuture.get()
        end.cancel()
        return seen.withLock { $0 }
    }

    /// A handshake that is broken off as soon as the certificate is there.
    private static func observer(
        _ host: String,
        _ found: @escaping @Sendable (NIOSSLCertificate?) -> Void
    ) throws -> NIOSSLClientHandler {
        let context = try NIOSSLContext(configuration: .makeClientConfiguration())
        // An address has no place in the handshake (RFC 6066, section 3).
        let isAddress = (try? SocketAddress(ipAddress: host, port: 0)) != nil
        return try NIOSSLClientHandler(
            context: context,
            serverHostname: isAddress ? nil : host,
            customVerificationCallback: { chain, verdict in
                found(chain.first)
                verdict.succeed(.failed)
            }
        )
    }
}
