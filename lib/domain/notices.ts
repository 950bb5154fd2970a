/**
 * What one person is told of: that somebody named them, answered them, gave them work or returned theirs; who added evidence, that looks don't find it any more; who
 * may settle, that two blind passes are in; who reviewed a page or is given it, that a promise on it fell due; and admins, that a webhook switched itself off.
 */

export const NOTICE_KINDS = [
  "MENTION",
  "ANSWER",
  "ASSIGNED",
  "RETURNED",
  "WEBHOOK_OFF",
  "EVIDENCE_LOST",
  "DISAGREEMENT",
  "FELL_DUE",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** So many lines has a part of the inbox. */
export const NOTICES_ON_A_PAGE = 30;
/** Counting goes no further. */
export const MOST_UNREAD = 99;

export interface NoticeView {
  readonly id: string;
  readonly kind: NoticeKind;
  /** Who did it; null where nobody did. */
  readonly by: string | null;
  readonly at: string;
  readonly isRead: boolean;
  /** What it is about: the page’s title, the claim’s wording, the evidence’s title, the promise’s words or the webhook’s host; null where it has none, or where it is about several. */
  readonly title: string | null;
  /** How many pages and claims it is about. */
  readonly count: number;
  /** The first words of the comment; null where there is none, it was taken back, or nobody may read it now. */
  readonly words: string | null;
  readonly isTakenBack: boolean;
  readonly href: string;
}

export interface Inbox {
  readonly notices: readonly NoticeView[];
  /** The key of the last line where more follow. */
  readonly after: string | null;
  readonly unread: number;
}

/** What a mail tells somebody: how many of each kind, and who. No word of any page. */
export interface NoticeMail {
  readonly to: string;
  readonly noticeIds: readonly string[];
  readonly told: readonly {
    readonly kind: NoticeKind;
    readonly count: number;
    readonly by: readonly string[];
  }[];
}
