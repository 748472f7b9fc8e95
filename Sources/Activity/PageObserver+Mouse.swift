extension PageObserver {
    /// JavaScript: presses, drags, hovering and clicks by script.
    static let mouse = #"""
          let pressed = null, hovered = null, hoverTimer = 0, restX = -1, restY = -1;
          addEventListener('mousedown', event => {
            if (!event.isTrusted) return;
            clearTimeout(hoverTimer); hovered = null; interruptions++;
            const el = actorOf(event), found = describe(el);
            pressed = {x: event.screenX, y: event.screenY, found};
            say('down', {...found, x: Math.round(event.clientX), y: Math.round(event.clientY), button: event.button, count: event.detail});
          }, true);
          addEventListener('mouseup', event => {
            if (!event.isTrusted) return;
            const moved = pressed ? Math.hypot(event.screenX - pressed.x, event.screenY - pressed.y) : 0;
            pressed = null;
            say('up', {...describe(actorOf(event)), moved: Math.round(moved)});
          }, true);
          addEventListener('mousemove', event => {
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
          addEventListener('dragstart', event => { dragged = describe(actorOf(event)); }, true);
          addEventListener('drop', event => { say('drop', {...describe(targetOf(event)), from: dragged}); dragged = null; }, true);
          addEventListener('click', event => {
            if (!event.isTrusted) say('click', describe(actorOf(event)));
          }, true);
        """#
}
