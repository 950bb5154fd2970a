import { textOfVersion } from "#lib/db/articles/versions";
import type { Tx } from "#lib/db/core/client";
import { tell } from "#lib/db/notices/notices";
import { isCommentTooMany, quotas } from "#lib/db/people/quotas";
import {
  commentById,
  createThread,
  emptyComment,
  keepComment,
  keepResolved,
  type LockedThread,
  lockPlace,
  lockThread,
  peopleToName,
  refuseIfReadBlind,
  type ThreadPlace,
  writersIn,
} from "#lib/db/threads/threads";
import type { Actor } from "#lib/domain/actor";
import { readMentions } from "#lib/domain/mentions";
import { exactOf } from "#lib/domain/statement-rules";
import { refuseReopening, refuseReply, refuseResolving, refuseTakingBack } from "#lib/domain/threads";
import { MoveThread, OpenThread, ReplyInThread, TakeBackComment } from "#lib/domain/threads-shapes";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { type Outcome, verb, type Work } from "./verb";

/**
 * What people of the newsroom say to each other. The history says that something was said, and nothing of what: a comment can be taken back. While
 * a page is read blind nobody says anything of it, and nobody is shown what was said before; and whoever reads it is told nothing of the claims
 * that stand there.
 */

interface Said {
  readonly threadId: string;
  readonly revision: number;
  /** What is to be told to whoever said it, in words; empty where nothing is. */
  readonly told: string;
}

export const openThread = verb("thread.open", {
  input: OpenThread,
  run: async (work) => {
    const { tx, actor, input, now } = work;
    const place = placeOf(input);
    if (!(await lockPlace(tx, place))) throw notFound();
    await refuseIfReadBlind(tx, { versionId: null, claimId: null, ...place }, actor.id);
    if ("span" in place && place.span !== null) exactOf(await textOfVersion(tx, place.versionId), place.span);
    const thread = await createThread(tx, place, actor.id, now);
    return say(work, thread, input.body, []);
  },
});

function placeOf({ versionId, claimId, start, end }: OpenThread): ThreadPlace {
  if (versionId === undefined) return { claimId: claimId ?? "" };
  return { versionId, span: start === undefined || end === undefined ? null : { start, end } };
}

/** Where it was resolved, an answer is taken only from somebody who saw that, and reopens it. */
export const replyInThread = verb("thread.reply", {
  input: ReplyInThread,
  run: async (work) => {
    const { tx, actor, input, now } = work;
    const thread = await openedTo(tx, input.threadId, actor);
    const reopens = refuseReply(thread, input.reopens);
    const before = await writersIn(tx, thread.id);
    const revision = reopens ? await keepResolved(tx, thread, null, now) : thread.revision;
    return say(work, { ...thread, revision }, input.body, before);
  },
});

async function say(
  { tx, actor, now }: Pick<Work<unknown>, "tx" | "actor" | "now">,
  thread: LockedThread,
  typed: string,
  writers: readonly string[],
): Promise<Outcome<Said>> {
  if (await isCommentTooMany(tx, actor.id, now)) {
    throw new AppError("rate_limited", words.quotas.comments(quotas().comments));
  }
  const people = await peopleToName(tx);
  const { body, mentions, unknown } = readMentions(typed, people);
  const kept = await keepComment(tx, thread, { authorId: actor.id, body, mentions }, now);
  const named = new Set(mentions.map(({ personId }) => personId));
  const by = { byId: actor.id, at: now };
  await tell(tx, [...named], { kind: "MENTION", commentId: kept.commentId }, by);
  const others = writers.filter((id) => !named.has(id));
  await tell(tx, others, { kind: "ANSWER", commentId: kept.commentId }, by);
  const closed = people.filter(({ id, isOpen }) => named.has(id) && !isOpen).map(({ name }) => name);
  const told = [
    ...(unknown.length > 0 ? [words.threads.unknown(unknown)] : []),
    ...(closed.length > 0 ? [words.threads.closedTold(closed)] : []),
  ];
  return {
    result: { threadId: thread.id, revision: kept.revision, told: told.join(" ") },
    subject: subjectOf(thread),
    payload: { threadId: thread.id, commentId: kept.commentId, number: kept.number },
  };
}

const subjectOf = ({ versionId, claimId }: Pick<LockedThread, "versionId" | "claimId">): string =>
  claimId === null ? `version:${versionId}` : `claim:${claimId}`;

export const resolveThread = verb("thread.resolve", {
  input: MoveThread,
  load: ({ tx, actor, input }) => openedTo(tx, input.threadId, actor),
  change: (thread, { input }) => refuseResolving(thread, input.revision),
  save: ({ tx, actor, now }, thread) => moved(tx, thread, actor.id, now),
});

export const reopenThread = verb("thread.reopen", {
  input: MoveThread,
  load: ({ tx, actor, input }) => openedTo(tx, input.threadId, actor),
  change: (thread, { input }) => refuseReopening(thread, input.revision),
  save: ({ tx, now }, thread) => moved(tx, thread, null, now),
});

async function moved(
  tx: Tx,
  thread: LockedThread,
  resolvedById: string | null,
  now: Date,
): Promise<Outcome<Omit<Said, "told">>> {
  const revision = await keepResolved(tx, thread, resolvedById, now);
  return {
    result: { threadId: thread.id, revision },
    subject: subjectOf(thread),
    payload: { threadId: thread.id },
  };
}

/** One's own last words, while nobody answered: the words go, and that something was taken back stays. */
export const takeBackComment = verb("comment.takeBack", {
  input: TakeBackComment,
  load: async ({ tx, actor, input }) => {
    const found = await commentById(tx, input.commentId);
    if (found === null) throw notFound();
    const thread = await openedTo(tx, found.threadId, actor);
    // Read again, now that nobody else can change it.
    const comment = (await commentById(tx, input.commentId)) ?? found;
    return { thread, comment };
  },
  change: ({ thread, comment }, { actor }) =>
    refuseTakingBack({ ...comment, isTakenBack: comment.takenBackAt !== null }, thread, actor.id),
  save: async ({ tx, now }, { thread, comment }) => {
    await emptyComment(tx, comment.id, now);
    return {
      result: { threadId: thread.id },
      subject: subjectOf(thread),
      payload: { threadId: thread.id, commentId: comment.id, number: comment.number },
    };
  },
});

/** A thread, locked. Throws AppError `not_found`, and RefusedError while it is held back from this person. */
async function openedTo(tx: Tx, threadId: string, actor: Actor): Promise<LockedThread> {
  const thread = await lockThread(tx, threadId);
  if (thread === null) throw notFound();
  await refuseIfReadBlind(tx, thread, actor.id);
  return thread;
}

const notFound = () => new AppError("not_found", words.errors.notFound);
