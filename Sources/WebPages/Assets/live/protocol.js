// @ts-check
// The shapes of the messages that the server sends (docs/live-view-protocol.md). Types alone.

/**
 * @typedef {{ id: string, url: string, title: string, favicon: string | null, front: boolean, crashed: boolean, problem: string | null }} Page
 * @typedef {{ id: string, pageId: string, kind: "alert" | "confirm" | "prompt" | "beforeunload", message: string, defaultText: string, openedAt: string }} Dialog
 * @typedef {{ index: number, label: string, group: string | null, disabled: boolean, selected: boolean }} Option
 * @typedef {{ id: string, pageId: string, multiple: boolean, rect: { x: number, y: number, width: number, height: number }, options: Option[] }} Select
 * @typedef {{ id: string, pageId: string, multiple: boolean }} FileChooser
 * @typedef {{ id: string, message: string, status: string, createdAt: string, expiresAt: string | null }} HumanAction
 * @typedef {{ holder: "agent" | "person", epoch: number, name: string | null, mine: boolean, agentInput: "hold" | "refuse" | null, since: string | null }} Control
 * @typedef {{
 *   type: "hello", version: number, runId: string, runtimeId: string, leaseId: string, viewerId: string, control: "none" | "input",
 *   name: string | null, agentInput: "hold" | "refuse", expiresAt: string, now: string,
 * }} Hello
 * @typedef {{
 *   type: "state",
 *   run: { id: string, status: "active" | "stopped" | "failed", startedAt: string },
 *   pages: Page[], frontPageId: string | null, watchedPageId: string | null, follows: boolean,
 *   control: Control, viewers: number,
 *   dialogs: Dialog[], select: Select | null, fileChooser: FileChooser | null, humanAction: HumanAction | null,
 * }} State
 * @typedef {{ type: "cursor", pageId: string, cursor: string }} Cursor
 * @typedef {{ type: "clipboard", text: string }} Clipboard
 * @typedef {{ type: "notice", code: string, message: string }} Notice
 * @typedef {{ type: "refused", of: string, code: string, message: string }} Refused
 * @typedef {{ type: "pong", time: unknown }} Pong
 * @typedef {{ type: "ended", reason: string, message: string }} Ended
 * @typedef {Hello | State | Cursor | Clipboard | Notice | Refused | Pong | Ended} ServerMessage
 */

export {};
