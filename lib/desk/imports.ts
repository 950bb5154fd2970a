import { keepImport } from "#lib/db/imports";
import { MAX_PAGE_BYTES, RequestImport } from "#lib/domain/import";
import { pages } from "#lib/domain/words/pages";
import { AppError } from "#lib/errors";
import { verb } from "./verb";

/** Take a page in. Acknowledged when it is committed with its job; what is wrong inside it is said later, on the import. */
export const requestImport = verb("import.request", {
  input: RequestImport,
  run: async ({ tx, actor, input, now }) => {
    const { bytes, url, fileName } = input;
    if (bytes.byteLength === 0) throw new AppError("invalid_input", pages.empty, { field: "bytes" });
    if (bytes.byteLength > MAX_PAGE_BYTES)
      throw new AppError("too_large", pages.tooLarge, { field: "bytes" });
    const { id, snapshotSha256 } = await keepImport(tx, { ...input, requestedById: actor.id }, now);
    return {
      result: { importId: id },
      subject: `import:${id}`,
      payload: { snapshotSha256, url, fileName },
    };
  },
});
