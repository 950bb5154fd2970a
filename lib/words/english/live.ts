import { plural } from "./plural";

/** What people of the desk are told of each other while they work. */
export const live = {
  badQuestion: "This doesn’t say what to listen to. Reload the page.",
  tooMany: "Too many screens are listening. This one asks every few seconds instead.",
  alsoHere: "Also here:",
  /** Beside a name: the statement that this person is at. */
  onStatement: (number: number) => `on statement ${number}`,
  /** Said to screen readers when somebody comes or goes. */
  cameAndWent: (names: readonly string[]) =>
    names.length === 0 ? "Nobody else is here now." : `Also here: ${names.join(", ")}.`,
  /** At the statement that both are at. */
  hereToo: (names: readonly string[]) =>
    names.length === 1 ? `${names[0]} is here too.` : `${names.join(", ")} are here too.`,
  changedBy: (names: readonly string[]) => `${names.join(", ")} made changes here. You see them now.`,
  changed: (n: number, isMore: boolean) =>
    isMore ? "Much changed" : `${plural(n, "item", "items")} changed`,
  /** The button that follows from it. */
  show: (changed: string) => `${changed}: show`,
};
