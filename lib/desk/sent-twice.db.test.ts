import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { forgetSendings } from "#lib/db/core/sendings";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { newSendKey, SEND_KEY } from "#lib/domain/send-key";
import * as words from "#lib/words";
import { writeAnnotation } from "./annotations";
import { addEvidence, addSearch, createClaim, writeVerdict } from "./claims";
import { followFeed, followFeeds } from "./feeds";
import { requestAddress, requestImport } from "./imports";
import { invitePerson } from "./people/invitations";
import { acceptInvitation } from "./people/joining";
import { openReview, submitReview } from "./reviews";
import { addStatement } from "./statements";
import { at, draftReview, NOW, pageBytes, person, storedPage } from "./testing/newsroom";
import { createToken } from "./tokens";
import type { Verb } from "./verb";

/** Double clicks and repeated sends do one thing. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let mara: Actor;
let ida: Actor;
let claimId: string;
let draft: Awaited<ReturnType<typeof draftReview>>;
beforeAll(async () => {
  db = await freshDatabase();
  mara = await person("Mara");
  ida = await person("Ida", "ADMIN");
  ({ claimId } = await createClaim(mara, { wording: "The quay was built in 1931." }, at));
  draft = await draftReview(mara);
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

const events = () => database().auditEvent.count();
const evidence = (title: string) => ({ claimId, stance: "SUPPORTS", title });

/** A new statement where the suggestion was rejected. */
async function fieldsOfRejected() {
  const { start, end } = await database().suggestion.findFirstOrThrow({
    where: { versionId: draft.versionId, decisions: { some: { kind: "REJECTED" } } },
  });
  return {
    start,
    end,
    sourcing: "NONE",
    factualityWriter: "CT+",
    factualitySource: null,
    time: "PAST",
    flags: {},
    quoteMode: null,
    attributionScope: "SENTENCE",
    relayDepth: null,
    speaker: null,
    source: [],
    cue: [],
    labelOverride: null,
    labelReason: null,
    prediction: null,
  };
}

type Case = readonly [string, Verb<unknown>, () => Actor, () => Promise<object> | object];

test("an act is named to whoever did it, once, and not to who sent it again or changed nothing", async () => {
  const named: number[] = [];
  const context = { ...at, onKept: (act: number) => named.push(act) };
  const given = { wording: "The quay is named once.", [SEND_KEY]: newSendKey() };
  await createClaim(mara, given, context);
  const { sequence } = await database().auditEvent.findFirstOrThrow({ orderBy: { sequence: "desc" } });
  await createClaim(mara, given, context);
  await openReview(mara, { versionId: draft.versionId }, context);
  await expect(createClaim(mara, { wording: "" }, context)).rejects.toMatchObject({ code: "invalid_input" });
  expect(named).toEqual([Number(sequence)]);
});

describe("sent twice and sent at once, it is done once, and answered the same", () => {
  const cases: readonly Case[] = [
    ["a claim", createClaim, () => mara, () => ({ wording: "The quay is wide." })],
    ["evidence", addEvidence, () => mara, () => evidence("Minutes of the council")],
    [
      "a search",
      addSearch,
      () => mara,
      () => ({ claimId, lookedFor: "A permit", place: "The archive", searchedAt: "2024-09-19" }),
    ],
    [
      "a verdict",
      writeVerdict,
      () => mara,
      () => ({ claimId, code: "UNRESOLVED", explanation: "Nobody measured it.", revision: null }),
    ],
    [
      "a statement",
      addStatement,
      () => mara,
      async () => ({ reviewId: draft.reviewId, fields: await fieldsOfRejected() }),
    ],
    [
      "a note",
      writeAnnotation,
      () => mara,
      () => ({
        reviewId: draft.reviewId,
        span: { start: 0, end: 6 },
        body: "Ask the mayor.",
        isPublic: false,
      }),
    ],
    [
      "a page",
      requestImport,
      () => mara,
      () => ({ bytes: pageBytes("twice"), format: "text", fileName: null, mediaType: null }),
    ],
    ["an address", requestAddress, () => mara, () => ({ address: "https://harbour.example/quay" })],
    ["a feed", followFeed, () => mara, () => ({ address: "https://harbour.example/feed" })],
    [
      "a list of feeds",
      followFeeds,
      () => mara,
      () => ({ feeds: [{ address: "https://port.example/feed" }] }),
    ],
    ["a review", openReview, () => mara, async () => ({ versionId: await storedPage() })],
    ["a token", createToken, () => ida, () => ({ name: "Night run", ends: "30" })],
    ["an invitation", invitePerson, () => ida, () => ({ email: "new@gazette.example", role: "EDITOR" })],
    [
      "what is handed in",
      submitReview,
      () => mara,
      async () => ({ reviewId: draft.reviewId, ...(await revisionOf()) }),
    ],
  ];
  const revisionOf = async () => {
    const { revision } = await database().review.findUniqueOrThrow({ where: { id: draft.reviewId } });
    return { revision };
  };

  test.each(cases)("%s", async (_, verb, who, inputOf) => {
    const input = { ...(await inputOf()), [SEND_KEY]: newSendKey() };
    const before = await events();
    const [first, ...others] = await Promise.all([verb(who(), input, at), verb(who(), input, at)]);
    others.push(await verb(who(), input, at));
    expect(others).toEqual([first, first]);
    expect(await events()).toBe(before + 1);
  });
});

