import type { Relation } from "#lib/domain/matching";

/** Sentences about what the machine doubts of claims. */

const quoted = (words: string) => `“${words}”`;
const many = (n: number, most: number) => (n > most ? `more than ${most}` : String(n));

const relation: Readonly<Record<Relation, string>> = {
  SAME: "They say the same",
  TEMPLATE: "The same for another time",
  CONTRADICTION: "They contradict each other",
  SIMILAR: "They read alike, and say other things",
  DIFFERENT: "They say other things",
};

export const doubts = {
  title: "Doubts",
  lede: "Each night the machine looks over what claims are known by. It changes nothing: look at a pair, then join, part, or say that it is right as it is.",
  views: "Which doubts",
  view: {
    wrong: "Likely joined wrongly",
    missed: "Likely the same",
    dismissed: "Dismissed",
  },
  explained: {
    wrong:
      "These stand in one claim, and are likely not the same. One in fifty rightly joined wordings is listed here too.",
    missed: "These stand in two claims, and are likely the same.",
    dismissed: "Somebody said that these are right as they are. They are not listed again.",
  },
  none: {
    wrong: "Nothing is doubted here. What is joined or changed today is looked over tonight.",
    missed: "No two claims are likely the same. What is written today is looked over tonight.",
    dismissed: "Nobody dismissed a doubt yet.",
  },
  pages: "Pages of the list of doubts",
  /** Above the list of claims. */
  link: (wrong: number, missed: number, most: number) =>
    wrong + missed === 0
      ? "Doubts: none"
      : `Doubts: ${many(wrong, most)} likely joined wrongly, ${many(missed, most)} likely the same`,
  relation,
  score: (percent: number) => `${percent} in 100 that they are the same.`,
  readOn: (day: string) => `read as of ${day}`,
  inClaim: "In the claim",
  joinedTo: "Joined to it",
  firstClaim: "One claim",
  secondClaim: "Another claim",
  found: (when: string) => `Found ${when}.`,
  lookAtJoining: "Look at joining them",
  lookAtParting: "Look at parting them",
  lookAtStatement: "Open where it is joined",
  of: (one: string, other: string) => `${quoted(one)} and ${quoted(other)}`,
  dismiss: "They are right as they are",
  reason: "How you know that they are right as they are",
  reasonHint: "For the history. This pair is then not listed again.",
  confirm: "Dismiss this doubt",
  cancel: "Leave it in the list",
  dismissedBy: (name: string, when: string) => `Dismissed by ${name}, ${when}:`,
  reopen: "List it again",
  done: "Dismissed: this pair is not listed again.",
  undo: "Undo",
  /** What the history keeps of an act: it stands between quotation marks there. */
  told: (one: string, other: string, reason: string | null) =>
    reason === null ? `${one} / ${other}` : `${one} / ${other} ${reason}`,
};
