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

    /// The script: an expression that runs once in a world. When it runs there again, or the document was replaced (`document.open`, which takes
    /// all listeners away), it listens again and does nothing else.
    public static let source = [opening, names, secrets, targets, mouse, fields, keys, forms, scrolling, closing]
        .joined(
            separator: "\n"
        )

    private static let opening = #"""
        (() => {
          if (globalThis.martletListens) return martletListens();
          const limit = 500, listeners = [];
          // Pages and agents hear of errors in every world: none may come of ours.
          const safely = react => (...given) => { try { return react(...given); } catch {} };
          const after = (pause, react) => setTimeout(safely(react), pause);
          const on = (type, react, options) => listeners.push([type, safely(react), options]);
          // How long ago the browser took the input, in milliseconds: the page may have been busy since.
          const ageOf = event => Math.max(0, Math.round(performance.now() - event.timeStamp));
          // What is known when the page has done its part is told then: at the latest when the key or button comes up, or the page goes.
          let postponed = [];
          const catchUp = () => { const due = postponed; postponed = []; due.forEach(tell => tell()); };
          const later = tell => { postponed.push(safely(tell)); after(0, catchUp); };
          for (const type of ['keyup', 'pointerup', 'pagehide']) on(type, catchUp, true);
          const say = (k, more) => {
            try { globalThis.\#(binding)(JSON.stringify({k, t: Date.now(), ...more})); } catch {}
          };
        """#

    /// JavaScript: when the document of the page is parsed, loaded or written anew, and what keeps the script listening.
    private static let closing = #"""
          const isTop = window === window.top;
          const ready = k => say(k, {title: clean(document.title).slice(0, 200)});
          let titled = document.title, titling = 0;
          const retitled = new MutationObserver(safely(() => {
            titling ||= after(30, () => {
              titling = 0;
              if (document.title !== titled) { titled = document.title; ready('title'); }
            });
          }));
          const watchTitle = () => { if (document.head) retitled.observe(document.head, {childList: true, characterData: true, subtree: true}); };
          if (isTop) {
            on('DOMContentLoaded', event => { if (event.target === document) { titled = document.title; ready('dom'); watchTitle(); } }, true);
            on('load', event => { if (event.target === document) ready('load'); }, true);
          }
          const watch = new MutationObserver(safely(changes => {
            listen();
            if (!isTop || !changes.some(change => [...change.removedNodes].some(node => node.nodeType === 1))) return;
            titled = document.title; ready('written'); watchTitle();
          }));
          // A window may get another document without this script being run again: the first one of a popup, and frames with `javascript:`
          // addresses.
          const framed = event => { try { event.target.contentWindow?.martletListens?.(); } catch {} };
          const listen = globalThis.martletListens = () => {
            listeners.forEach(one => addEventListener(...one));
            document.addEventListener('load', framed, true);
            watch.observe(document, {childList: true});
          };
          on('DOMContentLoaded', listen, true);
          on('load', listen, true);
          listen();
          after(0, listen);
        })();
        """#
}
