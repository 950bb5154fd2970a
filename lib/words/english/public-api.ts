/** What the API says to anybody who reads what is published, and the page about it. */
export const publicApi = {
  title: "For programs",
  summary: "What Onrecord publishes, for programs",
  description:
    "Everything that stands published, as JSON: pages that editors read, their statements with labels, claims with verdicts, promises, and corrections. No token is needed, any site may read it, and no cookie counts. Reported does not mean true; unsourced does not mean false.",
  operations: {
    articles: "Pages that stand, the latest published first",
    article: "One page, with all of its statements",
    statement: "One statement of a page",
    articleAnnotations: "All statements of a page, as annotations of the W3C",
    annotation: "One statement of a page, as an annotation of the W3C",
    hypothesisSearch: "The statements of the page at an address, as Hypothesis answers",
    hypothesisAnnotation: "One statement of a page, as Hypothesis answers",
    claims: "Claims that stand, the latest published first",
    claim: "One claim, with its verdict and where it was said",
    claimReviewSearch:
      "Claims with a verdict, the latest published first, in the field names of Google’s Fact Check Tools",
    statements: "Statements of pages that stand, the latest published first",
    predictions: "Promises: open and due ones with the next day first, all others with the latest first",
    template:
      "A promise without its dates, amounts and places, and every time it was made, the latest said first",
    corrections: "What was published anew or withdrawn, the newest first",
    search:
      "Pages and claims, or statements, that say something or are of some kind, the latest day first, and of one day what says most of it",
    publisher: "The record of a publisher: its statements by label and over time, and its promises",
    publisherStatements: "The statements that count in a publisher’s record, the latest first",
    author: "The record of an author’s byline on the pages of one publisher, in the same way",
    authorStatements: "The statements that count in an author’s record, the latest first",
    speaker: "The record of a speaker, in the same way",
    speakerStatements: "The statements that count in a speaker’s record, the latest first",
    document: "This API, as an OpenAPI 3.1 document",
  },
  exports: {
    articles: "Every page that stands",
    statements: "Every statement of these pages",
    claims: "Every claim that stands, with its verdict and evidence",
    corrections: "All that was corrected and withdrawn",
    claimReviews: "Every verdict that stands, as ClaimReview of schema.org",
  },
  parameters: {
    slug: "The last part of the readers’ address.",
    id: "The last part of the readers’ address.",
    period:
      "Statements of a stretch of time alone: 2024, 2024-07, before-2010, or none for pages without a day. As the record names it.",
    promises:
      "Promises alone, as the record counts them; the last promised day is what they go by, open ones with the next day first. Not together with label or period.",
    number: "The statement’s number on its page.",
    key: "The key of a template, as statements name it.",
    "annotation id": "The name of an annotation: that of its page, a dot, and the statement’s number.",
    "hypothesisAnnotation id":
      "The name of an annotation: that of its page, a dot, and the statement’s number.",
    uri: "The whole address of a page, as it was published elsewhere.",
    tag: "Statements under this label alone.",
    limit: "So many rows at most: 200 or fewer, 20 where it is left out.",
    offset: "So many rows are left out at the beginning.",
    sort: "By which moment. Both are that of the publication.",
    order: "asc: the earliest first; desc: the latest first.",
    search_after: "Rows behind this moment alone: “updated” of the last row that you have.",
    group: "All of it is of one group, which everybody reads.",
    _separate_replies: "Taken, as there are no replies.",
    query: "Words that the claim or its verdict has to have; all claims where it is left out.",
    languageCode: "Verdicts in this language alone: a BCP 47 tag. All of an installation are in one.",
    pageToken: "Where the list goes on: “nextPageToken” of the answer before, as it is.",
    cursor: "Where the list goes on: taken as it is from “next” of the answer before.",
    label:
      "Statements under this label alone; in a search for pages, those that have such a statement. There all of label, sourcing, speaker and due are of one statement.",
    state:
      "open: the last promised day is today or to come, and nothing was recorded; due: of these, today is one of its days. overdue: the last day is over, and nothing was recorded. undated: no day was named, and nothing was recorded. happened, did-not-happen, partly, cannot-be-told: what somebody recorded; resolved: any of these.",
    publisher: "Of this publisher alone. Names are compared whole, without capitals and accents.",
    speaker: "Made by this person or body alone, compared in the same way.",
    topic:
      "Pages and claims of this topic alone, as it was called when they were published, and what such pages say; compared in the same way.",
    from: "The last promised day is this one or later.",
    to: "The last promised day is this one or earlier.",
    q: "Words to look for; between quotation marks, words that stand side by side.",
    in: "Only pages, only claims, or statements by themselves; pages and claims together where it is left out. A cursor is of one of these lists.",
    sourcing: "Statements with this source alone, and pages that have one.",
    verdict: "Claims with this verdict alone; NO_VERDICT for those without a verdict of their own.",
    language: "Pages in this language alone, and what they say: a BCP 47 tag, compared whole.",
    date: "Posted in this year or month: 2026, 2026-11.",
    due: "Promised for this year or month by its last day: 2026, 2026-12; none for promises without a day.",
  } as Readonly<Record<string, string>>,
  statuses: {
    200: "What was asked for.",
    304: "Nothing changed since the answer with this ETag or Last-Modified.",
    400: "A parameter is unknown, said twice, or can’t be what it is; or the cursor isn’t one that this list gave.",
    404: "Nothing stands here.",
    406: "The request takes no answer of the kind that there is.",
    410: "What was published here was withdrawn.",
    429: "Too many requests.",
    503: "Not available right now.",
  } as Readonly<Record<number, string>>,
  page: {
    kicker: "For programs",
    answer: "Read what is published, by program.",
    lede: "Everything that stands published is here as JSON: no token, no account, no cookie, from any site. Reported does not mean true; unsourced does not mean false.",
    document: "The whole API as a document",
    documentAfter: " (OpenAPI 3.1), for tools that make clients or try requests.",
    contents: "Addresses",
    request: "Try it:",
    parameter: "Parameter",
    meaning: "What it does",
    answerHeading: "Its answer now, each list cut to its first part:",
    nothing: "Nothing is published yet that it could show.",
    everything: "Everything at once",
    everythingLede:
      "Each file is written while it is read, the earliest published first, at any size. In a table a cell that a spreadsheet would take for a formula has an apostrophe before it.",
    file: "File",
    holds: "What it holds",
    list: "Lists come twenty at a time. “next” is the address of the next part; its cursor is sealed, so take it as it is.",
    copies:
      "Keep a copy with its ETag and ask with If-None-Match: 304 says that it still holds. RateLimit says how many requests are left.",
    broken:
      "Where “proof” is BROKEN or “isProven” is false, something isn’t what was published: don’t rely on it.",
  },
  notFound: "Nothing stands published here. Look for it with /api/v1/search, or in a list.",
  noOperation: "There is no such address in this API. All of them stand in /api/v1/openapi.json.",
  noStatement: "The page stands, but has no statement of this number.",
  noAnnotation:
    "There is no annotation of this name. A name is that of a page, a dot, and the statement’s number: see /api/search?uri=….",
  badUri: "Say in “uri” the whole address of a page, with https:// at its beginning.",
  noTemplate: "No promise that stands was made under this template.",
  withdrawn: (day: string, reason: string) => `This was published and withdrawn on ${day}: ${reason}`,
  lostClaim: "Every page that made this claim was withdrawn.",
  badCursor:
    "This cursor isn’t one that this list gave. Take “next” as it is from an answer, or leave the cursor out to begin anew.",
  unknownParameter: (known: readonly string[]) =>
    known.length === 0
      ? "This address takes no parameters."
      : `There is no such parameter here. There is: ${known.join(", ")}.`,
  badParameter: (name: string, choices: readonly string[]) =>
    choices.length === 0
      ? `The value of “${name}” isn’t one that it can have.`
      : `The value of “${name}” has to be one of: ${choices.join(", ")}.`,
  promisesAlone: "Promises are asked for alone: leave label and period out.",
  missing: (name: string) => `Say “${name}” in the query.`,
  noQuestion: "Say what to look for: a letter or a digit at least.",
  noSearch: "Say what to look for: words with a letter or a digit in them, or a filter.",
  readOnly: "What is published can only be read: GET, HEAD or OPTIONS.",
  otherType: (type: string) => `The answer is ${type}. Say so in Accept, or leave Accept out.`,
  manyExports: "As many exports as this server makes at once are under way. Ask again in a moment.",
};
