// Made by scripts/generate-docs from docs/README.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    /// The index first, then the pages in its order.
    public static let all: [DocumentationPage] = [
        .pageREADME,
        .pageQuickStart,
        .pageConcepts,
        .pageRuns,
        .pageEvents,
        .pageActivity,
        .pageRunArchive,
        .pageS3,
        .pageStreaming,
        .pageRecording,
        .pageRecordingExport,
        .pagePlayer,
        .pageLiveView,
        .pageLiveViewPage,
        .pageFiles,
        .pageRecordingFormat,
        .pageCli,
        .pageSdk,
        .pageSeedCalls,
        .pageLiveViewProtocol,
        .pageConfiguration,
        .pageOperations,
        .pageSecurity,
        .pageErrors,
        .pageBenchmarks,
        .pageDecisions0001HttpOnHummingbirdWithOurOwnGate,
        .pageDecisions0002AnEventIsRenderedOnce,
        .pageDecisions0003ReadersPull,
        .pageDecisions0004TheSdkIsOneName
    ]
}
