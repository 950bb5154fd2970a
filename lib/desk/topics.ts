import { claimReview } from "#lib/db/claims/claims";
import { countTags, keepTag, tagsOf, takeTagAway } from "#lib/db/topics/tags";
import {
  keepTopicMerging,
  keepTopicName,
  keepTopicParting,
  type LockedTopic,
  lockedTopics,
  othersName,
  topicToTag,
} from "#lib/db/topics/topics";
import { RefusedError, refuseStale } from "#lib/domain/refusals";
import { MOST_TOPICS, refuseMergedTopic, refuseMergingTopics, refusePartingTopic } from "#lib/domain/topics";
import { AddTopic, MergeTopic, NameTopic, PartTopic, RemoveTopic } from "#lib/domain/topics-shapes";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb, type Work } from "./verb";
import { reviewToWrite } from "./writing";

/**
 * What pages and claims are about. Tags are part of a review: readers see them once a second person has read it and published it, as the topics were
 * called then. What is done to a topic itself shows where something is published next.
 */

const { told } = words.topics;

interface Tagged {
  readonly reviewId: string | null;
  readonly claimId: string | null;
}

/** The review whose tags are changed: that of a page, written by this person, or the open one of a claim. Throws AppError. */
async function reviewToTag({ tx, actor, input, now }: Work<Tagged>) {
  const { reviewId, claimId } = input;
  if (claimId !== null) {
    const { id } = await claimReview(tx, claimId, actor.id, now);
    return { id, subject: `claim:${claimId}` };
  }
  const { id, claimId: ofClaim } = await reviewToWrite(tx, reviewId ?? "", actor.id);
  if (ofClaim !== null) throw new AppError("invalid_input", words.refusals.elsewhere);
  return { id, subject: `review:${id}` };
}

export const addTopic = verb("topic.add", {
  input: AddTopic,
  run: async (work) => {
    const { tx, actor, input, now } = work;
    const review = await reviewToTag(work);
    const topic = await topicToTag(tx, input.name, { by: actor.id, at: now });
    const has = await tagsOf(tx, review.id);
    if (has.some(({ id }) => id === topic.id)) {
      throw new RefusedError("invalid_input", { reason: "topicThere", name: topic.name }, "name");
    }
    if ((await countTags(tx, review.id)) >= MOST_TOPICS) {
      throw new RefusedError("invalid_input", { reason: "manyTopics" }, "name");
    }
    await keepTag(tx, { reviewId: review.id, topicId: topic.id }, { by: actor.id, at: now });
    return {
      result: { topicId: topic.id, name: topic.name, reviewId: review.id },
      subject: review.subject,
      payload: { reviewId: review.id, topicId: topic.id, isNew: topic.isNew, quote: topic.name },
    };
  },
});

/** Takes a tag away. One whose topic was merged into another meanwhile is looked at again first: it is called otherwise now. */
export const removeTopic = verb("topic.remove", {
  input: RemoveTopic,
  run: async (work) => {
    const { tx, input } = work;
    const review = await reviewToTag(work);
    const topic = found((await lockedTopics(tx, [input.topicId]))[0]);
    refuseMergedTopic(topic);
    if (!(await takeTagAway(tx, review.id, topic.id))) {
      throw new AppError("conflict", words.deskErrors.stale);
    }
    return {
      result: { topicId: topic.id, name: topic.name, reviewId: review.id },
      subject: review.subject,
      payload: { reviewId: review.id, topicId: topic.id, quote: topic.name },
    };
  },
});

function found(topic: LockedTopic | null | undefined): LockedTopic {
  if (!topic) throw new AppError("not_found", words.errors.notFound);
  return topic;
}

function refuseLost(isKept: boolean): void {
  if (!isKept) throw new RefusedError("conflict", { reason: "stale" });
}

/** What a topic is called, and what belongs to it. Its address stays. */
export const nameTopic = verb("topic.name", {
  input: NameTopic,
  load: async ({ tx, input }) => {
    const topic = found((await lockedTopics(tx, [input.topicId]))[0]);
    return { topic, taken: await othersName(tx, topic.id, input.name) };
  },
  change: ({ topic, taken }, { input }) => {
    refuseMergedTopic(topic);
    refuseStale(topic, input.revision);
    if (taken !== null) throw new RefusedError("conflict", { reason: "topicNameTaken", name: taken }, "name");
  },
  save: async ({ tx, actor, input: { name, definition }, now }, { topic }) => {
    refuseLost(await keepTopicName(tx, topic, { name, definition }, { by: actor.id, at: now }));
    const before = { name: topic.name, definition: topic.definition };
    return {
      result: { topicId: topic.id, revision: topic.revision + 1 },
      subject: `topic:${topic.id}`,
      payload: { before, name, definition, quote: told.named(before, { name, definition }) },
    };
  },
});

/** Two topics are one: the first becomes a part of the second. */
export const mergeTopic = verb("topic.merge", {
  input: MergeTopic,
  load: async ({ tx, input }) => {
    const [from, into] = await lockedTopics(tx, [input.topicId, input.intoId]);
    return { from: found(from), into: found(into) };
  },
  change: ({ from, into }, { input }) => {
    refuseMergingTopics(from, into);
    refuseStale(from, input.revision);
    refuseStale(into, input.intoRevision);
  },
  save: async ({ tx, actor, input: { reason }, now }, { from, into }) => {
    refuseLost(await keepTopicMerging(tx, from, into, { by: actor.id, at: now }));
    return {
      result: { topicId: from.id, revision: from.revision + 1, intoId: into.id },
      subject: `topic:${from.id}`,
      payload: { intoId: into.id, reason, quote: told.merged(from.name, into.name, reason) },
    };
  },
});

/** They are two after all. What was merged into the parted one goes with it. */
export const partTopic = verb("topic.part", {
  input: PartTopic,
  load: async ({ tx, input }) => found((await lockedTopics(tx, [input.topicId]))[0]),
  change: (topic, { input }) => {
    refusePartingTopic(topic);
    refuseStale(topic, input.revision);
  },
  save: async ({ tx, input: { reason } }, topic) => {
    refuseLost(await keepTopicParting(tx, topic));
    const { id, name, mergedInto, mergedIntoId } = topic;
    return {
      result: { topicId: id, revision: topic.revision + 1 },
      subject: `topic:${id}`,
      payload: { intoId: mergedIntoId, reason, quote: told.parted(name, mergedInto ?? "", reason) },
    };
  },
});
