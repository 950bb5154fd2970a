import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { modelLedger } from "#lib/db/proposals/ledger";
import { reserve } from "#lib/db/proposals/requests";
import { suggestionViews } from "#lib/db/statements/views";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { languageModel } from "#lib/domain/language-model";
import { AppError } from "#lib/errors";
import { type ModelServer, refuses, says, startModelServer } from "#lib/llm/testing/model-server";
import * as words from "#lib/words";
import { reasonWords } from "#lib/words/reason-words";
import { addSearch, createClaim, editClaim } from "./claims";
import { importMarks, markPreview } from "./marks";
import { decideProposal, propose, proposeStatements } from "./proposals";
import { askReading } from "./readings";
import { openReview } from "./reviews";
import { acceptSuggestion } from "./statements";
import { at, NOW, person, storedPage, submittedReview, suggestionsOf } from "./testing/newsroom";

const say = words.proposals;
const KEY = "sk-of-nobody";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let server: ModelServer;
let mara: Actor;
let avan: Actor;
let cleo: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  server = await startModelServer();
  mara = await person("Mara");
  avan = await person("Avan");
  cleo = await person("Cleo", "CONTRIBUTOR");
});
afterAll(async () => {
  await disconnect();
  await db.close();
  await server.stop();
});

const SETTINGS = {
  ONRECORD_LLM_KEY: KEY,
  ONRECORD_LLM_MODEL: "small-1",
  ONRECORD_LLM_PRICE_IN: "1",
  ONRECORD_LLM_PRICE_OUT: "2",
  ONRECORD_LLM_CURRENCY: "EUR",
  ONRECORD_LLM_BUDGET: "10",
};
beforeEach(() => {
  Object.assign(process.env, SETTINGS, { ONRECORD_LLM_URL: server.url });
});
afterEach(() => {
  for (const name of Object.keys(process.env).filter((one) => one.startsWith("ONRECORD_LLM"))) {
    delete process.env[name];
  }
});

let number = 0;
async function newClaim() {
  number += 1;
  const { claimId } = await createClaim(mara, { wording: `The quay number ${number} is wide.` }, at);
  return claimId;
}
const context = () => ({ now: NOW, signal: new AbortController().signal });
const rowsOf = (claimId: string) =>
  database().modelRequest.findMany({
    where: { claimId },
    include: { proposals: { orderBy: { position: "asc" } } },
  });
const wordings = (...all: string[]) => says({ proposals: all.map((wording) => ({ wording })) });

test("where no model is set there is nothing, and nobody is asked", async () => {
  const claimId = await newClaim();
  const before = server.asked.length;
  for (const name of ["ONRECORD_LLM_URL", "ONRECORD_LLM_BUDGET"]) {
    const kept = process.env[name];
    delete process.env[name];
    await expect(propose(mara, { claimId, use: "WORDINGS" }, context())).rejects.toThrow(
      words.errors.notFound,
    );
    process.env[name] = kept;
  }
  expect(server.asked).toHaveLength(before);
  expect(await rowsOf(claimId)).toEqual([]);
});

test("what is proposed is told with its model, prompt, tokens and cost, and written down", async () => {
  const claimId = await newClaim();
  const own = `The quay number ${number} is wide.`;
  server.answer(wordings("A quay.", own.toUpperCase(), " A quay. ", "x".repeat(501), "", "B.", "C.", "D."));
  const view = await propose(mara, { claimId, use: "WORDINGS" }, context());
  expect(view).toMatchObject({
    model: "small-1",
    prompt: "wordings-1",
    tokens: { in: 700, out: 90 },
    cost: 880,
    currency: "EUR",
    refused: 5,
  });
  expect(view.proposals.map(({ text }) => text.wording)).toEqual(["A quay.", "B.", "C."]);
  expect(await rowsOf(claimId)).toMatchObject([
    {
      askedById: mara.id,
      use: "WORDINGS",
      outcome: "ANSWERED",
      fault: null,
      tokensIn: 700,
      tokensOut: 90,
      tokens: 790,
      cost: 880n,
      refused: 5,
      proposals: [{ fate: null }, { fate: null }, { fate: null }],
    },
  ]);
  expect(await database().claim.findUnique({ where: { id: claimId } })).toMatchObject({
    wording: own,
    revision: 1,
  });
});

test("a contributor may not ask, and nobody is asked for them", async () => {
  const claimId = await newClaim();
  const before = server.asked.length;
  await expect(propose(cleo, { claimId, use: "WORDINGS" }, context())).rejects.toThrow(
    words.deskErrors.notAllowed,
  );
  expect(server.asked).toHaveLength(before);
  expect(await rowsOf(claimId)).toEqual([]);
});

