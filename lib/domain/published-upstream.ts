import { z } from "zod";
import { CalendarDate } from "./analysis";
import { ProvenanceKind } from "./labels-shapes";
import { ProvenanceReasons } from "./provenance";

/** Where a published text is from, as it is frozen with its page: what editors confirmed, and nothing of texts that aren't published. */

/**
 * What became of a published statement. VERBATIM to ADDED as of a sentence (`RepostChange`). PARTLY: it holds several sentences, and not all of them stand upstream.
 */
export const StatementFate = z.enum([
  "VERBATIM",
  "REWORDED",
  "NUMBER",
  "NAME",
  "ATTRIBUTION",
  "POLARITY",
  "PARTLY",
  "ADDED",
]);
export type StatementFate = z.infer<typeof StatementFate>;

/** So many differences are quoted of a statement, and so long is each at most, in UTF-16 units. */
export const MOST_DIFFERENCES = 3;
export const LONGEST_DIFFERENCE = 80;
const Differences = z.array(z.string().max(LONGEST_DIFFERENCE)).max(MOST_DIFFERENCES);

export const ComparedStatement = z.object({
  number: z.int().positive(),
  change: StatementFate,
  /** Words of the statement that don't stand upstream, and words upstream that don't stand here: the latter only where they are published. Left out where there are none. */
  here: Differences.optional(),
  there: Differences.optional(),
});
export type ComparedStatement = z.infer<typeof ComparedStatement>;

/** What became of the page's headline upstream. ADDED: none like it stands there. The words of both headlines are facts of pages on the web. */
export const ComparedHeadline = ComparedStatement.omit({ number: true }).extend({
  change: StatementFate.exclude(["PARTLY"]),
});
export type ComparedHeadline = z.infer<typeof ComparedHeadline>;

export const PublishedUpstream = z.object({
  kind: ProvenanceKind,
  /** The page upstream as it was compared. `id` is the article's; `version` the number of its version. */
  page: z.object({
    id: z.uuid(),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    postedAt: CalendarDate.nullable(),
    version: z.int().positive(),
  }),
  /** Why it is held to be upstream: by the machine that proposed it, and in the words of the editor who named it. */
  reasons: ProvenanceReasons,
  reason: z.string().nullable(),
  /** Who decided so, and on which day. */
  by: z.string(),
  on: CalendarDate,
  /** How many sentences of both texts are what; null while nobody compared them. */
  sentences: z
    .object({
      verbatim: z.int().nonnegative(),
      changed: z.int().nonnegative(),
      added: z.int().nonnegative(),
      dropped: z.int().nonnegative(),
    })
    .nullable(),
  /** Left out where the headlines weren't compared, and in content from before they were. */
  headline: ComparedHeadline.optional(),
  /** Only the beginning of one of the texts was compared. */
  isCut: z.boolean(),
  /** The published statements that were compared, in their order. */
  statements: z.array(ComparedStatement),
});
export type PublishedUpstream = z.infer<typeof PublishedUpstream>;

/** More than can be named of one page. */
export const MOST_PUBLISHED_UPSTREAM = 60;
export const PublishedProvenance = z.array(PublishedUpstream).max(MOST_PUBLISHED_UPSTREAM);
