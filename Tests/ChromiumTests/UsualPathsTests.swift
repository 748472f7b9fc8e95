import Testing

@testable import CLI
@testable import Chromium

struct UsualPathsTests {
    /// The command line shares no code with the server, so the list is there twice.
    @Test func `The doctor looks for the browser where the server does`() {
        #expect(ProgramChecks.usualBrowsers == BrowserExecutable.usualPaths)
    }
}
