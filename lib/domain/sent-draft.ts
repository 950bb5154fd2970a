/**
 * What names the draft of the form that is sent: the verb forgets it in the transaction in which it does what was asked (`lib/desk/verb.ts`),
 * so that no words come back that were sent already.
 */
export const SENT_DRAFT = "sentDraft";

/** A draft as its window knew it: what another window saved since is not this one. */
export interface SentDraft {
  /** Names the form ("form:invite"). */
  readonly subject: string;
  /** When the record saved it, in ISO 8601. */
  readonly savedAt: string;
}

/** What `Date.toISOString` says, and the name of a form that keeps itself. */
const SENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (form:[0-9a-zA-Z:-]{1,195})$/;

/** The draft as one field of its form. */
export const sentDraftField = ({ savedAt, subject }: SentDraft): string => `${savedAt} ${subject}`;

/** The draft in what came through the door; null where there is none, or none of a form. */
export function sentDraftIn(raw: unknown): SentDraft | null {
  if (typeof raw !== "object" || raw === null || !Object.hasOwn(raw, SENT_DRAFT)) return null;
  const sent: unknown = Reflect.get(raw, SENT_DRAFT);
  const [, savedAt = "", subject = ""] = (typeof sent === "string" && SENT.exec(sent)) || [];
  return Number.isNaN(Date.parse(savedAt)) ? null : { savedAt, subject };
}
