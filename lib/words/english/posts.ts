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

/** For readers, on the page of a post that was cut out of one with several, and on those of its neighbours. */
export const cutOut = {
  heading: "Posts of the same page",
  notFirst: "This post stood below another one on the same page. The report above does not vouch for it.",
  first: "Other posts stood below this one on the same page. The report above does not vouch for them.",
  above: "Above it on the page:",
  below: "Below it on the page:",
};
