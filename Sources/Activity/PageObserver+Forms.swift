extension PageObserver {
    /// JavaScript: forms that are sent, or are not.
    static let forms = #"""
          // The form that is about to be sent. What becomes of it is known when the page has done its part.
          let trying = null;
          const attempt = form => {
            if (trying?.form === form) return trying;
            const own = trying = {form, by: null, t: Date.now(), event: null, refused: null};
            later(() => { if (trying === own) trying = null; sayAttempt(own); });
            return own;
          };
          on('click', event => {
            const by = actorOf(event), isSender = /^(BUTTON|INPUT)$/.test(by.tagName) && /^(submit|image)$/.test(by.type);
            if (event.isTrusted && isSender && by.form) attempt(by.form).by = by;
          }, true);
          on('invalid', event => { if (trying && trying.form === targetOf(event).form) trying.refused ??= describe(targetOf(event)); }, true);
          on('submit', event => {
            if (event.target.nodeType !== 1) return;
            const own = attempt(event.target);
            [own.event, own.by] = [event, event.submitter];
          }, true);
          const sayAttempt = ({form, by, t, event, refused}) => {
            if (!event && !refused) return;
            const method = by?.getAttribute('formmethod') ?? form.getAttribute('method');
            // It closes its dialog, and is sent nowhere.
            if (clean(method).toLowerCase() === 'dialog' && !refused) return;
            const name = (nameOf(form) || clean(form.getAttribute('aria-label'))).slice(0, 100);
            say('submit', {...describe(form), t, name, by: by ? nameOf(by).slice(0, 100) : null, prevented: !event || event.defaultPrevented, refused});
          };
        """#
}
