import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { keepSpeakers } from "#lib/db/statements/speakers";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { openReview } from "#lib/desk/reviews";
import { mergeSpeaker, nameSpeaker, partSpeaker } from "#lib/desk/speakers";
import {
  acceptAll,
  at,
  NOW,
  person,
  publishedReview,
  storedPage,
  submittedReview,
} from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { movesOf, speakerDesk, speakerStatements } from "./desk";
import { alikeSpeakers, findSpeakers, speakerChoices, speakersPage } from "./lists";

/** What the desk shows of speakers. */

let close: () => Promise<void>;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
  avan = await person("Avan");
});
afterAll(async () => {
  await disconnect();
  await close();
});

const named = async (name: string, kind: "PERSON" | "UNNAMED" | "ORGANIZATION" = "PERSON") =>
  (await transaction((tx) => keepSpeakers(tx, [{ name, kind }]))).of({ name, kind }) ?? "";
const rowOf = (id: string) => database().speaker.findUniqueOrThrow({ where: { id } });
async function merge(speakerId: string, intoId: string) {
  const [from, into] = [await rowOf(speakerId), await rowOf(intoId)];
  const revisions = { revision: from.revision, intoRevision: into.revision };
  await mergeSpeaker(mara, { speakerId, intoId, ...revisions, reason: "The list of names." }, at);
}
const namesOf = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);

test.each([
  ["mistyped", "Mohamed Shia al-Sudani", "Mohammed Shiaa al Sudani"],
  ["in other capitals and without accents", "Łukasz Żółć-Ñandú", "lukasz zolc nandu"],
  ["by its beginning", "Khaldoun Tarrabain", "khald"],
  ["in Arabic, typed in another way", "مصطفى الكاظمي", "مصطفي الكاظمى"],
  ["in Kurdish", "نێچیرڤان بارزانی", "نێچیرڤان"],
])("a name is found %s", async (_, name, typed) => {
  await named(name);
  await named(`${randomUUID()} Unlike`);
  expect(namesOf(await findSpeakers(typed))[0]).toBe(name);
  expect(namesOf(await speakerChoices(typed))[0]).toBe(name);
});

test.each(["", "   ", "%", '\'; DROP TABLE "Speaker"; --', "x".repeat(200), "<script>"])(
  "looking for “%s” finds nobody and breaks nothing",
  async (typed) => {
    expect(await findSpeakers(typed)).toEqual([]);
  },
);

test("a name that was merged, or was called otherwise, finds the one that it is now", async () => {
  const [short, whole] = [await named("Quillfeather"), await named("Rosamund Ashgrove")];
  await merge(short, whole);
  const { revision } = await rowOf(whole);
  await nameSpeaker(mara, { speakerId: whole, revision, name: "Rosamund Thornbury", role: "judge" }, at);
  for (const typed of ["quillfeather", "ashgrove", "thornbury"]) {
    expect(await findSpeakers(typed)).toMatchObject([
      { id: whole, name: "Rosamund Thornbury", role: "judge" },
    ]);
  }
});

test("the list goes by name, a part at a time and back again, and misses nobody", async () => {
  const mark = `ZZ${randomUUID().slice(0, 6)}`;
  const many = Array.from({ length: 65 }, (_, n) => `${mark} ${String(n).padStart(2, "0")}`);
  for (const name of many) await named(name);
  const before = await speakersPage("named", { way: "before", id: await named(many[0] ?? "") });
  expect(namesOf(before.speakers).every((name) => !name.startsWith(mark))).toBe(true);
  const seen: string[] = [];
  let page = await speakersPage("named", { way: "after", id: await named(many[0] ?? "") });
  const parts = [page];
  seen.push(...namesOf(page.speakers));
  while (page.after !== null) {
    page = await speakersPage("named", { way: "after", id: page.after });
    parts.push(page);
    seen.push(...namesOf(page.speakers));
  }
  expect(seen.filter((name) => name.startsWith(mark))).toEqual(many.slice(1));
  expect(parts.at(-1)?.after).toBeNull();
  const back = await speakersPage("named", { way: "before", id: parts[1]?.speakers[0]?.id ?? "" });
  expect(back.speakers).toEqual(parts[0]?.speakers);
  expect((await speakersPage("named", { way: "after", id: randomUUID() })).speakers).toEqual([]);
});

