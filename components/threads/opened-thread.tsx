"use client";

import { useEffect } from "react";
import { threadElement } from "#lib/domain/threads";

/** Puts the focus on the thread that the page was opened for, once. */
export function OpenedThread({ id }: { readonly id: string | null }) {
  useEffect(() => {
    if (id !== null) document.getElementById(threadElement(id))?.focus();
  }, [id]);
  return null;
}
