import { plural } from "./plural";

/** What somebody is told whose share is full: how much that is, and what to do. */
export const quotaWords = {
  waiting: (most: number) =>
    `${plural(most, "page", "pages")} of yours wait to be read already, and that is the most. Wait until some of them are read, or cancel some; then give this one again. Nothing of it was kept.`,
  pages: (most: number) =>
    `You gave ${plural(most, "page", "pages")} within a day, and that is the most. Give this one tomorrow, or ask an admin to take in many with npm run import. Nothing of it was kept.`,
  megabytes: (most: number) =>
    `You gave ${most} MB of pages within a day, and that is the most. Give this one tomorrow, or ask an admin to take in many with npm run import. Nothing of it was kept.`,
  drafts: (most: number) =>
    `${plural(most, "form", "forms")} that you began are kept for you, and that is the most, so this one isn’t. Finish or empty one of those; what you type here stays on this screen.`,
  comments: (most: number) =>
    `You wrote ${plural(most, "comment", "comments")} within an hour, and that is the most. Send this one in an hour; what you typed is still here.`,
  forms: (most: number, seconds: number) =>
    `You sent ${plural(most, "form", "forms")} within a minute, and that is the most. Wait ${plural(seconds, "second", "seconds")} and send this one again; what you typed is still here.`,
};
