/// JavaScript that runs in a world of our own beside a page's: the page sees the events it makes and nothing else of it.
enum PageScript {
    /// Whether a frame has the focus.
    static let hasFocus = #"""
        (() => {
          const active = document.activeElement;
          return (window === top || document.hasFocus()) && !(active instanceof HTMLIFrameElement || active instanceof HTMLFrameElement);
        })()
        """#

    /// The selected text of the frame that has the focus. Passwords are never read.
    static let selection = #"""
        () => {
          let inner = document.activeElement;
          while (inner?.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
          if (inner instanceof HTMLTextAreaElement || inner instanceof HTMLInputElement) {
            if (inner.type === 'password') return '';
            if (inner.selectionStart !== null) return inner.value.substring(inner.selectionStart, inner.selectionEnd);
          }
          return String(getSelection());
        }
        """#

    /// Lets the page see a paste, and inserts lines if it does not take it. Whether nothing is left to do: a single line is better typed.
    ///
    /// Blanks that would collapse become such as do not. `insertHTML` is one step for the editor and for its undo. Where Trusted Types forbid it, a text field takes the text by itself.
    static let paste = #"""
        text => {
          let inner = document.activeElement ?? document.body;
          while (inner.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
          const data = new DataTransfer();
          data.setData('text/plain', text);
          const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true, composed: true});
          if (!inner.dispatchEvent(event)) return true;
          const lines = text.split(/\r\n|\r|\n/);
          if (lines.length < 2 || inner instanceof HTMLInputElement) return false;
          const keeps = inner instanceof HTMLTextAreaElement || ['pre', 'pre-wrap', 'break-spaces'].includes(getComputedStyle(inner).whiteSpace);
          const spaced = line => keeps ? line : line.replace(/ (?= )|^ | $/g, '&nbsp;');
          const escaped = line => line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\t/g, '&#9;');
          let html = lines.map(line => spaced(escaped(line))).join('<br>');
          try { html = trustedTypes.createPolicy('martlet-live', {createHTML: given => given}).createHTML(html); } catch {}
          try { return document.execCommand('insertHTML', false, html); } catch {}
          if (!(inner instanceof HTMLTextAreaElement)) return false;
          if (inner.readOnly || inner.disabled) return true;
          const {selectionStart: start, selectionEnd: end, maxLength} = inner;
          const room = maxLength < 0 ? Infinity : Math.max(0, maxLength - inner.value.length + end - start);
          inner.setRangeText(lines.join('\n').slice(0, room), start, end, 'end');
          inner.dispatchEvent(new InputEvent('input', {inputType: 'insertFromPaste', bubbles: true, composed: true}));
          return true;
        }
        """#

    /// The page's address and its links to icons; null while it is being loaded.
    static let icons = #"""
        (() => {
          if (document.readyState === 'loading') return null;
          const links = [...document.querySelectorAll('link[rel~="icon" i][href]')].slice(0, 50)
            .filter(link => link.href.length <= 200_000 && (!link.media || matchMedia(link.media).matches))
            .map(link => ({href: link.href, sizes: link.getAttribute('sizes') ?? (link.type === 'image/svg+xml' ? 'any' : '')}));
          return {url: location.href, links, origin: /^https?:$/.test(location.protocol) ? location.origin : null};
        })()
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
          const open = select => {
            helper.boxes = [select];
            const options = [...select.options].slice(0, 2000).map((option, index) => ({
              index, label: (option.label || option.text).trim().slice(0, 200),
              group: option.parentElement instanceof HTMLOptGroupElement ? option.parentElement.label.slice(0, 200) : null,
              disabled: option.matches(':disabled'), hidden: option.hidden, selected: option.selected}));
            say({k: 'select', multiple: select.multiple, options: options.filter(o => !o.hidden)});
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
