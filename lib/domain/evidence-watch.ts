import { z } from "zod";
import type { CopyLook } from "./claims-shapes";
import type { Retrieval } from "./retrieval";

/** Looking again at the pages behind evidence: when, and what a look says of one. */

/** Why a page behind evidence isn't well: its server has no such page; the quotation isn't in it; nobody answers; we may not or can't look. */
export const EvidenceTrouble = z.enum(["GONE", "CHANGED", "SILENT", "REFUSED"]);
export type EvidenceTrouble = z.infer<typeof EvidenceTrouble>;

/** The pages whose trouble was said, as an editor's list has them. */
export const LostView = z.enum(["gone", "changed", "silent", "refused"]);
export type LostView = z.infer<typeof LostView>;

export const TROUBLE_IN = {
  gone: "GONE",
  changed: "CHANGED",
  silent: "SILENT",
  refused: "REFUSED",
} as const satisfies Record<LostView, EvidenceTrouble>;

/** So many looks in a row end the same way before that is said: a page that is away for a night is nobody's news. */
export const LOOKS_TO_SAY = 3;
/** Days between two looks at a page that was well, and the most. */
export const FIRST_PAUSE = 7;
export const LONGEST_PAUSE = 28;
/** Where neither readers see the claim nor anybody works on it, it is asked again so many days later whether that is so. */
export const RESTING_PAUSE = 7;
/** A look that is lost with its worker is begun again so many days later. */
export const LEASE = 1;
/** Looks that were to be at one moment drift apart by up to this share of the pause. */
const DRIFT = 0.1;
const DAY = 24 * 3_600_000;
const LONGEST_MESSAGE = 2000;

/** What a look came to. `isSeen`: the page is there and, where there is a quotation, that too. */
export type LookResult =
  | { readonly trouble: null; readonly isSeen: boolean }
  | { readonly trouble: EvidenceTrouble; readonly message: string };

export interface EvidenceWatch {
  readonly days: number;
  readonly wellAt: Date | null;
  readonly trouble: EvidenceTrouble | null;
  readonly looks: number;
  readonly since: Date | null;
  readonly message: string | null;
  readonly saidAt: Date | null;
}

/** What an answer without a page says of it. */
export function resultWithoutPage(got: Extract<Retrieval, { kind: "refused" | "later" }>): LookResult {
  const trouble = got.kind === "later" ? "SILENT" : got.isGone ? "GONE" : "REFUSED";
  return { trouble, message: got.sentence };
}

/**
 * What a page that is there says of its evidence. `quote` null: the page alone counts. A quotation that can't be looked for is missed only where it was seen
 * before; `sentences` say which.
 */
export function resultOfPage(
  quote: string | null,
  look: Pick<CopyLook, "quote">,
  wellAt: Date | null,
  sentences: { readonly missing: string; readonly unreadable: string },
): LookResult {
  if (quote === null || look.quote === "FOUND") return { trouble: null, isSeen: true };
  if (look.quote === "MISSING") return { trouble: "CHANGED", message: sentences.missing };
  if (wellAt === null) return { trouble: null, isSeen: false };
  return { trouble: "CHANGED", message: sentences.unreadable };
}

/**
 * What is known after a look at `now`. A page that is well is looked at after 7, 14, then every 28 days. One that isn't is looked at after 1, 2, 4 days and so on
 * up to 28, and so it is for ever: pages come back. Three looks that end the same way are said; that we can't look too.
 */
export function afterLook(before: EvidenceWatch, result: LookResult, now: Date): EvidenceWatch {
  if (result.trouble === null) {
    const days = before.trouble === null ? Math.min(before.days * 2, LONGEST_PAUSE) : FIRST_PAUSE;
    const wellAt = result.isSeen ? now : before.wellAt;
    return { days, wellAt, trouble: null, looks: 0, since: null, message: null, saidAt: null };
  }
  const isSame = before.trouble === result.trouble;
  const looks = isSame ? before.looks + 1 : 1;
  return {
    days: isSame ? Math.min(before.days * 2, LONGEST_PAUSE) : 1,
    wellAt: before.wellAt,
    trouble: result.trouble,
    looks,
    since: isSame ? (before.since ?? now) : now,
    message: result.message.slice(0, LONGEST_MESSAGE),
    saidAt: looks < LOOKS_TO_SAY ? null : isSame && before.saidAt !== null ? before.saidAt : now,
  };
}

/** The moment so many days later. `chance` in [0, 1). */
export function daysLater(now: Date, days: number, chance: number): Date {
  return new Date(now.getTime() + Math.round(days * DAY * (1 + DRIFT * chance)));
}
