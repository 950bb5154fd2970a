import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "#lib/db/audit/audit";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import type { ListedPlace } from "#lib/domain/desk-lists";
import { ingest } from "#lib/ingest";
import { relateWaiting } from "#lib/ingest/provenance";
import * as words from "#lib/words";
import { addProvenance, confirmProvenance, dismissProvenance, undoProvenance } from "./provenance";
import { provenancePage } from "./provenance-page";
import { at, NOW, person } from "./testing/newsroom";

let close: () => Promise<void>;
let mara: Actor;
let cleo: Actor;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
  cleo = await person("Cleo", "CONTRIBUTOR");
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

async function page(paragraphs: readonly string[], url: string | null = null): Promise<string> {
  const { versionId } = await ingest(
    {
      bytes: new TextEncoder().encode(paragraphs.join("\n\n")),
      format: "text",
      mediaType: null,
      url,
      publisher: "gazette.example",
      isSample: false,
      requestedBy: SYSTEM,
    },
    { now: NOW, engine: "RULES" },
  );
  return versionId;
}

const relate = () => relateWaiting(100, () => NOW);
const TEXT = [
  "The port of Harlen closed on Friday after a crane fell into the basin beside the old fish hall.",
  "Four workers were injured, harbour master Rena Dole told reporters at the gate of Harlen.",
  "Ships are being sent to Trebsen for ten days, and the ferry to the islands leaves from there.",
];

/** A report and a post that has its text from it. */
async function pair(mark: string) {
  const named = TEXT.map((one) => one.replaceAll("Harlen", mark).replaceAll("Trebsen", `New ${mark}`));
  const upstream = await page(
    ["Tuesday, May 21, 2024", "Crane falls", ...named],
    `https://${mark}.example/1`,
  );
  const post = await page([
    "Thursday, May 23, 2024",
    "It fell",
    ...named.map((one) => one.replace("Four", "Forty")),
    `Readers of this blog about ${mark} have seen it coming for many years.`,
  ]);
  await relate();
  const desk = await provenancePage(post);
  const [edge] = desk?.upstream ?? [];
  if (edge === undefined) throw new Error("nothing was proposed");
  return { upstream, post, edge };
}

const upstreamOf = async (versionId: string) => (await provenancePage(versionId))?.upstream ?? [];

test("a proposal shows both texts side by side, with what was changed marked and what was added", async () => {
  const { upstream, post, edge } = await pair("Aldorp");
  expect(edge).toMatchObject({
    state: "PROPOSED",
    kind: "REPOSTS",
    page: { versionId: upstream },
    decided: null,
  });
  expect(edge.counts).toEqual({ verbatim: 2, changed: 1, added: 1, dropped: 0 });
  const changed = edge.sentences?.find(({ change }) => change === "NUMBER");
  expect(changed?.here.filter(({ kind }) => kind === "ADDED").map(({ text }) => text.trim())).toEqual([
    "Forty",
  ]);
  expect(changed?.there.filter(({ kind }) => kind === "REMOVED").map(({ text }) => text.trim())).toEqual([
    "Four",
  ]);
  const added = edge.sentences?.find(({ change }) => change === "ADDED");
  expect(added).toMatchObject({ there: [], here: [{ text: expect.stringContaining("seen it coming") }] });
  expect(await provenancePage(upstream)).toMatchObject({
    upstream: [],
    downstream: [{ page: { versionId: post } }],
    downstreamCount: 1,
  });
});

test("those downstream are read a part at a time, each once; a dismissed one is none of them", async () => {
  const named = TEXT.map((one) => one.replaceAll("Harlen", "Quist").replaceAll("Trebsen", "New Quist"));
  const report = await page(["Tuesday, May 21, 2024", "Crane falls", ...named], "https://quist.example/1");
  for (let n = 0; n < 24; n++)
    await page([
      "Thursday, May 23, 2024",
      `It fell, post ${n}`,
      ...named,
      `Post ${n} was written by reader ${n}.`,
    ]);
  await relate();
  const part = async (place: ListedPlace | null) => {
    const desk = await provenancePage(report, place);
    if (desk === null) throw new Error("there is such a part");
    return { ...desk, ids: desk.downstream.map(({ id }) => id) };
  };
  const first = await part(null);
  expect(first).toMatchObject({ downstreamCount: 24, earlier: null, ids: { length: 20 } });
  const second = await part({ way: "after", id: first.later ?? "" });
  expect(second).toMatchObject({ downstreamCount: 24, later: null, ids: { length: 4 } });
  expect(new Set([...first.ids, ...second.ids]).size).toBe(24);
  expect((await part({ way: "before", id: second.earlier ?? "" })).ids).toEqual(first.ids);
  expect(await provenancePage(report, { way: "after", id: second.ids.at(-1) ?? "" })).toBeNull();
  const dismissed = {
    edgeId: second.ids[0] ?? "",
    revision: 1,
    reason: "Both are from the port’s own notice.",
  };
  await dismissProvenance(mara, dismissed, at);
  expect(await part({ way: "after", id: first.later ?? "" })).toMatchObject({
    ids: second.ids.slice(1),
    downstreamCount: 23,
  });
});

