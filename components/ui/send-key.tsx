"use client";

import { useState } from "react";
import { newSendKey, SEND_KEY } from "#lib/domain/send-key";

/**
 * The field of a form that names its next sending. `done` is what came of the last one, null where nothing did yet: once something came,
 * the next sending is another one; a refusal kept nothing, and is the same. Without scripts the key is the one that the server drew.
 */
export function SendKey({ done }: { done: unknown }) {
  const [sending, setSending] = useState({ key: newSendKey(), after: done });
  if (done !== null && done !== sending.after) setSending({ key: newSendKey(), after: done });
  // The server's key and the browser's differ, and either will do.
  return <input type="hidden" name={SEND_KEY} value={sending.key} readOnly suppressHydrationWarning />;
}
