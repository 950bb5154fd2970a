import { plural } from "./plural";

/** What `npm run export:labels` says. */
export const labelExport = {
  usage: [
    "Usage: npm run export:labels -- FILE          what people decided on suggestions, as lines of JSON that npm run train reads",
    "       npm run --silent export:labels         the same to standard output",
    "Options: --since 2026-11-01   only what was published on that day (UTC) or later",
    "         --drafts             also reviews that aren’t published yet, of pages that have no publication",
  ].join("\n"),
  done: (pages: number, statements: number, decisions: number) =>
    `${plural(pages, "page", "pages")} with ${plural(statements, "statement", "statements")} and ${plural(decisions, "decided suggestion", "decided suggestions")}. They hold the pages’ texts: keep them to yourself.`,
  notWritten: (file: string, why: string) =>
    `${file} can’t be written (${why}). Name a file in a folder that is there and that you may write to.`,
};
