import type { Tx } from "#lib/db/core/client";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import { keepScale, lockScale, scaleVersion } from "#lib/db/scale/scale";
import type { Actor } from "#lib/domain/actor";
import { nextScale, type Scale } from "#lib/domain/scale";
import { BringBackScale, WriteScale } from "#lib/domain/scale-shapes";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { type Outcome, verb } from "./verb";

/** What admins do about the newsroom's scale of verdicts: it is only ever written on. */

/** All of it in one place of the history. */
const SUBJECT = "verdictScale:newsroom";

export const writeScale = verb("scale.write", {
  input: WriteScale,
  load: ({ tx }) => lockScale(tx),
  change: (newest, { input }) => nextScale(newest, input),
  save: (work, _, next) => keep(work, next, null),
});

/** The codes of an earlier version are in force again; bringing back the one before undoes it. */
export const bringBackScale = verb("scale.bringBack", {
  input: BringBackScale,
  load: async ({ tx, input }) => {
    const newest = await lockScale(tx);
    const earlier = await scaleVersion(input.number, tx);
    if (earlier === null) throw new AppError("not_found", words.errors.notFound);
    return { newest, earlier };
  },
  change: ({ newest, earlier }, { input }) => nextScale(newest, { seen: input.seen, codes: earlier.codes }),
  save: (work, _, next) => keep(work, next, work.input.number),
});

async function keep(
  work: {
    readonly tx: Tx;
    readonly actor: Actor;
    readonly now: Date;
    readonly input: { readonly note: string };
  },
  scale: Scale,
  broughtBack: number | null,
): Promise<Outcome<{ readonly number: number }>> {
  const { tx, actor, now, input } = work;
  const { number, codes } = scale;
  const { note } = input;
  await keepScale(tx, { ...scale, note, broughtBack, byId: actor.id }, now);
  return {
    result: { number },
    subject: SUBJECT,
    payload: {
      number,
      note,
      broughtBack,
      codes: codes.map(({ code }) => code),
      sha256: sha256(canonicalJson(codes)),
      quote: note,
    },
  };
}
