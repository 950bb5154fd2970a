/**
 * Why nothing was fetched. `refused` stays so for this address; `later` may pass by itself.
 *
 * `message` is a sentence for the person who gave the address. `waitMs` is how long the site asks us to stay away, in
 * milliseconds; null where it doesn't say.
 */
export class FetchTrouble extends Error {
  readonly kind: "refused" | "later";
  readonly waitMs: number | null;
  /** Its server says that there is no such page. */
  readonly isGone: boolean;

  constructor(
    kind: "refused" | "later",
    message: string,
    {
      waitMs = null,
      isGone = false,
      cause,
    }: { readonly waitMs?: number | null; readonly isGone?: boolean; readonly cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "FetchTrouble";
    this.kind = kind;
    this.waitMs = waitMs;
    this.isGone = isGone;
  }
}
