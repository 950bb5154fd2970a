import { isDismissed } from "#lib/db/articles/dismissal";
import { isLookedThrough } from "#lib/db/articles/part-readings";
import { suggestionsAside } from "#lib/db/articles/parts";
import { lockVersion, textOfVersion } from "#lib/db/articles/versions";
import type { Tx } from "#lib/db/core/client";
import { tell } from "#lib/db/notices/notices";
import { peopleWithRoles } from "#lib/db/people/people";
import {
  advancePass,
  countWaiting,
  createPass,
  hashOfPass,
  lockPass,
  marksOf,
  readingOfPass,
} from "#lib/db/readings/passes";
import {
  advanceReading,
  createReading,
  keepReadingRule,
  type LockedReading,
  lockReading,
  stateOfVersion,
  whoSawLabels,
} from "#lib/db/readings/readings";
import { keepUnits } from "#lib/db/readings/units";
import { countDraftsUnder } from "#lib/db/reviews/drafts";
import { may, ROLES } from "#lib/domain/actor";
import { comparePasses } from "#lib/domain/compared-passes";
import { refuseToAsk, refuseToRead, refuseUnlessOpenPass, refuseUnreadyPass } from "#lib/domain/readings";
import {
  AskReading,
  CallOffReading,
  GiveUpPass,
  HandInPass,
  SetReadingRule,
  TakePass,
} from "#lib/domain/readings-shapes";
import { RefusedError, refuseStale } from "#lib/domain/refusals";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

/** The way of a blind reading: asked for, read by two, handed in, or called off. The rules stand in `domain/readings`. */

export const askReading = verb("reading.ask", {
  input: AskReading,
  run: async ({ tx, actor, input, now }) => {
    const { versionId, start } = input;
    await lockPage(tx, versionId);
    const isLooked = await isLookedThrough(tx, versionId);
    refuseToAsk({ ...(await stateOfVersion(tx, versionId)), isLookedThrough: isLooked });
    const { id } = await createReading(tx, { versionId, start, askedById: actor.id }, now);
    return {
      result: { readingId: id },
      subject: `version:${versionId}`,
      payload: { readingId: id, versionId, start },
    };
  },
});

/** Only before both passes are in. What was read stays with its readers alone. */
export const callOffReading = verb("reading.callOff", {
  input: CallOffReading,
  run: async ({ tx, input, now }) => {
    const reading = await lockReading(tx, input.readingId);
    refuseStale(reading, input.revision);
    if (reading.state !== "READING") throw new RefusedError("conflict", { reason: "readingOver" });
    const ended = { state: "CALLED_OFF" as const, calledOffFor: input.reason, endedAt: now };
    const revision = await advanceReading(tx, reading, ended);
    return {
      result: { readingId: reading.id, revision },
      subject: `version:${reading.versionId}`,
      payload: { readingId: reading.id, reason: input.reason },
    };
  },
});

/** Which of the pages that come in from now on are read blind. */
export const setReadingRule = verb("reading.rule", {
  input: SetReadingRule,
  run: async ({ tx, actor, input, now }) => {
    await keepReadingRule(tx, input, actor.id, now);
    return { result: null, subject: "rule:readings", payload: input };
  },
});

export const takePass = verb("pass.take", {
  input: TakePass,
  run: async ({ tx, actor, input, now }) => {
    const reading = await lockReading(tx, input.readingId);
    await lockPage(tx, reading.versionId);
    refuseToRead(reading, await whoSawLabels(tx, reading.versionId), actor.id);
    const { id } = await createPass(tx, reading.id, actor.id, now);
    return {
      result: { passId: id, revision: 1 },
      subject: `version:${reading.versionId}`,
      payload: { readingId: reading.id, passId: id },
    };
  },
});

