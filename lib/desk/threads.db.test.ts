import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { claimDesk } from "#lib/db/claims/desk";
import { database, disconnect } from "#lib/db/core/client";
import { inboxOf } from "#lib/db/notices/inbox";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { threadPage, threadsOnClaim, threadsOnPage } from "#lib/db/threads/views";
import type { Actor } from "#lib/domain/actor";
import { plainComment } from "#lib/domain/mentions";
import { MOST_COMMENTS, MOST_THREADS } from "#lib/domain/threads";
import * as words from "#lib/words";
import { mergeClaim, partClaim } from "./claim-merging";
import { createClaim } from "./claims";
import { askReading, handInPass, takePass } from "./readings";
import { linkStatement } from "./statements";
import { acceptAll, draftReview, NOW, person, storedPage } from "./testing/newsroom";
import { laterVersion } from "./testing/readings";
import { openThread, reopenThread, replyInThread, resolveThread, takeBackComment } from "./threads";

let close: () => Promise<void>;
let mara: Actor;
let cleo: Actor;
let gone: Actor;
let versionId: string;
let articleId: string;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  [mara, cleo, gone] = [
    await person("Mara Quist"),
    await person("Cleo Ray", "CONTRIBUTOR"),
    await person("Gone Away"),
  ];
  await database().user.update({ where: { id: gone.id }, data: { disabledAt: NOW } });
});
beforeEach(async () => {
  versionId = await storedPage();
  ({ articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } }));
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await disconnect();
  await close();
});

let minute = 0;
/** Each act a minute after the one before. */
const next = () => {
  minute += 1;
  return { now: new Date(NOW.getTime() + minute * 60_000) };
};
const onPage = () => threadsOnPage(mara, articleId, versionId);
const begin = (body: string, actor = mara) => openThread(actor, { versionId, body }, next());
const say = (threadId: string, body: string, actor = cleo, more = {}) =>
  replyInThread(actor, { threadId, body, ...more }, next());
const linesOf = async (actor: Actor) =>
  (await inboxOf(actor, null)).notices.map(({ kind, by, words: first }) => [kind, by, first]);
const textsIn = async (threadId: string) =>
  (await onPage())?.find(({ id }) => id === threadId)?.comments.map(({ parts }) => plainComment(parts));

describe("a thread", () => {
  test("hangs on the page or on words of it, and names people as they are called", async () => {
    const { threadId } = await openThread(
      mara,
      { versionId, start: 0, end: 6, body: "Is that so, @cleo ray?" },
      next(),
    );
    const [thread] = (await onPage()) ?? [];
    expect(thread).toMatchObject({ id: threadId, span: { start: 0, end: 6 }, resolved: null, count: 1 });
    expect(thread?.comments[0]?.parts).toEqual([
      { text: "Is that so, " },
      { name: "Cleo Ray", isOpen: true, isYou: false },
      { text: "?" },
    ]);
    const row = await database().deskComment.findFirstOrThrow({ where: { threadId } });
    expect(row.body).toBe("Is that so, @?");
    expect((await linesOf(cleo))[0]).toEqual(["MENTION", "Mara Quist", "Is that so, @Cleo Ray?"]);
    expect(await threadPage(cleo, threadId, null)).toMatchObject({
      isClaim: false,
      href: `/desk/articles/${versionId}?thread=${threadId}`,
    });
  });

  test("names nobody, or somebody whose account is closed: that is said, and the comment is kept", async () => {
    const { told, threadId } = await begin("@Nemo and @Gone Away should look");
    expect(told).toBe(`${words.threads.unknown(["Nemo"])} ${words.threads.closedTold(["Gone Away"])}`);
    expect(await textsIn(threadId)).toEqual(["@Nemo and @Gone Away should look"]);
    expect(await database().notice.count({ where: { personId: gone.id } })).toBe(0);
    expect((await begin("plain words")).told).toBe("");
  });

  test.each([
    [{ start: 0, end: 9_999_999 }, words.refusals.outsideText],
    [{ start: 3, end: 3 }, words.refusals.outsideText],
  ])("isn’t begun on words that aren’t there: %o", async (span, message) => {
    await expect(openThread(mara, { versionId, ...span, body: "x" }, next())).rejects.toMatchObject({
      message,
    });
    expect(await onPage()).toEqual([]);
  });

  test("is begun on nothing that isn’t there, and empty words are told so at their field", async () => {
    const nobodys = "00000000-0000-4000-8000-000000000000";
    await expect(openThread(mara, { versionId: nobodys, body: "x" }, next())).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(openThread(mara, { claimId: nobodys, body: "x" }, next())).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(begin("  \n ")).rejects.toMatchObject({
      code: "invalid_input",
      field: "body",
      message: "Write the comment first.",
    });
    await expect(say(nobodys, "x")).rejects.toMatchObject({ code: "not_found" });
  });

  test("a page takes so many, on all its versions", async () => {
    const rows = Array.from({ length: MOST_THREADS }, () => ({
      versionId,
      openedById: mara.id,
      openedAt: NOW,
    }));
    await database().deskThread.createMany({ data: rows });
    await expect(begin("one more")).rejects.toMatchObject({ message: words.refusals.manyThreads });
  });
});

