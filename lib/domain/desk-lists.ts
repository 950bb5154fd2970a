import { Id } from "./reviews";

/** Lists of the desk that are read a part at a time, on from one of their rows. */

/** Whose row a part of a list goes on from, and which way. */
export interface ListedPlace {
  readonly way: "after" | "before";
  readonly id: string;
}

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** The place that an address names; null for the beginning, `undefined` where it names none that could be. */
export function listedPlace({ after, before }: Asked): ListedPlace | null | undefined {
  if (after === undefined && before === undefined) return null;
  if (after !== undefined && before !== undefined) return undefined;
  const way = before === undefined ? "after" : "before";
  const id = Id.safeParse(before ?? after).data;
  return id === undefined ? undefined : { way, id };
}

/** Controls and halves of characters are nothing that anybody looks for. */
const UNTYPED = /[\p{Cc}\p{Surrogate}]+/gu;

/** What is looked for, as an address says it: the first, if there are several, and no more than `most` UTF-16 units. Empty for nothing. */
export function searched(asked: string | string[] | undefined, most: number): string {
  const [typed = ""] = [asked ?? ""].flat();
  return typed.slice(0, most).replace(UNTYPED, " ").trim();
}
