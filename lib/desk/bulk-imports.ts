import { appendAudits, SYSTEM } from "#lib/db/audit/audit";
import { type GivenImport, keepImports } from "#lib/db/imports/bulk-imports";
import { type Actor, may } from "#lib/domain/actor";
import type { BulkPage } from "#lib/domain/bulk-imports";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { inOneTransaction, refuseWithoutRoom } from "./verb";

/**
 * Take many pages in at once, for whoever runs the command: a person of theirs, or the system itself (`by` null). Pages are
 * checked by who reads them; no two of them have the same bytes, address and format. Acknowledged when it is committed with
 * its jobs. What was given before is not given again: see `GivenImport`.
 *
 * Throws   AppError `not_allowed` where that person may not give pages.
 */
export async function requestImports(
  by: Actor | null,
  pages: readonly BulkPage[],
  { now }: { readonly now: Date },
): Promise<GivenImport[]> {
  if (by !== null && !may(by.role, "import.request")) {
    throw new AppError("not_allowed", words.deskErrors.notAllowed);
  }
  refuseWithoutRoom("import.request");
  return inOneTransaction(async (tx) => {
    const given = await keepImports(tx, pages, by?.id ?? null, now);
    const events = given.flatMap(({ importId, state, snapshotSha256 }, index) => {
      if (state !== "new" && state !== "again") return [];
      const { url = null, fileName = null } = pages[index] ?? {};
      return [
        {
          at: now,
          actorId: by?.id ?? SYSTEM,
          subjectId: `import:${importId}`,
          action: state === "new" ? "import.request" : "import.retry",
          payload: state === "new" ? { snapshotSha256, url, fileName } : {},
        },
      ];
    });
    await appendAudits(tx, events);
    return given;
  });
}
