extension PageObserver {
    /// JavaScript: what an event is about.
    static let targets = #"""
          const acts = 'a[href],area[href],button,input,select,textarea,summary,label,option,[onclick],[contenteditable=""],[contenteditable=true],'
            + ['button', 'link', 'tab', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'option', 'checkbox', 'radio', 'switch', 'combobox', 'treeitem', 'textbox',
              'searchbox', 'slider', 'gridcell'].map(role => `[role=${role}]`).join();
          const targetOf = event => event.composedPath().find(node => node.nodeType === 1) || document.documentElement;
          const actorOf = event => {
            const path = event.composedPath().filter(node => node.nodeType === 1);
            const found = path.slice(0, 8).find(el => el.matches(acts)) || path[0] || document.documentElement;
            return found.tagName === 'LABEL' && found.control ? found.control : found;
          };
          // The keys that are held down meanwhile.
          const heldIn = event => [event.ctrlKey && 'Control', event.altKey && 'Alt', event.metaKey && 'Meta', event.shiftKey && 'Shift'].filter(Boolean);
          const describe = el => ({e: number(el), role: roleOf(el), name: nameOf(el).slice(0, 100), tag: el.tagName.slice(0, 60).toLowerCase()});
        """#
}
