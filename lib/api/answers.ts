import { z } from "zod";
import { CalendarDate } from "#lib/domain/analysis";
import { PdfPages, SourceKind, Stance } from "#lib/domain/claims-shapes";
import {
  AttributionScope,
  Factuality,
  OutcomeResult,
  Precision,
  ProvenanceKind,
  QuoteMode,
  ReaderLabel,
  Sourcing,
  SpeakerKind,
  Time,
} from "#lib/domain/labels-shapes";
import { PageFact } from "#lib/domain/page-facts-shapes";
import { RecordedOutcome } from "#lib/domain/predictions-shapes";
import { TemplateKey } from "#lib/domain/promise-template";
import { ProvenanceReason } from "#lib/domain/provenance";
import { HeldDocument } from "#lib/domain/publications";
import { ComparedHeadline, StatementFate } from "#lib/domain/published-upstream";
import { VerdictCode, VerdictMeaning } from "#lib/domain/scale-shapes";

/**
 * What programs read of what is published: the one place that says the shape of every answer. The OpenAPI document is made of these schemas, and tests
 * parse each answer with them. Nothing here is wider than what a reader's page shows. Instants are ISO 8601 in UTC; `href` is a
 * thing's own address in this API, `page` that of its readers' page; both are absolute.
 */

const Instant = z.iso.datetime();
const Href = z.url();

const Proof = z.enum(["VERIFIED", "BROKEN", "UNCHECKED"]).meta({
  id: "Proof",
  description:
    "What the record proves of this. VERIFIED: content, hash and event agree, and the last check of the whole record found nothing wrong. BROKEN: something of that doesn’t hold; don’t rely on it. UNCHECKED: the record was not checked as a whole yet.",
});

const Speaker = z
  .object({ name: z.string(), kind: SpeakerKind })
  .meta({ id: "Speaker", description: "Who a statement is credited to." });

const Prediction = z
  .object({
    text: z.string().describe("The words that name the time."),
    dueFrom: CalendarDate.nullable(),
    dueTo: CalendarDate.nullable().describe("The last promised day; null where no day can be told."),
    precision: Precision,
    resolvedFrom: CalendarDate.nullable().describe("The post’s day, against which the words were read."),
    state: z
      .enum(["UNDATED", "OPEN", "DUE", "OVERDUE", "RESOLVED"])
      .describe(
        "Told by the calendar on the day of the answer, but for RESOLVED: that is only ever recorded by a person, with evidence.",
      ),
    outcome: RecordedOutcome.nullable(),
  })
  .meta({
    id: "Prediction",
    description: "A promise about a window in time. The clock never decides truth.",
  });

const ClaimLink = z
  .object({ slug: z.string(), wording: z.string(), href: Href, page: Href })
  .meta({ id: "ClaimLink" });

const Topic = z
  .object({ name: z.string(), definition: z.string().nullable(), page: Href })
  .meta({ id: "Topic", description: "What something is about, as it was called when that was published." });

export const ArticleFacts = z
  .object({
    href: Href,
    page: Href,
    slug: z.string(),
    title: z.string(),
    url: z.string().nullable().describe("Where the page was found."),
    publisher: z.string().nullable(),
    author: z.string().nullable(),
    agency: z.string().nullable(),
    postedAt: CalendarDate.nullable(),
    language: z.string().nullable().describe("BCP 47."),
  })
  .meta({ id: "ArticleFacts", description: "A page of somebody else’s, as editors read it." });
export type ArticleFacts = z.infer<typeof ArticleFacts>;

const Post = z
  .object({
    headline: z.string().nullable(),
    date: CalendarDate.nullable(),
    isTeaser: z.boolean().describe("Only the post’s beginning stands on the page."),
  })
  .meta({ id: "Post" });

const TemplateLink = z
  .object({
    key: TemplateKey,
    words: z.string().describe("With {DATE}, {AMOUNT} and {PLACE} in place of what varies."),
    href: Href,
    page: Href,
  })
  .meta({ id: "TemplateLink" });

