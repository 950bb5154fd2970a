import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { markFilesOf } from "#lib/db/marks/mark-files";
import { rebuildQueue } from "#lib/db/queue/rebuild";
import { passDesk } from "#lib/db/readings/pass-desk";
import { suggestionViews } from "#lib/db/statements/views";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { trialCounts } from "#lib/db/trials/counts";
import { labelledPages } from "#lib/db/trials/labelled-pages";
import type { Actor } from "#lib/domain/actor";
import { MARK_BOUNDS } from "#lib/domain/bounds";
import { AppError } from "#lib/errors";
import { anchorsOf } from "#lib/text/selector";
import * as words from "#lib/words";
import { reasonWords } from "#lib/words/reason-words";
import { importMarks, markPreview, readMarks, takeMarksBack } from "./marks";

import { askReading, takePass } from "./readings";
import { openReview, publishReview, submitReview } from "./reviews";
import { acceptSuggestion, rejectSuggestion, undoDecision } from "./statements";
import {
  acceptAll,
  at,
  draftReview,
  NOW,
  person,
  storedPage,
  submittedReview,
  suggestionsOf,
} from "./testing/newsroom";

/** Marks from other programs become suggestions, once, and go again while nobody decided on them. */

let close: () => Promise<void>;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  [mara, avan] = [await person("Mara"), await person("Avan")];
});
afterAll(async () => {
  await disconnect();
  await close();
});

const said = words.refusals;
const OPEN = { kinds: [null, null], otherwise: "OPINION" } as const;

/** Words of the page that no sentence is: the machine suggests nothing on exactly them. */
const FOUND = "The quay was built";
const textOf = async (versionId: string) =>
  (await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } })).text;

/** A search of Hypothesis with a mark of each of these words, their tags beside them. */
async function hypothesis(versionId: string, marks: readonly (readonly [string, readonly string[]])[]) {
  const text = await textOf(versionId);
  const rows = marks.map(([exact, tags]) => {
    const start = text.indexOf(exact);
    const [anchor] = start === -1 ? [] : anchorsOf(text, [{ start, end: start + exact.length }]);
    const { prefix = "", suffix = "", ...place } = anchor ?? {};
    return {
      user: "acct:maria@hypothes.is",
      created: "2024-09-17T10:00:00+00:00",
      text: "<b>Look</b>",
      tags,
      target: [
        {
          selector: [
            { type: "TextQuoteSelector", exact, prefix, suffix },
            { type: "TextPositionSelector", ...place },
          ],
        },
      ],
    };
  });
  return JSON.stringify({ total: rows.length, rows });
}

const MARKS = [
  [FOUND, ["opinion?", "quay"]],
  ["Words that stand nowhere here", ["quay"]],
  ["No comments:", ["quay"]],
] as const;

/** A page that was given a file of three marks, of which one fits. */
async function given() {
  const versionId = await storedPage();
  const content = await hypothesis(versionId, MARKS);
  const { fileId } = await readMarks(mara, { versionId, content, name: "search.json" }, at);
  return { versionId, content, fileId };
}
async function imported() {
  const one = await given();
  await importMarks(mara, { fileId: one.fileId, ...OPEN }, at);
  return one;
}
const marked = async (versionId: string) =>
  (await suggestionsOf(versionId)).filter(({ markFileId }) => markFileId !== null);
const eventsOf = (versionId: string) =>
  database().auditEvent.findMany({
    where: { subjectId: `version:${versionId}`, action: { startsWith: "marks." } },
    orderBy: { sequence: "asc" },
  });

