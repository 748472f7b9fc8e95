// @ts-check
import { isForInput, isLive, isMine, isOthers, mayDrive } from "./model.js";

/**
 * What the person does goes through here: only what may be done is sent, and what may not is said.
 *
 * The epoch goes along once control is ours. Before that it is left out, so that the messages which follow the one that takes control are
 * not refused as stale.
 * @param {{ model(): import("./model.js").Model, send(message: object): boolean, say(text: string): void }} options
 */
export function makeHands({ model, send, say }) {
  return {
    /** @param {{ type: string } & Record<string, unknown>} message @returns {boolean} Whether it was sent. */
    send(message) {
      const now = model();
      if (!mayDrive(now)) {
        if (isLive(now) && isForInput(now) && isOthers(now)) say("Someone else is in control. Take over to use the browser.");
        return false;
      }
      return send(isMine(now) ? { ...message, epoch: now.state?.control.epoch } : message);
    },
    /** Whether the browser is the person's already, so that even a passing pointer may reach it. */
    get hold() {
      const now = model();
      return isLive(now) && isMine(now);
    },
    get may() {
      return mayDrive(model());
    },
  };
}

/** @typedef {ReturnType<typeof makeHands>} Hands */
