/** Words in a row as a sentence has them: "a", "a and b", "a, b and c". Empty for nothing. */
export function listed(items: readonly string[], conjunction: "and" | "or" = "and"): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1)}`;
}

/** Clauses in a row, each of some length: a comma stands before the last "and" where there are three or more. */
function clauses(items: readonly string[]): string {
  if (items.length < 3) return items.join(" and ");
  return `${items.slice(0, -1).join(", ")}, and ${items.at(-1)}`;
}

/** What is listed, and numbers that follow each other, drawn together: "7 to 9". */
export const lists = {
  listed,
  clauses,
  run: (from: number, to: number) => `${from} to ${to}`,
  /** Words of somebody else, inside a sentence or by themselves. */
  quoted: (text: string) => `“${text}”`,
  /** Between the parts of a list, and between clauses that stand by themselves. */
  comma: ", ",
  semicolon: "; ",
};
