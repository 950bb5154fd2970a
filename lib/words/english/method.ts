/** How we work, for readers. All examples are made up for this page. */

export const method = {
  title: "How we label",
  answer: "A line tells who stands behind a statement. It never tells whether the statement is true.",
  lede: "Every statement gets one label, from two things that we keep apart: who is behind it, and how certain it sounds. What was found when somebody checked is a third thing, the verdict; it comes later and never changes the label.",
  labels: "The labels",
  example: "Made-up example:",
  reported: {
    title: "What Reported means, and what it doesn’t",
    does: [
      "It means that somebody who can be found is named: a person, an organisation, a document or another outlet. One can go and ask, or read it.",
      "It means that they are said to have said it. A page can misquote; where we know that it did, a note says so.",
    ],
    doesNot: [
      "It does not mean true. Named people err, and lie.",
      "It does not mean checked. A claim that was checked has a verdict; one without says so.",
      "Unsourced does not mean false. It means that nobody who can be found stands behind it.",
    ],
  },
  review: {
    title: "Who decides, and who publishes",
    steps: [
      "A program proposes: it cuts the page into its parts, finds the statements, and says for each who is behind it, by which rule and why. A proposal is never shown to readers.",
      "An editor accepts, corrects or rejects each proposal, marks what was missed, and writes notes. Where an editor chooses another label than the sourcing gives, the reason is shown beside it.",
      "A second editor, who wrote none of it, reads it and publishes it, or returns it. Nobody publishes what they wrote, admins included.",
      "What is published is frozen, with the number of the version of our guideline by which it was judged. A change is a new publication, and the reason for it stands in the corrections.",
    ],
  },
  verdicts: {
    title: "Verdicts",
    text: "A verdict is about a claim, not about a page, and rests on evidence that is listed with it. Looking and finding nothing is recorded as well, with what was looked for, where and when.",
  },
  due: {
    title: "What was promised for a day",
    text: "Where a statement promises something for a day, we count from the date of the post that made it: “this morning” is the morning of that post. When the day has passed, the page says how long ago. The calendar alone decides nothing: that something happened, or didn’t, is only ever recorded by a person, with evidence.",
  },
  excerpts: {
    title: "What we show of other people’s pages",
    text: "The statements and their labels, and of long runs only the first words; never a whole page. The address of the original stands at the end of each record, where there is one.",
  },
  history: {
    title: "How to check the history",
    steps: [
      "Every act of an editor is written down as one entry, in the same step as the change itself: its number, time, who, what, and about what.",
      "Each entry carries a mark: the SHA-256 of the mark before it, followed by the entry as canonical JSON (RFC 8785). What was written is in it as a salted SHA-256, so that it can be erased where the law asks for it without breaking the chain.",
      "So no entry can be changed, left out or put in later without changing every mark after it. The program walks the chain in the background and computes each mark anew, and it compares what a page shows with the entry that published it; only then it writes “Verified” on the page. Where something doesn’t fit, the page says so instead.",
      "Under a history, “Full marks” lists the marks whole. Keep them: if the same entry ever shows another mark, something was changed.",
    ],
  },
  mistakes: {
    title: "When we are wrong",
    text: "What turns out wrong is published anew, with what changed and why.",
    link: "All corrections",
  },
};
