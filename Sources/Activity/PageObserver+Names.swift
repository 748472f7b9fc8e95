extension PageObserver {
    /// JavaScript: the roles and names of elements, numbered each.
    static let names = #"""
          const clean = text => (typeof text === 'string' ? text : '').replace(/\s+/g, ' ').trim();
          const numbers = new WeakMap(); let last = 0;
          const number = el => { if (!numbers.has(el)) numbers.set(el, ++last); return numbers.get(el); };
          const textOf = el => {
            let text = '';
            const walker = document.createTreeWalker(el, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node =>
              node.nodeType === 1 && /^(SCRIPT|STYLE|NOSCRIPT|TEXTAREA|SELECT)$/.test(node.tagName) ? NodeFilter.FILTER_REJECT
                : NodeFilter.FILTER_ACCEPT);
            for (let node = walker.nextNode(), seen = 0; node && text.length < 160 && seen < 400; node = walker.nextNode(), seen++) {
              if (node.nodeType === 3) text += node.data;
              else if (node.tagName === 'IMG') text += ' ' + (node.alt || '') + ' ';
              else text += ' ';
            }
            return clean(text);
          };
          const inputRoles = {checkbox: 'checkbox', radio: 'radio', range: 'slider', number: 'spinbutton', search: 'searchbox', button: 'button',
            submit: 'button', reset: 'button', image: 'button', file: 'file', color: 'color', hidden: null};
          const tagRoles = {BUTTON: 'button', TEXTAREA: 'textbox', SUMMARY: 'button', OPTION: 'option', IMG: 'img', H1: 'heading', H2: 'heading',
            H3: 'heading', H4: 'heading', H5: 'heading', H6: 'heading', IFRAME: 'frame', VIDEO: 'video', AUDIO: 'audio', CANVAS: 'canvas', LI: 'listitem',
            TD: 'cell', TH: 'cell', FORM: 'form', DIALOG: 'dialog'};
          const roleOf = el => {
            const role = clean(el.getAttribute('role')).split(' ')[0];
            if (role) return role.slice(0, 40);
            if (el.tagName === 'INPUT') return el.type in inputRoles ? inputRoles[el.type] : 'textbox';
            if (el.tagName === 'SELECT') return el.multiple || el.size > 1 ? 'listbox' : 'combobox';
            if (el.tagName === 'A' || el.tagName === 'AREA') return el.hasAttribute('href') ? 'link' : null;
            if (el.isContentEditable) return 'textbox';
            return tagRoles[el.tagName] || null;
          };
          const isField = el => /^(INPUT|SELECT|TEXTAREA)$/.test(el.tagName);
          // A form's own fields hide its properties.
          const titleOf = el => clean(el.getAttribute('title'));
          const nameOf = el => {
            const ids = clean(el.getAttribute('aria-labelledby')).split(' ').filter(Boolean);
            const by = clean(ids.map(id => { const one = el.getRootNode().getElementById?.(id); return one ? textOf(one) : ''; }).join(' '));
            if (by) return by;
            if (clean(el.getAttribute('aria-label'))) return clean(el.getAttribute('aria-label'));
            if (isField(el)) {
              if (/^(button|submit|reset)$/.test(el.type)) return clean(el.value) || {submit: 'Submit', reset: 'Reset'}[el.type] || '';
              const label = clean([...(el.labels || [])].map(textOf).join(' '));
              return label || clean(el.getAttribute('alt')) || clean(el.getAttribute('placeholder')) || titleOf(el) || clean(el.name) || clean(el.id);
            }
            if (/^(IMG|AREA)$/.test(el.tagName)) return clean(el.alt) || titleOf(el);
            if (/^(IFRAME|FORM|HTML|BODY)$/.test(el.tagName)) return titleOf(el);
            if (el.isContentEditable) return clean(el.getAttribute('data-placeholder')) || titleOf(el);
            return textOf(el) || titleOf(el);
          };
        """#
}