describe("a file", () => {
  test("is read and looked at, and suggests nothing before it is imported", async () => {
    const { versionId, fileId } = await given();
    expect(await marked(versionId)).toEqual([]);
    const preview = await markPreview(versionId, fileId, null);
    expect(preview).toMatchObject({ tool: "HYPOTHESIS", tags: ["opinion?", "quay"], suggestions: 0 });
    expect(preview?.plan.map(({ trouble }) => trouble)).toEqual(["UNCHOSEN", "NOT_FOUND", "OUTSIDE"]);
    const chosen = await markPreview(versionId, fileId, OPEN);
    expect(chosen).toMatchObject({
      suggestions: 1,
      plan: [{ exact: FOUND, kind: "OPINION", trouble: null }, {}, {}],
    });
  });

  test("is kept once, also by two at the same time, and in one version alone", async () => {
    const versionId = await storedPage();
    const content = await hypothesis(versionId, MARKS);
    const ask = { versionId, content, name: null };
    const both = await Promise.all([readMarks(mara, ask, at), readMarks(avan, ask, at)]);
    expect(new Set(both.map(({ fileId }) => fileId)).size).toBe(1);
    expect(await readMarks(avan, ask, at)).toEqual(both[0]);
    expect(await eventsOf(versionId)).toHaveLength(1);
    const elsewhere = await readMarks(mara, { ...ask, versionId: await storedPage() }, at);
    expect(elsewhere).not.toEqual(both[0]);
  });

  test("is refused where it is none, too large, or one too many", async () => {
    const versionId = await storedPage();
    const give = (content: string) => readMarks(mara, { versionId, content, name: null }, at);
    await expect(give("Words.")).rejects.toMatchObject({ message: said.marksNoJson, field: "content" });
    await expect(give("x".repeat(MARK_BOUNDS.file + 1))).rejects.toMatchObject({ code: "invalid_input" });
    await expect(give("")).rejects.toThrow("Choose a file");
    for (let n = 0; n < MARK_BOUNDS.files; n += 1) await give(await hypothesis(versionId, [[`${n}`, []]]));
    await expect(give(await hypothesis(versionId, [["more", []]]))).rejects.toThrow(said.manyMarkFiles);
  });

  test("names nobody's fields: one that is full of markup and NULs is kept as text", async () => {
    const versionId = await storedPage();
    const row = {
      user: "acct:a@b",
      tags: ["<script>", "\u0000"],
      text: "\ud800",
      target: [{ selector: [] }],
    };
    const { fileId } = await readMarks(mara, { versionId, content: JSON.stringify([row]), name: "a" }, at);
    expect(await markPreview(versionId, fileId, null)).toMatchObject({ tags: ["<script>", "\uFFFD"] });
  });
});

