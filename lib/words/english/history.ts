/** What happened, in one line each: after "{Name}" and before the time. Actions as the verbs name them. */
const done: Readonly<Record<string, string>> = {
  "version.store": "took the page in",
  "import.request": "gave the page",
  "import.retry": "had the page tried again",
  "import.cancel": "cancelled the page",
  "article.refetch": "had the page fetched again",
  "article.correct": "put right what is said of the page",
  "article.correctParts": "put the parts of the page right",
  "article.takeBackParts": "took back what was put right of the page’s parts",
  "article.dismiss": "dismissed the page",
  "article.takeBack": "took the dismissed page back",
  "article.watch": "changed how often the page is fetched again",
  "review.open": "opened the review",
  "review.takeOver": "took the review over",
  "review.carryOver": "took over labels from another version",
  "review.submit": "submitted it for publication",
  "review.return": "returned it",
  "review.publish": "published it",
  "review.withdraw": "withdrew it",
  "suggestion.accept": "accepted a suggestion",
  "suggestion.reject": "rejected a suggestion",
  "suggestion.undo": "took a decision back",
  "statement.add": "marked a statement",
  "statement.edit": "changed a statement",
  "statement.remove": "removed a statement",
  "statement.restore": "restored a statement",
  "statement.link": "joined a statement to a claim",
  "match.refuse": "said that a statement isn’t the claim it was matched with",
  "match.undo": "took a decision on a match back",
  "outcome.record": "recorded what became of a promise",
  "outcome.reopen": "reopened a promise",
  "annotation.write": "wrote a note",
  "claim.create": "wrote the claim",
  "claim.edit": "changed the claim’s words",
  "publisher.mark": "said what kind of publisher it is",
  "speaker.name": "changed what a speaker is called",
  "speaker.merge": "merged two speakers",
  "speaker.part": "parted two speakers",
  "evidence.add": "added evidence",
  "evidence.remove": "removed evidence",
  "search.add": "recorded a search",
  "search.remove": "removed a search",
  "verdict.write": "wrote a verdict",
  "errorReport.answer": "answered a reader’s error report",
  "errorReport.erase": "erased a reader’s error report",
  "token.create": "made a token for a program",
  "token.revoke": "revoked a token",
};

export const history = {
  /** The name of whoever acts where no person did. */
  system: "Onrecord",
  /** `quote` are the words it is about, or null. */
  words: (action: string, quote: string | null) => {
    const what = done[action] ?? action;
    return quote === null ? what : `${what}: “${quote}”`;
  },
};
