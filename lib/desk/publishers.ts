import { keepPublisherKind, lockPublisher } from "#lib/db/publishers/desk";
import { MarkPublisher } from "#lib/domain/publishers-shapes";
import { refuseStale } from "#lib/domain/refusals";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

/** Say which kind of house a publisher is, or that nobody knows. Readers aren't told. */
export const markPublisher = verb("publisher.mark", {
  input: MarkPublisher,
  load: async ({ tx, input }) => {
    const publisher = await lockPublisher(tx, input.publisherId);
    if (publisher === null) throw new AppError("not_found", words.errors.notFound);
    return publisher;
  },
  change: (publisher, { input }) => refuseStale(publisher, input.revision),
  save: async ({ tx, input: { kind, reason } }, { id, kind: before, revision }) => {
    await keepPublisherKind(tx, id, kind);
    return {
      result: { publisherId: id, revision: revision + 1 },
      subject: `publisher:${id}`,
      payload: { before, kind, reason, quote: words.publishers.told(before, kind, reason) },
    };
  },
});
