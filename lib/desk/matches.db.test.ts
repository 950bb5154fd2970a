import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SYSTEM } from "#lib/db/audit/audit";
import { claimDesk } from "#lib/db/claims/desk";
import { MOST_NAMED } from "#lib/db/claims/relations";
import { database, disconnect } from "#lib/db/core/client";
import { promiseDesk, proposalsFor } from "#lib/db/outcomes/desk";
import { suggestionViews } from "#lib/db/statements/views";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { claimWordings } from "#lib/db/wordings/claim-wordings";
import type { Actor } from "#lib/domain/actor";
import { ingest } from "#lib/ingest";
import { keyWordings } from "#lib/ingest/near-wordings";
import { createClaim, editClaim, writeVerdict } from "./claims";
import { openReview, publishReview, submitReview } from "./reviews";
import {
  acceptSuggestion,
  affirmMatch,
  linkStatement,
  refuseMatch,
  rejectSuggestion,
  removeStatement,
  undoDecision,
  undoMatch,
} from "./statements";
import { joinTemplate, leaveTemplate } from "./templates";
import { at, person } from "./testing/newsroom";

/** What the machine matches with known claims, what people make of it, and the index that it is found by. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let mara: Actor;
let avan: Actor;
let ida: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  owner = new Client({ connectionString: db.url });
  await owner.connect();
  mara = await person("Mara");
  avan = await person("Avan");
  ida = await person("Ida");
});
afterAll(async () => {
  await owner.end();
  await disconnect();
  await db.close();
});

let pages = 0;
/** A page of a few sentences; its suggestions in order. */
async function page(sentences: string, day = "July 25, 2024") {
  pages += 1;
  const { versionId } = await ingest(
    {
      bytes: new TextEncoder().encode(`${day}\n\nReport number ${pages} from the harbour\n\n${sentences}`),
      format: "text",
      mediaType: null,
      url: `https://harbour.example/${pages}`,
      publisher: "harbour.example",
      isSample: false,
      requestedBy: SYSTEM,
    },
    at,
  );
  return { versionId, suggestions: await suggestionViews(versionId, null) };
}

async function reviewed(writer: Actor, sentences: string, day?: string) {
  const { versionId, suggestions } = await page(sentences, day);
  const { reviewId } = await openReview(writer, { versionId }, at);
  const [first] = suggestions;
  if (first === undefined) throw new Error("the page has no suggestion");
  return { versionId, reviewId, suggestionId: first.id, match: first.matchedClaim };
}

const views = (versionId: string, reviewId: string) => suggestionViews(versionId, reviewId);
const matchIn = async (one: { versionId: string; reviewId: string }) =>
  (await views(one.versionId, one.reviewId))[0]?.matchedClaim ?? null;
const statementOf = (id: string) => database().statement.findUniqueOrThrow({ where: { id } });
const fates = async (suggestionId: string) =>
  (await database().matchDecision.findMany({ where: { suggestionId }, orderBy: { decidedAt: "asc" } })).map(
    ({ kind, isMachines, undoneAt }) =>
      `${kind}${isMachines ? " by the machine" : ""}${undoneAt ? ", undone" : ""}`,
  );
const wordingsOf = (claimId: string) =>
  database().claimWording.findMany({ where: { claimId }, orderBy: { id: "asc" } });

async function claim(wording: string) {
  return (await createClaim(mara, { wording, statementId: null, statementRevision: null }, at)).claimId;
}

/** A claim in the words of a page, made from what that page says. */
async function claimOf(sentence: string) {
  const one = await reviewed(ida, sentence);
  const { statementId } = await acceptSuggestion(ida, one, at);
  return (await createClaim(ida, { wording: sentence, statementId, statementRevision: 1 }, at)).claimId;
}