describe("an answer", () => {
  test("tells those who wrote in the thread, once, and not whoever answers", async () => {
    const { threadId } = await begin("What do we know?");
    await say(threadId, "Nothing yet.");
    await say(threadId, "Now we do, @Mara Quist.");
    expect((await linesOf(mara)).slice(0, 2)).toEqual([
      ["MENTION", "Cleo Ray", "Now we do, @Mara Quist."],
      ["ANSWER", "Cleo Ray", "Nothing yet."],
    ]);
    const own = await database().notice.count({ where: { personId: cleo.id, comment: { threadId } } });
    expect(own).toBe(0);
  });

  test("a thread takes so many", async () => {
    const { threadId } = await begin("first");
    const rows = Array.from({ length: MOST_COMMENTS - 1 }, (_, i) => ({
      threadId,
      number: i + 2,
      authorId: mara.id,
      // Long before: they count for no hour that is gone through here.
      at: new Date("2024-01-01T08:00:00Z"),
      body: `no ${i}`,
      mentions: [],
    }));
    await database().deskComment.createMany({ data: rows });
    for (let comments = 2; comments <= MOST_COMMENTS; comments += 1)
      await database().deskThread.update({ where: { id: threadId }, data: { comments } });
    await expect(say(threadId, "one more")).rejects.toMatchObject({ message: words.refusals.fullThread });
    const first = await threadPage(mara, threadId, null);
    expect(first?.thread.comments.map(({ number }) => number)).toEqual(
      Array.from({ length: 50 }, (_, i) => 151 + i),
    );
    const older = await threadPage(mara, threadId, first?.older ?? null);
    expect(older?.thread.comments.at(-1)?.number).toBe(150);
    expect((await threadPage(mara, threadId, 2))?.older).toBeNull();
    expect((await onPage())?.[0]?.comments).toHaveLength(20);
  });

  test("to a thread that was resolved meanwhile is refused once, and reopens it when it is sent again", async () => {
    const { threadId, revision } = await begin("Done?");
    await resolveThread(mara, { threadId, revision }, next());
    const refused = { code: "conflict", message: words.refusals.threadResolvedMeanwhile("Mara Quist") };
    await expect(say(threadId, "Not done.")).rejects.toMatchObject(refused);
    expect(await textsIn(threadId)).toEqual(["Done?"]);
    await say(threadId, "Not done.", cleo, { reopens: "yes" });
    const [thread] = (await onPage()) ?? [];
    expect(thread?.resolved).toBeNull();
    expect(await textsIn(threadId)).toEqual(["Done?", "Not done."]);
  });
});

describe("resolving", () => {
  test("by two at once has one winner, and the other is told who", async () => {
    const { threadId, revision } = await begin("Who is first?");
    const both = await Promise.allSettled([
      resolveThread(mara, { threadId, revision }, next()),
      resolveThread(cleo, { threadId, revision }, next()),
    ]);
    const lost = both.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(String(lost[0]?.reason)).toMatch(/(Mara Quist|Cleo Ray) resolved this thread already/);
    const row = await database().deskThread.findUniqueOrThrow({ where: { id: threadId } });
    expect(row).toMatchObject({ revision: revision + 1, resolvedAt: expect.any(Date) });
  });

  test("is refused where somebody wrote meanwhile: nobody puts away what they didn’t read", async () => {
    const { threadId, revision } = await begin("Anything else?");
    await say(threadId, "Yes.");
    await expect(resolveThread(mara, { threadId, revision }, next())).rejects.toMatchObject({
      message: words.refusals.threadWentOn,
    });
  });

  test("is taken back by reopening, and is in the history without a word of the thread", async () => {
    const { threadId, revision } = await begin("Quibblethorn, @Cleo Ray");
    const resolved = await resolveThread(cleo, { threadId, revision }, next());
    await expect(reopenThread(mara, { threadId, revision }, next())).rejects.toMatchObject({
      code: "conflict",
    });
    await reopenThread(mara, { threadId, revision: resolved.revision }, next());
    expect((await onPage())?.[0]?.resolved).toBeNull();
    const events = await database().auditEvent.findMany({
      where: { subjectId: `version:${versionId}`, action: { startsWith: "thread." } },
      orderBy: { sequence: "asc" },
      include: { payload: true },
    });
    expect(events.map(({ action }) => action)).toEqual(["thread.open", "thread.resolve", "thread.reopen"]);
    expect(JSON.stringify(events.map(({ payload }) => payload?.payload))).not.toMatch(/Quibble|Cleo/);
  });
});

