// Runs the Swift of one page of the documentation, as one program: `Snippets docs/sdk.md`.
import Foundation

let names = CommandLine.arguments.dropFirst()
guard let name = names.first, let page = pages[name] else {
    print(pages.keys.sorted().joined(separator: "\n"))
    exit(names.isEmpty ? 0 : 2)
}
try await page()
