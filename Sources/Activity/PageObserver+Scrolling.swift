extension PageObserver {
    /// JavaScript: where it was scrolled to.
    static let scrolling = #"""
          const origins = new WeakMap(); const timers = new WeakMap(), wheels = new WeakMap(); let wheeled = 0;
          on('wheel', event => { if (event.isTrusted) { wheeled = Date.now(); clearTimeout(hoverTimer); } }, {capture: true, passive: true});
          const place = el => [Math.round(el.scrollLeft), Math.round(el.scrollTop)];
          on('scroll', event => {
            const el = event.target.nodeType === 9 ? event.target.scrollingElement : event.target;
            if (el?.nodeType !== 1) return;
            if (!origins.has(el)) origins.set(el, [0, 0]);
            if (!wheels.has(el)) wheels.set(el, false);
            if (Date.now() - wheeled < 300) wheels.set(el, true);
            clearTimeout(timers.get(el));
            timers.set(el, after(150, () => {
              const [fromX, fromY] = origins.get(el), [toX, toY] = place(el);
              const byWheel = wheels.get(el);
              origins.set(el, [toX, toY]);
              wheels.delete(el);
              if (fromX === toX && fromY === toY) return;
              const whole = el === document.scrollingElement;
              say('scroll', {e: number(el), role: whole ? 'page' : roleOf(el), name: whole ? '' : clean(el.getAttribute('aria-label')).slice(0, 100), tag: el.tagName.slice(0, 60).toLowerCase(),
                wheel: byWheel, dx: toX - fromX, dy: toY - fromY, end: toY + el.clientHeight >= el.scrollHeight - 2});
            }));
          }, {capture: true, passive: true});
        """#
}
