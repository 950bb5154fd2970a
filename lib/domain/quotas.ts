import { z } from "zod";

/**
 * How much one person or one token may ask of all that they share. A token is counted apart from the person who made it: what a program does
 * keeps nobody from giving a page by hand.
 */
const QUOTAS = {
  /** Pages that wait or are under way. */
  waiting: 500,
  /** Pages given within twenty-four hours, and how many megabytes (of 1,000,000 bytes). */
  pages: 5_000,
  megabytes: 2_000,
  /** Forms that are being filled in, kept for a person. */
  drafts: 500,
  /** Comments written in threads within an hour. */
  comments: 200,
  /** Forms posted in a minute, drafts too. */
  forms: 600,
  /** Requests of a token in a minute. */
  calls: 600,
} as const;

const NAMES = Object.keys(QUOTAS) as (keyof typeof QUOTAS)[]; // the keys of a constant are what it is written with
export type Quotas = Readonly<Record<keyof typeof QUOTAS, number>>;

const MOST = 1_000_000_000;

/** `waiting=50, forms=120`: what is left out keeps its default; 0 refuses all. */
export const QuotaSetting = z
  .string()
  .default("")
  .transform((text, context): Quotas => {
    const quotas: Record<keyof Quotas, number> = { ...QUOTAS };
    for (const part of text.split(/[\s,]+/).filter(Boolean)) {
      const [, name, number] = /^([a-z]+)=(\d{1,10})$/.exec(part) ?? [];
      const known = NAMES.find((one) => one === name);
      if (known === undefined || Number(number) > MOST) {
        context.addIssue({
          code: "custom",
          message: `ONRECORD_QUOTAS must be numbers with names, like waiting=500, forms=600. There are ${NAMES.join(", ")}.`,
        });
        return z.NEVER;
      }
      quotas[known] = Number(number);
    }
    return quotas;
  });

/** What somebody has asked for so far, without the page that they give now. */
export interface Share {
  readonly waiting: number;
  readonly pages: number;
  readonly bytes: number;
}

/** The quota that one more page of so many bytes would go beyond; null where none. */
export function fullShare(
  share: Share,
  bytes: number,
  quotas: Quotas,
): "waiting" | "pages" | "megabytes" | null {
  if (share.waiting >= quotas.waiting) return "waiting";
  if (share.pages >= quotas.pages) return "pages";
  return share.bytes + bytes > quotas.megabytes * 1_000_000 ? "megabytes" : null;
}

/** What is imported in bulk by a command comes last; before that, so many steps. */
const LAST = 9;

/**
 * Whose page is read next: smaller is sooner. The more pages somebody has waiting, the later the next one of theirs; so the first page of anybody
 * comes before the hundredth of somebody else. It grows by one as often as what waits doubles.
 */
export function turnOf(waiting: number): number {
  return Math.min(LAST, Math.floor(Math.log2(waiting + 1)));
}
