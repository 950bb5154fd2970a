/** Words of the readers' pages. Exact ones come from the design; they are binding. */

const home = {
  lede: "We mark every statement of a page with who stands behind it, and keep a record of what was promised and what came of it.",
  latestClaims: "Latest published claims",
  allClaims: "All claims",
  fellDue: "Rumours that fell due",
  allDue: "All promises, and what became of them",
  latestPages: "Latest pages",
  allPages: "All pages",
  legend: "How to read a line",
  pageMeta: (publisher: string | null, day: string | null) =>
    [publisher, day].filter((part) => part !== null).join(", "),
  empty: {
    heading: "Nothing is published yet",
    text: "A newsroom gives Onrecord a page. Onrecord cuts it into its parts, finds every statement, and proposes who is behind each one; editors confirm or correct that, and a second editor publishes it.",
    begin: "How to begin",
    setUp:
      "The first time: the terminal that started Onrecord shows a set-up link. Open it to choose the first admin’s password.",
    signIn: "After that, sign in. A sample page waits at the desk.",
    signInLink: "Sign in to the desk",
    willBe: "What will stand here",
    claims: "The latest published claims, each with its label on the left and its verdict on the right.",
    due: "Rumours that fell due, with the days that have passed and what is recorded of them.",
    page: "The latest pages, the newest drawn as strokes: straight where somebody stands behind a statement, wavy where nobody does.",
  },
};

const claims = {
  title: "Claims",
  answer: (n: number) =>
    n === 0 ? "No claim is published yet." : n === 1 ? "1 claim is published." : `${n} claims are published.`,
  lede: "A claim is one sentence that can be checked on its own. Its label says who stands behind it where it was said; its verdict, given later, says what was found.",
  empty: "A claim appears here when a published page makes it, or when editors publish a verdict on it.",
  pages: "Pages of claims",
  meta: {
    attributed: (source: string, page: string) => `Attributed to ${source}${page}`,
    saidBy: (name: string, page: string) => `Said by ${name}${page}`,
    nobody: (page: string) => `Nobody named${page}`,
    relayed: (agency: string) => `, relayed by ${agency}`,
    on: (publisher: string) => `, on ${publisher}`,
    headed: (heading: string) => `, in “${heading}”`,
    dated: (day: string) => `, ${day}`,
  },
  notChecked: "Not yet checked.",
};

const withdrawn = {
  kicker: { ARTICLE: "A page that was withdrawn", CLAIM: "A verdict that was withdrawn" },
  heading: {
    ARTICLE: (day: string) => `We withdrew this page on ${day}.`,
    CLAIM: (day: string) => `We withdrew our verdict on this claim on ${day}.`,
  },
  was: { ARTICLE: "It was headed", CLAIM: "The claim was" },
  why: "Why",
  note: "What it said is not shown any more. What happened to it stays on record.",
  noVerdict: "Withdrawn",
};

const lists = { newer: "Newer", older: "Older" };

const corrections = {
  title: "Corrections",
  none: "No correction has been made yet.",
  answer: (n: number) => (n === 1 ? "1 correction has been made." : `${n} corrections have been made.`),
  lede: "When something published turns out wrong, we publish it anew, say here what changed and why, and keep the earlier one in the history. What is withdrawn is listed too, with its title and without its content.",
  table: "Corrections and withdrawals, newest first",
  pages: "Pages of corrections",
  when: "When",
  what: "What",
  why: "Why",
  correctedArticle: "Page published anew",
  correctedClaim: "Claim published anew",
  byWriter: (name: string) => `Withdrawn by ${name}, who wrote part of it.`,
  withdrawnArticle: "A page was withdrawn",
  withdrawnClaim: "A claim’s verdict was withdrawn",
};

export const reader = {
  home,
  claims,
  lists,
  corrections,
  withdrawn,
};