describe("a comment is taken back", () => {
  test("by its author, while it is the last one: the words go from everywhere, and that there was one stays", async () => {
    const { threadId } = await begin("Hastily: @Cleo Ray is Quibblethorn");
    const { id: commentId } = await database().deskComment.findFirstOrThrow({ where: { threadId } });
    await expect(takeBackComment(cleo, { commentId }, next())).rejects.toMatchObject({ code: "not_allowed" });
    await takeBackComment(mara, { commentId }, next());
    await expect(takeBackComment(mara, { commentId }, next())).rejects.toMatchObject({
      message: words.refusals.commentTakenBack,
    });
    expect((await onPage())?.[0]?.comments).toMatchObject([
      { parts: [], isTakenBack: true, mayTakeBack: false },
    ]);
    expect((await inboxOf(cleo, null)).notices[0]).toMatchObject({ words: null, isTakenBack: true });
    const kept = await database().deskComment.findUniqueOrThrow({ where: { id: commentId } });
    expect(kept).toMatchObject({ body: "", mentions: [] });
  });

  test("not once somebody answered", async () => {
    const { threadId } = await begin("Said.");
    const { id: commentId } = await database().deskComment.findFirstOrThrow({ where: { threadId } });
    await say(threadId, "Heard.");
    await expect(takeBackComment(mara, { commentId }, next())).rejects.toMatchObject({
      message: words.refusals.commentAnswered,
    });
  });

  test("or an answer comes in the same moment: one of the two wins, and no answered words are gone", async () => {
    const { threadId } = await begin("Said.");
    const { id: commentId } = await database().deskComment.findFirstOrThrow({ where: { threadId } });
    await Promise.allSettled([takeBackComment(mara, { commentId }, next()), say(threadId, "Heard.")]);
    const [first, second] = await database().deskComment.findMany({
      where: { threadId },
      orderBy: { number: "asc" },
    });
    expect(second?.body).toBe("Heard.");
    const events = await database().auditEvent.findMany({
      where: { subjectId: `version:${versionId}` },
      orderBy: { sequence: "asc" },
      select: { action: true },
    });
    const order = events.map(({ action }) => action).filter((action) => action !== "version.store");
    // Whichever came first: an answer that stands before it keeps the words.
    if (first?.takenBackAt) expect(order).toEqual(["thread.open", "comment.takeBack", "thread.reply"]);
    else expect(order).toEqual(["thread.open", "thread.reply"]);
  });
});

describe("a thread on a claim", () => {
  const claimOf = async (wording: string) => {
    const { claimId } = await createClaim(mara, { wording }, next());
    return database().claim.findUniqueOrThrow({ where: { id: claimId } });
  };

  test("goes where the claim goes: merged away under an open thread, answered there, and parted again", async () => {
    const [from, into] = [await claimOf("The quay is old."), await claimOf("The quay is from 1931.")];
    const { threadId } = await openThread(mara, { claimId: from.id, body: "Which year?" }, next());
    const pair = { claimId: from.id, revision: from.revision, intoId: into.id, intoRevision: into.revision };
    const merged = await mergeClaim(mara, { ...pair, reason: "They say the same." }, next());
    // Whoever still has the old screen open answers there.
    await say(threadId, "1931, @Mara Quist.");
    const ids = async (claimId: string) => (await threadsOnClaim(cleo, claimId))?.map(({ id }) => id);
    expect(await ids(into.id)).toEqual([threadId]);
    expect(await ids(from.id)).toEqual([threadId]);
    const page = await threadPage(mara, threadId, null);
    expect(page).toMatchObject({ title: into.wording, href: `/desk/claims/${into.id}?thread=${threadId}` });
    expect((await inboxOf(mara, null)).notices[0]?.href).toBe(page?.href);
    await partClaim(mara, { claimId: from.id, revision: merged.revision, reason: "Not the same." }, next());
    expect(await ids(into.id)).toEqual([]);
    expect(await ids(from.id)).toEqual([threadId]);
    expect((await claimDesk(mara, from.id))?.history.map(({ words: said }) => said)).toContain(
      "answered in a thread",
    );
  });
});