describe("a page that says what a claim says", () => {
  const SAID = "The Eldmouth council will close the northern bridge to lorries on 2 August 2024.";
  let claimId: string;
  beforeAll(async () => {
    claimId = await claimOf(SAID);
  });

  test("the same words are seen before, with reasons, and joined as the suggestion is accepted: marked, and undone in one act", async () => {
    const one = await reviewed(mara, SAID);
    expect(one.match).toMatchObject({
      id: claimId,
      relation: "SAME",
      isSure: true,
      decision: null,
      verdict: null,
    });
    expect(one.match?.why.length).toBeGreaterThan(0);
    const { statementId } = await acceptSuggestion(mara, one, at);
    expect((await statementOf(statementId)).claimId).toBe(claimId);
    expect(await matchIn(one)).toMatchObject({
      decision: { kind: "JOINED", isMachines: true, byName: "Mara" },
    });

    await undoDecision(mara, one, at);
    expect(await fates(one.suggestionId)).toEqual(["JOINED by the machine, undone"]);
    expect(await matchIn(one)).toMatchObject({ decision: null });
  });

  test("pages that come in together, as the claim is made, all find it", async () => {
    const sentence = "The Eldmouth harbour will sell its two oldest cranes on 9 October 2024.";
    const known = await claimOf(sentence);
    const together = await Promise.all(Array.from({ length: 12 }, () => page(sentence)));
    expect(together.map(({ suggestions }) => suggestions[0]?.matchedClaim?.id)).toEqual(
      Array.from({ length: 12 }, () => known),
    );
  });

  test("a link that is taken away says that they are not the same; joining again says that they are", async () => {
    const one = await reviewed(mara, SAID);
    const { statementId } = await acceptSuggestion(mara, one, at);
    await linkStatement(mara, { statementId, revision: 1, claimId: null }, at);
    expect(await matchIn(one)).toMatchObject({
      decision: { kind: "REFUSED", isMachines: false, byName: "Mara" },
    });
    await linkStatement(mara, { statementId, revision: 2, claimId }, at);
    expect(await fates(one.suggestionId)).toEqual([
      "JOINED by the machine, undone",
      "REFUSED, undone",
      "JOINED",
    ]);
  });

  test("a match that a person refused is not joined; the refusal can be taken back", async () => {
    const one = await reviewed(mara, SAID);
    await refuseMatch(mara, one, at);
    await expect(refuseMatch(mara, one, at)).rejects.toMatchObject({ code: "conflict" });
    const { statementId } = await acceptSuggestion(mara, one, at);
    expect((await statementOf(statementId)).claimId).toBeNull();
    await undoMatch(mara, one, at);
    await expect(undoMatch(mara, one, at)).rejects.toMatchObject({ code: "conflict" });
    expect(await fates(one.suggestionId)).toEqual(["REFUSED, undone"]);
  });

  test("what is not sure is proposed and joined by a person alone", async () => {
    const one = await reviewed(
      mara,
      "The northern bridge will be closed to lorries by the Eldmouth council on 9 September 2024.",
    );
    expect(one.match).toMatchObject({ id: claimId, relation: "TEMPLATE", isSure: false });
    const { statementId } = await acceptSuggestion(mara, one, at);
    expect((await statementOf(statementId)).claimId).toBeNull();
    expect(await fates(one.suggestionId)).toEqual([]);
    const other = await claim("Somebody else entirely opened a bakery in Karrada.");
    await linkStatement(mara, { statementId, revision: 1, claimId: other }, at);
    // It promises the same for another time as one claim, and is another: that refuses nothing.
    expect(await fates(one.suggestionId)).toEqual([]);
  });

  test("what is not sure is accepted and joined in one act, and undone in one", async () => {
    const one = await reviewed(
      mara,
      "The northern bridge will be closed to lorries by the Eldmouth council on 10 September 2024.",
    );
    expect(one.match).toMatchObject({ id: claimId, isSure: false });
    const events = () => database().auditEvent.count();
    const before = await events();
    const { statementId } = await acceptSuggestion(mara, { ...one, claimId }, at);
    expect((await statementOf(statementId)).claimId).toBe(claimId);
    expect(await matchIn(one)).toMatchObject({ decision: { kind: "JOINED", isMachines: false } });
    expect(await events()).toBe(before + 1);
    await undoDecision(mara, one, at);
    expect(await events()).toBe(before + 2);
    expect(await matchIn(one)).toMatchObject({ decision: null });
    expect((await statementOf(statementId)).removedAt).not.toBeNull();
  });

  test("accepted and joined with another claim it isn't the matched one, until that is undone", async () => {
    const one = await reviewed(mara, SAID);
    const other = await claim("Somebody else entirely opened a bakery in Eldmouth.");
    const { statementId } = await acceptSuggestion(mara, { ...one, claimId: other }, at);
    expect((await statementOf(statementId)).claimId).toBe(other);
    expect(await fates(one.suggestionId)).toEqual(["REFUSED"]);
    await undoDecision(mara, one, at);
    expect(await fates(one.suggestionId)).toEqual(["REFUSED, undone"]);
    const nobodys = { ...one, claimId: crypto.randomUUID() };
    await expect(acceptSuggestion(mara, nobodys, at)).rejects.toMatchObject({ code: "not_found" });
  });

  test("nothing that the machine joined is published by the one who accepted it", async () => {
    const one = await reviewed(mara, SAID);
    for (const { id } of await views(one.versionId, one.reviewId))
      await acceptSuggestion(mara, { reviewId: one.reviewId, suggestionId: id }, at);
    const { revision } = await submitReview(mara, { reviewId: one.reviewId, revision: 1 }, at);
    await expect(publishReview(mara, { reviewId: one.reviewId, revision }, at)).rejects.toMatchObject({
      code: "not_allowed",
    });
    await publishReview(avan, { reviewId: one.reviewId, revision }, at);
  });

  test("the verdict that was published stands beside the suggestion", async () => {
    const explanation = "The council’s minutes of 20 July say nothing of it.";
    await writeVerdict(mara, { claimId, revision: null, code: "UNRESOLVED", explanation }, at);
    expect((await reviewed(mara, SAID)).match?.verdict).toBeNull();
    const review = await database().review.findFirstOrThrow({ where: { claimId } });
    const { revision } = await submitReview(mara, { reviewId: review.id, revision: review.revision }, at);
    await publishReview(avan, { reviewId: review.id, revision }, at);
    expect((await reviewed(mara, SAID)).match?.verdict).toMatchObject({ name: "Unresolved", explanation });
  });

  test("a claim in other words is found by those", async () => {
    const { revision } = await database().claim.findUniqueOrThrow({ where: { id: claimId } });
    const wording = "Tomas Varga resigned as head of the Saltmarsh ferry union on 3 May 1968.";
    await editClaim(mara, { claimId, revision, wording, unknowns: [] }, at);
    expect((await page(wording, "May 4, 1968")).suggestions[0]?.matchedClaim?.id).toBe(claimId);
    expect((await wordingsOf(claimId)).filter(({ isOwn }) => isOwn)).toHaveLength(1);
  });
});