test("an editor confirms, changes the kind, takes it back and dismisses it; each is in the history", async () => {
  const { post, edge } = await pair("Bruun");
  const { id: edgeId } = edge;
  await confirmProvenance(mara, { edgeId, revision: 1, kind: "REPOSTS" }, at);
  await expect(confirmProvenance(mara, { edgeId, revision: 2, kind: "REPOSTS" }, at)).rejects.toThrow(
    words.refusals.provenanceStands,
  );
  await expect(confirmProvenance(mara, { edgeId, revision: 1, kind: "QUOTES" }, at)).rejects.toThrow(
    words.deskErrors.stale,
  );
  await confirmProvenance(mara, { edgeId, revision: 2, kind: "QUOTES" }, at);
  expect(await upstreamOf(post)).toMatchObject([
    { state: "CONFIRMED", kind: "QUOTES", decided: { by: "Mara" } },
  ]);
  await undoProvenance(mara, { edgeId, revision: 3 }, at);
  await expect(undoProvenance(mara, { edgeId, revision: 4 }, at)).rejects.toThrow(
    words.refusals.provenanceUndecided,
  );
  await dismissProvenance(mara, { edgeId, revision: 4, reason: "Both are from the port’s own notice." }, at);
  await expect(dismissProvenance(mara, { edgeId, revision: 5, reason: "Again." }, at)).rejects.toThrow(
    words.refusals.provenanceDismissed,
  );
  // The machine leaves alone what was decided.
  await database().textSample.updateMany({ data: { isWaiting: true } });
  await relate();
  const desk = await provenancePage(post);
  expect(desk?.upstream).toMatchObject([
    { id: edgeId, state: "DISMISSED", decided: { reason: "Both are from the port’s own notice." } },
  ]);
  expect(desk?.history.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["provenance.confirm", "provenance.undo", "provenance.dismiss"]),
  );
});

test("a page that the machine didn't find is named by its address, here or on the web, and compared then", async () => {
  const { post } = await pair("Corvo");
  const other = await page(
    ["A letter", "Nothing in this letter stands in any post about the port at all."],
    "https://letters.example/7",
  );
  const named = {
    versionId: post,
    upstream: "https://letters.example/7",
    kind: "CITES",
    reason: "They told us.",
  };
  await addProvenance(mara, named, at);
  expect(await upstreamOf(post)).toContainEqual(
    expect.objectContaining({ kind: "CITES", state: "CONFIRMED", isMachines: false, sentences: null }),
  );
  await relate();
  const edge = (await upstreamOf(post)).find(({ isMachines }) => !isMachines);
  expect(edge?.sentences?.filter(({ change }) => change === "ADDED").length).toBe(4);
  await expect(addProvenance(mara, named, at)).rejects.toThrow(words.refusals.provenanceNamed);
  const turned = {
    versionId: other,
    upstream: `https://desk.example/desk/articles/${post}`,
    kind: "CITES",
    reason: "x",
  };
  await expect(addProvenance(mara, turned, at)).rejects.toThrow(words.refusals.ownSource);
  await expect(addProvenance(mara, { ...turned, versionId: post }, at)).rejects.toThrow(
    words.refusals.itselfUpstream,
  );
  await expect(
    addProvenance(mara, { ...turned, upstream: "https://nobody.example/" }, at),
  ).rejects.toMatchObject({ field: "upstream" });
});

test("a dismissed step stands again only where no circle would close", async () => {
  const { upstream, post, edge } = await pair("Dorne");
  await dismissProvenance(mara, { edgeId: edge.id, revision: 1, reason: "The other way round." }, at);
  await addProvenance(
    mara,
    {
      versionId: upstream,
      upstream: `/desk/articles/${post}`,
      kind: "REPOSTS",
      reason: "The blog was first.",
    },
    at,
  );
  await expect(undoProvenance(mara, { edgeId: edge.id, revision: 2 }, at)).rejects.toThrow(
    words.refusals.ownSource,
  );
  await expect(
    confirmProvenance(mara, { edgeId: edge.id, revision: 2, kind: "REPOSTS" }, at),
  ).rejects.toThrow(words.refusals.ownSource);
});

test("a newer version upstream, and one that is gone, are said", async () => {
  const { upstream, post } = await pair("Eskil");
  const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: upstream } });
  await page(
    [
      "Tuesday, May 21, 2024",
      "Crane falls",
      "The port of Eskil is open again, and nobody was hurt there after all.",
    ],
    "https://Eskil.example/1".toLowerCase(),
  );
  const newer = await upstreamOf(post);
  expect(newer[0]?.since).toEqual({ newerVersion: 2, isGone: false });
  await database().pageCheck.create({
    data: { articleId, at: new Date(NOW.getTime() + 1000), result: "GONE" },
  });
  expect((await upstreamOf(post))[0]?.since.isGone).toBe(true);
});

test("a contributor decides nothing; the record is whole", async () => {
  const { edge } = await pair("Fjeld");
  await expect(
    confirmProvenance(cleo, { edgeId: edge.id, revision: 1, kind: "REPOSTS" }, at),
  ).rejects.toMatchObject({ code: "not_allowed" });
  expect((await verifyRecord()).faults).toEqual([]);
});