export const Statement = z
  .object({
    href: Href,
    page: Href,
    number: z.number().int().positive().describe("1-based, in the order of the page."),
    exact: z.string().describe("The page’s own words, from the statement’s start to its end."),
    pieces: z
      .array(
        z.object({
          exact: z.string(),
          start: z.number().int().nonnegative(),
          end: z.number().int().positive(),
        }),
      )
      .describe(
        "What was said, in order: one piece, or several where the page put something else between them. Positions count Unicode code points of `exact`.",
      ),
    label: ReaderLabel,
    labelReason: z.string().nullable().describe("Why an editor chose another label than the rules."),
    sourcing: Sourcing,
    factuality: z.object({ writer: Factuality, source: Factuality.nullable() }),
    time: Time,
    quoteMode: QuoteMode.nullable(),
    attributionScope: AttributionScope,
    relayDepth: z.number().int().nonnegative().nullable(),
    speaker: Speaker.nullable(),
    prediction: Prediction.nullable(),
    notes: z.array(z.string()).describe("Public notes of the editors, oldest first."),
    claim: ClaimLink.nullable(),
    template: TemplateLink.nullable().describe("What its promise is without its dates, amounts and places."),
    post: Post,
    isOwnPost: z.boolean().describe("Stands in the post that the page is about."),
    article: ArticleFacts,
  })
  .meta({
    id: "Statement",
    description:
      "A sentence of a page that puts forward a claim. REPORTED does not mean true; unsourced does not mean false.",
  });
export type Statement = z.infer<typeof Statement>;

/** The same inside the answer that is about its page. */
const StatementOnPage = Statement.omit({ article: true }).meta({ id: "StatementOnPage" });

const Correction = z
  .object({
    at: Instant,
    kind: z.enum(["ARTICLE", "CLAIM"]),
    isWithdrawal: z.boolean(),
    what: z
      .object({ title: z.string(), page: Href })
      .nullable()
      .describe("What stands there now, or what was withdrawn; null where neither can be told."),
    reason: z.string(),
    withdrawnByWriter: z
      .string()
      .nullable()
      .describe("Who withdrew it, where they had written part of it themselves."),
  })
  .meta({ id: "Correction", description: "A public change to something published." });
export type Correction = z.infer<typeof Correction>;

export const ArticleInList = ArticleFacts.extend({
  publishedAt: Instant,
  statementCount: z.number().int().nonnegative(),
  topics: z.array(Topic),
}).meta({ id: "ArticleInList" });
export type ArticleInList = z.infer<typeof ArticleInList>;

const Upstream = z
  .object({
    kind: ProvenanceKind.describe(
      "What the page does with the other one’s text. CITES: it names it as its source and takes none of its words.",
    ),
    title: z.string().nullable(),
    url: z.string().nullable().describe("Its own address, as it was given."),
    publisher: z.string().nullable(),
    postedAt: CalendarDate.nullable(),
    version: z.number().int().positive().describe("The number of its version that was compared."),
    href: Href.nullable().describe("The page in this API; null where it isn’t published now."),
    page: Href.nullable(),
    newerOn: CalendarDate.nullable().describe("When another version of it was first seen than was compared."),
    goneOn: CalendarDate.nullable().describe(
      "When it was looked for last, where it is gone from its address.",
    ),
    reasons: z.array(ProvenanceReason).describe("Why the machine held it to be upstream."),
    reason: z.string().nullable().describe("How the editor who named it knows."),
    foundBy: z.string(),
    foundOn: CalendarDate,
    sentences: z
      .object({
        verbatim: z.number().int().nonnegative(),
        changed: z.number().int().nonnegative(),
        added: z.number().int().nonnegative().describe("Not found upstream."),
        dropped: z.number().int().nonnegative().describe("Of the text upstream, left out here."),
      })
      .nullable()
      .describe("How the sentences of both texts compare; null where nobody compared them."),
    isCut: z.boolean().describe("Only the beginning of one of the texts was compared."),
    headline: z
      .object({
        change: ComparedHeadline.shape.change,
        here: z.array(z.string()).describe("Words of the page's headline that don't stand in the other one."),
        there: z.array(z.string()).describe("Words of the other one that don't stand here."),
      })
      .nullable()
      .describe(
        "What became of the headline. ADDED: none like it stands upstream. Null where nobody compared it.",
      ),
    statements: z
      .array(
        z.object({
          number: z.number().int().positive(),
          change: StatementFate,
          here: z.array(z.string()).describe("Words of the statement that don’t stand upstream."),
          there: z
            .array(z.string())
            .describe("Words upstream that don’t stand here; only while that page is published."),
        }),
      )
      .describe("The statements that were compared. ADDED: not found upstream."),
  })
  .meta({
    id: "Upstream",
    description: "A page that the text is from, as editors found before this was published.",
  });

