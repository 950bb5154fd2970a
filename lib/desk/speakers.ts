import {
  isNameTaken,
  keepMerging,
  keepName,
  keepParting,
  type LockedSpeaker,
  lockSpeakers,
} from "#lib/db/speakers/speakers";
import { RefusedError, refuseStale } from "#lib/domain/refusals";
import { refuseMergedAway, refuseMerging, refuseParting } from "#lib/domain/speaker-desk";
import { MergeSpeaker, NameSpeaker, PartSpeaker } from "#lib/domain/speaker-desk-shapes";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

/**
 * Who speakers are. Statements and attributions keep the speaker that they were given: a merging says that two are one, a parting that they
 * aren't. What was published keeps the name that it was published with; what is written gets the new one when it is published next.
 */

const { told } = words.speakers;

function found(speaker: LockedSpeaker | null | undefined): LockedSpeaker {
  if (!speaker) throw new AppError("not_found", words.errors.notFound);
  return speaker;
}

function refuseLost(isKept: boolean): void {
  if (!isKept) throw new RefusedError("conflict", { reason: "stale" });
}

/** What a speaker is called, and their role. The name that pages wrote stays, so that pages to come are known by it. */
export const nameSpeaker = verb("speaker.name", {
  input: NameSpeaker,
  load: async ({ tx, input: { speakerId: id, name, role } }) => {
    const [row] = await lockSpeakers(tx, [id]);
    const speaker = found(row);
    return { speaker, isTaken: await isNameTaken(tx, { ...speaker, shown: name, role }) };
  },
  change: ({ speaker, isTaken }, { input }) => {
    refuseMergedAway(speaker);
    refuseStale(speaker, input.revision);
    if (isTaken) throw new RefusedError("conflict", { reason: "nameTaken", name: input.name }, "name");
  },
  save: async ({ tx, actor, input: { name, role }, now }, { speaker }) => {
    refuseLost(await keepName(tx, speaker, { name, role }, { by: actor.id, at: now }));
    const before = { name: speaker.shown, role: speaker.role };
    return {
      result: { speakerId: speaker.id, revision: speaker.revision + 1 },
      subject: `speaker:${speaker.id}`,
      payload: { before, name, role, quote: told.named(before, { name, role }) },
    };
  },
});

/** Two speakers are one: the first becomes a part of the second. */
export const mergeSpeaker = verb("speaker.merge", {
  input: MergeSpeaker,
  load: async ({ tx, input }) => {
    const [from, into] = await lockSpeakers(tx, [input.speakerId, input.intoId]);
    return { from: found(from), into: found(into) };
  },
  change: ({ from, into }, { input }) => {
    refuseMerging(from, into);
    refuseStale(from, input.revision);
    refuseStale(into, input.intoRevision);
  },
  save: async ({ tx, actor, input: { reason }, now }, { from, into }) => {
    refuseLost(await keepMerging(tx, from, into, { by: actor.id, at: now }));
    return {
      result: { speakerId: from.id, revision: from.revision + 1, intoId: into.id },
      subject: `speaker:${from.id}`,
      payload: { intoId: into.id, reason, quote: told.merged(from.shown, into.shown, reason) },
    };
  },
});

/** They are two after all. What was merged into the parted one goes with it. */
export const partSpeaker = verb("speaker.part", {
  input: PartSpeaker,
  load: async ({ tx, input }) => {
    const [row] = await lockSpeakers(tx, [input.speakerId]);
    const speaker = found(row);
    return { speaker, isTaken: await isNameTaken(tx, speaker) };
  },
  change: ({ speaker, isTaken }, { input }) => {
    refuseParting(speaker, isTaken);
    refuseStale(speaker, input.revision);
  },
  save: async ({ tx, input: { reason } }, { speaker }) => {
    refuseLost(await keepParting(tx, speaker));
    const { id, shown, mergedInto, mergedIntoId } = speaker;
    return {
      result: { speakerId: id, revision: speaker.revision + 1 },
      subject: `speaker:${id}`,
      payload: { intoId: mergedIntoId, reason, quote: told.parted(shown, mergedInto ?? "", reason) },
    };
  },
});
