extension PageObserver {
    /// JavaScript: what is typed and chosen.
    static let fields = #"""
          // The text of a field as it was told last, and as it was before what happens to it now.
          const texts = new WeakMap();
          const textIn = el => isField(el) ? el.value : el.textContent.replace(/[\u200b\ufeff]/g, '').replace(/\u00a0/g, ' ');
          const note = (el, told = texts.get(el)?.told) => { if (isField(el) || el.isContentEditable) texts.set(el, {told, before: textIn(el)}); };
          // What is set as a whole: by arrow keys, the mouse or part by part.
          const isSet = el => /^(range|color|date|time|datetime-local|month|week)$/.test(el.type);
          for (const type of ['focusin', 'pointerdown', 'paste']) on(type, event => note(targetOf(event)), true);
          on('beforeinput', event => {
            catchUp();
            const el = targetOf(event);
            note(el);
            // Editors that write what is typed themselves have done so by then.
            if (event.isTrusted && event.data) later(() => { if (event.defaultPrevented) sayText(el, event); });
          }, true);
          on('input', event => {
            const el = targetOf(event);
            if (el.tagName === 'SELECT' || /^(checkbox|radio|file)$/.test(el.type)) return;
            if (event.isTrusted && entered === el && /^insert(LineBreak|Paragraph)$/.test(event.inputType)) {
              note(el, textIn(el));
            } else sayText(el, event);
          }, true);
          // What is to be cut out of the one text, and put in its stead, to make it the other one. What was typed is known as a rule.
          const difference = (old, now, data) => {
            let start = 0, end = 0;
            const most = Math.min(old.length, now.length);
            while (start < most && old.charCodeAt(start) === now.charCodeAt(start)) start++;
            while (end < most && old.charCodeAt(old.length - 1 - end) === now.charCodeAt(now.length - 1 - end)) end++;
            const rest = now.length - (data || '').length, first = Math.max(0, rest - end);
            for (let at = Math.min(start, rest); data && at >= first && old.length >= rest; at--) {
              if (now.startsWith(data, at)) return {at, cut: old.length - rest, text: data};
            }
            end = Math.min(end, most - start);
            return {at: start, cut: old.length - end - start, text: now.slice(start, now.length - end)};
          };
          const brief = ({at, cut, text}) => ({at, cut, text: text.slice(0, limit).toWellFormed(), length: text.length});
          const sayText = (el, event) => {
            const found = describe(el), trusted = event.isTrusted;
            if (!isField(el) && !el.isContentEditable || isSecret(el)) return say('input', {...found, trusted, secret: true});
            const now = textIn(el), {told, before} = texts.get(el) ?? {}, old = (trusted ? before : told ?? before) ?? '';
            const set = isSet(el) || el.type === 'number' && event.type === 'input' && trusted && !event.inputType;
            const edit = set || !trusted ? {at: 0, cut: old.length, text: now} : difference(old, now, event.data);
            const moved = trusted && told !== undefined && told !== old ? brief(difference(told, old)) : null;
            note(el, now);
            say('input', {...found, trusted, set, ...brief(edit), moved, empty: now === '', same: told === now});
          };
          on('change', event => {
            const el = targetOf(event), found = describe(el), trusted = event.isTrusted;
            if (el.tagName === 'SELECT') say('select', {...found, trusted, values: [...el.selectedOptions].slice(0, 20).map(one => clean(one.label).slice(0, 100))});
            else if (/^(checkbox|radio)$/.test(el.type)) say('check', {...found, trusted, checked: el.checked});
            else if (el.type === 'file') say('files', {...found, trusted, values: [...el.files].slice(0, 20).map(one => one.name.slice(0, 200))});
          }, true);
        """#
}
