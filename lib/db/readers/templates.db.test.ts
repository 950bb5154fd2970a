import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { DueCursor } from "#lib/domain/promise-desk";
import { MOST_BEFORE, templateSummary } from "#lib/domain/template-tellings";
import { articleContent } from "#lib/publish/article-content";
import { foundingPublication } from "#lib/publish/testing/founding-publication";
import { publishedTemplate, tellingsBefore, timesTold, toldBefore } from "./templates";

/** Tellings of templates: which are one, in whatever order they come; what readers see of them; what vanishes. */

let close: () => Promise<void>;
let who: { writer: string; publisher: string };
let minutes = 0;

beforeAll(async () => {
  ({ close } = await freshDatabase());
  who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
}, 60_000);
afterAll(async () => {
  await disconnect();
  await close();
});

function soon(): Date {
  minutes += 1;
  return new Date(Date.parse("2026-11-01T10:00:00Z") + minutes * 60_000);
}

interface Told {
  readonly slug: string;
  readonly says: string;
  readonly said: string | null;
  readonly due: string | null;
}

/** A page with one promise, made of a review as a publication is: what its template is, the program says. */
function contentOf({ slug, says, said, due }: Told) {
  const founding = foundingPublication();
  const like = founding.statements[15];
  if (like === undefined) throw new Error("the founding page has a rumour");
  const { factuality, number: _, noteSigns: _signs, ...facts } = like;
  return articleContent({
    article: { ...founding.article, slug },
    text: says.padStart(facts.end).padEnd(facts.end),
    publisherKind: null,
    posts: [{ headline: null, date: said, isTeaser: false }],
    statements: [
      {
        ...facts,
        exact: says,
        post: 0,
        claim: null,
        factualityWriter: factuality.writer,
        factualitySource: factuality.source,
        source: [],
        cue: [],
        prediction: { text: "then", dueFrom: due, dueTo: due, precision: "DAY", resolvedFrom: said },
      },
    ],
    writers: ["Ruth Okafor"],
    publishedBy: "Jonas Weber",
  });
}

async function tell(told: Told): Promise<string> {
  const page = await rows.articleRow(told.slug);
  return rows.publishArticle(page, contentOf(told), [], { ...who, at: soon() });
}

const SAID: readonly Omit<Told, "slug">[] = [
  { says: "The reval is tomorrow.", said: "2019-03-11", due: "2019-03-12" },
  { says: "The reval will be on 1 February 2020.", said: "2020-01-28", due: "2020-02-01" },
  { says: "THE REVAL IS EXPECTED ON FRIDAY!", said: "2021-06-02", due: "2021-06-04" },
  { says: "The reval is soon.", said: "2022-06-02", due: null },
  { says: "The reval is on 12 March 2150.", said: null, due: "2150-03-12" },
];
const OTHER = { says: "The reval isn’t tomorrow.", said: "2023-01-01", due: "2023-01-02" };

test.each([[[0, 1, 2, 3, 4]], [[4, 3, 2, 1, 0]], [[2, 0, 4, 1, 3]]])(
  "published in the order %j, a template has the same tellings in the same order, with no tolerance",
  async (order) => {
    const mark = order.join("");
    const word = ["zaro", "zeru", "ziri"][[..."012"].indexOf(mark[0] ?? "")] ?? "zoro";
    for (const i of order) {
      const told = SAID[i];
      if (told !== undefined)
        await tell({ ...told, says: told.says.replace(/reval/i, word), slug: `${mark}-${i}` });
    }
    await tell({ ...OTHER, says: OTHER.says.replace(/reval/i, word), slug: `${mark}-other` });
    const found = await publishedTemplate(`${word}~date`, null);
    expect(found?.isProven).toBe(true);
    expect(await timesTold([`${word}~date`, "nothing~date"])).toEqual(new Map([[`${word}~date`, 5]]));
    expect(found?.places.map(({ article }) => article.slug)).toEqual(
      [4, 3, 2, 1, 0].map((i) => `${mark}-${i}`),
    );
    expect(templateSummary(found?.tellings ?? [], "2026-11-28")).toEqual({
      times: 5,
      since: "2019-03-11",
      fellDue: 3,
      recorded: { HAPPENED: 0, DID_NOT_HAPPEN: 0, PARTLY: 0, UNRESOLVABLE: 0 },
      overdue: 3,
      medianOverdue: 2492,
    });
  },
);

