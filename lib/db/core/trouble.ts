/** What a database refuses for a while: asking again later may work, and nothing is wrong with what was asked. */

/** PostgreSQL's error codes, appendix A of its manual. */
const PASSING = {
  /** A statement that took too long, or that an admin cancelled. */
  "57014": "BUSY",
  /** A lock that wasn't given in time. */
  "55P03": "BUSY",
  /** A transaction in which nothing was asked for too long. */
  "25P03": "BUSY",
  "53300": "BUSY",
  "53200": "BUSY",
  "53100": "FULL",
} as const;
type Trouble = (typeof PASSING)[keyof typeof PASSING];

const DEPTH = 6;

/** BUSY where the database cut a question off, or was asked too much at a time; FULL where its disk is; null for any other error. */
export function passingTrouble(error: unknown): Trouble | null {
  let at = error;
  for (let depth = 0; depth < DEPTH && typeof at === "object" && at !== null; depth += 1) {
    // Prisma carries PostgreSQL's code in one of three places, by the kind of the question.
    const { code, originalCode, message, meta, cause } = at as Record<string, unknown>;
    // A transaction that was open for too long, or wasn't given a connection in time: Prisma's own.
    if (code === "P2028" || code === "P2024") return "BUSY";
    for (const known of [originalCode, code, codeIn(message)]) {
      if (typeof known === "string" && known in PASSING) return PASSING[known as keyof typeof PASSING];
    }
    at = cause ?? (meta as Record<string, unknown> | undefined)?.driverAdapterError;
  }
  return null;
}

function codeIn(message: unknown): string | null {
  return typeof message === "string" ? (/\bCode: `?([0-9A-Z]{5})`?/.exec(message)?.[1] ?? null) : null;
}