test("other words under one key, another key and another person are other acts", async () => {
  const key = { [SEND_KEY]: newSendKey() };
  const there = () => database().evidence.count({ where: { title: { startsWith: "Letter" } } });
  await addEvidence(mara, { ...evidence("Letter"), ...key }, at);
  await addEvidence(mara, { ...evidence("Letter, page 2"), ...key }, at);
  await addEvidence(mara, { ...evidence("Letter"), [SEND_KEY]: newSendKey() }, at);
  expect(await there()).toBe(3);
  await addEvidence(ida, { ...evidence("Letter"), ...key }, at);
  await addEvidence(mara, evidence("Letter"), at);
  await addEvidence(mara, evidence("Letter"), at);
  expect(await there()).toBe(6);
});

test("what was refused is asked anew, and a key that is none of ours is none", async () => {
  const key = { [SEND_KEY]: newSendKey() };
  const input = { reviewId: draft.reviewId, revision: 999, ...key };
  const before = await database().sending.count();
  for (let i = 0; i < 2; i += 1)
    await expect(submitReview(mara, input, at)).rejects.toMatchObject({
      code: "conflict",
    });
  for (const odd of ["", "1", 7, null, {}, "x".repeat(32)])
    await addEvidence(mara, { ...evidence("Odd"), [SEND_KEY]: odd }, at);
  expect(await database().evidence.count({ where: { title: "Odd" } })).toBe(6);
  expect(await database().sending.count()).toBe(before);
});

test("a link that lets somebody in answers its second sending, and nobody else's", async () => {
  const { token } = await invitePerson(ida, { email: "twice@gazette.example", role: "EDITOR" }, at);
  const form = {
    token,
    name: "Tara Twice",
    email: "twice@gazette.example",
    password: "a harbour full of herons",
  };
  const key = { [SEND_KEY]: newSendKey() };
  const joined = await acceptInvitation({ ...form, ...key }, at);
  expect(await acceptInvitation({ ...form, ...key }, at)).toEqual(joined);
  const { linkGone } = words.people.errors;
  await expect(acceptInvitation({ ...form, [SEND_KEY]: newSendKey() }, at)).rejects.toThrow(linkGone);
  await expect(acceptInvitation({ ...form, ...key, password: "another one of herons" }, at)).rejects.toThrow(
    linkGone,
  );
});

test("the database holds no secret that was answered, and forgets what was sent after a day", async () => {
  const key = newSendKey();
  const { token } = await createToken(ida, { name: "Day run", ends: "30", [SEND_KEY]: key }, at);
  const kept = JSON.stringify(await database().sending.findMany());
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(key);
  expect(await forgetSendings(new Date(NOW.getTime() + 23 * 3_600_000))).toBe(0);
  const all = await database().sending.count();
  expect(await forgetSendings(new Date(NOW.getTime() + 25 * 3_600_000))).toBe(all);
});
