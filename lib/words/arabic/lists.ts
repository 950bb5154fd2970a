/** Words in a row: "أ وب وج", or "أ أو ب". The "و" is written together with what follows it. */
export function listed(items: readonly string[], conjunction: "and" | "or" = "and"): string {
  return items.join(conjunction === "and" ? " و" : " أو ");
}

export const quoted = (text: string): string => `«${text}»`;

export const lists = {
  listed,
  /** Clauses, each of some length. */
  clauses: (items: readonly string[]): string => items.join("، و"),
  run: (from: number, to: number): string => `${from} إلى ${to}`,
  quoted,
  comma: "، ",
  semicolon: "؛ ",
};
