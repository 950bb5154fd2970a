import { z } from "zod";
import { Complaint } from "./complaints";
import { RequestImport } from "./imports-shapes";

/** PostgreSQL can't store U+0000, and a lone surrogate is no character: neither can be kept as it was given. */
export const PageToStore = z
  .string({ error: Complaint.enum.notString })
  .refine((value) => !/\0|\p{Surrogate}/u.test(value), Complaint.enum.unstorable);

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/**
 * One line of a JSON lines file: a page with its words, and what is known of it. Other fields are let be: `id` comes back in
 * the report, whatever it is.
 */
export const PageLine = z
  .object(
    {
      id: z.unknown().optional(),
      html: optional(PageToStore),
      text: optional(PageToStore),
      url: optional(PageToStore.pipe(RequestImport.shape.url.unwrap().unwrap())),
      publisher: optional(PageToStore.max(200, Complaint.enum.longPublisher)),
      /** When its site gave it: a moment of ISO 8601. Without one, the moment at which it is taken in. */
      fetchedAt: optional(
        z.iso.datetime({ offset: true, error: Complaint.enum.notMoment }).transform((at) => new Date(at)),
      ),
    },
    { error: Complaint.enum.lineNotObject },
  )
  .refine(({ html, text }) => html !== null || text !== null, Complaint.enum.lineWithoutWords)
  .refine(({ html, text }) => html === null || text === null, Complaint.enum.lineWithBoth);
export type PageLine = z.infer<typeof PageLine>;

/** One page of many: as `RequestImport` takes it, and when it was fetched. */
export const BulkPage = RequestImport.extend({ fetchedAt: z.date().nullable() });
export type BulkPage = z.infer<typeof BulkPage>;
