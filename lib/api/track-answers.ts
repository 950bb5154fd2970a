import { z } from "zod";
import { CalendarDate } from "#lib/domain/analysis";
import { ReaderLabel, SpeakerKind } from "#lib/domain/labels-shapes";
import { PublisherKind } from "#lib/domain/publishers-shapes";
import { FEWEST, Period, PromiseList, TrackKind } from "#lib/domain/track-records";

/** The records of publishers, authors and speakers, as programs read them. Nothing here is wider than what a reader's page shows. */

const Count = z.number().int().nonnegative();
const Part = z.number().min(0).max(1).nullable();

const Share = z.object({ k: Count, n: Count, share: Part, low: Part, high: Part }).meta({
  id: "Share",
  description: `k of n, with Wilson’s interval of 95 %. share, low and high are null where n is below ${FEWEST}: too few to tell.`,
});

const LabelCounts = z.record(ReaderLabel, Count);

export const TrackAnswer = z
  .object({
    href: z.url(),
    page: z.url(),
    kind: TrackKind,
    id: z.string(),
    name: z.string().describe("As it was published last."),
    publisher: z
      .string()
      .nullable()
      .describe(
        "On whose pages an author’s byline stands: the same byline elsewhere is another record. Null of anybody else.",
      ),
    publisherKind: PublisherKind.nullable(),
    speakerKind: SpeakerKind.nullable(),
    role: z.string().nullable(),
    statementCount: Count.describe("Over what shares are told."),
    labels: z.record(ReaderLabel, Share),
    time: z
      .array(
        z.object({
          period: Period.describe("A month, a year, all before a year, or none for pages without a day."),
          from: CalendarDate.nullable(),
          to: CalendarDate.nullable().describe("The last day; both are null where there is none."),
          labels: LabelCounts,
        }),
      )
      .describe("By month within two years, by year beyond; the earliest first."),
    promises: z
      .record(PromiseList, Count)
      .describe(
        "open, overdue and undated: nothing is recorded. fell-due: the day is over, whatever is recorded. Told by the calendar on the day of the answer.",
      ),
    happened: Share.describe("Of the promises of which it is recorded whether they happened."),
    medianDaysOverdue: z
      .number()
      .nonnegative()
      .nullable()
      .describe(`Null where fewer than ${FEWEST} are overdue.`),
    pages: Count.describe("Pages with a statement that counts."),
    correctedPages: Count,
    corrections: Count.describe("How often we put right what we had published about these pages."),
    pagesInPart: Count.describe("Pages that were looked at in part: nothing of them is counted."),
    claimsAgain: Count.describe("Claims that are made more than once in this record."),
    saidAgain: Count.describe("How often they were made again; the first time isn’t counted."),
    statements: z.url().describe("The statements that are counted."),
    isProven: z.boolean().describe("False where something of it isn’t what was published: don’t rely on it."),
  })
  .meta({
    id: "Record",
    description:
      "What is counted of a publisher, an author or a speaker, on pages that were read as a whole and stand published. No score: reported does not mean true.",
  });
export type TrackAnswer = z.infer<typeof TrackAnswer>;
