import {
  cancelImport as endCancelled,
  keepAddress,
  keepImport,
  reopenImport,
  requesterOf,
} from "#lib/db/imports/imports";
import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import { mayCancel } from "#lib/domain/import-states";
import { CancelImport, RequestAddress, RequestImport, RetryImport } from "#lib/domain/imports-shapes";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { turnInShare } from "./share";
import { verb } from "./verb";

const pages = words.pages;
const refusals = words.refusals;

/** Take a page in. Acknowledged when it is committed with its job; what is wrong inside it is said later, on the import. */
export const requestImport = verb("import.request", {
  input: RequestImport,
  run: async ({ tx, actor, input, now }) => {
    const { bytes, url, fileName } = input;
    if (bytes.byteLength === 0) throw new AppError("invalid_input", pages.empty, { field: "bytes" });
    if (bytes.byteLength > MAX_PAGE_BYTES)
      throw new AppError("too_large", pages.tooLarge, { field: "bytes" });
    const turn = await turnInShare(tx, { personId: actor.id, tokenId: null }, bytes.byteLength, now);
    const { id, snapshotSha256 } = await keepImport(tx, { ...input, requestedById: actor.id, turn }, now);
    return {
      result: { importId: id },
      subject: `import:${id}`,
      payload: { snapshotSha256, url, fileName },
    };
  },
});

/** Have a page fetched. Acknowledged when the address is committed with its job; what becomes of it is said on the import. */
export const requestAddress = verb("import.request", {
  input: RequestAddress,
  run: async ({ tx, actor, input, now }) => {
    const turn = await turnInShare(tx, { personId: actor.id, tokenId: null }, 0, now);
    const importId = await keepAddress(tx, { ...input, requestedById: actor.id, turn }, now);
    return { result: { importId }, subject: `import:${importId}`, payload: { url: input.address } };
  },
});

/** Try an import that was refused or cancelled once more, from the start: an address is fetched anew. */
export const retryImport = verb("import.retry", {
  input: RetryImport,
  run: async ({ tx, actor, input: { importId }, now }) => {
    await turnInShare(tx, { personId: actor.id, tokenId: null }, 0, now);
    if (!(await reopenImport(tx, importId))) throw new AppError("conflict", refusals.notRefused);
    return { result: { importId }, subject: `import:${importId}`, payload: {} };
  },
});

/**
 * Take back a page that is on its way in. What a worker is at may be finished by it, but is not stored. Trying it again begins
 * anew.
 *
 * Throws   AppError `not_allowed` where somebody else gave it and the caller is no editor; `conflict` where it has ended.
 */
export const cancelImport = verb("import.cancel", {
  input: CancelImport,
  run: async ({ tx, actor, input: { importId }, now }) => {
    const given = await requesterOf(tx, importId);
    if (given === null) throw new AppError("not_found", words.errors.notFound);
    if (!mayCancel(actor, given.requestedById)) throw new AppError("not_allowed", refusals.notYourImport);
    if (!(await endCancelled(tx, importId, "cancel", now))) {
      throw new AppError("conflict", refusals.notCancellable);
    }
    return { result: { importId }, subject: `import:${importId}`, payload: {} };
  },
});
