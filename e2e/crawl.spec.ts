import { database } from "#lib/db/core/client";
import { correctFact } from "#lib/desk/articles";
import { addEvidence } from "#lib/desk/claims";
import { sendErrorReport } from "#lib/desk/error-reports";
import { addTopic, nameTopic } from "#lib/desk/topics";
import { addresses, type Things } from "./attacks/addresses";
import { markDrafts } from "./attacks/mark-drafts";
import { inDatabase, newPerson, thingsOf } from "./attacks/newsroom-people";
import { type Place, placesOfApp } from "./attacks/places";
import { expect, test } from "./journey";
import { accountOf, browserOf, signIn } from "./newsroom";

/** A stranger follows every link from the first page on, while a word stands in everything that isn't published: no answer says it. */

// Its word is written over rows behind the program's back: nobody else can go on with them.
test.use({ start: "newsroom: a crawl" });

const WORD = "Zyxunpublishedqu";
/** A crawl ends here, and of one page with many states it takes this many. */
const MOST = 500;
const MOST_STATES = 12;
const AT_ONCE = 4;

/** Addresses of ours in a page, a feed, a sitemap or an answer for programs. */
function linksIn(text: string, origin: string, at: string): string[] {
  const named = [...text.matchAll(/(?:href|src|action)="([^"]+)"/g)].map(([, to = ""]) => to);
  const whole = text.match(/https?:\/\/[^\s"'<>\\)\]]+/g) ?? [];
  return [...named, ...whole].flatMap((to) => {
    const url = URL.parse(to.replaceAll("&amp;", "&"), `${origin}${at}`);
    if (url === null || url.origin !== origin || url.pathname.startsWith("/_next/")) return [];
    return [`${url.pathname}${url.search}`];
  });
}

/** Where nothing is for whoever has only an address: a link is needed that one person was given, a form, or a setting of the installation. */
const NO_ANSWER = new Set([
  ...["/report/[token]", "/join/[token]"],
  ...["/colours", "/refused", "/sign-out", "/sign-in/organisation", "/sign-in/passkey"],
  "/.well-known/security.txt",
]);

/** Every place of the product that answers whoever asks. */
const strangersPlaces = (things: Things): Place[] =>
  placesOfApp().filter(({ name, pattern }) => {
    const doors = addresses(things).filter(({ path }) => pattern.test(path.split("?")[0] ?? ""));
    return !NO_ANSWER.has(name) && doors.every(({ door }) => door === "everybody" || door === "reads");
  });

/** Work on what is published, of kinds that the newsroom has none of yet; and a reader's report. */
async function plantDrafts({ claimId, articleSlug }: Things): Promise<void> {
  const { actor } = await newPerson("Dora Drafts", "EDITOR");
  const at = { now: new Date() };
  const text = { title: "A letter", publisher: "The Gazette", quote: "No memo came.", note: "We asked." };
  await addEvidence(
    actor,
    { claimId, stance: "REFUTES", ...text, url: "https://gazette.example/letter", publishedAt: null },
    at,
  );
  const { id: versionId, title } = await database().articleVersion.findFirstOrThrow({
    where: { article: { slug: articleSlug } },
    orderBy: { number: "desc" },
  });
  const put = { fact: "TITLE", before: title ?? "", reads: "Another title", reason: "It was cut." };
  await correctFact(actor, { versionId, ...put }, at);
  const { topicId } = await addTopic(actor, { claimId, name: "Harbour dues" }, at);
  const called = { name: "Harbour dues", definition: "What ships pay." };
  await nameTopic(actor, { topicId, revision: 1, ...called }, at);
  await sendErrorReport(
    { kind: "ERROR", about: `/articles/${articleSlug}`, words: "It is wrong." },
    { client: "a reader", ...at },
  );
}

test("no word that isn't published is in any answer that a stranger can reach", async ({
  browser,
  product,
}) => {
  test.setTimeout(600_000);
  const { origin } = product;
  const editor = await browserOf(browser, origin);
  await signIn(editor, accountOf(product.printed, "Avan Karim"));
  const things = await inDatabase(product, async () => {
    const known = await thingsOf();
    await plantDrafts(known);
    return known;
  });
  const { marked, refused } = await markDrafts(product.ownerUrl(), WORD);
  expect(refused).toEqual([]);
  for (const column of [
    "Annotation.body",
    "ArticleVersion.text",
    "ArticleVersion.title",
    "Claim.wording",
    "ErrorReport.words",
    "Evidence.note",
    "Evidence.quote",
    "Evidence.title",
    "FactCorrection.reads",
    "FactCorrection.reason",
    "Post.headline",
    "Prediction.text",
    "Publisher.name",
    "SearchRecord.lookedFor",
    "Speaker.name",
    "Statement.exact",
    "Statement.labelReason",
    "Suggestion.exact",
    "Topic.definition",
    "Topic.name",
    "User.name",
    "Verdict.explanation",
  ])
    expect(marked).toContain(column);

  const waiting = [
    `/oembed?url=${encodeURIComponent(`${origin}/articles/${things.articleSlug}`)}`,
    ...addresses(things).flatMap(({ door, path }) =>
      door === "everybody" || door === "reads" ? [path] : [],
    ),
  ];
  const known = new Set(waiting);
  const states = new Map<string, number>();
  const answered: string[] = [];
  const troubles: string[] = [];
  const ask = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(`${origin}${path}`, { headers });
    const text = Buffer.from(await answer.arrayBuffer()).toString("utf8");
    if (answer.status >= 500) troubles.push(`${answer.status} ${path}`);
    if (text.toLowerCase().includes(WORD.toLowerCase()))
      troubles.push(
        `says it: ${path} ${JSON.stringify(headers)} …${text.slice(text.indexOf(WORD) - 80, text.indexOf(WORD))}`,
      );
    if (answer.status === 200) answered.push(path.split("?")[0] ?? "");
    return answer.url.includes("/sign-in") ? "" : text;
  };
  const lane = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const found = linksIn(await ask(path, {}), origin, path);
      await ask(path, { RSC: "1" });
      for (const to of found) {
        const [page = ""] = to.split("?");
        const n = states.get(page) ?? 0;
        if (known.has(to) || known.size >= MOST || n >= MOST_STATES) continue;
        states.set(page, n + 1);
        known.add(to);
        waiting.push(to);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  console.log(`${known.size} addresses, each twice`);
  expect(troubles).toEqual([]);
  expect(
    strangersPlaces(things).filter((place) => !answered.some((path) => place.pattern.test(path))),
  ).toEqual([]);

  const search = await (await fetch(`${origin}/api/v1/search?q=${WORD}`)).json();
  expect(search).toMatchObject({ data: [], respelt: [{ typed: WORD, read: [] }] });

  // That it can be seen at all: an editor sees it everywhere.
  await editor.goto("/desk");
  expect(await editor.content()).toContain(WORD);
});
