import { z } from "zod";
import { PageToStore } from "./bulk-imports";
import { Complaint } from "./complaints";
import type { ImportState } from "./imports";
import { RequestAddress, RequestImport } from "./imports-shapes";
import { Id } from "./reviews";

/** A program names each request, so that one that is sent twice counts once. */
const IdempotencyKey = z
  .string()
  .max(200, Complaint.enum.badKey)
  .regex(/^[\x21-\x7e]{1,200}$/, Complaint.enum.badKey);

const by = { tokenId: Id, tokenName: z.string().max(200), key: IdempotencyKey.nullable() };

/** A page that a program gives, or the address of one. */
export const RequestByProgram = z.union([
  z.object({ ...by, page: RequestImport }),
  z.object({ ...by, address: RequestAddress }),
]);

/** What a program sends as JSON: one of `url`, `html`, `text`; `url` beside the words says where they were found. */
export const ArticleBody = z
  .object(
    {
      url: PageToStore.nullish(),
      html: PageToStore.nullish(),
      text: PageToStore.nullish(),
      publisher: PageToStore.nullish(),
    },
    { error: Complaint.enum.bodyNotObject },
  )
  .refine(({ html, text }) => html == null || text == null, Complaint.enum.oneOfThree)
  .refine(({ url, html, text }) => url != null || html != null || text != null, Complaint.enum.oneOfThree);

export interface StoredVersion {
  readonly id: string;
  readonly number: number;
  readonly articleId: string;
}

/** How an import stands, as the API says it. */
export interface ImportStatus {
  readonly id: string;
  readonly state: ImportState;
  /** Why it was refused, or what went wrong last. */
  readonly message: string | null;
  readonly url: string | null;
  readonly requestedAt: string;
  readonly finishedAt: string | null;
  /** The version that it became, the first of them where its page holds several posts; null until it is done. */
  readonly version: StoredVersion | null;
  /** One for each post of its page, in their order. */
  readonly versions: readonly StoredVersion[];
}
