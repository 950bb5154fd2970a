import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { claimDesk } from "#lib/db/claims/desk";
import { database } from "#lib/db/core/client";
import { endLostLooks, factChecksOf } from "#lib/db/fact-checks/looks";
import { addEvidence, createClaim } from "#lib/desk/claims";
import { draftsUnder, saveDraft } from "#lib/desk/drafts";
import { lookAtAddress, lookAtGiven, takeFactCheck } from "#lib/desk/fact-checks";
import { at, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { html, http, moved, type Route } from "#lib/pipeline/fetch/testing/site";
import * as words from "#lib/words";
import { workshop } from "./testing/workshop";

const said = words.factChecks;
const { routes, site, addressOf, work } = workshop();
let mara: Actor;
let claimId: string;
beforeAll(async () => {
  mara = await person("Mara");
  ({ claimId } = await createClaim(mara, { wording: "The old quay was sold to a Norwegian company." }, at));
});
afterEach(async () => {
  site().asked.length = 0;
  await database().fetchHost.deleteMany();
  await database().robotsFile.deleteMany();
  await database().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

const REVIEW = {
  "@type": "ClaimReview",
  claimReviewed: "A Norwegian company bought the old quay.",
  reviewRating: { alternateName: "False", ratingValue: 1, bestRating: 5 },
  author: { name: "Gazette Check" },
  datePublished: "2026-03-04",
  headline: "The quay wasn’t sold",
};
const PAGE = `<!doctype html><title>x</title><script type="application/ld+json">${JSON.stringify(REVIEW)}</script>`;
const lookAt = (url: string, by = mara) => lookAtAddress(by, { claimId, url }, at);
const give = (content: string, name: string | null = null, by = mara) =>
  lookAtGiven(by, { claimId, content, name }, at);
const last = async (by = mara) => {
  const look = (await factChecksOf(claimId, by.id))?.look;
  if (look == null) throw new Error("nobody looked");
  return look;
};
const drafts = (by = mara) => draftsUnder(by, `claim:${claimId}:evidence`);
const row = () => database().factCheckLook.findFirstOrThrow({ where: { askedById: mara.id } });

test("a page is fetched, and what it says is put into the form for evidence: as theirs, and nothing is added", async () => {
  routes.set("/short", moved("/check")).set("/check", html(PAGE));
  await lookAt(addressOf("/short"));
  expect(await last()).toMatchObject({ isWaiting: true, found: null, message: null });
  await work();
  const look = await last();
  expect(look).toMatchObject({
    isWaiting: false,
    message: null,
    found: {
      total: 1,
      checks: [{ check: { rating: "False", by: "Gazette Check", url: addressOf("/check") } }],
    },
  });
  const before = await database().auditEvent.count();
  await takeFactCheck(mara, { lookId: look.id, index: "0" }, at);
  const [draft] = await drafts();
  expect(draft?.body).toEqual({
    stance: "",
    title: "The quay wasn’t sold",
    url: addressOf("/check"),
    archivedUrl: "",
    sourceKind: "SECONDARY",
    publisher: "Gazette Check",
    publishedAt: "2026-03-04",
    quote: "",
    note: said.noteOf({ ...REVIEW_SAID, url: addressOf("/check") }),
  });
  expect(draft?.body.note).toContain("Their rating, in their words: “False”.");
  expect((await claimDesk(mara, claimId))?.evidence).toEqual([]);
  expect(await database().auditEvent.count()).toBe(before);
  // The form asks which way it speaks; then it is evidence as any other.
  await expect(addEvidence(mara, { claimId, ...draft?.body }, at)).rejects.toMatchObject({ field: "stance" });
  await addEvidence(mara, { claimId, ...draft?.body, stance: "REFUTES" }, at);
  expect((await claimDesk(mara, claimId))?.evidence).toMatchObject([
    { stance: "REFUTES", sourceKind: "SECONDARY", publisher: "Gazette Check", quote: null },
  ]);
});
const REVIEW_SAID = {
  claim: REVIEW.claimReviewed,
  rating: "False",
  value: "1",
  worst: null,
  best: "5",
  by: "Gazette Check",
  title: REVIEW.headline,
  day: "2026-03-04",
};

test("what stands in the form isn't written over", async () => {
  const other = await person("Noor");
  await give(JSON.stringify(REVIEW), null, other);
  await work();
  const draft = {
    personId: other.id,
    subject: `claim:${claimId}:evidence`,
    body: { title: "Mine" },
    basedOn: null,
  };
  await saveDraft(other, draft, at);
  const take = (by: Actor, index: unknown) =>
    last(other).then(({ id }) => takeFactCheck(by, { lookId: id, index }, at));
  await expect(take(other, 0)).rejects.toMatchObject({ code: "conflict", message: said.formIsFull });
  expect((await drafts(other))[0]?.body).toEqual({ title: "Mine" });
  await expect(take(other, 1)).rejects.toMatchObject({ code: "not_found" });
  await expect(take(other, -1)).rejects.toMatchObject({ code: "invalid_input" });
  // What another person found is theirs.
  await expect(take(mara, 0)).rejects.toMatchObject({ code: "not_found" });
});

test("what is given is kept until it is read, and the next look takes its place", async () => {
  await give(JSON.stringify({ dataFeedElement: [] }), "feed.json");
  expect((await row()).given).toContain("dataFeedElement");
  await give(JSON.stringify([REVIEW]));
  await work();
  expect(await row()).toMatchObject({ given: null, name: null, url: null, message: null });
  expect(await database().factCheckLook.count({ where: { askedById: mara.id } })).toBe(1);
  expect((await last()).found?.total).toBe(1);
});

describe("what goes wrong is said, with what to do", () => {
  test.each<[string, Route, RegExp | string]>([
    ["a page that isn't there", http(404, {}), /has no page at this address any more/],
    [
      "a picture",
      http(200, { "content-type": "image/png" }, "x"),
      /has a picture, which says nothing for programs/,
    ],
    ["a server in trouble", http(503, {}), /trouble of its own .* try again/],
    ["a way to a private address", moved("http://127.0.0.2/check"), /not on the public internet/],
    ["bytes that are no text", html(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])), /./],
  ])("%s", async (_, route, message) => {
    routes.set("/check", route);
    await lookAt(addressOf("/check"));
    await work();
    const look = await last();
    expect(look).toMatchObject({ isWaiting: false, found: null });
    expect(look.message).toMatch(message);
  });

  test("a private address is refused before anybody is asked", async () => {
    await lookAt("http://127.0.0.2/check");
    await work();
    expect((await last()).message).toMatch(/not on the public internet/);
    expect(site().asked).toEqual([]);
  });

  test("a page without a review says nothing for programs", async () => {
    routes.set("/check", html("<p>False!</p>"));
    await lookAt(addressOf("/check"));
    await work();
    expect((await last()).found).toEqual({ checks: [], total: 0, isCut: false, unreadable: 0 });
  });

  test("JSON of a data feed is fetched too", async () => {
    const feed = JSON.stringify({ "@type": "DataFeed", dataFeedElement: [{ item: REVIEW }] });
    routes.set("/feed.json", http(200, { "content-type": "application/ld+json" }, feed));
    await lookAt(addressOf("/feed.json"));
    await work();
    expect((await last()).found?.total).toBe(1);
  });
});

test.each([
  [{ url: "" }, "url"],
  [{ url: "javascript:alert(1)" }, "url"],
  [{ url: `https://a.example/${"x".repeat(2_000)}` }, "url"],
])("%j is no address to look at", async (input, field) => {
  await expect(lookAtAddress(mara, { claimId, ...input }, at)).rejects.toMatchObject({ field });
});

test.each(["", "  \n", "x".repeat(2_000_001)])("nothing, and too much, are not taken", async (content) => {
  await expect(give(content)).rejects.toMatchObject({ code: "invalid_input", field: "content" });
});

test("a look whose job is gone ends with a sentence; a claim that isn't there is looked at by nobody", async () => {
  await give(JSON.stringify(REVIEW));
  await database().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  expect(await endLostLooks(at.now)).toBe(1);
  expect(await last()).toMatchObject({ isWaiting: false, message: said.gaveUp });
  const nobodys = "00000000-0000-4000-8000-000000000000";
  await expect(
    lookAtAddress(mara, { claimId: nobodys, url: "https://a.example/" }, at),
  ).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await factChecksOf(nobodys, mara.id)).toBeNull();
});

test("the database holds a look together", async () => {
  await give(JSON.stringify(REVIEW));
  const { id } = await row();
  const change = (data: object) => database().factCheckLook.update({ where: { id }, data });
  const endedAt = at.now;
  await expect(change({ endedAt })).rejects.toThrow("FactCheckLook_whole");
  await expect(change({ given: null })).rejects.toThrow("FactCheckLook_whole");
  await expect(change({ endedAt, message: "x" })).rejects.toThrow("FactCheckLook_whole");
  await expect(change({ url: "https://a.example/" })).rejects.toThrow(/FactCheckLook_(of_one|whole)|denied/);
  await expect(change({ given: "x".repeat(7_000_000) })).rejects.toThrow("FactCheckLook_of_one");
});
