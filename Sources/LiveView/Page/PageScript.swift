/// JavaScript that runs in a world of our own beside a page's: the page sees the events it makes and nothing else of it.
enum PageScript {
    /// The selected text of the frame that has the focus; null for other frames. Passwords are never read.
    static let selection = #"""
        () => {
          const active = document.activeElement;
          if (window !== top && !document.hasFocus() || active instanceof HTMLIFrameElement || active instanceof HTMLFrameElement) return null;
          let inner = active;
          while (inner?.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
          if (inner instanceof HTMLTextAreaElement || inner instanceof HTMLInputElement) {
            if (inner.type === 'password') return '';
            if (inner.selectionStart !== null) return inner.value.substring(inner.selectionStart, inner.selectionEnd);
          }
          return String(getSelection());
        }
        """#

    /// Lets the page see a paste; whether it took it. Null for frames without the focus.
    static let paste = #"""
        text => {
          const active = document.activeElement;
          if (window !== top && !document.hasFocus() || active instanceof HTMLIFrameElement || active instanceof HTMLFrameElement) return null;
          let inner = active ?? document.body;
          while (inner.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
          const data = new DataTransfer();
          data.setData('text/plain', text);
          const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true, composed: true});
          return !inner.dispatchEvent(event);
        }
        """#

    /// While a person drives: opens select boxes at the viewer's instead of the browser's, and tells the cursor.
    static let helper = #"""
        (() => {
          const say = what => { try { globalThis.martletLive(JSON.stringify(what)); } catch {} };
          if (globalThis.martletHelper) { martletHelper.on = true; return; }
          const helper = globalThis.martletHelper = {on: true, boxes: [], cursor: ''};
          const box = event => {
            const found = event.composedPath().find(node => node instanceof HTMLSelectElement);
            return found && !found.matches(':disabled') && !found.multiple && found.size <= 1 ? found : null;
          };
          const rect = element => {
            const {x, y, width, height} = element.getBoundingClientRect();
            let place = {x, y, width, height};
            try {
              for (let w = window; w !== w.top && w.frameElement; w = w.parent) {
                const frame = w.frameElement.getBoundingClientRect();
                place.x += frame.x + w.frameElement.clientLeft;
                place.y += frame.y + w.frameElement.clientTop;
              }
            } catch {}
            return place;
          };
          const open = select => {
            helper.boxes = [select];
            const options = [...select.options].slice(0, 2000).map((option, index) => ({
              index, label: (option.label || option.text).trim().slice(0, 200),
              group: option.parentElement instanceof HTMLOptGroupElement ? option.parentElement.label.slice(0, 200) : null,
              disabled: option.matches(':disabled'), hidden: option.hidden, selected: option.selected}));
            say({k: 'select', rect: rect(select), multiple: select.multiple, options: options.filter(o => !o.hidden)});
          };
          helper.choose = indexes => {
            const select = helper.boxes[0];
            if (!select?.isConnected) return false;
            const before = [...select.options].map(option => option.selected);
            const wanted = new Set(indexes);
            [...select.options].forEach((option, index) => {
              if (!option.matches(':disabled') || option.selected) option.selected = wanted.has(index);
            });
            if ([...select.options].every((option, index) => option.selected === before[index])) return true;
            select.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
            select.dispatchEvent(new Event('change', {bubbles: true}));
            return true;
          };
          addEventListener('mousedown', event => {
            const select = helper.on && event.isTrusted && event.button === 0 && box(event);
            if (!select) return;
            event.preventDefault();
            select.focus();
            open(select);
          }, true);
          addEventListener('keydown', event => {
            const select = helper.on && event.isTrusted && box(event);
            const opens = event.key === ' ' || event.key === 'Enter' || event.key === 'F4'
              || event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
            if (!select || !opens) return;
            event.preventDefault();
            open(select);
          }, true);
          addEventListener('mousemove', event => {
            if (!helper.on || !event.isTrusted) return;
            const target = event.composedPath()[0];
            let cursor = target instanceof Element ? getComputedStyle(target).cursor : 'auto';
            if (cursor === 'auto') {
              const types = target instanceof HTMLTextAreaElement || target?.isContentEditable
                || target instanceof HTMLInputElement && !/^(button|checkbox|color|file|image|radio|range|reset|submit)$/.test(target.type);
              cursor = types ? 'text' : 'default';
            }
            cursor = cursor.split(',').pop().trim();
            if (cursor === helper.cursor) return;
            helper.cursor = cursor;
            say({k: 'cursor', cursor});
          }, {capture: true, passive: true});
        })();
        """#

    static let helperOff = "if (globalThis.martletHelper) { martletHelper.on = false; martletHelper.cursor = ''; }"
}