describe("imported", () => {
  test("are suggestions as any other, with who marked them, and sure of nothing", async () => {
    const { versionId, fileId } = await imported();
    const [row, ...others] = await marked(versionId);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      exact: FOUND,
      label: "OPINION",
      sourcing: "NONE",
      markFileId: fileId,
      engineName: "hypothesis",
      confidence: 0,
    });
    const view = (await suggestionViews(versionId, null)).find(({ id }) => id === row?.id);
    expect(view).toMatchObject({ isSure: false, decision: null, flags: { opinion: true } });
    expect(view?.reasons.map((reason) => reasonWords(reason))).toEqual([
      "Marked by maria in Hypothesis on 17 September 2024: opinion?, quay. They wrote: “<b>Look</b>”",
    ]);
    expect((await eventsOf(versionId)).map(({ action }) => action)).toEqual(["marks.read", "marks.import"]);
    expect(await markFilesOf(versionId)).toMatchObject([
      {
        name: "search.json",
        count: 3,
        imported: { by: "Mara", suggestions: 1 },
        ended: null,
        isDecided: false,
      },
    ]);
  });

  test("come in once, also where two ask at the same time, and the same file again does nothing", async () => {
    const { versionId, fileId, content } = await given();
    const ask = { fileId, ...OPEN };
    const both = await Promise.allSettled([importMarks(mara, ask, at), importMarks(avan, ask, at)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await marked(versionId)).toHaveLength(1);
    expect(await readMarks(mara, { versionId, content, name: "again.json" }, at)).toEqual({ fileId });
    await expect(importMarks(mara, ask, at)).rejects.toThrow(said.marksImported);
  });

  test("another file that says the same suggests nothing again, and one that says otherwise does", async () => {
    const { versionId } = await imported();
    const content = await hypothesis(versionId, [[FOUND, ["quay"]]]);
    const { fileId } = await readMarks(mara, { versionId, content, name: null }, at);
    await expect(
      importMarks(mara, { fileId, kinds: ["OPINION"], otherwise: "LEAVE_OUT" }, at),
    ).rejects.toThrow(said.marksNoneFit);
    await importMarks(mara, { fileId, kinds: ["NONE"], otherwise: "LEAVE_OUT" }, at);
    expect((await marked(versionId)).map(({ label }) => label).sort()).toEqual([
      "OPINION",
      "UNSOURCED_ASSERTION",
    ]);
  });

  test("on several pieces are one suggestion that stands in them, and so does the statement that it becomes", async () => {
    const line = `“We 😬 will,” the minister said, “pay يوم الأحد ${Math.random().toString(36).slice(2, 8)}.”`;
    const versionId = await storedPage(line);
    const text = await textOf(versionId);
    const [start, end] = [text.indexOf("“We 😬 will,”"), text.indexOf(".”", text.indexOf("“We 😬")) + 2];
    const exact = text.slice(start, end);
    const [anchor] = anchorsOf(text, [{ start, end }]);
    const target = (piece: string) => {
      const from = [...exact.slice(0, exact.indexOf(piece))].length;
      const refinedBy = { type: "TextPositionSelector", start: from, end: from + [...piece].length };
      const { prefix, suffix, ...place } = anchor ?? {};
      const selector = [
        { type: "TextQuoteSelector", exact, prefix, suffix, refinedBy },
        { type: "TextPositionSelector", ...place, refinedBy },
      ];
      return { source: "https://gazette.example/quay", selector };
    };
    const said = [exact.slice(0, "“We 😬 will,”".length), exact.slice(exact.indexOf("“pay"))];
    const content = JSON.stringify({ type: "Annotation", body: [], target: said.map(target) });
    const { fileId } = await readMarks(mara, { versionId, content, name: null }, at);
    const choices = { kinds: [], otherwise: "NAMED_PERSON" } as const;
    const preview = await markPreview(versionId, fileId, choices);
    expect(preview?.plan).toMatchObject([{ exact: said.join(" … "), trouble: null }]);
    await importMarks(mara, { fileId, ...choices }, at);
    const [row, ...others] = await marked(versionId);
    expect(others).toEqual([]);
    const second = start + exact.indexOf("“pay");
    const pieces = [start, start + (said[0] ?? "").length, second, end];
    expect(row).toMatchObject({ exact, content: pieces });
    const view = (await suggestionViews(versionId, null)).find(({ id }) => id === row?.id);
    expect(view?.content).toEqual([
      { start, end: pieces[1] },
      { start: second, end },
    ]);
    // The same file in other clothes says the same.
    const again = await readMarks(mara, { versionId, content: ` ${content}`, name: null }, at);
    await expect(importMarks(mara, { ...again, ...choices }, at)).rejects.toThrow(
      words.refusals.marksNoneFit,
    );
    const { reviewId } = await openReview(mara, { versionId }, at);
    const { statementId } = await acceptSuggestion(mara, { reviewId, suggestionId: row?.id }, at);
    const kept = await database().statement.findUniqueOrThrow({ where: { id: statementId } });
    expect(kept).toMatchObject({ exact, content: pieces });
  });

  test("are found by code points behind an emoji and beside Arabic", async () => {
    const mark = `😬 قال ${Math.random().toString(36).slice(2, 8)} 😬`;
    const versionId = await storedPage(mark);
    const content = await hypothesis(versionId, [[`widen quay ${mark}, the mayor`, []]]);
    const { fileId } = await readMarks(mara, { versionId, content, name: null }, at);
    await importMarks(mara, { fileId, kinds: [], otherwise: "NONE" }, at);
    expect(await marked(versionId)).toMatchObject([{ exact: `widen quay ${mark}, the mayor` }]);
  });

  test.each([
    ["other choices than the file has tags", { kinds: [], otherwise: "NONE" }, said.marksUnchosen],
    ["everything left out", { kinds: [null, null], otherwise: "LEAVE_OUT" }, said.marksNoneFit],
  ])("not with %s", async (_, choices, message) => {
    const { fileId } = await given();
    await expect(importMarks(mara, { fileId, ...choices }, at)).rejects.toThrow(message);
  });

  test("are decided on like the others, and count for no rule and teach none", async () => {
    const { versionId } = await imported();
    const { reviewId } = await openReview(mara, { versionId }, at);
    const before = await trialCounts(NOW);
    await acceptAll(mara, versionId, reviewId);
    const { revision } = await submitReview(mara, { reviewId, revision: 1 }, at);
    await publishReview(avan, { reviewId, revision }, at);
    expect((await trialCounts(NOW)).some(({ rule }) => rule.startsWith("import/"))).toBe(false);
    expect(await trialCounts(NOW)).not.toEqual(before);
    for await (const page of labelledPages({ since: null, isWithDrafts: false })) {
      if (page.versionId !== versionId) continue;
      expect(page.statements.map(({ exact }) => exact)).toContain(FOUND);
      expect(page.decisions.length).toBe((await suggestionsOf(versionId)).length - 1);
    }
    expect(await rebuildQueue(NOW)).toBe(0);
    expect((await transaction(verifyRecordIn)).length).toBe(0);
  });
});

const verifyRecordIn = async () => (await verifyRecord()).faults;

