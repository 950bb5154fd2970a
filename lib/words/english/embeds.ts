/** What stands on cards in other sites' pages, and where readers take them from. */
export const embeds = {
  number: (n: number) => `Statement ${n}`,
  on: (title: string, page: string) => `On “${title}”. ${page}.`,
  published: (day: string) => `Published on Onrecord on ${day}.`,
  corrected: (day: string, reason: string) => `Corrected on ${day}: ${reason}`,
  more: {
    article: "See every statement of this page on Onrecord",
    statement: "See this statement in its place on Onrecord",
    claim: "See the evidence and where it was said on Onrecord",
    gone: "See what happened to it on Onrecord",
    nothing: "Go to Onrecord",
  },
  /** What the line under a statement looks like, where it can't be drawn. */
  line: {
    reported: "a straight line",
    unnamed: "a line with gaps",
    unsourced: "a wavy line",
    opinion: "a dotted line",
    plain: "no line",
  },
  lineNote: "A line tells who stands behind a statement, not whether it is true.",
  joinedTitle: "This claim was joined with another.",
  /** Where the words that were put here stand no more. */
  changed: {
    kicker: "A statement that was corrected",
    title: "The words that stood here were changed.",
    text: "Onrecord published this page anew, and these words aren’t on it any more.",
  },
  nothing: {
    kicker: "Nothing stands here",
    title: "Nothing is published at this address.",
    text: "It may be mistyped. What is published can be found on Onrecord.",
  },
  put: {
    summary: "Put this into your own page",
    lede: "Both say when it is corrected or withdrawn: the card by itself, the text by its link.",
    card: "A card, without scripts and cookies",
    text: "Plain HTML, to publish as your own text",
    textHint: "It stays as it is here: look at the link before you publish it again.",
    look: "Look at the card",
    which: {
      article: "This is the page as strokes.",
      statement: (n: number) => `This is statement ${n}.`,
      claim: "This is the claim with its verdict.",
    },
    number: (last: number) => `Number of a statement, 1 to ${last}`,
    choose: "Show this statement’s",
    whole: "Show the whole page’s",
  },
  oembed: {
    noAddress: (example: string) =>
      `Say which page you mean: url is its whole address, for example ${example}.`,
    size: (name: string) => `Give ${name} as a whole number of pixels, 1 to 99999.`,
    format: "Ask for format=json or format=xml.",
    notOurs:
      "Nothing is published at that address of ours. An address that can be shown is that of a page (/articles/…), a statement on it (/articles/…#s1) or a claim (/claims/…).",
    unproven: "What stands at that address can’t be verified now, and isn’t handed out.",
  },
};
