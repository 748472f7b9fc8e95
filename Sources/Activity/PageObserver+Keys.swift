extension PageObserver {
    /// JavaScript: keys that write nothing.
    static let keys = #"""
          // The field in which Enter was pressed last: the new line that it makes is told by it.
          let entered = null;
          on('keydown', event => {
            catchUp();
            note(targetOf(event));
            entered = event.key === 'Enter' ? targetOf(event) : null;
            if (!event.isTrusted || !event.key || /^(Shift|Control|Alt|Meta|AltGraph|CapsLock|Dead|Process|Unidentified)$/.test(event.key)) return;
            const el = targetOf(event), plain = event.key.length === 1, chord = event.ctrlKey || event.metaKey || event.altKey && !/^[^a-z0-9]$/i.test(event.key);
            const edits = isField(el) && !/^(checkbox|radio|button|submit|reset|file|range|color|image)$/.test(el.type) && el.tagName !== 'SELECT' || el.isContentEditable;
            const closed = el.tagName.includes('-') && !el.shadowRoot || el.tagName === 'IFRAME';
            if (plain && !chord && closed) return;
            // What a page takes from the keyboard itself, as fields that format their text do, it has put there by then.
            if (edits && !chord && plain) later(() => { if (event.defaultPrevented || isSet(el)) sayText(el, event); });
            if (edits && !chord && (plain || /^(Backspace|Delete)$/.test(event.key))) return;
            if (/^(range|number|radio|date|time|month|week|datetime-local)$/.test(el.type) && !chord && /^(Arrow|Page|Home|End)/.test(event.key)) return;
            const held = heldIn(event).filter(one => one !== 'Shift' || !plain || chord);
            say('key', {...describe(el), moves: /^(Arrow|Home|End|Page)/.test(event.key), key: [...held, event.key === ' ' ? 'Space' : plain && chord ? event.key.toUpperCase() : event.key].join('+'), plain: plain && !chord});
          }, true);
        """#
}
