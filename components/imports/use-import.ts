"use client";

import { useEffect, useRef, useState } from "react";
import type { ImportView } from "#lib/domain/import-views";
import { IMPORT_STATES } from "#lib/domain/imports";
import { isOneOf, isOrNull, isRecordOf, isText } from "#lib/text/plain-data";
import * as words from "#lib/words";

const isSeen = isRecordOf<Seen>({
  state: isOneOf(IMPORT_STATES),
  step: isOneOf(["FETCH", "READ"]),
  message: isOrNull(isText),
  nextTryAt: isOrNull(isText),
  versionId: isOrNull(isText),
  posts: Array.isArray,
});

interface Seen extends Pick<ImportView, "state" | "step" | "message" | "nextTryAt" | "versionId"> {
  readonly posts: readonly unknown[];
}

export type ImportProgress =
  | { readonly kind: "waiting"; readonly saying: string; readonly trouble: string | null }
  /** `href` is where its article opens, or the list of them where its page holds several posts. */
  | { readonly kind: "done"; readonly href: string; readonly count: number }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "cancelled" }
  | { readonly kind: "lost" };

const PAUSE = 500;
const TRIES = 10;

/** Follow an import until it is read or refused. A few lost answers in a row are told; the import goes on without us. */
export function useImport(importId: string | null, onDone: (href: string) => void): ImportProgress | null {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    if (importId === null) {
      setProgress(null);
      return;
    }
    let stopped = false;
    let lost = 0;
    setProgress({ kind: "waiting", saying: words.importing.progress.QUEUED, trouble: null });
    const look = async () => {
      const seen = await progressOf(importId);
      if (stopped) return;
      lost = seen.kind === "lost" ? lost + 1 : 0;
      if (seen.kind !== "lost" || lost >= TRIES) setProgress(seen);
      if (seen.kind === "done") done.current(seen.href);
      else if (seen.kind === "waiting" || (seen.kind === "lost" && lost < TRIES)) setTimeout(look, PAUSE);
    };
    void look();
    return () => {
      stopped = true;
    };
  }, [importId]);
  return progress;
}

async function progressOf(importId: string): Promise<ImportProgress> {
  try {
    const answer = await fetch(`/desk/import/${importId}/progress`, { cache: "no-store" });
    if (!answer.ok) return { kind: "lost" };
    const seen: unknown = await answer.json();
    if (!isSeen(seen)) return { kind: "lost" };
    const { state, message, versionId } = seen;
    if (state === "REFUSED") return { kind: "refused", message: message ?? words.desk.said.failed };
    if (state === "CANCELLED") return { kind: "cancelled" };
    const count = Math.max(1, seen.posts.length);
    const href = count > 1 ? `/desk/import/${importId}` : `/desk/articles/${versionId}`;
    if (state === "DONE") return versionId === null ? { kind: "lost" } : { kind: "done", href, count };
    return { kind: "waiting", saying: sayingOf(state, seen), trouble: message };
  } catch {
    return { kind: "lost" };
  }
}

function sayingOf(state: "QUEUED" | "RUNNING", { step, message, nextTryAt }: Seen): string {
  const said = words.importing;
  if (step === "READ") return said.progress[state];
  if (state === "RUNNING" || nextTryAt === null) return said.fetching[state];
  return message === null ? said.fetching.TURN : said.triedAgain;
}
