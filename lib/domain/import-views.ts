import type { CheckResult, PostLink } from "./articles";
import type { ImportState } from "./imports";

/** Pages on their way in, as signed-in people see them. Plain data, safe to hand to a client component. Instants are ISO strings. */

export interface ImportView {
  readonly id: string;
  readonly name: string;
  readonly state: ImportState;
  /** Why it was refused, and what to do; of one that is to be fetched, what went wrong last; null otherwise. */
  readonly message: string | null;
  /** Were its bytes given, or is it fetched from an address? */
  readonly way: "GIVEN" | "ADDRESS";
  /** Is its address still to be asked, or are its bytes here? */
  readonly step: "FETCH" | "READ";
  /** The address that was given, and the one that the page came from where that is another. */
  readonly url: string | null;
  readonly finalUrl: string | null;
  /** How often its site was asked in vain. */
  readonly attempts: number;
  /** ISO 8601; null where nothing is waited for. */
  readonly nextTryAt: string | null;
  /** Set when done. */
  readonly versionId: string | null;
  /** The articles of its page, where that holds several posts; empty otherwise. */
  readonly posts: readonly PostLink[];
  /** What it found, where it was a look at a page; null in lists. */
  readonly found: CheckResult | null;
  readonly requestedAt: string;
  /** When it was stored, refused or cancelled; null while it is on its way. */
  readonly finishedAt: string | null;
  /** Null where no person asked. */
  readonly requestedById: string | null;
}
