import type { Line } from "#lib/domain/labels";

/** What is heard where a line is seen under the words of a statement. */
/** Spoken before a statement with a line, so that the line is heard as well. */
const lines: Record<Exclude<Line, "plain">, string> = {
  reported: "Reported statement: ",
  unnamed: "Reported statement, source unnamed: ",
  unsourced: "Statement without a source: ",
  opinion: "Opinion: ",
};

export const spokenLines = {
  lines,
  end: " End of statement.",
  /** Around words of the page that lie between two pieces of a statement, for who can’t see that its line stops there. */
  gap: " Not part of the statement: ",
  gapEnd: " The statement goes on: ",
};
