import { readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "#lib/db/audit/audit";
import { database, disconnect } from "#lib/db/core/client";
import { grantPrivileges } from "#lib/db/core/privileges";
import { nearArticles } from "#lib/db/provenance/samples";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { ComparedSentences, ProvenanceReasons } from "#lib/domain/provenance";
import { ingest } from "#lib/ingest";
import { relateWaiting } from "./provenance";

const NOW = new Date("2024-09-20T08:00:00.000Z");
const now = () => NOW;

let db: Awaited<ReturnType<typeof freshDatabase>>;
/** As the worker does it: with no more than its role may change. */
const ROLE = "onrecord_test_role";
beforeAll(async () => {
  db = await freshDatabase();
  await grantPrivileges(db.url, ROLE);
  const url = new URL(db.url);
  url.searchParams.set("options", `-c role=${ROLE}`);
  process.env.DATABASE_URL = url.href;
}, 60_000);
afterAll(async () => {
  await disconnect();
  await db.close();
});

interface Given {
  readonly url?: string;
  readonly publisher?: string;
  readonly format?: "text" | "html";
}
async function page(
  text: string,
  { url, publisher = "someone.example", format = "text" }: Given = {},
): Promise<string> {
  const { articleId } = await ingest(
    {
      bytes: new TextEncoder().encode(text),
      format,
      mediaType: null,
      url: url ?? null,
      publisher,
      isSample: false,
      requestedBy: SYSTEM,
    },
    { now: NOW, engine: "RULES" },
  );
  return articleId;
}

/** Until none waits. */
async function relateAll(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) if ((await relateWaiting(100, now)) === 0) return;
  throw new Error("articles wait for ever");
}

const edges = (articleId: string) =>
  database().provenanceEdge.findMany({ where: { articleId }, orderBy: { proposedAt: "asc" } });
const upstreamOf = async (articleId: string) => (await edges(articleId)).map(({ upstreamId }) => upstreamId);

/** Sentences that no other test has. */
const story = (mark: string): string[] => [
  `The port of ${mark} closed on Friday after a crane fell into the basin beside the old fish hall.`,
  `Four workers were injured in ${mark}, harbour master Rena Dole told reporters at the gate.`,
  `Ships are being sent to Trebsen for ten days, and the ferry of ${mark} leaves from there.`,
  `The crane in ${mark} was built in 1988 and was last inspected in the spring of this year.`,
];
const post = (day: string, headline: string, sentences: readonly string[]): string =>
  [day, headline, sentences.join("\n\n"), "No comments:", "Post a Comment"].join("\n\n");

