import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "#lib/db/audit/audit";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { planOf, questionsOf } from "#lib/db/testing/plans";
import { elsewhereOf, elsewhereOfClaim } from "#lib/db/wordings/elsewhere";
import type { Actor } from "#lib/domain/actor";
import { ingest } from "#lib/ingest";
import { compareSaid, isAnySaidWaiting } from "#lib/ingest/said-before";
import { createClaim } from "./claims";
import { openReview } from "./reviews";
import { acceptSuggestion, linkStatement, rejectSuggestion, undoDecision } from "./statements";
import { at, person } from "./testing/newsroom";

/** What pages say is compared with what other pages say, whether a claim holds it or not. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let mara: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  owner = new Client({ connectionString: db.url });
  await owner.connect();
  mara = await person("Mara");
});
afterAll(async () => {
  await owner.end();
  await disconnect();
  await db.close();
});

let pages = 0;
/** A page of one sentence, and what came of it. */
async function page(sentence: string, day = "July 25, 2024", url?: string, more = "") {
  pages += 1;
  const title = `Report number ${pages} from the harbour`;
  const { versionId } = await ingest(
    {
      bytes: new TextEncoder().encode(`${day}\n\n${title}\n\n${sentence}\n\n${more}`),
      format: "text",
      mediaType: null,
      url: url ?? `https://harbour.example/${pages}`,
      publisher: "harbour.example",
      isSample: false,
      requestedBy: SYSTEM,
    },
    at,
  );
  const found = await database().suggestion.findFirstOrThrow({ where: { versionId, exact: sentence } });
  return { versionId, title, suggestionId: found.id };
}

const told = async (suggestionId: string) => {
  const found = await elsewhereOf(suggestionId);
  return found?.wordings.map(({ text, relation, count }) => `${relation} ${count}: ${text}`) ?? [];
};
async function joined(one: { versionId: string; suggestionId: string }, claimId: string | null = null) {
  const { reviewId } = await openReview(mara, { versionId: one.versionId }, at);
  const { statementId } = await acceptSuggestion(mara, { reviewId, ...one }, at);
  if (claimId !== null) await linkStatement(mara, { statementId, revision: 1, claimId }, at);
  return { reviewId, statementId };
}

