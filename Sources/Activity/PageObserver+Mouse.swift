extension PageObserver {
    /// JavaScript: presses, drags, hovering and clicks by script.
    static let mouse = #"""
          let pressed = null, hovered = null, hoverTimer = 0, restX = -1, restY = -1;
          const disabled = ['button', 'input', 'select', 'textarea'].map(tag => `${tag}:disabled`).join();
          const press = (event, count) => {
            clearTimeout(hoverTimer); hovered = null; interruptions++;
            const el = actorOf(event), found = describe(el);
            pressed = {x: event.screenX, y: event.screenY, found};
            say('down', {...found, x: Math.round(event.clientX), y: Math.round(event.clientY), button: event.button, count, age: ageOf(event),
              touch: event.pointerType === 'touch', disabled: el.matches(disabled)});
          };
          // The mouse tells how many clicks it is, and is not told of controls that are disabled; a finger is none before it has gone.
          on('pointerdown', event => {
            if (!event.isTrusted) return;
            if (event.pointerType === 'touch') return press(event, 1);
            if (event.composedPath().some(node => node.matches?.(disabled))) press(event, 1);
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
            hoverTimer = setTimeout(() => { if (hovered) say('hover', describe(hovered)); }, 120);
          }, {capture: true, passive: true});
          let dragged = null;
          on('dragstart', event => { dragged = describe(actorOf(event)); }, true);
          on('drop', event => { say('drop', {...describe(targetOf(event)), from: dragged}); dragged = null; }, true);
          on('click', event => {
            if (!event.isTrusted) say('click', describe(actorOf(event)));
          }, true);
        """#
}
