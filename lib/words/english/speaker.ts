import { many, plural } from "./plural";

/** A speaker by name, in a list, and under the field in which one is chosen. */

/** A name with its role, where one is set. */
const called = ({ name, role }: { readonly name: string; readonly role: string | null }) =>
  role === null ? name : `${name}, ${role}`;

/** What a list says of a speaker. */
const row = {
  counts: (statements: number, pages: number, most: number) =>
    statements === 0
      ? "no statement yet"
      : `${many(statements, most, "statement", "statements")} on ${plural(pages, "page", "pages")}`,
  lastOn: (title: string) => `last on “${title}”`,
  noRole: "no role set",
};

const choose = {
  hint: "Type to find somebody who is known, or write a new name. Leave it empty where nobody is.",
  known: "Known speakers",
  count: (n: number) =>
    `${plural(n, "known speaker", "known speakers")}. Choose with the arrow keys and Enter.`,
  none: "Nobody known is called like this.",
  chosen: (role: string) => `Known: ${role}.`,
  look: "Who this is",
  isNew:
    "Nobody is chosen from the list: the name is looked up when you save, and kept as a new speaker where nobody has it.",
  role: "Role of a new speaker",
  roleHint: "What they are, for example “mayor of Leeds”. It tells two of one name apart.",
};

export const speaker = { called, row, choose };