export const Article = ArticleFacts.extend({
  agencyDate: CalendarDate.nullable(),
  place: z.string().nullable(),
  direction: z.enum(["ltr", "rtl"]),
  version: z.number().int().positive().describe("Which version of the page this was read from."),
  versionsSeen: z
    .number()
    .int()
    .positive()
    .describe("How many versions of the page were known when this was published."),
  fetchedAt: z.string().describe("When that version was fetched."),
  corrected: z
    .array(PageFact)
    .describe("Which of these facts an editor put right, against what the page says."),
  isSample: z.boolean(),
  topics: z.array(Topic),
  publishedAt: Instant,
  writers: z.array(z.string()),
  publishedBy: z.string(),
  statements: z.array(StatementOnPage),
  provenance: z.array(Upstream).describe("Where its text is from, as frozen with it."),
  corrections: z.array(Correction).describe("Newest first."),
  proof: Proof,
  record: Href.describe("The evidence, to check without us."),
}).meta({ id: "Article" });
export type Article = z.infer<typeof Article>;

const VERDICT = {
  code: VerdictCode.describe("Of the newsroom's scale of verdicts, as it stood when the verdict was given."),
  meaning: VerdictMeaning.describe("Which of the meanings that every newsroom's scale is made of."),
  word: z.string().describe("What the code was called."),
  definition: z.string().describe("What the word meant, in a sentence."),
  scale: z
    .number()
    .int()
    .positive()
    .nullable()
    .describe("The version of the scale. Null where it was given before that was kept."),
  explanation: z.string(),
};
const VerdictInList = z.object({ ...VERDICT, publishedAt: Instant }).meta({ id: "VerdictInList" });

export const ClaimInList = ClaimLink.extend({
  publishedAt: Instant.describe("When a verdict on it, or a page that makes it, was published last."),
  verdict: VerdictInList.nullable(),
  firstSaid: Statement.nullable(),
  topics: z.array(Topic).describe("Of its verdict; none where it has none."),
}).meta({ id: "ClaimInList" });
export type ClaimInList = z.infer<typeof ClaimInList>;

const Verdict = VerdictInList.extend({
  unknowns: z.array(z.string()),
  evidence: z.array(
    z.object({
      stance: Stance,
      title: z.string(),
      url: z.string().nullable(),
      document: HeldDocument.nullable().describe(
        "A document that the newsroom holds and that stands at no address: the SHA-256 of its bytes, what it is, and where it came from, in the editors' words. It isn't handed out. Null where it is none.",
      ),
      archivedUrl: z
        .string()
        .nullable()
        .describe("Where an archive keeps a copy of what stands at `url`, as the editors gave it."),
      sourceKind: SourceKind.nullable().describe(
        "PRIMARY is the thing itself (minutes, a law, figures, a recording, a witness's own words); SECONDARY tells of it. Null where nobody said.",
      ),
      publisher: z.string().nullable(),
      publishedAt: CalendarDate.nullable(),
      quote: z.string().nullable(),
      pdfPages: PdfPages.nullable().describe(
        "The pages of the PDF at `url` on which the quotation was found, the document's first being 1. Null where it is no PDF, and where that wasn't looked up.",
      ),
      note: z.string().nullable(),
    }),
  ),
  searches: z.array(z.object({ lookedFor: z.string(), place: z.string(), searchedAt: CalendarDate })),
  writers: z.array(z.string()),
  publishedBy: z.string(),
}).meta({ id: "Verdict", description: "What people found when they looked, with their evidence." });

