/**
 * How long after one person's change the others see it: `node --import tsx bench/live.ts [PEOPLE] [CHANGES]`.
 *
 * Starts a product of its own. So many people have one page open (a stream each, of the one web server); somebody accepts, gives back and accepts again,
 * over the same verbs that the desk calls. Printed are milliseconds from the moment that the change is asked for, and from the moment that it is kept, until
 * each of them has heard of it: the median, the 95th percentile and the longest. What follows isn't in it: `redraw` is what the server then takes when all
 * of them ask at once for what their screens are made of, as they do when they hear of a change.
 */

import { removeData } from "#e2e/product";
import { database, disconnect } from "#lib/db/core/client";
import { openReview } from "#lib/desk/reviews";
import { acceptSuggestion, undoDecision } from "#lib/desk/statements";
import { person, storedPage, suggestionsOf } from "#lib/desk/testing/newsroom";
import { newsIn } from "#lib/domain/live";
import { figures, redraw, signedIn, startSignedIn } from "./signed-in";

const [people = 50, changes = 60] = process.argv.slice(2).map(Number);
const { product, cookieOf } = await startSignedIn();

const versionId = await storedPage();
const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
const writer = await person("Wenda Writer");
const { reviewId } = await openReview(writer, { versionId }, { now: new Date() });
const [suggestion] = await suggestionsOf(versionId);

/** When each act was heard of, by its place in the history. */
const heard = new Map<number, number[]>();
const stop = new AbortController();

async function listen(cookie: string): Promise<void> {
  const address = `${product.origin}/desk/live?on=article:${articleId}&since=0`;
  const headers = { Cookie: cookie, Accept: "text/event-stream" };
  const response = await fetch(address, { headers, signal: stop.signal });
  if (response.status !== 200 || response.body === null)
    throw new Error(`a stream was refused: ${response.status}`);
  let rest = "";
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    const at = performance.now();
    rest += piece;
    const messages = rest.split("\n\n");
    rest = messages.pop() ?? "";
    for (const message of messages) {
      const text = /^data: (.*)$/m.exec(message)?.[1];
      if (text === undefined) continue;
      const { sequence } = newsIn(text) ?? { sequence: -1 };
      heard.set(sequence, [...(heard.get(sequence) ?? []), at]);
    }
  }
}

const names = Array.from({ length: people }, (_, n) => `Listener ${n}`);
const cookies = (await signedIn(names, cookieOf)).map(({ cookie }) => cookie);
const listening = cookies.map((cookie) => listen(cookie).catch(() => {}));
const until = async (isTrue: () => boolean) => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
};
const lastAct = async () =>
  Number((await database().auditEvent.findFirstOrThrow({ orderBy: { sequence: "desc" } })).sequence);
await until(() => [...heard.values()].flat().length >= people);

const [fromAsked, fromKept]: [number[], number[]] = [[], []];
for (let n = 0; n < changes; n += 1) {
  const input = { reviewId, suggestionId: suggestion?.id };
  const asked = performance.now();
  await (n % 2 === 0 ? acceptSuggestion : undoDecision)(writer, input, { now: new Date() });
  const kept = performance.now();
  const act = await lastAct();
  await until(() => (heard.get(act)?.length ?? 0) >= people);
  for (const at of heard.get(act) ?? []) {
    fromAsked.push(at - asked);
    fromKept.push(Math.max(0, at - kept));
  }
}

const pages = await Promise.all(
  cookies.map(async (cookie) => {
    const begun = performance.now();
    await redraw(`${product.origin}/desk/articles/${versionId}`, cookie);
    return performance.now() - begun;
  }),
);

console.log(`${people} streams, ${changes} changes`);
console.log(`from asked to heard: ${figures(fromAsked)}`);
console.log(`from kept to heard:  ${figures(fromKept)}`);
console.log(`redraw, asked by all at once: ${figures(pages)}`);

stop.abort();
await Promise.all(listening);
await disconnect();
await product.stop();
removeData(product.data);