describe("what a statement is to a claim, where it isn’t the same", () => {
  const SAID = "The Marlow council will open the fish market on 2 August 2024.";
  const LATER = "The Marlow council will open the fish market on 9 September 2024.";
  const DENIED = "The Marlow council will not open the fish market on 2 August 2024.";
  let claimId: string;
  beforeAll(async () => {
    claimId = await claimOf(SAID);
  });
  const related = async () => (await claimDesk(mara, claimId))?.related.latest ?? [];

  test.each([
    ["TEMPLATE", LATER],
    ["CONTRADICTION", DENIED],
  ])("%s is affirmed by a person, stands on the claim, and is taken back", async (relation, words) => {
    const one = await reviewed(mara, words);
    expect(one.match).toMatchObject({ id: claimId, relation, decision: null });
    const open = (await claimDesk(mara, claimId))?.seen.count ?? 0;
    await affirmMatch(mara, one, at);
    expect(await fates(one.suggestionId)).toEqual(["AFFIRMED"]);
    expect(await matchIn(one)).toMatchObject({
      decision: { kind: "AFFIRMED", isMachines: false, byName: "Mara" },
    });
    expect(await related()).toEqual([
      expect.objectContaining({
        suggestionId: one.suggestionId,
        relation,
        exact: words,
        byName: "Mara",
        claim: null,
      }),
    ]);
    expect((await claimDesk(mara, claimId))?.seen.count).toBe(open - 1);
    await expect(affirmMatch(mara, one, at)).rejects.toMatchObject({ code: "conflict" });
    await expect(refuseMatch(mara, one, at)).rejects.toMatchObject({ code: "conflict" });

    // Accepted, and joined to a claim of its own, it goes on standing to this one as it did.
    const { statementId } = await acceptSuggestion(mara, one, at);
    const own = await claim(`A bakery in Karrada has ${relation.length} ovens.`);
    await linkStatement(mara, { statementId, revision: 1, claimId: own }, at);
    expect(await related()).toEqual([
      expect.objectContaining({ claim: expect.objectContaining({ id: own }) }),
    ]);

    await linkStatement(mara, { statementId, revision: 2, claimId: null }, at);
    expect(await fates(one.suggestionId)).toEqual(["AFFIRMED"]);

    await undoMatch(mara, one, at);
    expect(await fates(one.suggestionId)).toEqual(["AFFIRMED, undone"]);
    expect(await related()).toEqual([]);
    const acts = await database().auditEvent.findMany({
      where: { subjectId: `review:${one.reviewId}`, action: { startsWith: "match." } },
      orderBy: { sequence: "asc" },
    });
    expect(acts.map(({ action }) => action)).toEqual(["match.affirm", "match.undo"]);
  });

  test.each([LATER, DENIED])(
    "the machine was wrong, said of %j: it stands nowhere, and is taken back",
    async (words) => {
      const one = await reviewed(mara, words);
      await refuseMatch(mara, one, at);
      expect(await related()).toEqual([]);
      await undoMatch(mara, one, at);
      await affirmMatch(mara, one, at);
      expect(await fates(one.suggestionId)).toEqual(["REFUSED, undone", "AFFIRMED"]);
      await undoMatch(mara, one, at);
    },
  );

  test("what says the same is joined, not affirmed", async () => {
    const one = await reviewed(mara, SAID);
    expect(one.match?.relation).toBe("SAME");
    await expect(affirmMatch(mara, one, at)).rejects.toMatchObject({ code: "conflict" });
    expect(await fates(one.suggestionId)).toEqual([]);
  });

  test("who joins after all what was affirmed says that it is the same; a link that goes leaves nothing decided", async () => {
    const one = await reviewed(mara, LATER);
    await affirmMatch(mara, one, at);
    const { statementId } = await acceptSuggestion(mara, one, at);
    await linkStatement(mara, { statementId, revision: 1, claimId }, at);
    expect(await fates(one.suggestionId)).toEqual(["AFFIRMED, undone", "JOINED"]);
    await linkStatement(mara, { statementId, revision: 2, claimId: null }, at);
    expect(await fates(one.suggestionId)).toEqual(["AFFIRMED, undone", "JOINED, undone"]);
  });

  test("what was affirmed of a suggestion that is rejected stands no more", async () => {
    const one = await reviewed(mara, DENIED);
    await affirmMatch(mara, one, at);
    expect(await related()).toHaveLength(1);
    await rejectSuggestion(mara, { ...one, reason: "A caption." }, at);
    expect(await related()).toEqual([]);
  });
});

