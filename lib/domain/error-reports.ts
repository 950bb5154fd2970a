import { z } from "zod";
import { MOST_ANSWERED, MOST_REPORTED } from "./bounds";
import { Complaint } from "./complaints";
import { Id } from "./reviews";
import { WebAddress } from "./web-addresses-shapes";

/** What readers tell the newsroom: what is wrong on a page of ours, or a claim to look into. Nobody is asked who they are. */

export const ReportKind = z.enum(["ERROR", "CLAIM"]);
export type ReportKind = z.infer<typeof ReportKind>;

/** Where readers send a claim. */
export const SEND_CLAIM = "/report?kind=claim";
/** After an answer, or after it was erased, a report is kept for so many days. */
export const REPORT_KEPT_DAYS = 365;

/** A page of ours for readers, without what is asked of it. */
const OWN_PAGE =
  /^\/(?:(?:articles|claims)(?:\/[\w-]{1,200})?|(?:publishers|authors|speakers)\/[\da-f-]{36}|corrections|method|about|search)?$/;

/** The page that a report is about; null where what was sent is none of ours. */
export function reportedPage(path: unknown): string | null {
  return typeof path === "string" && OWN_PAGE.test(path) ? path : null;
}

/** A field of a form that may be left empty: null then. */
const orNothing = <T>(schema: z.ZodType<T, string>) =>
  z
    .string()
    .max(MOST_REPORTED, Complaint.enum.longText)
    .trim()
    .transform((text) => (text === "" ? null : text))
    .pipe(z.union([z.null(), schema]))
    .optional()
    .transform((value) => value ?? null);

const ReportWords = (none: Complaint) =>
  z.string().trim().min(1, none).max(MOST_REPORTED, Complaint.enum.longReport);

const SendError = z.object({
  kind: z.literal("ERROR"),
  about: z.string().max(300).optional().transform(reportedPage),
  words: ReportWords(Complaint.enum.noReport),
});

/** `source` is where the sender saw the claim. */
const SendClaim = z.object({
  kind: z.literal("CLAIM"),
  words: ReportWords(Complaint.enum.noSentClaim),
  source: orNothing(WebAddress),
});

/** What is sent without a kind is an error report. */
export const SendErrorReport = z.preprocess(
  (raw) => (typeof raw === "object" && raw !== null && !("kind" in raw) ? { ...raw, kind: "ERROR" } : raw),
  z.discriminatedUnion("kind", [SendError, SendClaim]),
);

/** A page or claim that an answer names: the path of its address. */
const AnswerPath = z
  .string()
  .max(220, Complaint.enum.noOwnPage)
  .regex(/^\/(?:articles|claims)\/[\w-]{1,200}$/, Complaint.enum.noOwnPage);

/** 128 random bits as 32 hexadecimal digits. */
export const ReportToken = z.string().regex(/^[0-9a-f]{32}$/);

export const AnswerErrorReport = z.object({
  reportId: Id,
  revision: z.coerce.number().int().positive(),
  answer: z.string().trim().min(1, Complaint.enum.noAnswer).max(MOST_ANSWERED, Complaint.enum.longAnswer),
  answerPath: orNothing(AnswerPath),
});

export const EraseErrorReport = z.object({ reportId: Id });

/** What the sender sees of it. Instants are ISO strings. */
export interface ReportReceipt {
  readonly kind: ReportKind;
  readonly path: string | null;
  /** Null once it was erased. */
  readonly words: string | null;
  /** Where the sender saw a claim. Text from outside. */
  readonly source: string | null;
  readonly sentAt: string;
  readonly answer: string | null;
  /** A published page or claim that the answer names. */
  readonly answerPath: string | null;
  readonly answeredAt: string | null;
  readonly erasedAt: string | null;
}

/** What the desk sees of it. */
export interface ReportRow extends Omit<ReportReceipt, "erasedAt" | "words"> {
  readonly id: string;
  readonly words: string;
  readonly answeredBy: string | null;
  readonly revision: number;
}

export interface ReportsPage {
  readonly reports: readonly ReportRow[];
  readonly older: string | null;
  readonly newer: string | null;
  readonly open: number;
}