describe("taken back", () => {
  test("they are gone from every list, and the file can be given again", async () => {
    const { versionId, fileId, content } = await imported();
    const machine = (await suggestionsOf(versionId)).filter(({ markFileId }) => markFileId === null);
    await takeMarksBack(avan, { fileId }, at);
    expect((await suggestionsOf(versionId)).map(({ id }) => id)).toEqual(machine.map(({ id }) => id));
    expect(await markFilesOf(versionId)).toMatchObject([
      { imported: { suggestions: 1 }, ended: { by: "Avan" } },
    ]);
    await expect(takeMarksBack(avan, { fileId }, at)).rejects.toThrow(said.marksEnded);
    await expect(importMarks(avan, { fileId, ...OPEN }, at)).rejects.toThrow(said.marksEnded);
    const again = await readMarks(mara, { versionId, content, name: null }, at);
    expect(again.fileId).not.toBe(fileId);
    await importMarks(mara, { fileId: again.fileId, ...OPEN }, at);
    expect(await marked(versionId)).toHaveLength(1);
    expect(await rebuildQueue(NOW)).toBe(0);
  });

  test("not once somebody decided on one, also where that was undone", async () => {
    const { versionId, fileId } = await imported();
    const { reviewId } = await openReview(mara, { versionId }, at);
    const [row] = await marked(versionId);
    const about = { reviewId, suggestionId: row?.id };
    await rejectSuggestion(mara, { ...about, reason: "No." }, at);
    await undoDecision(mara, about, at);
    await expect(takeMarksBack(mara, { fileId }, at)).rejects.toThrow(said.marksDecided);
    expect(await marked(versionId)).toHaveLength(1);
    expect(await markFilesOf(versionId)).toMatchObject([{ isDecided: true }]);
  });

  test("or accepted at the same time: one of the two is first", async () => {
    const { versionId, fileId } = await imported();
    const { reviewId } = await openReview(mara, { versionId }, at);
    const [row] = await marked(versionId);
    const [accepted, taken] = await Promise.allSettled([
      acceptSuggestion(mara, { reviewId, suggestionId: row?.id }, at),
      takeMarksBack(avan, { fileId }, at),
    ]);
    expect([accepted.status, taken.status].sort()).toEqual(["fulfilled", "rejected"]);
    expect(await marked(versionId)).toHaveLength(accepted.status === "fulfilled" ? 1 : 0);
  });

  test("a file keeps what was given, and what became of it", async () => {
    const { fileId: id } = await imported();
    const change = (data: object) => database().markFile.update({ where: { id }, data });
    await expect(change({ suggested: 4 })).rejects.toThrow(/imported once, and taken back once/);
    await takeMarksBack(avan, { fileId: id }, at);
    await expect(change({ endedAt: new Date(NOW.getTime() + 1000) })).rejects.toThrow(/taken back once/);
  });

  test("the database lets go of nothing else", async () => {
    const { versionId } = await imported();
    const ids = (await suggestionsOf(versionId)).map(({ id }) => id);
    for (const id of ids)
      await expect(database().suggestion.delete({ where: { id } })).rejects.toThrow(
        /a suggestion stays|never changed/,
      );
  });
});

describe("not while", () => {
  test("two people read the page blind; what came in before is no part of a pass that starts from the bare text", async () => {
    const { versionId, fileId, content } = await imported();
    const other = await readMarks(mara, { versionId, content: `${content} `, name: null }, at);
    const { readingId } = await askReading(mara, { versionId, start: "BARE" }, at);
    const reader = await person("A reader", "CONTRIBUTOR");
    await takePass(reader, { readingId }, at);
    expect((await passDesk(reader, readingId))?.suggestions).toEqual([]);
    for (const act of [
      () => readMarks(mara, { versionId, content: `${content}  `, name: null }, at),
      () => importMarks(mara, { fileId: other.fileId, kinds: ["NONE", null], otherwise: "LEAVE_OUT" }, at),
      () => takeMarksBack(mara, { fileId }, at),
    ])
      await expect(act()).rejects.toMatchObject({ code: "conflict", message: said.readBlind });
  });

  test("the page was handed in; while it is written, what comes in waits for a decision", async () => {
    const handedIn = await submittedReview(mara);
    const content = await hypothesis(handedIn.versionId, [[FOUND, []]]);
    const give = (versionId: string) => readMarks(mara, { versionId, content, name: null }, at);
    await expect(give(handedIn.versionId)).rejects.toBeInstanceOf(AppError);
    const { versionId, reviewId } = await draftReview(mara);
    const { fileId } = await give(versionId);
    await importMarks(avan, { fileId, kinds: [], otherwise: "NONE" }, at);
    await expect(submitReview(mara, { reviewId, revision: 1 }, at)).rejects.toThrow(
      "1 suggestion still waits",
    );
  });
});
