/**
 * Editors who all save: `node --import tsx bench/editors.ts [PEOPLE] [SECONDS]` (50 300), after `npm run build` or `npm start`.
 *
 * Starts a product of its own. Each has a page under review and changes one statement every two seconds, by the action that the desk's own button calls, and
 * reads the answer to its end. As in their browser, a stream tells them of the change, and the page is drawn anew every half a minute, as they never rest. On every
 * fifth page somebody else looks on: they hear of each change by the stream, and have the page drawn anew. Printed are milliseconds from asking to the answer's end, and from the answer's first byte to the moment that the other one's screen has it. Ends
 * with 1 where a change was refused, or the record holds another one than was saved last.
 */
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { removeData } from "#e2e/product";
import { database, disconnect } from "#lib/db/core/client";
import { openReview } from "#lib/desk/reviews";
import { acceptSuggestion } from "#lib/desk/statements";
import { narration, storedPage, suggestionsOf } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { type LiveNews, LONGEST_BEHIND, newsIn, waitOf } from "#lib/domain/live";
import { figures, redraw, signedIn, startSignedIn } from "./signed-in";

const EVERY = 2_000;
/** Of so many pages one has somebody who looks on. */
const WATCHED = 5;
const CERTAINTIES = ["CT+", "PR+", "PS+"] as const;

const [people = 50, seconds = 300] = process.argv.slice(2).map(Number);
const { product, cookieOf } = await startSignedIn();

const Manifest = z.object({
  node: z.record(z.string(), z.looseObject({ exportedName: z.string(), filename: z.string() })),
});
const manifest = Manifest.parse(
  JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")),
);
const [action = ""] =
  Object.entries(manifest.node).find(
    ([, { exportedName, filename }]) =>
      exportedName === "editAction" && filename.includes("desk/articles/[versionId]/actions"),
  ) ?? [];

interface Work {
  readonly cookie: string;
  readonly address: string;
  readonly articleId: string;
  readonly statementId: string;
  readonly span: { readonly start: number; readonly end: number };
  saved: number;
  /** When the answer to the last change began, and its certainty. */
  answeredAt: number;
  certainty: string;
}

async function workOf({ actor, cookie }: { actor: Actor; cookie: string }): Promise<Work> {
  const now = new Date();
  const versionId = await storedPage();
  const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  const { reviewId } = await openReview(actor, { versionId }, { now });
  const suggestion = (await suggestionsOf(versionId)).at(-1);
  if (suggestion === undefined) throw new Error("the page has no suggestion");
  const { statementId } = await acceptSuggestion(actor, { reviewId, suggestionId: suggestion.id }, { now });
  const address = `${product.origin}/desk/articles/${versionId}`;
  const { start, end } = suggestion;
  return {
    cookie,
    address,
    articleId,
    statementId,
    span: { start, end },
    saved: 0,
    answeredAt: 0,
    certainty: "",
  };
}

const [saves, seen, refused]: [number[], number[], string[]] = [[], [], []];

async function save(work: Work): Promise<void> {
  const certainty = CERTAINTIES[work.saved % CERTAINTIES.length] ?? "CT+";
  const fields = { ...narration(work.span.start, work.span.end), factualityWriter: certainty };
  const begun = performance.now();
  const response = await fetch(work.address, {
    method: "POST",
    headers: {
      Cookie: work.cookie,
      Origin: product.origin,
      Accept: "text/x-component",
      "Content-Type": "text/plain;charset=UTF-8",
      "Next-Action": action,
    },
    body: JSON.stringify([{ statementId: work.statementId, revision: work.saved + 1, fields }]),
  });
  work.answeredAt = performance.now();
  const answer = await response.text();
  saves.push(performance.now() - begun);
  if (!answer.includes('"ok":true')) {
    refused.push(`${response.status} ${answer.slice(0, 200)}`);
    return;
  }
  work.saved += 1;
  work.certainty = certainty;
}

const stop = new AbortController();

/** What a stream tells of a page, message by message. */
async function* heardOf(work: Work, cookie: string): AsyncGenerator<readonly LiveNews[]> {
  const address = `${product.origin}/desk/live?on=article:${work.articleId}&since=0`;
  const headers = { Cookie: cookie, Accept: "text/event-stream" };
  const response = await fetch(address, { headers, signal: stop.signal });
  if (response.status !== 200 || response.body === null)
    throw new Error(`a stream was refused: ${response.status}`);
  let rest = "";
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    rest += piece;
    const messages = rest.split("\n\n");
    rest = messages.pop() ?? "";
    yield messages.flatMap((message) => {
      const text = /^data: (.*)$/m.exec(message)?.[1];
      return (text === undefined ? null : newsIn(text)) ?? [];
    });
  }
}

/** Somebody who looks on: hears of a change, and has the page drawn anew, once at a time. */
async function watch(work: Work, cookie: string): Promise<void> {
  for await (const news of heardOf(work, cookie)) {
    if (work.saved === 0 || !news.some(({ changed }) => changed.length > 0)) continue;
    // It may be heard of before whoever saved it has their own answer.
    const from = Math.min(work.answeredAt, performance.now());
    await redraw(work.address, cookie);
    seen.push(performance.now() - from);
  }
}

/** Hears of what they did themselves. */
async function listen(work: Work): Promise<void> {
  for await (const _ of heardOf(work, work.cookie));
}

async function edit(work: Work, place: number, until: number): Promise<void> {
  const begins = performance.now();
  await pause(EVERY * place);
  let drawn = begins - LONGEST_BEHIND * place;
  const drawing: Promise<void>[] = [];
  while (performance.now() < until) {
    const begun = performance.now();
    await save(work);
    if (waitOf(performance.now() - drawn) === 0) {
      drawn = performance.now();
      drawing.push(redraw(work.address, work.cookie));
    }
    await pause(Math.max(0, begun + EVERY - performance.now()));
  }
  await Promise.all(drawing);
}

const editors = await signedIn(
  Array.from({ length: people }, (_, n) => `Editor ${n}`),
  cookieOf,
);
const works: Work[] = [];
for (const editor of editors) works.push(await workOf(editor));
const watched = works.filter((_, n) => n % WATCHED === 0);
const others = await signedIn(
  watched.map((_, n) => `Onlooker ${n}`),
  cookieOf,
);
for (const work of works) await redraw(work.address, work.cookie);
const watching = [
  ...works.map((work) => listen(work)),
  ...watched.map((work, n) => watch(work, others[n]?.cookie ?? "")),
].map((listening) => listening.catch(() => {}));
const until = performance.now() + seconds * 1000;
await Promise.all(works.map((work, n) => edit(work, n / people, until)));
await pause(1_000);
stop.abort();
await Promise.all(watching);

let lost = 0;
for (const { statementId, saved, certainty } of works) {
  const held = await database().statement.findUniqueOrThrow({ where: { id: statementId } });
  if (held.revision !== saved + 1 || (saved > 0 && held.factualityWriter !== certainty)) lost += 1;
}
console.log(
  `${people} editors, ${seconds} s: ${saves.length} saves, ${refused.length} refused, ${lost} lost`,
);
console.log(`from asking to the answer's end: ${figures(saves)}`);
console.log(`until another's screen has it (${seen.length} times): ${figures(seen)}`);
for (const answer of refused.slice(0, 3)) console.log(answer);

await disconnect();
await product.stop();
removeData(product.data);
process.exitCode = lost + refused.length > 0 ? 1 : 0;
