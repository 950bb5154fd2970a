import type { Actor } from "./actor";
import type { ImportFault, ImportState } from "./imports";

/**
 * The life of an import: which moves there are, which states each may start from, and what the row says after it. An import waits
 * (QUEUED), is fetched or read (RUNNING), and ends as DONE, REFUSED or CANCELLED; from the last two a person may start it anew.
 */

/** Waits, or is being worked on. */
export const ON_ITS_WAY = ["QUEUED", "RUNNING"] as const satisfies readonly ImportState[];
/** Ended without a page. A page that waits or runs may be started anew too, where its job is dead: nobody works on it. */
export const REOPENABLE = ["REFUSED", "CANCELLED"] as const satisfies readonly ImportState[];

export const isOnItsWay = (state: ImportState): boolean => ON_ITS_WAY.some((one) => one === state);

/** What a move may start from. */
export const FROM = {
  /** A worker takes it up: to fetch it, or to read it. It may have been taken up before, by a worker that died. */
  begin: ON_ITS_WAY,
  /** Its bytes are here now, and wait to be read. */
  fetched: ["RUNNING"],
  /** Its site is to be asked again later. */
  waitToTry: ["RUNNING"],
  /** Its page is stored, or was here already. */
  store: ["RUNNING"],
  /** No page comes of it. */
  refuse: ["RUNNING"],
  /** Its job is dead, and nobody was there to say so: whoever worked on it was killed each time. */
  lose: ON_ITS_WAY,
  /** A person takes back what is on its way. */
  cancel: ON_ITS_WAY,
  /** An admin removes a job that failed: what was refused with it is given up too. */
  giveUp: ["REFUSED", ...ON_ITS_WAY],
  /** A person starts it anew. */
  reopen: REOPENABLE,
} as const satisfies Readonly<Record<string, readonly ImportState[]>>;

export type ImportMove = keyof typeof FROM;

/** The state that a move leads to. */
export const TO = {
  begin: "RUNNING",
  fetched: "QUEUED",
  waitToTry: "QUEUED",
  store: "DONE",
  refuse: "REFUSED",
  lose: "REFUSED",
  cancel: "CANCELLED",
  giveUp: "CANCELLED",
  reopen: "QUEUED",
} as const satisfies Readonly<Record<ImportMove, ImportState>>;

/** What a row says after a move, besides what the move itself brings (bytes, a version). */
interface After {
  readonly state: ImportState;
  readonly message?: string | null;
  readonly fault?: ImportFault | null;
  readonly attempts?: number;
  readonly nextTryAt?: Date | null;
  readonly finishedAt?: Date | null;
}

export const fetched = (): After => ({ state: TO.fetched, message: null, nextTryAt: null });

/** Taken up to be fetched. To be read it is taken up with others, in one question of its own. */
export const begun = (): After => ({ state: TO.begin, nextTryAt: null });

/** `trouble` is what went wrong, and how often; null where only its site's turn is waited for. */
export function waiting(
  nextTryAt: Date,
  trouble: { readonly message: string; readonly attempts: number } | null,
): After {
  return trouble === null
    ? { state: TO.waitToTry, nextTryAt }
    : { state: TO.waitToTry, nextTryAt, message: trouble.message, attempts: trouble.attempts };
}

/** `fault`: whose it is, where it isn't the page's. */
export function refused(
  end: { readonly message: string; readonly fault?: ImportFault },
  finishedAt: Date,
): After {
  return { state: TO.refuse, ...end, nextTryAt: null, finishedAt };
}

export function cancelled(finishedAt: Date): After {
  return { state: TO.cancel, message: null, fault: null, nextTryAt: null, finishedAt };
}

export const reopened = (): After => ({
  state: TO.reopen,
  message: null,
  fault: null,
  attempts: 0,
  nextTryAt: null,
  finishedAt: null,
});

/** Whoever gave a page may take it back, and editors may. `requestedById` is null where no person asked. */
export function mayCancel(actor: Pick<Actor, "id" | "role">, requestedById: string | null): boolean {
  return actor.role !== "CONTRIBUTOR" || actor.id === requestedById;
}
