import { plural } from "./plural";

/** Pages that hold several posts, each an article of its own. */
export const posts = {
  count: (n: number) => plural(n, "article", "articles"),
  holds: (n: number) => `This page holds ${n} posts. Each is an article of its own:`,
  othersTaken: "What is on the page now was taken in:",
  oneOf: (n: number) => `One of ${n} posts on this page.`,
  list: "Posts on this page",
  here: "this one",
};