describe("the template that a promise is proposed for", () => {
  const SAID = "The Harrow council will open the ice rink on 2 August 2024.";
  const LATER = "The Harrow council will open the ice rink on 9 September 2024.";

  /** A page that promises the same for another day, in its writer’s review. */
  async function later(writer: Actor) {
    const one = await reviewed(writer, LATER);
    const { statementId } = await acceptSuggestion(writer, one, at);
    const told = async () => {
      const { revision } = await statementOf(statementId);
      return { revision, proposed: (await promiseDesk(writer, statementId))?.templateProposals ?? null };
    };
    return { ...one, statementId, told };
  }

  test("readers’ templates of the claim are proposed, affirmed by joining one, dismissed, and both taken back", async () => {
    const first = await reviewed(ida, SAID);
    const { statementId } = await acceptSuggestion(ida, first, at);
    await createClaim(ida, { wording: SAID, statementId, statementRevision: 1 }, at);
    expect((await (await later(mara)).told()).proposed).toBeNull();
    for (const { id, decision } of await views(first.versionId, first.reviewId))
      if (decision === null)
        await rejectSuggestion(ida, { reviewId: first.reviewId, suggestionId: id, reason: "Heading." }, at);
    const { revision } = await submitReview(ida, { reviewId: first.reviewId, revision: 1 }, at);
    await publishReview(avan, { reviewId: first.reviewId, revision }, at);

    const one = await later(mara);
    const before = await one.told();
    expect(before.proposed).toMatchObject({
      reviewId: one.reviewId,
      suggestionId: one.suggestionId,
      decision: null,
      templates: [{ words: "The Harrow council will open the ice rink {DATE}." }],
    });
    expect(before.proposed?.why.length).toBeGreaterThan(0);
    const key = before.proposed?.templates[0]?.key;

    await joinTemplate(mara, { statementId: one.statementId, revision: before.revision, template: key }, at);
    expect((await one.told()).proposed?.decision).toEqual({ kind: "AFFIRMED", byName: "Mara" });
    const joined = await one.told();
    await leaveTemplate(mara, { statementId: one.statementId, revision: joined.revision }, at);
    expect((await one.told()).proposed?.decision).toBeNull();

    await refuseMatch(mara, one, at);
    expect((await one.told()).proposed?.decision).toEqual({ kind: "REFUSED", byName: "Mara" });
    await undoMatch(mara, one, at);
    expect((await one.told()).proposed?.decision).toBeNull();
    expect(await fates(one.suggestionId)).toEqual(["AFFIRMED, undone", "REFUSED, undone"]);
  });

  test("a contradiction proposes no template", async () => {
    const one = await reviewed(mara, "The Harrow council will not open the ice rink on 2 August 2024.");
    expect(one.match?.relation).toBe("CONTRADICTION");
    expect(await proposalsFor({ reviewId: one.reviewId, suggestionId: one.suggestionId })).toBeNull();
  });

  test("what came from no suggestion, and what has no match, proposes none", async () => {
    const one = await reviewed(mara, "Olga Petrov planted 300 limes along the Quarry road in 1987.");
    expect(await proposalsFor({ reviewId: one.reviewId, suggestionId: null })).toBeNull();
    expect(await proposalsFor({ reviewId: one.reviewId, suggestionId: one.suggestionId })).toBeNull();
  });
});