describe("where a text is from", () => {
  test("the founding page reposts the agency's report: changed, added and left out are told apart", async () => {
    const founding = readFileSync("seed/page.txt", "utf8");
    const report = founding
      .slice(founding.indexOf("Iraq and the United States"), founding.indexOf("./ End"))
      .replace("Iraqi-Sudanese Prime Minister", "Iraqi Prime Minister, Mohammed Shia Al-Sudani,")
      .replace(
        "In addition, the delegations reached",
        "The delegations thanked their hosts for the talks. In addition, the delegations reached",
      );
    const upstream = await page(
      ["Wednesday 24 July 2024", "Iraq, US Agree On New Phase", `Baghdad / NINA / ${report}.`].join("\n\n"),
      { publisher: "NINA", url: "https://ninanews.example/1" },
    );
    const blog = await page(founding, { publisher: "dinarevaluation.blogspot.com" });
    await relateAll();
    const [edge, ...others] = await edges(blog);
    expect(others).toEqual([]);
    expect(edge).toMatchObject({
      upstreamId: upstream,
      kind: "REPOSTS",
      state: "PROPOSED",
      isMachines: true,
    });
    expect(edge?.verbatim).toBeGreaterThan(10);
    expect(edge?.changed).toBeGreaterThanOrEqual(1);
    expect(ProvenanceReasons.parse(edge?.reasons)[0]).toEqual({ code: "credits", name: "NINA" });
    const sentences = ComparedSentences.parse(edge?.sentences);
    const dropped = sentences.filter(({ change }) => change === "DROPPED");
    expect(dropped).toHaveLength(1);
    expect(await edges(upstream)).toEqual([]);
  });

  test("of two, the older one is upstream in whichever order they come in; what came in first is compared anew", async () => {
    const text = story("Harlen");
    const later = await page(
      post("Thursday, May 23, 2024", "It fell", [
        ...text,
        "We said so all along, dear readers of this blog.",
      ]),
    );
    await relateAll();
    expect(await upstreamOf(later)).toEqual([]);
    const earlier = await page(post("Tuesday, May 21, 2024", "Crane falls", text), {
      publisher: "gazette.example",
    });
    await relateAll();
    const [edge] = await edges(later);
    expect(edge).toMatchObject({ upstreamId: earlier, verbatim: 4, added: 1 });
    expect(ProvenanceReasons.parse(edge?.reasons)[0]).toEqual({ code: "posted-earlier", days: 2 });
    expect(await upstreamOf(earlier)).toEqual([]);
  });

  test("where no day tells, what was taken in first is; a link to a page that shares no word is a citation", async () => {
    const [first, second] = [
      await page(["First of two", ...story("Velm")].join("\n\n"), { url: "https://velm.example/1" }),
      await page(
        ["Second of two", ...story("Velm"), "And that is all we know of it until now."].join("\n\n"),
      ),
    ];
    const citing = await page(
      [
        "A letter",
        "Nothing else was to be read of the summer fair in our own town this week. The rest stands at https://velm.example/1.",
      ].join("\n\n"),
    );
    await relateAll();
    const [edge] = await edges(second);
    expect(edge?.upstreamId).toBe(first);
    expect(ProvenanceReasons.parse(edge?.reasons)[0]).toEqual({ code: "taken-in-earlier" });
    expect(await edges(citing)).toMatchObject([{ upstreamId: first, kind: "CITES" }]);
  });

  test("a link in a page's own lines leads to what it is from, whichever was taken in first; its site's own pages and comments don't", async () => {
    const blog = (name: string, words: string, to: string) => {
      const linked = words.replace("report", `<a href="${to}">report</a>`);
      return page(`<html><body><article><h1>What ${name} says</h1><p>${linked}</p></article></body></html>`, {
        url: `https://blog.example/${name}`,
        publisher: "blog.example",
        format: "html",
      });
    };
    const early = await blog(
      "early",
      "Nobody in our street believed that tents would stand on the meadow once more, and then a report came out that names the day.",
      "http://gazette.example/fair?page=1#top",
    );
    await relateAll();
    const report = await page(
      ["The fair is back", "The summer fair returns in June, the organisers told the council."].join("\n\n"),
      {
        url: "https://gazette.example/fair?page=1",
        publisher: "gazette.example",
      },
    );
    const late = await blog(
      "late",
      "When I was a child my aunt took me to see horses there each summer; I have read the long report twice, and am glad of it.",
      "https://gazette.example/fair?page=1",
    );
    const other = await blog(
      "other",
      "Readers asked us which bus goes to that place: line nine does, as our own report said when the new timetable was printed.",
      "https://blog.example/early",
    );
    await relateAll();
    for (const one of [early, late])
      expect(await edges(one)).toMatchObject([{ upstreamId: report, kind: "CITES", state: "PROPOSED" }]);
    const [edge] = await edges(late);
    expect(ProvenanceReasons.parse(edge?.reasons)).toEqual([
      { code: "links", address: "https://gazette.example/fair?page=1" },
    ]);
    expect(await upstreamOf(other)).not.toContain(early);
    expect(await upstreamOf(report)).toEqual([]);
  });

  const REPORT = [
    "The cathedral of Orrin was shut on Friday morning because a stone had come loose above the western door.",
    "Four pilgrims were hit by splinters, and the oldest spent the night in the clinic of Marbeck with a bandaged wrist.",
    "Sacristan Olga Fenn complained to the bishop that masons had kept away from the tower since the storm.",
    "Masses move to the chapel of Saint Brice until Advent, where an organ from Lesk was put up overnight.",
    "The tower was finished in 1488 by masons from Lombardy whose names stand on a slab near the font.",
    "The guild of masons had asked for a second look at its joints in March and got no answer.",
  ];
  const RETOLD = [
    "On Friday the cathedral of Orrin closed because a stone had come loose above the western door.",
    "Hit by splinters were four pilgrims; the oldest spent the night in the clinic of Marbeck.",
    "Masons had kept away from the tower since the storm, sacristan Olga Fenn complained to the bishop.",
    "Until Advent masses move to the chapel of Saint Brice; an organ from Lesk was put up there overnight.",
    "Finished in 1488, the tower is by masons from Lombardy whose names stand on a slab near the font.",
    "In March the guild of masons had asked for a second look at its joints and heard nothing.",
  ];
  const LONG = [
    "The ministry of transport will build a tunnel under the Sorva pass by the end of 2031, it announced on Monday.",
    "Minister Pavel Brandt said in the town hall of Lesk that the tunnel will cost 840 million crowns.",
    "Two companies from abroad and one from Lesk have asked for the papers, according to the ministry.",
    "Herders fear for the wells on the northern slope, which fed their villages through three dry summers.",
    "A first tunnel was begun in 1911 and given up when water broke into the eastern gallery in winter.",
    "The council of Lesk votes on the road that leads to the portal on the last Thursday of October.",
  ];
  const SHORT = [
    "By the end of 2031 the ministry of transport will build a tunnel under the Sorva pass, it said.",
    "The tunnel will cost 840 million crowns, Minister Pavel Brandt said in the town hall of Lesk.",
  ];

  test.each([
    ["PARAPHRASES", REPORT, RETOLD],
    ["SUMMARISES", LONG, SHORT],
  ])(
    "two imports, and a text in other words: %s, and a text in other words: %s",
    async (kind, report, words) => {
      const upstream = await page(post("Tuesday, May 21, 2024", "As the Gazette has it", report), {
        publisher: "gazette.example",
        url: `https://gazette.example/${kind}`,
      });
      const down = await page(post("Thursday, May 23, 2024", "What happened", words), {
        url: `https://retold.example/${kind}`,
      });
      await relateAll();
      expect(await edges(down)).toMatchObject([{ upstreamId: upstream, kind, state: "PROPOSED" }]);
      expect(await edges(upstream)).toEqual([]);
    },
  );

  test("an outlet that is merely named, and a report of the same kind of thing elsewhere, are no source", async () => {
    const HERD = [
      "Eleven goats climbed onto the roof of the school in Velden on Sunday, and a fireman fetched them down.",
      "The herd belongs to a baker, who paid the fine with rolls, the mayor of Velden said.",
    ];
    await page(post("Tuesday, May 21, 2024", "Goats on the roof", HERD), { publisher: "Orrin Gazette" });
    const naming = await page(
      post("Thursday, May 23, 2024", "Of the press", [
        "The Orrin Gazette has a new editor, who was a teacher of chemistry until last winter.",
      ]),
    );
    const elsewhere = await page(
      post("Thursday, May 23, 2024", "Goats again", [
        "Goats stood on a roof in Marbeck this week too; nobody was fined, said the mayor there.",
        "A fireman came with a ladder and went home without one of them.",
      ]),
    );
    await relateAll();
    expect([await edges(naming), await edges(elsewhere)]).toEqual([[], []]);
  });

  const WIRE = [
    "Parliament in Karsten voted on Tuesday evening to raise the price of bread by nine per cent from July.",
    "Finance minister Amal Rustam told deputies that the mills had run out of money for wheat from abroad.",
    "Bakers in the old town closed their shops for an hour and stood in front of the ministry with flour on their hands.",
  ];
  /** No five words of it in a row stand there. */
  const IN_OTHER_WORDS = [
    "On Tuesday evening parliament voted in Karsten: from July the bread price is to raise nine per cent.",
    "The mills run out of wheat money, minister of finance Amal Rustam told the deputies.",
    "For an hour bakers closed shops in the old town; with flour on hands they stood before the ministry.",
  ];
  const cue = (agency: string) => `All of this is according to ${agency}, which was in the room.`;

  test.each([
    [
      "KWN",
      "a dateline",
      "May 23",
      (said: string[]) => [`Karsten / KWN / ${said[0]}`, ...said.slice(1)],
      true,
    ],
    ["LBR", "a cue", "May 23", (said: string[]) => [...said, cue("LBR")], true],
    ["TDS", "nobody", "May 23", (said: string[]) => said, false],
    [
      "MQF",
      "what it merely mentions",
      "May 23",
      (said: string[]) => [...said, "MQF moved to a new street."],
      false,
    ],
    ["ZGP", "a report of another month", "June 23", (said: string[]) => [...said, cue("ZGP")], false],
    [
      "HVC",
      "what it shares nothing with",
      "May 23",
      () => ["Roses bloom in Lummen, according to HVC."],
      false,
    ],
  ] as const)(
    "a text in other words that credits %s with %s, without a link",
    async (agency, how, day, words, isFound) => {
      // Each case has longer words of its own: the pages of one share none with those of another.
      const own = (said: string) => said.replace(/\p{L}{4,}/gu, (word) => word + agency.toLowerCase());
      const publisher = `${agency.toLowerCase()}news.example`;
      const wire = await page(post("Wednesday, May 22, 2024", "Bread", WIRE.map(own)), {
        publisher,
        url: `https://${publisher}/bread`,
      });
      const down = await page(post(`Thursday, ${day}, 2024`, how, words(IN_OTHER_WORDS.map(own))));
      await relateAll();
      const found = (await edges(down)).filter(({ upstreamId }) => upstreamId === wire);
      expect(found.map(({ reasons }) => ProvenanceReasons.parse(reasons)[0])).toEqual(
        isFound ? [{ code: "credits", name: publisher }] : [],
      );
      expect(await edges(wire)).toEqual([]);
    },
  );

  test("two that name each other make no circle, and no page is its own source", async () => {
    const [a, b] = ["https://circle.example/a", "https://circle.example/b"];
    const own = "This page of ours stands by itself and says what nobody else says of the fair.";
    const one = await page(["One", `${own} See ${b}, and ${a}.`].join("\n\n"), {
      url: a,
      publisher: "a.example",
    });
    const two = await page(
      ["Two", `Another one, and nothing of it is theirs, we should say. See ${a}.`].join("\n\n"),
      {
        url: b,
        publisher: "b.example",
      },
    );
    await relateAll();
    const found = [
      ...(await upstreamOf(one)).map((to) => [one, to]),
      ...(await upstreamOf(two)).map((to) => [two, to]),
    ];
    expect(found.length).toBeLessThanOrEqual(1);
    expect(found.flat()).not.toEqual([one, one]);
    await expect(
      database().provenanceEdge.create({ data: { ...(await rowOf(one, one)), upstreamId: one } }),
    ).rejects.toThrow();
  });

  test("the database takes no circle, over however many", async () => {
    const ids: string[] = [];
    for (const mark of ["Xa", "Xb", "Xc"])
      ids.push(await page(post("Tuesday, May 21, 2024", mark, [`Only ${mark} says this of the fair.`])));
    const [x = "", y = "", z = ""] = ids;
    await database().provenanceEdge.create({ data: await rowOf(x, y) });
    await database().provenanceEdge.create({ data: await rowOf(y, z) });
    await expect(database().provenanceEdge.create({ data: await rowOf(z, x) })).rejects.toThrow(
      /its own source/,
    );
    const { id } = await database().provenanceEdge.findFirstOrThrow({ where: { articleId: y } });
    // The role may not even try.
    const owner = new Client({ connectionString: db.url });
    await owner.connect();
    try {
      await expect(
        owner.query(`UPDATE "ProvenanceEdge" SET "upstreamId" = $1 WHERE "id" = $2`, [x, id]),
      ).rejects.toThrow(/stays between/);
    } finally {
      await owner.end();
    }
  });

  async function rowOf(articleId: string, upstreamId: string) {
    const latest = async (id: string) =>
      (await database().articleVersion.findFirstOrThrow({ where: { articleId: id } })).id;
    const [versionId, upstreamVersionId] = [await latest(articleId), await latest(upstreamId)];
    return {
      articleId,
      upstreamId,
      versionId,
      upstreamVersionId,
      kind: "CITES" as const,
      isMachines: true,
      reasons: [],
      proposedAt: NOW,
    };
  }
});

