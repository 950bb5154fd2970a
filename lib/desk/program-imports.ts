import type { Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { keepAddress, keepImport } from "#lib/db/imports/imports";
import { importUnderKey } from "#lib/db/imports/program-imports";
import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import { RequestByProgram } from "#lib/domain/program-imports";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { turnInShare } from "./share";
import { verb } from "./verb";

const pages = words.pages;
const api = words.programs;

type Request = typeof RequestByProgram._output;

/**
 * Take a page, or the address of one, from a program. The person who made its token is who asks, and the history names the
 * token. Under an idempotency key that was used before, the import of then; a page without one is a new import each time,
 * and becomes the same version.
 *
 * Throws   AppError `conflict` where the key was used for something else.
 */
export const requestByProgram = verb("import.request", {
  input: RequestByProgram,
  run: async ({ tx, actor, input, now }) => {
    if ("page" in input) refuseSize(input.page.bytes);
    const there = await givenBefore(tx, input);
    if (there !== null) return { result: { importId: there }, subject: null, payload: null };
    const bytes = "page" in input ? input.page.bytes.byteLength : 0;
    const turn = await turnInShare(tx, { personId: actor.id, tokenId: input.tokenId }, bytes, now);
    const who = { requestedById: actor.id, apiTokenId: input.tokenId, idempotencyKey: input.key, turn };
    const token = { id: input.tokenId, name: input.tokenName };
    if ("page" in input) {
      const { id, snapshotSha256 } = await keepImport(tx, { ...input.page, ...who }, now);
      const { url, fileName } = input.page;
      return done(id, { snapshotSha256, url, fileName, token });
    }
    const id = await keepAddress(tx, { ...input.address, ...who }, now);
    return done(id, { url: input.address.address, token });
  },
});

const done = (importId: string, payload: object) => ({
  result: { importId },
  subject: `import:${importId}`,
  payload,
});

function refuseSize({ byteLength }: Uint8Array): void {
  if (byteLength === 0) throw new AppError("invalid_input", pages.empty);
  if (byteLength > MAX_PAGE_BYTES) throw new AppError("too_large", pages.tooLarge);
}

async function givenBefore(tx: Tx, input: Request): Promise<string | null> {
  if (input.key === null) return null;
  const there = await importUnderKey(tx, input.tokenId, input.key);
  if (there === null) return null;
  const isSame =
    "page" in input
      ? there.way === "GIVEN" &&
        there.snapshotSha256 === sha256(input.page.bytes) &&
        there.url === input.page.url
      : there.way === "ADDRESS" && there.url === input.address.address;
  if (!isSame) throw new AppError("conflict", api.usedKey);
  return there.id;
}
