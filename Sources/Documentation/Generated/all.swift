// Made by scripts/generate-docs from docs/README.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    /// The index first, then the pages in its order.
    public static let all: [DocumentationPage] = [
        .pageREADME,
        .pageQuickStart,
        .pageConcepts,
        .pageDashboard,
        .pageRuns,
        .pageEvents,
        .pageActivity,
        .pageStreaming,
        .pageRecording,
        .pageRecordingExport,
        .pagePlayer,
        .pageLiveView,
        .pageLiveViewPage,
        .pageRecordingFormat,
        .pageFiles,
        .pageRunArchive,
        .pageCli,
        .pageSdk,
        .pageSeedCalls,
        .pageLiveViewProtocol,
        .pageConfiguration,
        .pageS3,
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
