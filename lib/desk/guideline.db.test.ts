import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import {
  guidelineEntries,
  guidelinePlaces,
  guidelineVersion,
  newestGuideline,
} from "#lib/db/guideline/guideline";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { GUIDELINE_LENGTH } from "#lib/domain/bounds";
import { PublicationContent } from "#lib/domain/publications";
import * as words from "#lib/words";
import { firstGuideline } from "#lib/words/first-guideline";
import { bringBackGuideline, writeGuideline } from "./guideline";
import { publishReview, returnReview, submitReview } from "./reviews";
import { at, person, submittedReview } from "./testing/newsroom";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let ada: Actor;
let bo: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  owner = new Client({ connectionString: db.url });
  await owner.connect();
  ada = await person("Ada", "ADMIN");
  bo = await person("Bo", "ADMIN");
});
afterAll(async () => {
  await disconnect();
  await owner.end();
  await db.close();
});

const note = "Sources that say why they would know.";
const FIRST = "## Sources say `UNNAMED_BARE`\n\nNobody is named.";

test("before there is one nothing is found, and what is handed in has no number", async () => {
  expect(await newestGuideline()).toBeNull();
  expect(await guidelinePlaces()).toBeNull();
  expect(await guidelineEntries(null)).toEqual({ entries: [], older: null });
  const { reviewId, revision } = await submittedReview(await person("Mara"));
  await publishReview(await person("Avan"), { reviewId, revision }, at);
  const { content } = await database().publication.findFirstOrThrow({ where: { reviewId } });
  expect(PublicationContent.parse(content)).not.toHaveProperty("guideline");
});