describe("many that say the same", () => {
  test("one of them is found for all, and each names the earliest alone", async () => {
    const text = story("Ostra");
    const first = await page(post("Tuesday, May 21, 2024", "Crane falls in Ostra", text), {
      publisher: "gazette.example",
    });
    const reposts: string[] = [];
    // The same text under addresses of its own, and a few with words of their own.
    for (let i = 0; i < 30; i += 1)
      reposts.push(
        await page(
          post(
            "Thursday, May 23, 2024",
            "Crane falls",
            i % 10 === 9 ? [...text, `Number ${i} of our posts on this.`] : text,
          ),
          {
            url: `https://mill.example/${i}`,
          },
        ),
      );
    await relateAll();
    for (const one of reposts) expect(await upstreamOf(one)).toEqual([first]);
    const holders = await database().textSample.findMany({
      where: { articleId: { in: reposts }, NOT: { keys: { isEmpty: true } } },
    });
    expect(holders.length).toBeLessThanOrEqual(3);
    const original = await page(post("Monday, May 20, 2024", "Before all others", text), {
      publisher: "agency.example",
    });
    await relateAll();
    expect(await upstreamOf(first)).toEqual([original]);
  }, 120_000);
});

test("of many copies that differ a little each names what they are all from", async () => {
  const text = story("Quorn");
  const original = await page(post("Tuesday, May 21, 2024", "Crane falls in Quorn", text));
  const copies: string[] = [];
  for (let i = 0; i < 30; i += 1) {
    const own = `Blog ${i} says that its friend number ${i} was at the gate of Quorn and saw all of it with both eyes.`;
    copies.push(await page(post("Thursday, May 23, 2024", "Crane", [...text, own])));
  }
  await relateAll();
  for (const one of copies) expect(await upstreamOf(one)).toContain(original);
}, 120_000);