export const Claim = ClaimLink.extend({
  verdict: Verdict.nullable(),
  topics: z.array(Topic).describe("Of its verdict; none where it has none."),
  earlierVerdicts: z.array(z.object({ ...VERDICT, replacedAt: Instant })).describe("Newest first."),
  withdrawnVerdict: z
    .object({ at: Instant, reason: z.string() })
    .nullable()
    .describe("A verdict that was withdrawn and not replaced."),
  statementCount: z.number().int().nonnegative(),
  statements: z.array(Statement).describe("Where it was said, in the order of the days; a part of them."),
  next: Href.nullable().describe("The next part of the statements."),
  corrections: z.array(Correction).describe("Newest first."),
  proof: Proof,
  record: Href.describe("The evidence for the verdict, to check without us."),
}).meta({ id: "Claim", description: "A checkable proposition; the unit of a verdict." });
export type Claim = z.infer<typeof Claim>;

const LIST = {
  next: Href.nullable().describe("The next part of the list; null at its end."),
  isProven: z.boolean().describe("False where something of it isn’t what was published: don’t rely on it."),
};
const total = z.number().int().nonnegative().describe("How long the whole list is.");

export const ArticleList = z
  .object({ data: z.array(ArticleInList), total, ...LIST })
  .meta({ id: "ArticleList" });
const count = z.number().int().nonnegative();
export const Template = z
  .object({
    ...TemplateLink.shape,
    tellings: z
      .object({
        times: count,
        isCut: z.boolean().describe("It was said more often: the numbers are of the latest said."),
        since: CalendarDate.nullable().describe("The first day on which it was said."),
        fellDue: count.describe("Their last day is over."),
        recorded: z.record(OutcomeResult, count).describe("What people recorded, by result."),
        overdue: count.describe("Their last day is over, and nothing is recorded."),
        medianOverdue: count.nullable().describe("The median of the whole days since then."),
      })
      .describe("Whole tellings of pages that stand."),
    data: z.array(Statement).describe("The latest said first."),
    ...LIST,
  })
  .meta({ id: "Template", description: "A promise without what varies, and every time it was made." });

export const ClaimList = z.object({ data: z.array(ClaimInList), total, ...LIST }).meta({ id: "ClaimList" });
export const StatementList = z.object({ data: z.array(Statement), ...LIST }).meta({ id: "StatementList" });
export const CorrectionList = z
  .object({ data: z.array(Correction), total, ...LIST })
  .meta({ id: "CorrectionList" });

export const Found = z
  .object({
    data: z.array(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("ARTICLE"), article: ArticleInList }),
        z.object({ kind: z.literal("CLAIM"), claim: ClaimInList }),
        z.object({ kind: z.literal("STATEMENT"), statement: Statement }),
      ]),
    ),
    respelt: z
      .array(z.object({ typed: z.string(), read: z.array(z.string()) }))
      .describe("Words that nothing published holds, and what was looked for in their place."),
    alone: z
      .array(z.string())
      .describe("Where nothing was found: which parts of the question would be found by themselves."),
    ...LIST,
  })
  .meta({ id: "Found" });

/** A line of an export says by itself whether it is what was published. */
const LINE = { isProven: z.boolean().describe("False where it isn’t what was published: don’t rely on it.") };

export const ArticleLine = ArticleInList.extend(LINE).meta({ id: "ArticleLine" });
export const StatementLine = Statement.extend({ publishedAt: Instant, ...LINE }).meta({
  id: "StatementLine",
});
export type StatementLine = z.infer<typeof StatementLine>;
export const ClaimLine = ClaimInList.extend({ verdict: Verdict.nullable(), ...LINE }).meta({
  id: "ClaimLine",
});
export type ClaimLine = z.infer<typeof ClaimLine>;
export const CorrectionLine = Correction.extend(LINE).meta({ id: "CorrectionLine" });

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().describe("For programs to tell errors apart."),
    field: z.string().optional().describe("The parameter to blame."),
    withdrawn: z
      .object({
        title: z.string(),
        at: Instant,
        reason: z.string(),
        withdrawnByWriter: z.string().nullable(),
        proof: Proof,
      })
      .optional()
      .describe("With 410: what was published here and taken back."),
  })
  .meta({ id: "Problem", description: "RFC 9457." });
export type Problem = z.infer<typeof Problem>;
