import { many, plural } from "./plural";

/** Topics as tags, and in lists. */

/** The tags of a page or a claim. */
const tags = {
  heading: "Topics",
  none: "No topic yet.",
  hint: "What it is about. Choose from the list, or write a new topic and press Enter. Readers see it once somebody else has published it.",
  label: "Add a topic",
  add: "Add topic",
  added: "Topic added.",
  remove: "Take away",
  removeOf: (name: string) => `Take away “${name}”`,
  removed: (name: string) => `Taken away: “${name}”.`,
  undo: "Undo",
  undone: "Undone.",
  known: "Known topics",
  count: (n: number) => `${plural(n, "known topic", "known topics")}. Choose with the arrow keys and Enter.`,
  noneKnown: "No topic is called like this: a new one will be made.",
};

const row = {
  counts: (pages: number, claims: number, most: number) =>
    pages + claims === 0
      ? "on nothing"
      : `${many(pages, most, "page", "pages")}, ${many(claims, most, "claim", "claims")}`,
};

export const topicTags = { tags, row };
