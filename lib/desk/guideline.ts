import type { Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { guidelineVersion, keepGuideline, lockGuideline } from "#lib/db/guideline/guideline";
import type { Actor } from "#lib/domain/actor";
import { BringBackGuideline, nextGuideline, WriteGuideline } from "#lib/domain/guideline";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { type Outcome, verb } from "./verb";

/** What admins do about the newsroom's guideline: it is only ever written on. */

/** All of it in one place of the history. */
const SUBJECT = "guideline:newsroom";

interface Next {
  readonly number: number;
  readonly text: string;
  readonly note: string;
}

export const writeGuideline = verb("guideline.write", {
  input: WriteGuideline,
  load: ({ tx }) => lockGuideline(tx),
  change: (newest, { input }) => nextGuideline(newest, input),
  save: ({ tx, actor, now }, _, next) => keep(tx, { actor, now, next, broughtBack: null }),
});

/** The text of an earlier version becomes the newest one; bringing back the one before undoes it. */
export const bringBackGuideline = verb("guideline.bringBack", {
  input: BringBackGuideline,
  load: async ({ tx, input }) => {
    const newest = await lockGuideline(tx);
    const earlier = await guidelineVersion(input.number, tx);
    if (earlier === null) throw new AppError("not_found", words.errors.notFound);
    return { newest, earlier };
  },
  change: ({ newest, earlier }, { input }) => nextGuideline(newest, { ...input, text: earlier.text }),
  save: ({ tx, actor, now, input }, _, next) => keep(tx, { actor, now, next, broughtBack: input.number }),
});

async function keep(
  tx: Tx,
  one: {
    readonly actor: Actor;
    readonly now: Date;
    readonly next: Next;
    readonly broughtBack: number | null;
  },
): Promise<Outcome<{ readonly number: number }>> {
  const { actor, now, next, broughtBack } = one;
  const { number, note, text } = next;
  await keepGuideline(tx, { ...next, broughtBack, byId: actor.id }, now);
  return {
    result: { number },
    subject: SUBJECT,
    payload: { number, note, broughtBack, sha256: sha256(text), quote: note },
  };
}