describe("while the page is read blind", () => {
  test("nobody says anything of it, and nobody is shown what was said before", async () => {
    const { threadId, revision } = await begin("Before it: Quibblethorn, @Cleo Ray");
    const { id: commentId } = await database().deskComment.findFirstOrThrow({ where: { threadId } });
    await askReading(mara, { versionId, start: "SUGGESTIONS" }, next());
    expect(await onPage()).toBeNull();
    expect(await threadPage(cleo, threadId, null)).toBeNull();
    expect((await inboxOf(cleo, null)).notices[0]).toMatchObject({ kind: "MENTION", words: null });
    const acts = [
      () => begin("x"),
      () => say(threadId, "x"),
      () => resolveThread(mara, { threadId, revision }, next()),
      () => takeBackComment(mara, { commentId }, next()),
    ];
    for (const act of acts)
      await expect(act()).rejects.toMatchObject({
        message: words.refusals.threadsHeldBack,
      });
    expect(await database().deskComment.count({ where: { threadId } })).toBe(1);
  });

  test("whoever reads it is told nothing of the claims that stand there, and says nothing of them, until they hand in", async () => {
    const { versionId: reviewed, reviewId } = await draftReview(cleo);
    await acceptAll(cleo, reviewed, reviewId);
    const { claimId } = await createClaim(cleo, { wording: `The quay is old, says ${reviewed}.` }, next());
    const statement = await database().statement.findFirstOrThrow({ where: { reviewId } });
    const link = { statementId: statement.id, revision: statement.revision, claimId };
    await linkStatement(cleo, link, next());
    const { threadId } = await openThread(cleo, { claimId, body: "Quibblethorn, @Mara Quist" }, next());
    const later = await laterVersion(reviewed);
    const { readingId } = await askReading(
      await person("Asker"),
      { versionId: later, start: "BARE" },
      next(),
    );
    const read = async () => (await threadsOnClaim(mara, claimId))?.map(({ id }) => id) ?? null;
    expect(await read()).toEqual([threadId]);
    const { passId, revision } = await takePass(mara, { readingId }, next());
    expect([await read(), await threadPage(mara, threadId, null)]).toEqual([null, null]);
    expect((await linesOf(mara))[0]).toEqual(["MENTION", "Cleo Ray", null]);
    const refused = { message: words.refusals.claimReadBlind };
    await expect(openThread(mara, { claimId, body: "x" }, next())).rejects.toMatchObject(refused);
    await expect(say(threadId, "x", mara)).rejects.toMatchObject(refused);
    // Whoever doesn't read it goes on.
    await say(threadId, "Balderdash", cleo);
    expect((await threadsOnClaim(cleo, claimId))?.[0]?.count).toBe(2);
    await handInPass(mara, { passId, revision }, next());
    expect(await read()).toEqual([threadId]);
    expect((await linesOf(mara))[0]).toEqual(["MENTION", "Cleo Ray", "Quibblethorn, @Mara Quist"]);
    await say(threadId, "So it is.", mara);
  });
});

test("so many comments somebody writes within an hour, answers and threads together; others and the next hour have their own", async () => {
  vi.stubEnv("ONRECORD_QUOTAS", "comments=3");
  const writer = await person("Writer of much");
  const { threadId } = await begin("1", writer);
  await say(threadId, "2", writer);
  const last = await replyInThread(writer, { threadId, body: "3" }, next());
  const refused = { code: "rate_limited", message: words.quotas.comments(3) };
  await expect(say(threadId, "4", writer)).rejects.toMatchObject(refused);
  await expect(begin("4", writer)).rejects.toMatchObject(refused);
  expect(await textsIn(threadId)).toEqual(["1", "2", "3"]);
  await say(threadId, "4", await person("Writer of little"));
  minute += 61;
  expect((await say(threadId, "5", writer)).revision).toBe(last.revision + 2);
});
