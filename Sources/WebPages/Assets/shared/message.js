// @ts-check
// Tells the page that frames this one what goes on.

/**
 * Sends a message to the parent. Nothing in it is secret, so every origin may read it.
 * @param {{ type: string } & Record<string, unknown>} message
 */
export function tellParent(message) {
  if (window.parent !== window) window.parent.postMessage(message, "*");
}
