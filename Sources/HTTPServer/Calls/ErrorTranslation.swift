import API
import ControlPlane
import FrameLog
import Hummingbird
import Logging
import Store

/// Turns what a handler threw into what a caller gets. What nobody foresaw is a 500, and its cause goes to the log only.
enum ErrorTranslation {
    static func apiError(_ error: any Error, logger: Logger) -> APIError {
        switch error {
        case let error as APIError: error
        case let error as ControlPlaneError: translate(error, logger: logger)
        case let error as FrameLogError: translate(error)
        case let error as StoreError: translate(error, logger: logger)
        case let error as HTTPError: translate(error)
        case is CancellationError:
            APIError(.hostUnavailable, "The server is shutting down.", hint: "Try again in a moment.")
        default: unexpected(error, logger: logger)
        }
    }

    private static func translate(_ error: ControlPlaneError, logger: Logger) -> APIError {
        guard let code = ErrorCode(rawValue: error.code.rawValue) else { return unexpected(error, logger: logger) }
        return APIError(code, error.message, hint: error.hint, details: error.details)
    }

    private static func translate(_ error: FrameLogError) -> APIError {
        switch error.code {
        case .notFound: APIError(.recordingNotAvailable, "There is no recording of this run.")
        case .damaged: APIError(.frameNotFound, error.message)
        case .decoderMissing: APIError(.ffmpegMissing, error.message)
        default: APIError(.recordingUnreadable, error.message)
        }
    }

    private static func translate(_ error: StoreError, logger: Logger) -> APIError {
        switch error.code {
        case .full, .unavailable:
            logger.error("Storage failed", metadata: ["error": "\(error)"])
            return APIError(.storageUnavailable, "The server cannot store or read its data now.")
        case .quota: return APIError(.storageQuotaExceeded, error.message)
        case .notFound: return APIError(.routeNotFound, "What this request is about was deleted meanwhile.")
        case .conflict: return APIError(.runtimeNotExecutable, "Another request changed the same thing meanwhile.")
        }
    }

    private static func translate(_ error: HTTPError) -> APIError {
        error.status == .contentTooLarge
            ? APIError(.requestTooLarge, "The request is too large.")
            : APIError(.requestInvalid, "The request cannot be read.")
    }

    private static func unexpected(_ error: any Error, logger: Logger) -> APIError {
        logger.error("Unexpected error", metadata: ["error": "\(error)"])
        return APIError(.serverError, "Something went wrong inside the server.")
    }
}
