import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { SYSTEM } from "#lib/db/audit/audit";
import { verifyRecord } from "#lib/db/audit/verify";
import { claimDesk } from "#lib/db/claims/desk";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { doubtById, doubtCounts, doubtsPage } from "#lib/db/doubts/list";
import { keepLooks, waitingWords } from "#lib/db/doubts/looks";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { mergeClaim, partClaim } from "#lib/desk/claim-merging";
import { createClaim, editClaim } from "#lib/desk/claims";
import { dismissDoubt, reopenDoubt } from "#lib/desk/doubts";
import { openReview } from "#lib/desk/reviews";
import { acceptSuggestion, linkStatement } from "#lib/desk/statements";
import { at, NOW, person, suggestionsOf } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { listPlace } from "#lib/domain/cursors";
import { doubtHref } from "#lib/domain/doubts";
import { ingest } from "#lib/ingest";
import { lookForDoubts } from "#lib/ingest/doubts";
import { matchModel } from "#lib/pipeline/match/match-model";

/** Claims looked over at night: what is found, what is done about it, and that none of it costs more than its portion. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  owner = new Client({ connectionString: db.url });
  await owner.connect();
  mara = await person("Mara");
  avan = await person("Avan");
});
afterAll(async () => {
  await owner.end();
  await disconnect();
  await db.close();
});

let minutes = 0;
/** Each act a minute after the one before. */
const later = () => {
  minutes += 1;
  return { now: new Date(NOW.getTime() + minutes * 60_000) };
};
const look = (more: { portion?: number; portions?: number } = {}) =>
  lookForDoubts({ now: () => later().now, ...more });
/** All of it waits, as if it were new. */
const waitAnew = () => database().$executeRaw`UPDATE "WordingLook" SET "model" = '', "turn" = 1`;
const claim = async (wording: string) =>
  (await createClaim(mara, { wording, statementId: null, statementRevision: null }, at)).claimId;
const rowOf = (id: string) => database().claim.findUniqueOrThrow({ where: { id } });

let pages = 0;
/** A page that says this, joined to the claim. */
async function join(claimId: string, sentence: string): Promise<string> {
  pages += 1;
  const text = `July 25, 2024\n\nReport number ${pages} from the harbour\n\n${sentence}`;
  const { versionId } = await ingest(
    {
      bytes: new TextEncoder().encode(text),
      format: "text",
      mediaType: null,
      url: `https://harbour.example/${pages}`,
      publisher: "harbour.example",
      isSample: false,
      requestedBy: SYSTEM,
    },
    at,
  );
  const { reviewId } = await openReview(mara, { versionId }, at);
  const [first] = await suggestionsOf(versionId);
  const { statementId } = await acceptSuggestion(mara, { reviewId, suggestionId: first?.id ?? "" }, at);
  const { revision } = await database().statement.findUniqueOrThrow({ where: { id: statementId } });
  await linkStatement(mara, { statementId, revision, claimId }, at);
  return statementId;
}
async function merge(claimId: string, intoId: string) {
  const [from, into] = [await rowOf(claimId), await rowOf(intoId)];
  const ask = { claimId, revision: from.revision, intoId, intoRevision: into.revision };
  return mergeClaim(mara, { ...ask, reason: "The same event." }, later());
}
const part = async (claimId: string) =>
  partClaim(mara, { claimId, revision: (await rowOf(claimId)).revision, reason: "Two events." }, later());

const open = async (view: "wrong" | "missed") => (await doubtsPage(view, null)).doubts;
/** Those open doubts that one of these claims is in. */
const about = async (view: "wrong" | "missed", ...claims: string[]) =>
  (await open(view)).filter(
    ({ one, other }) => claims.includes(one.claim.id) || claims.includes(other.claim.id),
  );
const first = async (view: "wrong" | "missed", ...claims: string[]) => {
  const [doubt] = await about(view, ...claims);
  if (doubt === undefined) throw new Error("nothing is doubted");
  return doubt;
};
const stateOf = async (id: string) => (await database().doubt.findUniqueOrThrow({ where: { id } })).state;
const all = () => database().doubt.findMany({ orderBy: { id: "asc" } });

