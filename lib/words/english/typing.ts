import { plural } from "./plural";

/** What a field says of how long the text in it is. Nothing is cut: what to leave out is for whoever wrote it. */
export const typing = {
  left: (n: number) => `${plural(n, "character", "characters")} left.`,
  tooLong: (n: number) =>
    `${plural(n, "character", "characters")} too long. Nothing was cut: shorten it, then send it.`,
};
