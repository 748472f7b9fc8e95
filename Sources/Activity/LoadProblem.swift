/// Why an address could not be opened.
public enum LoadProblem {
    /// An error of Chromium's network stack (`net::ERR_...`) in plain English, as the end of a sentence.
    public static func words(for error: String) -> String { ActivityFolder.plain(error) }
}