/** Its reader gives a pass up; an editor gives one up whose reader can't go on. Somebody else reads then. */
export const giveUpPass = verb("pass.giveUp", {
  input: GiveUpPass,
  run: async ({ tx, actor, input, now }) => {
    const { reading, pass } = await lockBoth(tx, input.passId);
    if (pass.readerId !== actor.id && !may(actor.role, "reading.callOff")) throw notFound();
    refuseStale(pass, input.revision);
    refuseUnlessOpenPass({ isHandedIn: pass.handedInAt !== null, isGivenUp: pass.givenUpAt !== null });
    if (reading.state !== "READING") throw new RefusedError("conflict", { reason: "readingOver" });
    await advancePass(tx, pass, { givenUpAt: now });
    return {
      result: { readingId: reading.id },
      subject: `version:${reading.versionId}`,
      payload: { readingId: reading.id, passId: pass.id, readerId: pass.readerId },
    };
  },
});

/** From here on the pass never changes. With the second one both are laid side by side. */
export const handInPass = verb("pass.handIn", {
  input: HandInPass,
  run: async ({ tx, actor, input, now }) => {
    const { reading, pass } = await lockBoth(tx, input.passId);
    if (pass.readerId !== actor.id) throw notFound();
    refuseStale(pass, input.revision);
    refuseUnlessOpenPass({ isHandedIn: pass.handedInAt !== null, isGivenUp: pass.givenUpAt !== null });
    if (reading.state !== "READING") throw new RefusedError("conflict", { reason: "readingOver" });
    refuseUnreadyPass({
      waiting: reading.start === "BARE" ? 0 : await waitingIn(tx, pass),
      openDrafts: await countDraftsUnder(tx, actor.id, `article:${pass.id}:`),
    });
    const hash = await hashOfPass(tx, pass.id);
    await advancePass(tx, pass, { handedInAt: now, sha256: hash });
    const isLast = reading.passes.some(({ id, isHandedIn }) => id !== pass.id && isHandedIn);
    if (isLast) await layBeside(tx, reading, now);
    return {
      result: { readingId: reading.id },
      subject: `version:${reading.versionId}`,
      // Nothing of what it says: the history is read by everybody at the desk.
      payload: { readingId: reading.id, passId: pass.id, sha256: hash },
    };
  },
});

async function waitingIn(tx: Tx, pass: { readonly id: string; readonly versionId: string }): Promise<number> {
  const aside = await suggestionsAside(tx, [pass.versionId]);
  return countWaiting(tx, pass, aside.get(pass.versionId) ?? []);
}

async function layBeside(tx: Tx, reading: LockedReading, now: Date): Promise<void> {
  await advanceReading(tx, reading, { state: "SETTLING", bothInAt: now });
  const [first, second] = reading.passes.filter(({ isGivenUp }) => !isGivenUp);
  if (first === undefined || second === undefined) throw new Error("two passes are in");
  const text = await textOfVersion(tx, reading.versionId);
  const places = comparePasses(text, await marksOf(tx, first.id), await marksOf(tx, second.id));
  await keepUnits(tx, reading.id, places);
  // By nobody: who read it stays unnamed.
  const what = { kind: "DISAGREEMENT", readingId: reading.id } as const;
  await tell(tx, await whoMaySettle(tx, reading), what, { byId: null, at: now });
}

/** Everybody who may settle and took no pass of it. */
async function whoMaySettle(tx: Tx, { passes }: LockedReading): Promise<string[]> {
  const roles = ROLES.filter((role) => may(role, "reading.settle"));
  const readers = new Set(passes.map(({ readerId }) => readerId));
  return (await peopleWithRoles(tx, roles)).filter((id) => !readers.has(id));
}

/** Throws AppError `not_found`, and RefusedError for a page that was dismissed. Nobody begins a review of it meanwhile. */
async function lockPage(tx: Tx, versionId: string): Promise<void> {
  if (!(await lockVersion(tx, versionId))) throw notFound();
  if (await isDismissed(tx, versionId)) throw new RefusedError("conflict", { reason: "dismissedPage" });
}

async function lockBoth(tx: Tx, passId: string) {
  const readingId = await readingOfPass(tx, passId);
  if (readingId === null) throw notFound();
  const reading = await lockReading(tx, readingId);
  const pass = await lockPass(tx, passId);
  if (pass === null) throw notFound();
  return { reading, pass };
}

const notFound = () => new AppError("not_found", words.errors.notFound);
