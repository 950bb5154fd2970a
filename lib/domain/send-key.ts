/**
 * What names one sending of a form. Whoever presses twice, or sends again because no answer came, sends the same key, and the verb does it
 * once (`lib/desk/verb.ts`).
 */
export const SEND_KEY = "sendKey";

/** 128 random bits as 32 hexadecimal digits. Nobody can guess another's: the answer is kept sealed with it. */
const KEY = /^[0-9a-f]{32}$/;

/** `getRandomValues` works on every address; `randomUUID` only where the browser trusts the connection. */
export function newSendKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The key in what came through the door; null where there is none, or none of ours. */
export function sendKeyIn(raw: unknown): string | null {
  if (typeof raw !== "object" || raw === null || !Object.hasOwn(raw, SEND_KEY)) return null;
  const key: unknown = Reflect.get(raw, SEND_KEY);
  return typeof key === "string" && KEY.test(key) ? key : null;
}
