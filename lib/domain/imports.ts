export const IMPORT_STATES = ["QUEUED", "RUNNING", "DONE", "REFUSED", "CANCELLED"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Whose fault it is that a page was refused, where it isn't the page's: its site failed too often, or we did. */
export type ImportFault = "SITE" | "OURS";

/** A page longer than this is a large one, in bytes as they arrive or UTF-16 units of its text. */
export const LARGE_PAGE = 300_000;

/** What became of several pages so far. */
export interface Tally {
  readonly all: number;
  /** Still to be sent, or being sent. */
  readonly toSend: number;
  readonly sent: number;
  readonly read: number;
  readonly refused: number;
  readonly cancelled: number;
  readonly unsent: number;
}