describe("a version", () => {
  test.each(["CONTRIBUTOR", "EDITOR"] as const)("isn’t written by a %s", async (role) => {
    const other = await person(role, role);
    await expect(writeGuideline(other, { seen: 0, text: FIRST, note }, at)).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(bringBackGuideline(other, { seen: 0, number: 1, note }, at)).rejects.toMatchObject({
      code: "not_allowed",
    });
  });

  test.each([
    ["note", { note: " " }],
    ["note", { note: "x".repeat(501) }],
    ["text", { text: "\n " }],
    ["text", { text: "x".repeat(GUIDELINE_LENGTH + 1) }],
    ["text", { text: "a\0b" }],
    ["seen", { seen: -1 }],
  ])("with a wrong %s is refused", async (field, wrong) => {
    await expect(writeGuideline(ada, { seen: 0, text: FIRST, note, ...wrong }, at)).rejects.toMatchObject({
      code: "invalid_input",
      field,
    });
  });

  test("is kept with who, when and why, and with what it has sections for", async () => {
    const sent = { seen: 0, text: FIRST.replaceAll("\n", "\r\n"), note };
    expect(await writeGuideline(ada, sent, at)).toEqual({ number: 1 });
    expect(await newestGuideline()).toEqual({
      number: 1,
      text: FIRST,
      note,
      byName: "Ada",
      at: at.now.toISOString(),
      broughtBack: null,
    });
    expect(await guidelinePlaces()).toEqual({ number: 1, codes: ["UNNAMED_BARE"] });
  });

  test("that says the same is none", async () => {
    await expect(writeGuideline(ada, { seen: 1, text: `${FIRST}\n`, note }, at)).rejects.toMatchObject({
      code: "invalid_input",
      message: words.refusals.sameGuideline,
    });
  });

  test("begun before another one was saved is refused, and so is bringing one back", async () => {
    await writeGuideline(bo, { seen: 1, text: "Second.", note: "Shorter." }, at);
    const late = { code: "conflict", message: words.refusals.guidelineNewer };
    await expect(writeGuideline(ada, { seen: 1, text: "Mine.", note }, at)).rejects.toMatchObject(late);
    await expect(bringBackGuideline(ada, { seen: 1, number: 1, note }, at)).rejects.toMatchObject(late);
    expect((await newestGuideline())?.text).toBe("Second.");
  });

  test("that was earlier becomes the newest, and the one between stays", async () => {
    expect(await bringBackGuideline(ada, { seen: 2, number: 1, note: "Too short." }, at)).toEqual({
      number: 3,
    });
    expect(await newestGuideline()).toMatchObject({ number: 3, text: FIRST, broughtBack: 1 });
    expect(await guidelineVersion(2)).toMatchObject({ text: "Second.", byName: "Bo" });
    await expect(bringBackGuideline(ada, { seen: 3, number: 9, note }, at)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("stands in the history by its number, note and hash, and without its text", async () => {
    const events = await database().auditEvent.findMany({
      where: { subjectId: "guideline:newsroom" },
      orderBy: { sequence: "asc" },
      include: { payload: true },
    });
    expect(events.map(({ action, payload }) => [action, payload?.payload])).toMatchObject([
      ["guideline.write", { number: 1, note, broughtBack: null }],
      ["guideline.write", { number: 2, note: "Shorter." }],
      ["guideline.bringBack", { number: 3, broughtBack: 1 }],
    ]);
    expect(JSON.stringify(events.map(({ payload }) => payload?.payload))).not.toContain("Second.");
  });
});

test("of many admins who save at once one is first, and all others are told", async () => {
  const { number: seen } = (await newestGuideline()) ?? { number: 0 };
  const asked = Array.from({ length: 20 }, (_, n) =>
    writeGuideline(n % 2 === 0 ? ada : bo, { seen, text: `Text ${n}.`, note }, at),
  );
  const done = await Promise.allSettled(asked);
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const codes = done.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(new Set(codes)).toEqual(new Set(["conflict"]));
  expect((await newestGuideline())?.number).toBe(seen + 1);
  expect(await verifyRecord()).toMatchObject({ faults: [] });
}, 60_000);

test("what is handed in keeps the number that stood then, and readers get it with what was published", async () => {
  const [mara, avan] = [await person("Mara"), await person("Avan")];
  const first = (await newestGuideline())?.number ?? 0;
  const { reviewId, revision } = await submittedReview(mara);
  await writeGuideline(ada, { seen: first, text: "Stricter.", note }, at);
  const back = await returnReview(avan, { reviewId, revision, reason: "By the new one, please." }, at);
  const again = await submitReview(mara, { reviewId, revision: back.revision }, at);
  await writeGuideline(ada, { seen: first + 1, text: "Stricter still.", note }, at);
  await publishReview(avan, { reviewId, revision: again.revision }, at);
  const { content } = await database().publication.findFirstOrThrow({ where: { reviewId } });
  expect(PublicationContent.parse(content).guideline).toBe(first + 1);
  expect(await verifyRecord()).toMatchObject({ faults: [] });
});

test("the list goes on by numbers, twenty at a time", async () => {
  for (let seen = (await newestGuideline())?.number ?? 0; seen < 25; seen += 1)
    await writeGuideline(ada, { seen, text: `Text ${seen} of many.`, note }, at);
  const { entries, older } = await guidelineEntries(null);
  expect([entries[0]?.number, entries.length, older]).toEqual([25, 20, 6]);
  const rest = await guidelineEntries(older);
  expect([rest.entries[0]?.number, rest.entries.at(-1)?.number, rest.older]).toEqual([5, 1, null]);
}, 60_000);

test("what the house says of its words makes a first version, with a section for each of them", async () => {
  const { number: seen } = (await newestGuideline()) ?? { number: 0 };
  expect(firstGuideline().length).toBeLessThan(GUIDELINE_LENGTH / 2);
  await writeGuideline(ada, { seen, text: firstGuideline(), note }, at);
  const known = [...Object.keys(words.terms.sourcing), ...Object.keys(words.labels)];
  expect([...((await guidelinePlaces())?.codes ?? [])].sort()).toEqual(known.sort());
});

describe("the database refuses", () => {
  const add = (number: number, more: Record<string, string> = {}) => {
    const row = { text: "'a'", codes: "'{}'", note: "'b'", byId: `'${ada.id}'`, at: "now()", ...more };
    const columns = Object.keys(row).map((name) => `"${name}"`);
    return owner.query(
      `INSERT INTO "GuidelineVersion" ("number", ${columns.join(", ")}) VALUES (${number}, ${Object.values(row).join(", ")})`,
    );
  };
  test("a version that doesn’t follow, says nothing or too much, or brings back a later one", async () => {
    const next = ((await newestGuideline())?.number ?? 0) + 1;
    await expect(add(next + 1)).rejects.toThrow("follows the last one");
    await expect(add(next, { text: "''" })).rejects.toThrow("bounded");
    await expect(add(next, { text: "repeat('x', 60001)" })).rejects.toThrow("bounded");
    await expect(add(next, { note: "''" })).rejects.toThrow("bounded");
    await expect(add(next, { broughtBack: String(next) })).rejects.toThrow("brings_back_earlier");
  });

  test("a change of one that stands", async () => {
    await expect(owner.query(`UPDATE "GuidelineVersion" SET "note" = 'x'`)).rejects.toThrow("never changed");
    await expect(owner.query(`DELETE FROM "GuidelineVersion"`)).rejects.toThrow("never changed");
    await expect(owner.query(`TRUNCATE "GuidelineVersion" CASCADE`)).rejects.toThrow("never changed");
  });
});
