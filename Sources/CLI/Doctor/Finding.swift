/// What one check of the machine found, and what to do about it.
struct Finding: Sendable {
    enum Grade: String, Sendable {
        case good = "ok"
        /// It works, but something would be better.
        case warning
        /// Martlet cannot do its job like this.
        case bad
    }

    let grade: Grade
    let subject: String
    let text: String
    /// What to do; nil when all is well.
    let advice: String?

    static func good(_ subject: String, _ text: String) -> Finding {
        Finding(grade: .good, subject: subject, text: text, advice: nil)
    }

    static func warning(_ subject: String, _ text: String, _ advice: String) -> Finding {
        Finding(grade: .warning, subject: subject, text: text, advice: advice)
    }

    static func bad(_ subject: String, _ text: String, _ advice: String) -> Finding {
        Finding(grade: .bad, subject: subject, text: text, advice: advice)
    }
}