describe("what is joined to a claim", () => {
  const DAM = "The Harlen dam burst on Sunday, flooding 300 homes.";
  const NUMBER = "The Harlen dam burst on Sunday, flooding 900 homes.";
  let dam = "";
  beforeAll(async () => {
    dam = await claim(DAM);
  });

  test("another number is listed, with both wordings, why, and where it can be parted; a copy isn't", async () => {
    await join(dam, "The Harlen dam has burst on Sunday, flooding 300 homes.");
    await join(dam, NUMBER);
    await look();
    const [doubt, ...more] = await about("wrong", dam);
    expect(more).toEqual([]);
    expect(doubt).toMatchObject({
      kind: "WRONGLY_JOINED",
      relation: "CONTRADICTION",
      one: { text: NUMBER, claim: { id: dam } },
      other: { text: DAM, claim: { id: dam, wording: DAM } },
      dismissed: null,
    });
    expect(doubt?.why.join(" ")).toMatch(/The numbers differ: 300.*900/);
    expect(doubt?.score).toBeLessThan(0.1);
    expect(doubtHref(doubt as never)).toBe(`/desk/claims/${dam}#c-appearances`);
  });

  test("looked over again nothing changes, and nothing waits", async () => {
    const before = await all();
    expect(await look()).toBe(0);
    await waitAnew();
    expect(await look()).toBeGreaterThan(2);
    expect(await all()).toEqual(before);
  });

  test("dismissed it stays dismissed, in the history of the claim; taken back it is listed again", async () => {
    const { id, revision } = await first("wrong", dam);
    await dismissDoubt(avan, { doubtId: id, revision, reason: "The mayor counts otherwise." }, later());
    expect(await about("wrong", dam)).toEqual([]);
    await waitAnew();
    await look();
    expect(await about("wrong", dam)).toEqual([]);
    expect((await doubtsPage("dismissed", null)).doubts).toMatchObject([
      { id, dismissed: { by: "Avan", reason: "The mayor counts otherwise." } },
    ]);
    const [told] = (await claimDesk(mara, dam))?.history ?? [];
    expect(told).toMatchObject({ action: "doubt.dismiss", actorName: "Avan" });
    expect(told?.words).toContain("The mayor counts otherwise.");
    await reopenDoubt(mara, { doubtId: id, revision: revision + 1 }, later());
    expect(await first("wrong", dam)).toMatchObject({ id, dismissed: null });
    expect((await doubtsPage("dismissed", null)).doubts).toEqual([]);
    expect(await verifyRecord()).toMatchObject({ faults: [] });
  });

  test("what another person dismissed meanwhile is neither dismissed nor taken back twice", async () => {
    const { id, revision } = await first("wrong", dam);
    const ask = { doubtId: id, revision, reason: "As it is." };
    const both = await Promise.allSettled([
      dismissDoubt(mara, ask, later()),
      dismissDoubt(avan, ask, later()),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(dismissDoubt(avan, ask, later())).rejects.toMatchObject({ code: "conflict" });
    await expect(reopenDoubt(avan, { doubtId: id, revision }, later())).rejects.toMatchObject({
      code: "conflict",
    });
    await reopenDoubt(avan, { doubtId: id, revision: revision + 1 }, later());
    await expect(reopenDoubt(avan, { doubtId: id, revision: revision + 2 }, later())).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("once the statement is parted it isn't listed any more, and gone by the next night", async () => {
    const { id } = await first("wrong", dam);
    const statement = await database().statement.findFirstOrThrow({ where: { claimId: dam, exact: NUMBER } });
    await linkStatement(
      mara,
      { statementId: statement.id, revision: statement.revision, claimId: null },
      later(),
    );
    expect(await about("wrong", dam)).toEqual([]);
    await look();
    expect(await stateOf(id)).toBe("GONE");
    expect(await doubtById(id)).toMatchObject({ one: { text: NUMBER } });
  });

  test("once the claim says something else, what is joined to it is looked over again", async () => {
    const { revision } = await rowOf(dam);
    const wording = "The Harlen dam burst on Sunday, flooding 700 homes.";
    await editClaim(mara, { claimId: dam, revision, wording, unknowns: [] }, later());
    await look();
    expect(await first("wrong", dam)).toMatchObject({ other: { text: wording } });
  });
});

describe("two claims", () => {
  const ONE = "Orvana sold 2.5 million phones in Karrada in May.";
  const OTHER = "Orvana sold 2,500,000 phones in Karrada in May";
  let [one, other] = ["", ""];
  beforeAll(async () => {
    one = await claim(ONE);
    other = await claim(OTHER);
    await claim("Orvana sold 5.2 million phones in Karrada in May.");
  });

  test("that say the same are listed once, with the preview of joining them; one of another number isn't", async () => {
    await join(other, "Orvana sold 2,500,000 phones in Karrada in May.");
    await look();
    expect(await open("missed")).toHaveLength(1);
    const doubt = await first("missed", one);
    expect(doubt).toMatchObject({ kind: "MISSED", relation: "SAME" });
    expect([doubt.one.claim.id, doubt.other.claim.id]).toEqual([one, other].sort());
    expect(doubtHref(doubt)).toBe(`/desk/claims/${doubt.other.claim.id}?with=${doubt.one.claim.id}`);
    expect(await doubtCounts()).toMatchObject({ missed: 1 });
  });

  test("that were dismissed aren't listed for another wording of one of them", async () => {
    const { id, revision } = await first("missed", one);
    await dismissDoubt(mara, { doubtId: id, revision, reason: "Two quarters." }, later());
    await join(one, "Orvana sold 2.5 million phones in Karrada in May, it is said.");
    await look();
    expect(await about("missed", one)).toEqual([]);
    await reopenDoubt(mara, { doubtId: id, revision: revision + 1 }, later());
  });

  test("that are joined are settled by whoever joined them, and once parted they aren't listed again", async () => {
    const { id, revision } = await first("missed", one);
    await merge(other, one);
    expect(await database().doubt.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "SETTLED",
      closedById: mara.id,
      reason: "The same event.",
    });
    await expect(dismissDoubt(mara, { doubtId: id, revision, reason: "No." }, later())).rejects.toMatchObject(
      {
        code: "conflict",
      },
    );
    await look();
    expect(await about("wrong", one, other)).toEqual([]);
    await part(other);
    await waitAnew();
    await look();
    expect(await about("missed", one)).toEqual([]);
  });

  test("that were joined wrongly are listed with the preview of parting, and settled by it", async () => {
    const [bread, bridge] = [
      await claim("Governor Pelta Voss resigned over the price of bread."),
      await claim("The Eldmouth council closes the northern bridge to lorries."),
    ];
    await look();
    await merge(bread, bridge);
    await look();
    const doubt = await first("wrong", bread);
    expect(doubt).toMatchObject({
      one: { claim: { id: bread } },
      other: { claim: { id: bridge } },
      rootId: bridge,
    });
    expect(doubtHref(doubt)).toBe(`/desk/claims/${bridge}?part=${bread}`);
    await part(bread);
    expect(await stateOf(doubt.id)).toBe("SETTLED");
    await look();
    expect(await about("missed", bread, bridge)).toEqual([]);
    await merge(bread, bridge);
    await look();
    expect(await first("wrong", bread)).toMatchObject({ id: doubt.id });
  });
});

describe("the job", () => {
  const waits = () =>
    database().$queryRaw<
      [{ n: number }]
    >`SELECT count(*)::int AS n FROM "WordingLook" WHERE "model" = ''`.then(([{ n }]) => n);

  test("looks over no more than its portions, and goes on where it was", async () => {
    await waitAnew();
    const whole = await waits();
    expect(await look({ portion: 2, portions: 2 })).toBe(4);
    expect(await waits()).toBe(whole - 4);
    expect(await look({ portion: 3 })).toBe(whole - 4);
    expect(await waits()).toBe(0);
  });

  test("that is killed while it keeps a portion leaves that portion to the next one", async () => {
    const before = await all();
    await waitAnew();
    const whole = await waits();
    await owner.query(`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF OLD."wordingId" >= (SELECT "wordingId" FROM "WordingLook" ORDER BY 1 OFFSET 3 LIMIT 1) THEN RAISE 'killed'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER die BEFORE UPDATE ON "WordingLook" FOR EACH ROW EXECUTE FUNCTION die()`);
    await expect(look({ portion: 3 })).rejects.toThrow("killed");
    await owner.query(`DROP FUNCTION die CASCADE`);
    expect([0, whole]).not.toContain(await waits());
    await look();
    expect(await waits()).toBe(0);
    expect(await all()).toEqual(before);
  });

  test("stops between two portions when it is asked to", async () => {
    await waitAnew();
    const stopped = new AbortController();
    stopped.abort();
    expect(await lookForDoubts({ now: () => NOW, signal: stopped.signal })).toBe(0);
    await look();
  });

  test("what is reworded while it looks waits for the next time", async () => {
    const { id, revision } = await rowOf(await claim("Zebras graze quietly beneath acacias in Karrada."));
    const model = matchModel().version;
    const waiting = await waitingWords(model, 100);
    expect(waiting.map(({ claimId }) => claimId)).toEqual([id]);
    await editClaim(mara, { claimId: id, revision, wording: "Zebras sleep.", unknowns: [] }, later());
    await transaction((tx) => keepLooks(tx, waiting, model));
    expect(await waitingWords(model, 100)).toMatchObject([{ text: "Zebras sleep." }]);
    expect(await look()).toBe(1);
  });

  test("looks over all of it again once another judge is there", async () => {
    await database().$executeRaw`UPDATE "WordingLook" SET "model" = 'zz another'`;
    const [{ n = 0 } = {}] = await database().$queryRaw<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM "WordingLook"`;
    expect(await look()).toBe(n);
  });
});

describe("among many claims", () => {
  const MANY = 20_000;
  beforeAll(async () => {
    await owner.query("SET session_replication_role = replica");
    await owner.query(`INSERT INTO "Claim" ("id", "slug", "wording", "unknowns", "rootId")
      SELECT id, 'many-' || n, 'Stall ' || n || ' sells lamps.', '{}', id FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, ${MANY}) n) one`);
    await owner.query(`INSERT INTO "ClaimWording" ("claimId", "text", "day", "isOwn", "words", "keys", "isKeyed")
      SELECT "id", "wording", '2024-07-25', true, md5("slug"), ARRAY[n, n + 1], true
      FROM (SELECT *, row_number() OVER ()::int AS n FROM "Claim" WHERE "slug" LIKE 'many-%') one`);
    await owner.query(`INSERT INTO "WordingLook" SELECT "id", 'another', 1 FROM "ClaimWording" WHERE "words" = md5("text")
      UNION ALL SELECT "id", (SELECT max("model") FROM "WordingLook"), 1 FROM "ClaimWording" WHERE "text" LIKE 'Stall %'`);
    await owner.query(`INSERT INTO "Doubt" ("id", "kind", "name", "claimId", "otherClaimId", "wordingId", "otherWordingId", "text", "otherText",
        "relation", "score", "reasons", "model", "foundAt", "state", "closedAt", "closedById", "reason")
      SELECT gen_random_uuid(), CASE n % 3 WHEN 0 THEN 'MISSED' ELSE 'WRONGLY_JOINED' END::"DoubtKind", md5(n::text),
        CASE n % 3 WHEN 0 THEN least(a, b) ELSE a END, CASE n % 3 WHEN 0 THEN greatest(a, b) ELSE a END, w, v, 'A', 'B', 'SIMILAR', 0.1, '[]', 'm',
        '2024-07-25'::timestamptz + n * interval '1 second',
        CASE n % 3 WHEN 2 THEN 'DISMISSED' ELSE 'OPEN' END::"DoubtState",
        CASE n % 3 WHEN 2 THEN '2024-07-26'::timestamptz + n * interval '1 second' END, CASE n % 3 WHEN 2 THEN '${mara.id}'::uuid END, CASE n % 3 WHEN 2 THEN 'R' END
      FROM (SELECT row_number() OVER ()::int AS n, "claimId" AS a, lead("claimId") OVER (ORDER BY "id") AS b, "id" AS w, lead("id") OVER (ORDER BY "id") AS v
        FROM "ClaimWording" WHERE "text" LIKE 'Stall %') one WHERE b IS NOT NULL`);
    await owner.query("SET session_replication_role = DEFAULT");
    await owner.query("ANALYZE");
  }, 120_000);
  const spy = vi.spyOn(Client.prototype, "query");
  afterEach(() => spy.mockClear());
  afterAll(() => spy.mockRestore());

  async function plansOf(ask: () => Promise<unknown>): Promise<string[]> {
    spy.mockClear();
    await ask();
    const questions = (spy.mock.calls as unknown as [unknown, unknown][]).map(([given, values]) =>
      typeof given === "string" ? { text: given, values } : (given as { text: string; values: unknown }),
    );
    const plans: string[] = [];
    for (const { text, values } of questions) {
      if (!/^\s*(SELECT|WITH|UPDATE)/i.test(text)) continue;
      const { rows } = await owner.query(`EXPLAIN ${text}`, (values as unknown[] | undefined) ?? []);
      plans.push(rows.map((row: Record<string, string>) => row["QUERY PLAN"]).join("\n"));
    }
    return plans;
  }
  const walksOf = (plans: readonly string[]) =>
    plans.filter((plan) =>
      /Seq Scan on "(?:Claim|ClaimWording|WordingLook|Doubt|AuditPayload|AuditEvent)"/.test(plan),
    );

  test.each([
    ["the list of wrong joins", () => doubtsPage("wrong", null)],
    [
      "its next part",
      async () =>
        doubtsPage("wrong", listPlace({ after: (await doubtsPage("wrong", null)).older ?? "" }) ?? null),
    ],
    ["the list of missed ones", () => doubtsPage("missed", null)],
    ["the list of dismissed ones", () => doubtsPage("dismissed", null)],
    ["the counts", () => doubtCounts()],
    ["a portion of the night", () => look({ portion: 5, portions: 1 })],
  ])("no question of %s walks a table", async (_, ask) => {
    const plans = await plansOf(ask);
    expect(plans.length).toBeGreaterThan(0);
    expect(walksOf(plans)).toEqual([]);
  });

  test("a list goes on by its key, back again, and misses none", async () => {
    const part1 = await doubtsPage("missed", null);
    const part2 = await doubtsPage("missed", listPlace({ after: part1.older ?? "" }) ?? null);
    const back = await doubtsPage("missed", listPlace({ before: part2.newer ?? "" }) ?? null);
    expect(back.doubts).toEqual(part1.doubts);
    expect(new Set([...part1.doubts, ...part2.doubts].map(({ id }) => id)).size).toBe(40);
    expect(await doubtCounts()).toEqual({ wrong: 1001, missed: 1001 });
  });
});
