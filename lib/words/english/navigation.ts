const upTo = (unread: number, most: number) => (unread > most ? `${most}+` : String(unread));

/** What the ways through the desk are called, in the order in which a newcomer needs them. */
export const navigation = {
  /** It holds the way to the inbox. */
  menu: (unread: number, most: number) => (unread === 0 ? "Menu" : `Menu (${upTo(unread, most)} new)`),
  inbox: (unread: number, most: number) => (unread === 0 ? "Inbox" : `Inbox (${upTo(unread, most)})`),
  groups: {
    work: "Work",
    archive: "Archive",
    admin: "Admin",
    readers: "Readers’ site",
  },
  places: {
    assigning: "Giving work",
    promises: "Fell due",
    readings: "Blind readings",
    suggestions: "Suggestions",
    reports: "Readers’ reports",
    guideline: "Guideline",
    scale: "Verdict scale",
    index: "Index",
    speakers: "Speakers",
    claims: "Claims",
    evidence: "Evidence",
    publishers: "Publishers",
    topics: "Topics",
    feeds: "Feeds",
    people: "People",
    jobs: "Jobs",
    tokens: "Tokens",
    webhooks: "Webhooks",
    security: "Security",
    model: "Language model",
  },
  /** From the page at the desk. */
  page: {
    marks: "Marks from other programs",
    marksWithModel: "Marks from other programs or a language model",
  },
};
