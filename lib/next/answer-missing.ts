import { isGone, withdrawnClaim } from "#lib/db/readers/withdrawn";
import type { GoneKind } from "#lib/domain/published";
import * as words from "#lib/words";

/** What readers' addresses are about. */
export interface Item {
  readonly kind: GoneKind;
  /** As its address has it. */
  readonly slug: string;
}

export interface Missing {
  readonly status: 404 | 410;
  /** Says so, and for 410 that the page tells why. */
  readonly sentence: string;
}

/** What is said where a document of an item isn't there: 410 where the item was published and withdrawn. Source: RFC 9110, 15.5.11. */
export async function missing({ kind, slug }: Item): Promise<Missing> {
  // A claim whose verdict was withdrawn may still be made by pages: it is there, and its verdict isn't.
  const isWithdrawn =
    (await isGone(kind, slug)) || (kind === "CLAIM" && (await withdrawnClaim(slug)) !== null);
  return isWithdrawn
    ? { status: 410, sentence: words.errors.withdrawn }
    : { status: 404, sentence: words.errors.notFound };
}
