import * as words from "#lib/words";

const fetching = words.fetching;

/** Which sentence, of those that fit what is fetched. */
export type Saying = (say: typeof words.fetching) => string;

/**
 * Why nothing was fetched. `refused` stays so for this address; `later` may pass by itself.
 *
 * `said` is a sentence for the person who gave the address, in the words of what was wanted there; `message` the one about a
 * page, for the log. `waitMs` is how long the site asks us to stay away, in milliseconds; null where it doesn't say.
 */
export class FetchTrouble extends Error {
  readonly kind: "refused" | "later";
  readonly said: Saying;
  readonly waitMs: number | null;
  /** Its server says that there is no such page. */
  readonly isGone: boolean;

  constructor(
    kind: "refused" | "later",
    said: Saying,
    {
      waitMs = null,
      isGone = false,
      cause,
    }: { readonly waitMs?: number | null; readonly isGone?: boolean; readonly cause?: unknown } = {},
  ) {
    super(said(fetching), cause === undefined ? undefined : { cause });
    this.name = "FetchTrouble";
    this.kind = kind;
    this.said = said;
    this.waitMs = waitMs;
    this.isGone = isGone;
  }
}