describe("many of the same", () => {
  const SAID = "The port authority of Westhaven sold two ferries to Samuel Okoro for 14 million dollars.";
  const REPOSTS = 40;

  test("reposts are one line of the claim’s list, and one wording however many are joined", async () => {
    const claimId = await claimOf(SAID);
    const reposts = [];
    for (let i = 0; i < REPOSTS; i += 1) reposts.push(await page(SAID));
    const { seen } = (await claimDesk(mara, claimId)) ?? {};
    expect(seen).toMatchObject({ count: REPOSTS, isCut: false });
    expect(seen?.wordings).toEqual([
      expect.objectContaining({ exact: SAID, count: REPOSTS, relation: "SAME", isSure: true }),
    ]);
    expect(seen?.wordings[0]?.pages).toHaveLength(3);

    for (const { versionId, suggestions } of reposts.slice(0, 5)) {
      const { reviewId } = await openReview(mara, { versionId }, at);
      await acceptSuggestion(mara, { reviewId, suggestionId: suggestions[0]?.id }, at);
    }
    expect(await wordingsOf(claimId)).toHaveLength(2);
    expect((await claimDesk(mara, claimId))?.seen.count).toBe(REPOSTS - 5);
  });

  test("of what was affirmed the latest are named, and it is told that there is more", async () => {
    const claimId = await claimOf("The Norvale council will open the swimming pool on 2 August 2024.");
    const related = async () => (await claimDesk(mara, claimId))?.related;
    const affirmed: string[] = [];
    while (affirmed.length <= MOST_NAMED) {
      if (affirmed.length === MOST_NAMED) expect(await related()).toMatchObject({ isCut: false });
      const one = await reviewed(
        mara,
        "The Norvale council will open the swimming pool on 9 September 2024.",
      );
      await affirmMatch(mara, one, { ...at, now: new Date(at.now.getTime() + affirmed.length * 1_000) });
      affirmed.unshift(one.suggestionId);
    }
    const cut = await related();
    expect(cut?.latest.map(({ suggestionId }) => suggestionId)).toEqual(affirmed.slice(0, MOST_NAMED));
    expect(cut?.isCut).toBe(true);
  }, 90_000);
});