test("promised before: earlier tellings of other pages that stand, and nothing of a page that isn't published", async () => {
  for (const [i, told] of SAID.slice(0, 3).entries())
    await tell({ ...told, says: told.says.replace(/reval/i, "zuru"), slug: `before-${i}` });
  const unpublished = contentOf({
    slug: "before-draft",
    says: "The zuru is on Monday.",
    said: "2021-06-03",
    due: "2021-06-07",
  });
  await rows.articleRow("before-draft");
  const told = (await toldBefore(unpublished)).get(1);
  expect(told?.key).toBe("zuru~date");
  expect(told?.tellings.map(({ said }) => said)).toEqual(["2021-06-02", "2020-01-28", "2019-03-11"]);
  const second = contentOf({
    slug: "before-1",
    says: "The zuru is on Monday.",
    said: "2020-01-28",
    due: "2020-02-01",
  });
  expect((await toldBefore(second)).get(1)?.tellings.map(({ said }) => said)).toEqual(["2019-03-11"]);
  expect((await publishedTemplate("zuru~date", null))?.tellings.length).toBe(3);
  expect((await tellingsBefore("zuru~date", "2019-01-01", null)).tellings).toEqual([]);
});

test("a withdrawal takes a telling out of its template, and the last one the template; a correction moves it", async () => {
  const page = await rows.articleRow("gone");
  const first = { slug: "gone", says: "The zebu is tomorrow.", said: "2024-01-01", due: "2024-01-02" };
  await rows.publishArticle(page, contentOf(first), [], { ...who, at: soon() });
  expect((await publishedTemplate("zebu~date", null))?.places.length).toBe(1);
  const corrected = contentOf({ ...first, says: "The zebra is tomorrow." });
  const id = await rows.publishArticle(page, corrected, [], {
    ...who,
    at: soon(),
    correction: "A word was wrong.",
  });
  expect(await publishedTemplate("zebu~date", null)).toBeNull();
  expect((await publishedTemplate("zebra~date", null))?.words).toBe("The zebra is {DATE}.");
  await rows.withdraw(id, "It was forged.", soon());
  expect(await publishedTemplate("zebra~date", null)).toBeNull();
  expect((await verifyRecord()).faults).toEqual([]);
});

test("a long template leads on and back over the same tellings", async () => {
  const page = await rows.articleRow("long");
  const [like] = contentOf({
    slug: "long",
    says: "The zinc arrives tomorrow.",
    said: "2024-01-01",
    due: "2024-01-02",
  }).statements;
  if (like === undefined) throw new Error("there is a statement");
  const content = {
    ...contentOf({ slug: "long", says: "The zinc arrives tomorrow.", said: "2024-01-01", due: "2024-01-02" }),
    statements: Array.from({ length: 120 }, (_, i) => ({ ...like, number: i + 1, id: `s${i}` })),
  };
  await rows.publishArticle(page, content, [], { ...who, at: soon() });
  const key = like.template?.key ?? "";
  const numbers: number[][] = [];
  let next: string | null = null;
  do {
    const part = await publishedTemplate(
      key,
      next === null ? null : { way: "after", cursor: DueCursor.parse(next) },
    );
    numbers.push(part?.places.map(({ statement }) => statement.number) ?? []);
    expect(part?.tellings.length).toBe(120);
    expect((await timesTold([key])).get(key)).toBe(MOST_BEFORE + 1);
    next = part?.next ?? null;
  } while (next !== null);
  expect(numbers.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(numbers.flat()).toEqual(Array.from({ length: 120 }, (_, i) => 120 - i));
});
