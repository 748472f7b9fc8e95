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

    public static let source = """
        (() => {
          if (globalThis.martletObserves) return;
          globalThis.martletObserves = true;
          const limit = 500, isTop = window === window.top;
          const say = (k, more) => {
            try { globalThis.\(binding)(JSON.stringify({k, t: Date.now(), top: isTop, ...more})); } catch {}
          };
          const clean = text => (text || '').replace(/\\s+/g, ' ').trim();
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
            if (role) return role;
            if (el.tagName === 'INPUT') return el.type in inputRoles ? inputRoles[el.type] : 'textbox';
            if (el.tagName === 'SELECT') return el.multiple || el.size > 1 ? 'listbox' : 'combobox';
            if (el.tagName === 'A' || el.tagName === 'AREA') return el.hasAttribute('href') ? 'link' : null;
            if (el.isContentEditable) return 'textbox';
            return tagRoles[el.tagName] || null;
          };
          const isField = el => /^(INPUT|SELECT|TEXTAREA)$/.test(el.tagName);
          const nameOf = el => {
            const ids = clean(el.getAttribute('aria-labelledby')).split(' ').filter(Boolean);
            const by = clean(ids.map(id => { const one = el.getRootNode().getElementById?.(id); return one ? textOf(one) : ''; }).join(' '));
            if (by) return by;
            if (clean(el.getAttribute('aria-label'))) return clean(el.getAttribute('aria-label'));
            if (isField(el)) {
              if (/^(button|submit|reset)$/.test(el.type)) return clean(el.value) || {submit: 'Submit', reset: 'Reset'}[el.type] || '';
              const label = clean([...(el.labels || [])].map(textOf).join(' '));
              return label || clean(el.getAttribute('alt')) || clean(el.getAttribute('placeholder')) || clean(el.title) || clean(el.name) || clean(el.id);
            }
            if (/^(IMG|AREA)$/.test(el.tagName)) return clean(el.alt) || clean(el.title);
            if (/^(IFRAME|FORM|HTML|BODY)$/.test(el.tagName)) return clean(el.title);
            if (el.isContentEditable) return clean(el.getAttribute('data-placeholder')) || clean(el.title);
            return textOf(el) || clean(el.title);
          };
          const secretWords = /pass ?(word|wd|code|phrase)|\\bpwd\\b|secret|token|api ?key|\\botp\\b|one.?time|\\bcv[vc]2?\\b|\\bcsc\\b|card ?num|security ?code|\\bssn\\b|social ?security|\\bpin\\b|\\biban\\b|\\b[2m]fa\\b|verification ?code|credit ?card/i;
          const wasSecret = new WeakSet();
          const isSecret = el => {
            if (wasSecret.has(el)) return true;
            const completes = clean(el.getAttribute?.('autocomplete')).toLowerCase();
            const words = [el.name, el.id, el.placeholder, nameOf(el)].map(word => String(word || '').replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_.]+/g, ' '));
            const secret = el.type === 'password' || /password|one-time-code|cc-(number|csc|exp)/.test(completes) || words.some(word => secretWords.test(word))
              || (getComputedStyle(el).webkitTextSecurity || 'none') !== 'none';
            if (secret) wasSecret.add(el);
            return secret;
          };
          // A page may show a password in the clear later: what was secret once stays so.
          addEventListener('focusin', event => { const el = event.composedPath()[0]; if (el?.tagName === 'INPUT') isSecret(el); }, true);
          const acts = 'a[href],area[href],button,input,select,textarea,summary,label,option,[onclick],[contenteditable=""],[contenteditable=true],'
            + ['button', 'link', 'tab', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'option', 'checkbox', 'radio', 'switch', 'combobox', 'treeitem', 'textbox',
              'searchbox', 'slider', 'gridcell'].map(role => `[role=${role}]`).join();
          const targetOf = event => event.composedPath().find(node => node.nodeType === 1) || document.documentElement;
          const actorOf = event => {
            const path = event.composedPath().filter(node => node.nodeType === 1);
            const found = path.slice(0, 8).find(el => el.matches(acts)) || path[0] || document.documentElement;
            return found.tagName === 'LABEL' && found.control ? found.control : found;
          };
          const describe = el => ({e: number(el), role: roleOf(el), name: nameOf(el).slice(0, 100), tag: el.tagName.toLowerCase(),
            closed: el.tagName.includes('-') && !el.shadowRoot});
          let pressed = null, hovered = null, hoverTimer = 0, x = 0, y = 0;
          addEventListener('mousedown', event => {
            if (!event.isTrusted) return;
            clearTimeout(hoverTimer); hovered = null;
            const el = actorOf(event), found = describe(el);
            pressed = {x: event.screenX, y: event.screenY, found};
            say('down', {...found, x: Math.round(event.clientX), y: Math.round(event.clientY), button: event.button, count: event.detail});
          }, true);
          addEventListener('mouseup', event => {
            if (!event.isTrusted) return;
            const moved = pressed ? Math.hypot(event.screenX - pressed.x, event.screenY - pressed.y) : 0;
            pressed = null;
            say('up', {...describe(actorOf(event)), moved: Math.round(moved), count: event.detail});
          }, true);
          addEventListener('mousemove', event => {
            if (!event.isTrusted || event.buttons) return;
            x = event.clientX; y = event.clientY; hovered = actorOf(event);
            clearTimeout(hoverTimer);
            hoverTimer = setTimeout(() => { if (hovered) say('hover', {...describe(hovered), x, y}); }, 120);
          }, {capture: true, passive: true});
          let dragged = null;
          addEventListener('dragstart', event => { dragged = describe(actorOf(event)); }, true);
          addEventListener('drop', event => { say('drop', {...describe(targetOf(event)), from: dragged}); dragged = null; }, true);
          addEventListener('click', event => {
            if (!event.isTrusted) say('click', {...describe(actorOf(event)), x: event.clientX, y: event.clientY});
          }, true);
          const bursts = new WeakMap();
          const burstOf = el => {
            const burst = bursts.get(el);
            if (burst && Date.now() - burst.at < 1500) return burst;
            const fresh = {at: Date.now(), base: el.value ?? '', data: ''};
            bursts.set(el, fresh);
            return fresh;
          };
          addEventListener('beforeinput', event => {
            const el = targetOf(event), burst = burstOf(el);
            burst.at = Date.now();
            try { if (el.value !== undefined && el.selectionStart === 0 && el.selectionEnd === el.value.length) burst.base = ''; } catch {}
          }, true);
          addEventListener('focusout', event => bursts.delete(targetOf(event)), true);
          addEventListener('input', event => {
            const el = targetOf(event);
            if (el.tagName === 'SELECT' || /^(checkbox|radio|file)$/.test(el.type)) return;
            const found = describe(el), trusted = event.isTrusted;
            const isKnown = isField(el) || el.isContentEditable;
            if (!isKnown || isSecret(el)) return say('input', {...found, trusted, secret: true});
            const burst = trusted ? burstOf(el) : {base: '', data: ''};
            burst.at = Date.now();
            if (event.data) burst.data = (burst.data + event.data).slice(-limit);
            const value = isField(el) ? el.value : burst.data || clean(el.textContent);
            const text = isField(el) && burst.base && value.startsWith(burst.base) ? value.slice(burst.base.length) : value;
            say('input', {...found, trusted, kind: el.type, text: text.slice(0, limit), length: text.length, how: event.inputType, empty: value === ''});
          }, true);
          addEventListener('change', event => {
            const el = targetOf(event), found = describe(el), trusted = event.isTrusted;
            if (el.tagName === 'SELECT') say('select', {...found, trusted, values: [...el.selectedOptions].slice(0, 20).map(one => clean(one.label).slice(0, 100))});
            else if (/^(checkbox|radio)$/.test(el.type)) say('check', {...found, trusted, checked: el.checked});
            else if (el.type === 'file') say('files', {...found, trusted, values: [...el.files].slice(0, 20).map(one => one.name.slice(0, 200)), length: el.files.length});
          }, true);
          addEventListener('keydown', event => {
            if (!event.isTrusted || /^(Shift|Control|Alt|Meta|AltGraph|CapsLock|Dead|Process|Unidentified)$/.test(event.key)) return;
            const el = targetOf(event), plain = event.key.length === 1, chord = event.ctrlKey || event.metaKey || event.altKey && !plain;
            const edits = isField(el) && !/^(checkbox|radio|button|submit|reset|file|range|color|image)$/.test(el.type) && el.tagName !== 'SELECT' || el.isContentEditable;
            const closed = el.tagName.includes('-') && !el.shadowRoot || el.tagName === 'IFRAME';
            if (plain && !chord && closed) return;
            if (edits && !chord && (plain || /^(Backspace|Delete|Arrow|Home|End)/.test(event.key))) return;
            const mods = [event.ctrlKey && 'Control', event.altKey && 'Alt', event.metaKey && 'Meta', event.shiftKey && !plain && 'Shift'].filter(Boolean);
            say('key', {...describe(el), key: [...mods, event.key === ' ' ? 'Space' : plain && chord ? event.key.toUpperCase() : event.key].join('+'), plain: plain && !chord});
          }, true);
          addEventListener('submit', event => {
            const form = event.target, by = event.submitter;
            say('submit', {...describe(form), name: (nameOf(form) || clean(form.getAttribute('aria-label'))).slice(0, 100), by: by ? nameOf(by).slice(0, 100) : null, trusted: event.isTrusted});
          }, true);
          const origins = new WeakMap(); const timers = new WeakMap(), wheels = new WeakMap(); let wheeled = 0;
          addEventListener('wheel', event => { if (event.isTrusted) wheeled = Date.now(); }, {capture: true, passive: true});
          const place = el => [Math.round(el.scrollLeft), Math.round(el.scrollTop)];
          addEventListener('scroll', event => {
            const el = event.target.nodeType === 9 ? event.target.scrollingElement : event.target;
            if (!el) return;
            if (!origins.has(el)) origins.set(el, [0, 0]);
            if (!wheels.has(el)) wheels.set(el, false);
            if (Date.now() - wheeled < 300) wheels.set(el, true);
            clearTimeout(timers.get(el));
            timers.set(el, setTimeout(() => {
              const [fromX, fromY] = origins.get(el), [toX, toY] = place(el);
              const byWheel = wheels.get(el);
              origins.set(el, [toX, toY]);
              wheels.delete(el);
              if (fromX === toX && fromY === toY) return;
              const whole = el === document.scrollingElement;
              say('scroll', {e: number(el), role: whole ? 'page' : roleOf(el), name: whole ? '' : (el.getAttribute('aria-label') || ''), tag: el.tagName.toLowerCase(),
                wheel: byWheel, dx: toX - fromX, dy: toY - fromY, end: toY + el.clientHeight >= el.scrollHeight - 2});
            }, 150));
          }, {capture: true, passive: true});
          if (isTop) {
            const ready = k => say(k, {title: clean(document.title).slice(0, 200), url: location.href.slice(0, 2000)});
            addEventListener('DOMContentLoaded', event => { if (event.target === document) ready('dom'); }, true);
            addEventListener('load', event => { if (event.target === document) ready('load'); }, true);
          }
        })();
        """
}