describe("what becomes of proposals is what was saved", () => {
  const fates = async (claimId: string) =>
    (await rowsOf(claimId)).flatMap(({ proposals }) => proposals.map(({ fate }) => fate));
  const save = (claimId: string, wording: string, revision = 1) =>
    editClaim(mara, { claimId, revision, wording, unknowns: [] }, at);

  test("a wording that is saved as it was, after another was chosen first; one that is rejected", async () => {
    const claimId = await newClaim();
    server.answer(wordings("A quay.", "B.", "C."));
    const { proposals } = await propose(mara, { claimId, use: "WORDINGS" }, context());
    const [a, b, c] = proposals.map(({ id }) => id);
    await decideProposal(mara, { proposalId: b, fate: "CHOSEN" }, at);
    await decideProposal(mara, { proposalId: a, fate: "CHOSEN" }, at);
    await decideProposal(mara, { proposalId: c, fate: "REJECTED" }, at);
    expect(await fates(claimId)).toEqual(["CHOSEN", null, "REJECTED"]);
    await save(claimId, "A quay.");
    expect(await fates(claimId)).toEqual(["TAKEN", null, "REJECTED"]);
    await expect(decideProposal(mara, { proposalId: a, fate: "REJECTED" }, at)).rejects.toThrow(
      words.errors.notFound,
    );
  });

  test("a wording that is saved in other words; somebody else's save says nothing of it", async () => {
    const claimId = await newClaim();
    server.answer(wordings("A quay."));
    const { proposals } = await propose(mara, { claimId, use: "WORDINGS" }, context());
    await decideProposal(mara, { proposalId: proposals[0]?.id, fate: "CHOSEN" }, at);
    await editClaim(avan, { claimId, revision: 1, wording: "A quay.", unknowns: [] }, at);
    expect(await fates(claimId)).toEqual(["CHOSEN"]);
    await save(claimId, "A quay, and another.", 2);
    expect(await fates(claimId)).toEqual(["CHANGED"]);
  });

  test("a search that is recorded", async () => {
    const claimId = await newClaim();
    const search = { lookedFor: "quay 1931", place: "City archive" };
    server.answer(says({ proposals: [search, { ...search, place: "x".repeat(301) }] }));
    const view = await propose(mara, { claimId, use: "SEARCHES" }, context());
    expect(view).toMatchObject({ prompt: "searches-1", refused: 1, proposals: [{ text: search }] });
    await decideProposal(mara, { proposalId: view.proposals[0]?.id, fate: "CHOSEN" }, at);
    await addSearch(mara, { claimId, ...search, searchedAt: "2024-09-20" }, at);
    expect(await fates(claimId)).toEqual(["TAKEN"]);
  });

  test("and nobody decides on what another asked for", async () => {
    const claimId = await newClaim();
    server.answer(wordings("A quay."));
    const { proposals } = await propose(mara, { claimId, use: "WORDINGS" }, context());
    const ask = { proposalId: proposals[0]?.id, fate: "CHOSEN" };
    await expect(decideProposal(avan, ask, at)).rejects.toThrow(words.errors.notFound);
    expect(await fates(claimId)).toEqual([null]);
  });
});

