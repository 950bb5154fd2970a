/** A page that isn't worth keeping. */
export const dismissal = {
  dismiss: "Dismiss this page",
  title: "Dismiss this page?",
  body: "It leaves the queue and its counts, for everybody. It stays in the record, under “Dismissed”, and can be taken back at any time.",
  reason: "Why it isn’t worth keeping",
  reasonHint: "Others read this under “Dismissed” and in the history.",
  done: "The page was dismissed.",
  dismissed: (reason: string) => `This page was dismissed: ${reason}`,
  because: (reason: string) => `Dismissed: ${reason}.`.replace(/([.!?])\.$/u, "$1"),
  takeBack: "Take it back",
};
