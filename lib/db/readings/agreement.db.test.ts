import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { disconnect } from "#lib/db/core/client";
import { publishedAgreement } from "#lib/db/readers/agreement";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { handInPass, takePass } from "#lib/desk/readings";
import { decideUnit, finishReading, settleReading } from "#lib/desk/settling";
import { at, NOW, person } from "#lib/desk/testing/newsroom";
import { readingOf, sayIn } from "#lib/desk/testing/readings";
import { fieldFigures } from "#lib/domain/agreement-report";
import { agreementCounts, ownDifferences } from "./agreement";
import { settlingView } from "./settling";

/** Figures of agreement come from counts of twelve months, and cost the same however old the archive is. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
beforeAll(async () => {
  db = await freshDatabase();
  owner = new Client({ connectionString: db.url });
  await owner.connect();
});
afterAll(async () => {
  await disconnect();
  await owner.end();
  await db.close();
});

test("what two readers said is counted once, told to editors by pair and to readers without names", async () => {
  const [asker, ana, ben, cem] = await Promise.all(
    ["Asker", "Ana", "Ben", "Cem"].map((name) => person(name)),
  );
  if (!asker || !ana || !ben || !cem) throw new Error("four people");
  const reading = await readingOf(asker);
  for (const reader of [ana, ben]) {
    const { passId } = await takePass(reader, reading, at);
    await sayIn(reader, passId, reading.versionId, (fields, n) =>
      n === 0 && reader === ben ? { ...fields, flags: { opinion: true } } : fields,
    );
    await handInPass(reader, { passId, revision: 1 }, at);
  }
  const { counts, names } = await agreementCounts(NOW);
  expect([...names.values()].sort()).toEqual(["Ana", "Ben"]);
  const labels = fieldFigures(counts).find(({ field }) => field === "LABEL");
  const places = (await settlingView(cem, reading.readingId))?.units ?? [];
  expect(labels?.figure.n).toBe(places.length);
  const told = await publishedAgreement(NOW);
  expect(fieldFigures(told)).toEqual(fieldFigures(counts));
  expect(JSON.stringify(told)).not.toContain(ana.id);

  expect(await ownDifferences(ana)).toEqual({ places: 0, differ: [] });
  const { revision } = await settleReading(cem, { readingId: reading.readingId, revision: 2 }, at);
  const [first] = (await settlingView(cem, reading.readingId))?.units ?? [];
  await decideUnit(cem, { unitId: first?.id, revision: 1, choice: "RIGHT" }, at);
  await finishReading(cem, { readingId: reading.readingId, revision }, at);
  expect(await ownDifferences(ana)).toMatchObject({
    places: places.length,
    differ: [{ mine: "UNSOURCED_ASSERTION", final: "OPINION" }],
  });
  expect((await ownDifferences(ben)).differ).toEqual([]);
});

/** Counts of so many years, each month as full as the next: thirty pairs of readers, and every value with every other. */
const YEARS = 30;
const PER_MONTH = 30 * 6 * 6;

test("figures read the rows of twelve months by an index, however many years there are", async () => {
  await owner.query("SET session_replication_role = replica");
  await owner.query(`DELETE FROM "AgreementCount"`);
  await owner.query(`
    INSERT INTO "AgreementCount" ("month", "field", "start", "readerA", "readerB", "first", "second", "count")
    SELECT (date '2024-09-01' - (m || ' months')::interval)::date, 'LABEL', 'BARE',
      lpad(p::text, 32, '0')::uuid, lpad(p::text, 32, 'f')::uuid, a::text, b::text, 3
    FROM generate_series(0, ${YEARS * 12 - 1}) m, generate_series(1, 30) p, generate_series(1, 6) a, generate_series(1, 6) b`);
  await owner.query(`VACUUM (ANALYZE) "AgreementCount"`);
  const spy = vi.spyOn(Client.prototype, "query");
  await agreementCounts(NOW);
  await publishedAgreement(NOW);
  const asked = (spy.mock.calls as unknown as [unknown, unknown][])
    .map(([first, second]) =>
      typeof first === "string"
        ? { text: first, values: second }
        : (first as { text: string; values: unknown }),
    )
    .filter(({ text }) => /^\s*SELECT/i.test(text) && text.includes("AgreementCount"));
  spy.mockRestore();
  expect(asked).toHaveLength(2);
  for (const { text, values } of asked) {
    const { rows } = await owner.query(
      `EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) ${text}`,
      values as unknown[],
    );
    const plan = JSON.stringify(rows[0]);
    expect(plan).not.toContain('"Seq Scan"');
    const read = [...plan.matchAll(/"Actual Rows":\s*([\d.]+)/g)].map(([, n]) => Number(n));
    // An index may count what was deleted a moment ago.
    expect(Math.max(...read)).toBeGreaterThanOrEqual(12 * PER_MONTH);
    expect(Math.max(...read)).toBeLessThan(12.1 * PER_MONTH);
    expect(12 * PER_MONTH * 10).toBeLessThan(YEARS * 12 * PER_MONTH);
  }
});