describe("statements that were missed", () => {
  const found = (...all: readonly (readonly [string, string])[]) =>
    says({ proposals: all.map(([exact, kind]) => ({ exact, kind, why: "As the page says." })) });
  const fates = async () =>
    (await modelLedger(NOW, null)).byUse.find(({ use }) => use === "STATEMENTS")?.fates;

  test("are marks of the page, which an editor looks at, imports and decides on", async () => {
    const versionId = await storedPage();
    server.answer(found(["The quay was built", "NAMED_PERSON"], ["Words of no page", "NONE"]));
    const view = await proposeStatements(mara, { versionId }, context());
    expect(view).toMatchObject({ model: "small-1", prompt: "statements-1", cost: 880, refused: 1 });
    const [row] = await database().modelRequest.findMany({ where: { versionId }, include: { marks: true } });
    expect(row).toMatchObject({ use: "STATEMENTS", claimId: null, outcome: "ANSWERED", refused: 1 });
    expect(row?.marks).toMatchObject({ id: view.fileId, tool: "LANGUAGE_MODEL", importedAt: null });
    const {
      id: _,
      marks: __,
      choices: ___,
      ...file
    } = await database().markFile.findUniqueOrThrow({
      where: { versionId, id: view.fileId ?? "" },
    });
    const unasked = { ...file, sha256: "0".repeat(64), marks: [], requestId: null };
    await expect(database().markFile.create({ data: unasked })).rejects.toThrow("proposed_by_a_model");
    // Nothing is suggested before.
    const before = await suggestionsOf(versionId);
    const preview = await markPreview(versionId, view.fileId ?? "", null);
    expect(preview).toMatchObject({
      tags: ["NAMED_PERSON"],
      choices: { kinds: ["NAMED_PERSON"] },
      suggestions: 1,
    });
    await importMarks(mara, { fileId: view.fileId, kinds: ["NAMED_PERSON"], otherwise: "LEAVE_OUT" }, at);
    const made = (await suggestionsOf(versionId)).filter(({ id }) => !before.some((one) => one.id === id));
    expect(made).toMatchObject([
      { exact: "The quay was built", sourcing: "NAMED_PERSON", engineName: "language-model", confidence: 0 },
    ]);
    const [reason] =
      (await suggestionViews(versionId, null)).find(({ id }) => id === made[0]?.id)?.reasons ?? [];
    expect(reason && reasonWords(reason)).toBe(
      "Proposed by a language model (small-1, prompt statements-1): Named person. Nobody checked it. It said why: “As the page says.”",
    );
    expect(await fates()).toMatchObject({ OPEN: 1, TAKEN: 0 });
    const { reviewId } = await openReview(mara, { versionId }, at);
    await acceptSuggestion(mara, { reviewId, suggestionId: made[0]?.id }, at);
    expect(await fates()).toMatchObject({ OPEN: 0, TAKEN: 1 });
  });

  test("the question holds the page’s words and what is suggested there, and no label of ours", async () => {
    const versionId = await storedPage();
    server.answer(found());
    const view = await proposeStatements(mara, { versionId }, context());
    expect(view.fileId).toBeNull();
    const Body = z.object({ messages: z.tuple([z.unknown(), z.object({ content: z.string() })]) });
    const [, { content }] = Body.parse(server.asked.at(-1)?.body).messages;
    const { parts, marked } = JSON.parse(content);
    expect(parts.join("\n")).toContain("The quay was built");
    expect(marked).toEqual([...new Set((await suggestionsOf(versionId)).map(({ exact }) => exact))]);
  });

  test("nobody is asked where nothing may be suggested: no page, a blind reading, a review that was handed in", async () => {
    const blind = await storedPage();
    await askReading(mara, { versionId: blind, start: "BARE" }, at);
    const { versionId: submitted } = await submittedReview(mara);
    const before = server.asked.length;
    for (const versionId of [blind, submitted, "00000000-0000-7000-8000-000000000000"])
      await expect(proposeStatements(mara, { versionId }, context())).rejects.toBeInstanceOf(AppError);
    await expect(proposeStatements(cleo, { versionId: await storedPage() }, context())).rejects.toThrow(
      words.deskErrors.notAllowed,
    );
    expect(server.asked).toHaveLength(before);
  });

  test("a page that is read blind meanwhile keeps nothing of the answer, and what it cost is counted", async () => {
    const versionId = await storedPage();
    server.answer(async (asked, response) => {
      await askReading(mara, { versionId, start: "BARE" }, at);
      found(["The quay was built", "NONE"])(asked, response);
    });
    await expect(proposeStatements(mara, { versionId }, context())).rejects.toBeInstanceOf(AppError);
    expect(await database().markFile.count({ where: { versionId } })).toBe(0);
    expect(await database().modelRequest.findMany({ where: { versionId } })).toMatchObject([
      { outcome: "ANSWERED", cost: 880n },
    ]);
  });
});

describe("what goes wrong is written down too", () => {
  test.each([
    ["KEY_REFUSED", refuses(401, `{"error":{"message":"Incorrect key ${KEY}"}}`), { tokens: 0, cost: 0n }],
    ["TOO_MANY", refuses(429), { tokens: 0, cost: 0n }],
    ["NONSENSE", says("I can’t help with that."), { tokens: 790, cost: 880n }],
  ] as const)("%s, in words, and without the key", async (fault, how, counted) => {
    const claimId = await newClaim();
    server.answer(how);
    const error = await propose(mara, { claimId, use: "WORDINGS" }, context()).catch(
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof AppError)) throw error;
    expect([error.message, error.cause]).toEqual([say.faults[fault], undefined]);
    expect(await rowsOf(claimId)).toMatchObject([{ outcome: "FAILED", fault, ...counted, proposals: [] }]);
    expect(JSON.stringify(await modelLedger(NOW, null))).not.toContain(KEY);
  });

  test("a request that is called off counts what it may have cost", async () => {
    const claimId = await newClaim();
    const stop = new AbortController();
    server.answer(() => stop.abort());
    const asking = propose(mara, { claimId, use: "WORDINGS" }, { now: NOW, signal: stop.signal });
    await expect(asking).rejects.toThrow(say.cancelled);
    const [row] = await rowsOf(claimId);
    expect(row).toMatchObject({ outcome: "CANCELLED", tokensIn: null });
    expect(row?.tokens).toBeGreaterThan(1500);
  });
});

