import { lostPages } from "#lib/db/readers/lost-pages";
import { withdrawnArticle, withdrawnClaim } from "#lib/db/readers/withdrawn";
import type { WithdrawnItem } from "#lib/domain/published";
import * as words from "#lib/words";
import type { Problem } from "./answers";

const api = words.publicApi;

interface About {
  /** The parameter to blame. */
  readonly field?: string;
  readonly withdrawn?: NonNullable<Problem["withdrawn"]>;
}

/** A read that isn't answered, as RFC 9457 tells it. `message` is a whole sentence: what is wrong, and what to do. */
export class ProblemError extends Error {
  constructor(
    readonly status: 400 | 404 | 406 | 410,
    readonly code: string,
    message: string,
    readonly about: About = {},
  ) {
    super(message);
    this.name = "ProblemError";
  }
}

/** Says why nothing stands at a page's address: it was withdrawn, or never was. */
export async function goneArticle(slug: string): Promise<never> {
  throw gone(await withdrawnArticle(slug));
}

/** The same of a claim: its verdict was withdrawn, or all pages that made it were. */
export async function goneClaim(slug: string): Promise<never> {
  const withdrawn = await withdrawnClaim(slug);
  if (withdrawn === null && (await lostPages(slug)).length > 0)
    throw new ProblemError(410, "gone", api.lostClaim);
  throw gone(withdrawn);
}

function gone(item: WithdrawnItem | null): ProblemError {
  if (item === null) return new ProblemError(404, "not_found", api.notFound);
  const { title, at, reason, withdrawnByWriter, history } = item;
  const withdrawn = { title, at, reason, withdrawnByWriter, proof: history.proof };
  return new ProblemError(410, "gone", api.withdrawn(at.slice(0, 10), reason), { withdrawn });
}