describe("what no claim holds", () => {
  const SAID = "The Eldmouth council will close the northern bridge to lorries on 2 August 2024.";
  const RETOLD =
    "Lorries will be banned from the northern bridge by the Eldmouth council from 2 August 2024.";
  const LATER = "The Eldmouth council will close the northern bridge to lorries on 9 September 2024.";
  const DENIED = "The Eldmouth council will not close the northern bridge to lorries on 2 August 2024.";
  const OTHER = "Ruth Mendel of the water board counted 412 leaks in Northgate.";
  let [first, again, later, denied, other]: Awaited<ReturnType<typeof page>>[] = [];

  beforeAll(async () => {
    first = await page(SAID);
    other = await page(OTHER);
    expect(await elsewhereOf(first.suggestionId)).toMatchObject({
      wordings: [],
      isCut: false,
      isWaiting: true,
    });
    again = await page(SAID, "July 26, 2024");
    later = await page(LATER);
    denied = await page(DENIED);
    expect(await isAnySaidWaiting()).toBe(true);
    while ((await compareSaid(3)) > 0);
    expect(await isAnySaidWaiting()).toBe(false);
  });

  test("is told with what it is to the others, the same first", async () => {
    if (!first || !again || !later || !denied || !other) throw new Error("no pages");
    expect(await told(first.suggestionId)).toEqual([
      `SAME 1: ${SAID}`,
      `CONTRADICTION 1: ${DENIED}`,
      `TEMPLATE 1: ${LATER}`,
    ]);
    expect(await told(again.suggestionId)).toContain(`SAME 1: ${SAID}`);
    expect(await told(other.suggestionId)).toEqual([]);
    const found = await elsewhereOf(first.suggestionId);
    expect(found?.wordings[1]?.why).toContain("One denies.");
    expect(found?.wordings[0]?.pages).toEqual([{ versionId: again.versionId, title: again.title }]);
  });

  test("is found from a page that came in later, and from the earlier one", async () => {
    if (!first) throw new Error("no pages");
    const retold = await page(RETOLD, "July 26, 2024");
    expect((await elsewhereOf(retold.suggestionId))?.isWaiting).toBe(true);
    await compareSaid(100);
    const [from, to] = [await told(retold.suggestionId), await told(first.suggestionId)];
    expect(from.filter((one) => one.endsWith(SAID))).toHaveLength(1);
    expect(to.filter((one) => one.endsWith(RETOLD))).toHaveLength(1);
  });

  test("the same page's own words, and another version's, are left out", async () => {
    const said = "Samuel Okoro bought two ferries from the port of Westhaven for 14 million dollars.";
    const one = await page(said, "July 25, 2024", "https://harbour.example/ferries");
    const two = await page(`${said}`, "July 25, 2024", "https://harbour.example/other-ferries");
    await page(`${said} It was a cold day.`, "July 25, 2024", "https://harbour.example/ferries").catch(
      () => null,
    );
    await compareSaid(100);
    const found = await elsewhereOf(one.suggestionId);
    expect(found?.wordings).toHaveLength(1);
    expect(found?.wordings[0]?.pages.map(({ versionId }) => versionId)).toEqual([two.versionId]);
  });

  test("goes with a page that is dismissed and with a suggestion that is rejected, and comes back", async () => {
    const said = "Olga Petrov planted 300 limes along the Quarry road in 1987.";
    const [one, two] = [await page(said), await page(said)];
    expect(await told(one.suggestionId)).toEqual([`SAME 1: ${said}`]);
    const { reviewId } = await openReview(mara, { versionId: two.versionId }, at);
    await rejectSuggestion(mara, { reviewId, suggestionId: two.suggestionId, reason: null, note: null }, at);
    expect(await told(one.suggestionId)).toEqual([]);
    await undoDecision(mara, { reviewId, suggestionId: two.suggestionId }, at);
    expect(await told(one.suggestionId)).toEqual([`SAME 1: ${said}`]);
  });

  test("once a claim is made of one, the others say so, and stand on the claim's page until they are joined", async () => {
    const said = "Harlen Foods will shut its cannery in Port Ansel on 2 August 2024.";
    const moved = "Harlen Foods will shut its cannery in Port Ansel on 9 September 2024.";
    const [one, two, three] = [await page(said), await page(said, "July 27, 2024"), await page(moved)];
    await compareSaid(100);
    const { statementId } = await joined(one);
    const { claimId } = await createClaim(mara, { wording: said, statementId, statementRevision: 1 }, at);
    const [same] = (await elsewhereOf(two.suggestionId))?.wordings ?? [];
    expect(same).toMatchObject({ relation: "SAME", claim: { id: claimId, wording: said } });
    const onClaim = async () =>
      (await elsewhereOfClaim([claimId])).wordings.map(({ relation, text }) => `${relation}: ${text}`);
    expect(await onClaim()).toEqual([`SAME: ${said}`, `TEMPLATE: ${moved}`]);
    await joined(two, claimId);
    expect(await onClaim()).toEqual([`TEMPLATE: ${moved}`]);
    await joined(three, claimId);
    expect(await onClaim()).toEqual([]);
    // What the machine matched as it came in stands on the claim's list already.
    await page(said, "July 28, 2024");
    await compareSaid(100);
    expect(await onClaim()).toEqual([]);
  });

  test("a page that says it twice in other words is counted once", async () => {
    const said = "Pelta Voss gave 14 million dollars to the harbour hospital of Westhaven.";
    const twice = "The harbour hospital of Westhaven was given 14 million dollars by Pelta Voss.";
    const one = await page(said);
    await page(said, "July 26, 2024", "https://harbour.example/voss-twice", twice);
    await compareSaid(100);
    const found = await elsewhereOf(one.suggestionId);
    expect(found?.wordings.filter(({ relation }) => relation === "SAME")).toHaveLength(2);
    expect(found?.counts[0]).toEqual({ relation: "SAME", pages: 1, isCut: false });
  });

  test("a suggestion that isn't there has no answer", async () => {
    expect(await elsewhereOf("01890000-0000-7000-8000-000000000000")).toBeNull();
  });
});

test("ten thousand pages that say one thing are one wording, and what is read of them is bounded", async () => {
  const said = "The Vantry lighthouse keeper Ilse Brandt counted 77 seals on the sandbank.";
  const one = await page(said);
  await owner.query("SET session_replication_role = replica");
  await owner.query(
    `INSERT INTO "Suggestion" SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'index', n))).*
     FROM "Suggestion" s, generate_series(1000, 10999) n WHERE s."id" = $1`,
    [one.suggestionId],
  );
  await owner.query(
    `INSERT INTO "WordedSuggestion" SELECT s."id", u."wordingId" FROM "Suggestion" s, "WordedSuggestion" u
     WHERE s."index" >= 1000 AND u."suggestionId" = $1`,
    [one.suggestionId],
  );
  await owner.query("SET session_replication_role = origin");
  await owner.query("ANALYZE");
  const two = await page(said);
  const { given, questions } = await questionsOf(() => elsewhereOf(two.suggestionId));
  expect(given?.wordings).toMatchObject([{ relation: "SAME", count: 1, isCut: true }]);
  expect(given?.counts[0]).toEqual({ relation: "SAME", pages: 1, isCut: true });
  for (const question of questions) {
    const nodes = await planOf(owner, question);
    for (const node of nodes) expect(node["Actual Rows"] ?? 0).toBeLessThan(1000);
  }
});
