extension PageObserver {
    /// JavaScript: keys that write nothing, and forms that are sent.
    static let keys = #"""
          on('keydown', event => {
            if (!event.isTrusted || !event.key || /^(Shift|Control|Alt|Meta|AltGraph|CapsLock|Dead|Process|Unidentified)$/.test(event.key)) return;
            const el = targetOf(event), plain = event.key.length === 1, chord = event.ctrlKey || event.metaKey || event.altKey && !plain;
            const edits = isField(el) && !/^(checkbox|radio|button|submit|reset|file|range|color|image)$/.test(el.type) && el.tagName !== 'SELECT' || el.isContentEditable;
            const closed = el.tagName.includes('-') && !el.shadowRoot || el.tagName === 'IFRAME';
            if (plain && !chord && closed) return;
            // What a page takes from the keyboard itself, as fields that format their text do, it has put there by then.
            if (edits && !chord && plain) {
              burstOf(el).at = Date.now();
              later(() => { if (event.defaultPrevented) sayText(el, true, ''); });
            }
            if (edits && !chord && (plain || /^(Backspace|Delete|Arrow|Home|End)/.test(event.key))) return;
            if (/^(range|number|radio|date|time|month|week|datetime-local)$/.test(el.type) && !chord && /^(Arrow|Page|Home|End)/.test(event.key)) return;
            interruptions++;
            const mods = [event.ctrlKey && 'Control', event.altKey && 'Alt', event.metaKey && 'Meta', event.shiftKey && !plain && 'Shift'].filter(Boolean);
            say('key', {...describe(el), key: [...mods, event.key === ' ' ? 'Space' : plain && chord ? event.key.toUpperCase() : event.key].join('+'), plain: plain && !chord});
          }, true);
          on('submit', event => {
            const form = event.target, by = event.submitter;
            if (form.nodeType !== 1) return;
            say('submit', {...describe(form), name: (nameOf(form) || clean(form.getAttribute('aria-label'))).slice(0, 100), by: by ? nameOf(by).slice(0, 100) : null});
          }, true);
        """#
}