test("who has no name stands in a list apart, who was merged in none", async () => {
  const officials = await named(`aaa officials ${randomUUID()}`, "UNNAMED");
  const [one, other] = [await named(`AAA ${randomUUID()}`), await named(`AAA ${randomUUID()}`)];
  await merge(one, other);
  const idsOf = async (view: "named" | "unnamed") =>
    (await speakersPage(view, null)).speakers.map(({ id }) => id);
  expect(await idsOf("unnamed")).toContain(officials);
  const listed = await idsOf("named");
  expect(listed).toContain(other);
  expect(listed).not.toContain(one);
  expect(listed).not.toContain(officials);
});

test("a speaker’s page: statements by label, the pages, what moves, and the history of both sides", async () => {
  const published = await publishedReview(mara, avan);
  const waiting = await submittedReview(mara);
  const versionId = await storedPage();
  const { reviewId } = await openReview(mara, { versionId }, at);
  await acceptAll(mara, versionId, reviewId);
  // A review that goes on from a published one takes its place: nothing is counted twice.
  await openReview(mara, { versionId: published.versionId }, at);
  const lina = await named("Lina Aziz");
  const desk = await speakerDesk(lina);
  const own = await database().statement.count({
    where: { speakerId: lina, removedAt: null, review: { state: { not: "PUBLISHED" } } },
  });
  expect(own).toBeGreaterThan(2);
  expect(desk).toMatchObject({
    id: lina,
    name: "Lina Aziz",
    kind: "PERSON",
    role: null,
    mergedInto: null,
    moves: { statements: own, pages: 3, waiting: 1, publishedCount: 1 },
  });
  expect(Object.values(desk?.labels ?? {}).reduce((sum, n) => sum + n, 0)).toBe(own);
  expect(desk?.moves.published[0]?.href).toMatch(/^\/articles\//);
  const { statements } = await speakerStatements(lina, "REPORTED", null);
  expect(statements.length).toBe(desk?.labels.REPORTED);
  expect(new Set(statements.map((one) => one.versionId))).toEqual(
    new Set([versionId, waiting.versionId, published.versionId]),
  );
  const row = (await findSpeakers("Lina Aziz")).find(({ id }) => id === lina);
  expect(row).toMatchObject({
    statements: own,
    pages: 3,
    lastPage: expect.stringMatching(/Harbour Council/),
  });

  const whole = await named("Lina Karim Aziz");
  expect(namesOf(await alikeSpeakers("Lina Aziz", lina))).toContain("Lina Karim Aziz");
  await merge(lina, whole);
  expect((await speakerDesk(lina))?.mergedInto).toEqual({ id: whole, name: "Lina Karim Aziz" });
  expect(await speakerDesk(whole)).toMatchObject({
    moves: { statements: own, publishedCount: 1 },
    merged: [{ id: lina, name: "Lina Aziz", by: "Mara", statements: own, at: NOW.toISOString() }],
    history: [
      { action: "speaker.merge", actorName: "Mara", words: expect.stringContaining("The list of names.") },
    ],
  });
  expect(await movesOf(lina)).toMatchObject({ statements: own });
  const { revision } = await rowOf(lina);
  await partSpeaker(avan, { speakerId: lina, revision, reason: "A cousin." }, at);
  for (const id of [lina, whole]) {
    const { history } = (await speakerDesk(id)) ?? { history: [] };
    expect(history.map(({ action, actorName }) => [action, actorName])).toEqual([
      ["speaker.part", "Avan"],
      ["speaker.merge", "Mara"],
    ]);
  }
  expect((await speakerDesk(whole))?.moves.statements).toBe(0);
});

test("nobody is nobody", async () => {
  expect(await speakerDesk(randomUUID())).toBeNull();
});
