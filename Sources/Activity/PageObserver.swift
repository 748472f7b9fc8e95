/// The script that tells, from a world of its own in each frame, what happens to the page: what was pressed, typed, chosen, sent.
///
/// It runs in an isolated world (CDP `Page.addScriptToEvaluateOnNewDocument` with `worldName`), so the page can neither see nor call it, and it
/// reports by a binding that exists in that world alone (`Runtime.addBinding` with `executionContextName`). It listens in the capture
/// phase, changes nothing, and names elements at the moment of the event: no race with what the event sets off. Texts of sensitive
/// fields never leave the page.
public enum PageObserver {
    /// The name of the isolated world.
    public static let world = "martlet"
    /// The name of the binding, the `name` of `Runtime.bindingCalled`.
    public static let binding = "martletReport"

    /// The script: an expression that runs once in a world, and does nothing when it runs there again.
    public static let source = [opening, names, secrets, targets, mouse, fields, keys, scrolling, closing].joined(
        separator: "\n"
    )

    private static let opening = #"""
        (() => {
          if (globalThis.martletObserves) return;
          globalThis.martletObserves = true;
          const limit = 500;
          const say = (k, more) => {
            try { globalThis.\#(binding)(JSON.stringify({k, t: Date.now(), ...more})); } catch {}
          };
        """#

    /// JavaScript: when the document of the page is parsed, and when it is loaded.
    private static let closing = #"""
          if (window === window.top) {
            const ready = k => say(k, {title: clean(document.title).slice(0, 200)});
            addEventListener('DOMContentLoaded', event => { if (event.target === document) ready('dom'); }, true);
            addEventListener('load', event => { if (event.target === document) ready('load'); }, true);
          }
        })();
        """#
}
