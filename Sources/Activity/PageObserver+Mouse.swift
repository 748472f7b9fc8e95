extension PageObserver {
    /// JavaScript: presses, drags, hovering and clicks by script.
    static let mouse = #"""
          let pressed = null, hovered = null, hoverTimer = 0, restX = -1, restY = -1;
          let pointed = null;
          const disabled = ['button', 'input', 'select', 'textarea'].map(tag => `${tag}:disabled`).join();
          const press = (event, count, el = actorOf(event)) => {
            clearTimeout(hoverTimer); hovered = pointed = null;
            const found = describe(el);
            pressed = {x: event.screenX, y: event.screenY, found};
            say('down', {...found, x: Math.round(event.clientX), y: Math.round(event.clientY), button: event.button, count, age: ageOf(event),
              touch: event.pointerType === 'touch', held: heldIn(event), disabled: el.matches(disabled)});
          };
          // The mouse tells how many clicks it is. It is not told of where controls are disabled or the browser's own (videos), and follows at once
          // elsewhere; for a finger it comes only when that has gone.
          const alone = () => { if (pointed) press(pointed.event, 1, pointed.el); };
          on('pointerdown', event => {
            if (!event.isTrusted) return;
            alone();
            if (event.pointerType === 'touch') return press(event, 1);
            pointed = {event, el: actorOf(event)};
            later(alone);
          }, true);
          on('mousedown', event => {
            if (event.isTrusted && !event.sourceCapabilities?.firesTouchEvents) press(event, event.detail);
          }, true);
          on('pointercancel', event => { if (event.isTrusted && event.pointerType === 'touch' && pressed) say('swipe', {}); }, true);
          on('mouseup', event => {
            if (!event.isTrusted) return;
            const moved = pressed ? Math.hypot(event.screenX - pressed.x, event.screenY - pressed.y) : 0;
            pressed = null;
            say('up', {...describe(actorOf(event)), moved: Math.round(moved)});
          }, true);
          on('mousemove', event => {
            if (!event.isTrusted || event.buttons) return;
            // What scrolls beneath a mouse that rests gets a move too.
            const isMoved = event.screenX !== restX || event.screenY !== restY;
            [restX, restY] = [event.screenX, event.screenY];
            if (!isMoved) return;
            hovered = actorOf(event);
            clearTimeout(hoverTimer);
            hoverTimer = after(120, () => { if (hovered) say('hover', describe(hovered)); });
          }, {capture: true, passive: true});
          let dragged = null;
          on('dragstart', event => { dragged = describe(actorOf(event)); }, true);
          on('drop', event => {
            const values = [...event.dataTransfer?.files ?? []].slice(0, 20).map(one => one.name.slice(0, 200));
            say('drop', {...describe(targetOf(event)), from: dragged, values, trusted: event.isTrusted});
            dragged = null;
          }, true);
          on('dragend', event => {
            if (event.isTrusted) say('dragEnd', {lost: event.dataTransfer?.dropEffect === 'none'});
            dragged = null;
          }, true);
          on('click', event => {
            if (!event.isTrusted) say('click', describe(actorOf(event)));
          }, true);
        """#
}
