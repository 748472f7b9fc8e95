extension PageObserver {
    /// JavaScript: what is typed and chosen.
    static let fields = #"""
          const bursts = new WeakMap();
          // A press or a key that writes nothing ends what was being typed.
          let interruptions = 0;
          const burstOf = el => {
            const burst = bursts.get(el);
            if (burst && burst.interruptions === interruptions && Date.now() - burst.at < 1500) return burst;
            const fresh = {at: Date.now(), interruptions, base: el.value ?? '', data: ''};
            bursts.set(el, fresh);
            return fresh;
          };
          on('beforeinput', event => {
            const el = targetOf(event), burst = burstOf(el);
            burst.at = Date.now();
            try { if (el.value !== undefined && el.selectionStart === 0 && el.selectionEnd === el.value.length) burst.base = ''; } catch {}
            // Editors that write what is typed themselves have done so by then.
            if (event.isTrusted && event.data) later(() => { if (event.defaultPrevented) sayText(el, true, event.data); });
          }, true);
          on('focusout', event => bursts.delete(targetOf(event)), true);
          on('input', event => {
            const el = targetOf(event);
            if (el.tagName !== 'SELECT' && !/^(checkbox|radio|file)$/.test(el.type)) sayText(el, event.isTrusted, event.data);
          }, true);
          const sayText = (el, trusted, data) => {
            const found = describe(el);
            const isKnown = isField(el) || el.isContentEditable;
            if (!isKnown || isSecret(el)) return say('input', {...found, trusted, secret: true});
            const burst = trusted ? burstOf(el) : {base: '', data: ''};
            burst.at = Date.now();
            if (data) burst.data = (burst.data + data).slice(-limit);
            const value = isField(el) ? el.value : burst.data || clean(el.textContent);
            const text = isField(el) && burst.base && value.startsWith(burst.base) ? value.slice(burst.base.length) : value;
            say('input', {...found, trusted, kind: el.type, text: text.slice(0, limit), length: text.length, empty: value === ''});
          };
          on('change', event => {
            const el = targetOf(event), found = describe(el), trusted = event.isTrusted;
            if (el.tagName === 'SELECT') say('select', {...found, trusted, values: [...el.selectedOptions].slice(0, 20).map(one => clean(one.label).slice(0, 100))});
            else if (/^(checkbox|radio)$/.test(el.type)) say('check', {...found, trusted, checked: el.checked});
            else if (el.type === 'file') say('files', {...found, trusted, values: [...el.files].slice(0, 20).map(one => one.name.slice(0, 200))});
          }, true);
        """#
}