describe("the budget", () => {
  // A month of its own for each, in which nothing was spent.
  const month = (n: number) => ({
    now: new Date(Date.UTC(2030, n, 15)),
    signal: new AbortController().signal,
  });

  test("one that is spent sends nothing, and is spent no more in the next month", async () => {
    const claimId = await newClaim();
    server.answer(wordings("A quay."));
    process.env.ONRECORD_LLM_BUDGET = "0.009";
    const view = await propose(mara, { claimId, use: "WORDINGS" }, month(0));
    expect(view.left).toEqual({ unit: "MONEY", amount: 8120 });
    process.env.ONRECORD_LLM_BUDGET = "0.001";
    const before = server.asked.length;
    await expect(propose(mara, { claimId, use: "WORDINGS" }, month(0))).rejects.toThrow(say.faults.budget);
    expect(server.asked).toHaveLength(before);
    const refused = { outcome: "REFUSED", tokens: 0, cost: 0n, ms: null };
    expect((await rowsOf(claimId)).at(-1)).toMatchObject(refused);
    process.env.ONRECORD_LLM_BUDGET = "0.009";
    expect((await propose(mara, { claimId, use: "WORDINGS" }, month(1))).left.amount).toBe(8120);
  });

  test("whoever sets aside while another does waits, and sees what is left then", async () => {
    const model = languageModel({ ...process.env, ONRECORD_LLM_BUDGET: "7000 tokens" });
    if (model === null) throw new Error("it is set");
    const common = { model, prompt: "wordings-1", bytes: 3000, askedById: mara.id } as const;
    const claims = [await newClaim(), await newClaim()] as const;
    const about = (claimId: string) => ({ use: "WORDINGS", claimId }) as const;
    const { now } = month(2);
    let isReserved = false;
    let release = () => {};
    const isHeld = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = transaction(async (tx) => {
      const reserved = await reserve(tx, { ...common, subject: about(claims[0]) }, now);
      isReserved = true;
      await isHeld;
      return reserved;
    });
    const waiting = () => database().$queryRaw<unknown[]>`
      SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    let isSecondDone = false;
    await vi.waitFor(async () => expect(isReserved).toBe(true));
    const second = transaction((tx) => reserve(tx, { ...common, subject: about(claims[1]) }, now)).finally(
      () => {
        isSecondDone = true;
      },
    );
    await vi.waitFor(async () => expect(isSecondDone || (await waiting()).length > 0).toBe(true));
    release();
    expect([(await first).isRefused, (await second).isRefused]).toEqual([false, true]);
  });

  test("of four that want what is left for one, at one moment, one is sent", async () => {
    // Other claims and other people, who wait for each other nowhere else.
    const claims = [await newClaim(), await newClaim(), await newClaim(), await newClaim()];
    // Each may come to 5,000 tokens or so. Nobody is answered before all four are sent or refused.
    process.env.ONRECORD_LLM_BUDGET = "7000 tokens";
    const held: (() => void)[] = [];
    let refused = 0;
    server.answer((asked, response) => held.push(() => wordings("A quay.")(asked, response)));
    const people = [mara, avan, await person("Mo"), await person("Ada")];
    const all = people.map((who, n) =>
      propose(who, { claimId: claims[n], use: "WORDINGS" }, month(3)).catch((error: unknown) => {
        refused += 1;
        return error;
      }),
    );
    await vi.waitFor(() => expect(held.length + refused).toBe(4), { timeout: 10_000 });
    for (const answer of held) answer();
    await Promise.all(all);
    expect([held.length, refused]).toEqual([1, 3]);
    const rows = (await Promise.all(claims.map(rowsOf))).flat();
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual(["ANSWERED", "REFUSED", "REFUSED", "REFUSED"]);
  });
});

test("the ledger has the month by use and by person, and each request", async () => {
  const ledger = await modelLedger(new Date(Date.UTC(2030, 3, 20)), null);
  const uses = ledger.byUse.map(({ use, asked, refused }) => [use, asked, refused]);
  // The month in which four asked.
  expect(uses).toEqual([["WORDINGS", 4, 3]]);
  expect(ledger.byPerson.map(({ name, asked }) => [name, asked])).toEqual([
    ["Ada", 1],
    ["Avan", 1],
    ["Mara", 1],
    ["Mo", 1],
  ]);
  const whole = await modelLedger(NOW, null);
  expect(whole.byUse.find(({ use }) => use === "SEARCHES")?.fates).toMatchObject({ TAKEN: 1 });
  const [first] = whole.requests;
  expect((await modelLedger(NOW, first?.id ?? null)).requests[0]?.id).toBe(whole.requests[1]?.id);
});