test("what is compared again says the same; a new version of the page takes the place of the old one", async () => {
  const text = story("Pell");
  const upstream = await page(post("Tuesday, May 21, 2024", "Crane", text));
  const url = "https://pell.example/1";
  const down = await page(post("Thursday, May 23, 2024", "Crane again", text), { url });
  await relateAll();
  const [before] = await edges(down);
  await database().textSample.update({ where: { articleId: down }, data: { isWaiting: true } });
  await relateAll();
  expect(await edges(down)).toEqual([before]);
  await page(
    post("Thursday, May 23, 2024", "Crane again", [...text, "We add one sentence of our own to it today."]),
    { url },
  );
  await relateAll();
  expect(await edges(down)).toMatchObject([{ upstreamId: upstream, added: 1, revision: 2 }]);
  expect(await database().textSample.count({ where: { articleId: down } })).toBe(1);
});

test("candidates come from the index: no table is walked", async () => {
  const sql = new Client({ connectionString: db.url });
  await sql.connect();
  try {
    await sql.query("SET enable_seqscan = off");
    await sql.query(`ANALYZE "TextSample"`);
    const asked: string[] = [];
    const plan = async (text: string, values: unknown[]) => {
      const { rows } = await sql.query(`EXPLAIN ${text}`, values);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    };
    asked.push(
      await plan(
        `SELECT near."articleId" FROM unnest($1::int[]) AS asked(key) CROSS JOIN LATERAL (
           SELECT t."articleId" FROM "TextSample" t WHERE t."keys" @> ARRAY[asked.key] LIMIT 40) near`,
        [[1, 2]],
      ),
      await plan(`SELECT "articleId" FROM "TextSample" WHERE "isWaiting" ORDER BY "articleId" LIMIT 1`, []),
      await plan(`SELECT "articleId" FROM "TextSample" WHERE "textHash" = $1 AND "keys" <> '{}'`, ["x"]),
    );
    const named = await plan(
      `SELECT "id" FROM "Publisher" WHERE split_part(regexp_replace(lower("name"), '^www\\.', ''), '.', 1) = ANY ($1::text[]) LIMIT 5`,
      [["nina"]],
    );
    expect(named).toContain("Publisher_named_so");
    for (const one of asked) expect(one).not.toContain("Seq Scan");
    expect(asked[0]).toContain("TextSample_keys_idx");
  } finally {
    await sql.end();
  }
  expect(await nearArticles([], "00000000-0000-4000-8000-000000000000", { least: 1, most: 5 })).toEqual([]);
});
