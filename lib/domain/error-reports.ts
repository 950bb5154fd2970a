import { z } from "zod";
import { Complaint } from "./complaints";
import { Id } from "./reviews";

/** What readers tell the newsroom is wrong. Nobody is asked who they are. */

/** In UTF-16 units. */
export const MOST_REPORTED = 4_000;
export const MOST_ANSWERED = 2_000;
/** After an answer, or after it was erased, a report is kept for so many days. */
export const REPORT_KEPT_DAYS = 365;

/** A page of ours for readers, without what is asked of it. */
const OWN_PAGE = /^\/(?:(?:articles|claims)(?:\/[\w-]{1,200})?|corrections|method|about|search)?$/;

/** The page that a report is about; null where what was sent is none of ours. */
export function reportedPage(path: unknown): string | null {
  return typeof path === "string" && OWN_PAGE.test(path) ? path : null;
}

export const SendErrorReport = z.object({
  about: z.string().max(300).optional().transform(reportedPage),
  words: z.string().trim().min(1, Complaint.enum.noReport).max(MOST_REPORTED, Complaint.enum.longReport),
});

/** 128 random bits as 32 hexadecimal digits. */
export const ReportToken = z.string().regex(/^[0-9a-f]{32}$/);

export const AnswerErrorReport = z.object({
  reportId: Id,
  revision: z.coerce.number().int().positive(),
  answer: z.string().trim().min(1, Complaint.enum.noAnswer).max(MOST_ANSWERED, Complaint.enum.longAnswer),
});

export const EraseErrorReport = z.object({ reportId: Id });

/** What the sender sees of it. Instants are ISO strings. */
export interface ReportReceipt {
  readonly path: string | null;
  /** Null once it was erased. */
  readonly words: string | null;
  readonly sentAt: string;
  readonly answer: string | null;
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
