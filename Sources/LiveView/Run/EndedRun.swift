import JSON
public import Model

/// A viewer of a run that is over: it is told so, and its line is closed.
public enum EndedRun {
    public static func serve(_ lease: Lease, of run: Run, on line: any ViewerLine) async {
        let state: JSON = [
            "type": "state",
            "run": [
                "id": .string(run.id.description), "status": .string(run.status.rawValue),
                "startedAt": .time(run.startedAt),
            ],
            "pages": [], "frontPageId": .null, "watchedPageId": .null, "follows": true,
            "control": [
                "holder": "agent", "epoch": 0, "name": .null, "mine": false, "agentInput": .null, "since": .null,
            ],
            "viewers": 0, "dialogs": [], "select": .null, "fileChooser": .null, "humanAction": .null,
        ]
        let messages = [LiveRun.hello(lease, viewer: 0, of: run), state, LiveRun.ended(run.status)]
        do {
            for message in messages { try await line.send(text: message.bytes) }
            await line.close(.runEnded)
        } catch { return }
    }
}
