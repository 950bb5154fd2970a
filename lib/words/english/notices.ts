import type { NoticeKind } from "#lib/domain/notices";
import { plural } from "./plural";

/** What one person is told of. Days and times come in as words already. */

const happened: Record<NoticeKind, (by: string) => string> = {
  MENTION: (by) => `${by} named you`,
  ANSWER: (by) => `${by} answered in a thread of yours`,
  ASSIGNED: (by) => `${by} gave you work`,
  RETURNED: (by) => `${by} returned what you wrote`,
  WEBHOOK_OFF: () => "This webhook was switched off",
  EVIDENCE_LOST: () => "Several looks didn’t find this evidence of yours as it was",
  DISAGREEMENT: () => "Two people read this page blind, and it waits to be settled",
  FELL_DUE: () => "This fell due on a page that you reviewed or were given, and nothing is recorded yet",
};

const mailed: Record<NoticeKind, (count: number, by: string) => string> = {
  MENTION: (n, by) => `${by} named you${times(n)}.`,
  ANSWER: (n, by) => `${by} answered in threads of yours${times(n)}.`,
  ASSIGNED: (n, by) => `${by} gave you work${times(n)}.`,
  RETURNED: (n, by) => `${by} returned what you wrote${times(n)}.`,
  WEBHOOK_OFF: (n) => (n === 1 ? "A webhook was switched off." : `${n} webhooks were switched off.`),
  EVIDENCE_LOST: (n) =>
    n === 1
      ? "Evidence that you added wasn’t found as it was."
      : `${n} pieces of evidence that you added weren’t found as they were.`,
  DISAGREEMENT: (n) =>
    n === 1
      ? "A page that two people read blind waits to be settled."
      : `${n} pages that two people read blind wait to be settled.`,
  FELL_DUE: (n) => `${plural(n, "promise", "promises")} fell due on pages that you reviewed or were given.`,
};
function times(n: number): string {
  return n === 1 ? "" : ` (${n} times)`;
}

export const notices = {
  title: "Inbox",
  lede: "Who named you, answered you, gave you work or returned yours; which evidence of yours is gone; what waits to be settled; which promises fell due on your pages; and what waits for anybody.",
  unread: (n: number, most: number) => (n > most ? `More than ${most} unread.` : `${n} unread.`),
  none: "Nothing is here yet. When somebody names you in a comment, gives you work or returns yours, you find it here.",
  noneHere: "Nothing older is here.",
  happened,
  deletedWebhook: "A webhook that was deleted since",
  about: (count: number) => plural(count, "page or claim", "pages and claims"),
  takenBack: "It was taken back.",
  markRead: "Mark as read",
  markUnread: "Mark as unread",
  markAll: "Mark all as read",
  allRead: (n: number) => `${plural(n, "notice is", "notices are")} marked as read.`,
  undo: "Undo",
  undone: "They are unread again.",
  isUnread: "Unread",
  older: "Older",
  first: "The latest",
  toSettle: {
    title: "Disagreements to settle",
    lede: "Two people read these blind. Somebody who didn’t read them settles where they differ.",
    none: "No disagreement waits for you.",
    all: "All blind readings",
    open: "Settle",
  },
  due: {
    title: "Promises that fell due",
    none: "No promise waits for its outcome.",
    all: "All promises that fell due",
  },
  mail: {
    title: "Mail",
    label: "Tell me by e-mail what comes into my inbox",
    hint: "A few minutes are gathered into one mail. It says who and how often, and holds no word of a page or of a comment.",
    off: "Mail isn’t set up here, so nothing is sent. An admin can set it up.",
    save: "Save",
    saved: "Saved.",
    subject: (n: number) => plural(n, "new notice", "new notices"),
    text: (
      told: readonly { kind: NoticeKind; count: number; by: readonly string[] }[],
      link: string,
      origin: string,
    ) =>
      [
        ...told.map(({ kind, count, by }) => mailed[kind](count, by.join(", "))),
        link,
        "You get this because you asked for it on the page of your account, where you can end it.",
        `Onrecord, ${origin}`,
      ].join("\n\n"),
  },
};