describe("the index", () => {
  beforeEach(async () => {
    while ((await keyWordings(claimWordings)) > 0);
  });

  const counts = async () =>
    new Map((await database().wordingKey.findMany()).map(({ key, count }) => [key, count]));
  const recounted = async () => {
    const rows = await database().claimWording.findMany();
    const found = new Map([[0, rows.filter(({ keys }) => keys.length > 0).length]]);
    for (const key of rows.flatMap(({ keys }) => keys)) found.set(key, (found.get(key) ?? 0) + 1);
    return found;
  };
  const expectExact = async () => {
    while ((await keyWordings(claimWordings)) > 0);
    const [kept, now] = [await counts(), await recounted()];
    expect([...kept].filter(([, n]) => n !== 0).sort()).toEqual([...now].filter(([, n]) => n !== 0).sort());
  };
  const SAID = "Ruth Mendel of the water board counted 412 leaks in Northgate.";

  test("a wording stands as long as a statement joins it, in whatever order people come and go", async () => {
    const claimId = await claim("Northgate loses water.");
    const made = [];
    for (const writer of [mara, avan]) {
      const one = await reviewed(writer, SAID);
      const { statementId } = await acceptSuggestion(writer, one, at);
      await linkStatement(writer, { statementId, revision: 1, claimId }, at);
      made.push({ writer, statementId });
    }
    const texts = async () =>
      (await wordingsOf(claimId)).filter(({ isOwn }) => !isOwn).map(({ text }) => text);
    expect(await texts()).toEqual([SAID]);
    const [first, second] = made;
    await linkStatement(mara, { statementId: first?.statementId, revision: 2, claimId: null }, at);
    await expectExact();
    expect(await texts()).toEqual([SAID]);
    await removeStatement(avan, { statementId: second?.statementId, revision: 2 }, at);
    await expectExact();
    expect(await texts()).toEqual([]);
  });

  test("two people who move statements crosswise at once leave what their statements say", async () => {
    const [left, right] = [await claim("Left of the quay."), await claim("Right of the quay.")];
    const made = [];
    for (const [writer, claimId] of [
      [mara, left],
      [avan, right],
    ] as const) {
      const one = await reviewed(writer, SAID);
      const { statementId } = await acceptSuggestion(writer, one, at);
      await linkStatement(writer, { statementId, revision: 1, claimId }, at);
      made.push({ writer, statementId, claimId });
    }
    for (let turn = 0; turn < 8; turn += 1) {
      const moves = made.map(async ({ writer, statementId }) => {
        const { claimId, revision } = await statementOf(statementId);
        return linkStatement(writer, { statementId, revision, claimId: claimId === left ? right : left }, at);
      });
      await Promise.allSettled([...moves, keyWordings(claimWordings)]);
      await expectExact();
      for (const claimId of [left, right]) {
        const joined = await database().statement.count({ where: { claimId, removedAt: null } });
        const known = (await wordingsOf(claimId)).filter(({ isOwn }) => !isOwn);
        expect(known.map(({ text }) => text)).toEqual(joined > 0 ? [SAID] : []);
      }
    }
  });

  test("the program can’t take a wording away that stands, nor write one", async () => {
    await claim("A wording that stands.");
    await expect(owner.query(`DELETE FROM "ClaimWording"`)).rejects.toThrow("only once nothing joins it");
  });

  test.each(["", " … — ", "🙂🙂"])("a claim of nothing but %j has no wording", async (wording) => {
    const { rows } = await owner.query(
      `INSERT INTO "Claim" ("id", "slug", "wording", "unknowns") VALUES (gen_random_uuid(), gen_random_uuid(), $1, '{}') RETURNING "id"`,
      [wording],
    );
    expect(await keyWordings(claimWordings)).toBe(wording.includes("🙂") ? 1 : 0);
    const found = await wordingsOf(rows[0].id);
    expect(found.flatMap(({ keys }) => keys)).toEqual([]);
  });
});
