import { checkRecord } from "#lib/db/audit/checks";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { keepToken } from "#lib/db/people/tokens";
import { keepReport } from "#lib/db/reports/error-reports";
import * as rows from "#lib/db/testing/publication-rows";
import type { ArticlePublication, ClaimPublication } from "#lib/domain/publications";
import { LONGEST_DIFFERENCE, type PublishedUpstream } from "#lib/domain/published-upstream";
import { authorSubject, publisherSubject } from "#lib/domain/publisher-subject";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";

/** One text in every field that a person or a page can fill, published as the program publishes: with its hash and its event. */

type Json = null | undefined | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Fields whose values the program chooses. */
const CODES = new Set(
  "kind publisherKind schema id slug language assessed direction segmentType label sourcing writer source time quoteMode attributionScope precision code stance".split(
    " ",
  ),
);
const DAY = /^\d{4}-\d\d-\d\d/;

/** The same with `text` in every field that isn't a code or a day. */
function filled<T>(value: T, text: string): T {
  const walk = (one: Json, key: string): Json => {
    if (Array.isArray(one)) return (one as readonly Json[]).map((part) => walk(part, key));
    if (typeof one === "object" && one !== null)
      return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, walk(part, name)]));
    return typeof one !== "string" || CODES.has(key) || DAY.test(one) ? one : text;
  };
  return walk(value as Json, "") as T; // the walk keeps every shape
}

interface Tagged {
  readonly id: string;
  readonly slug: string;
}

function articleOf(
  text: string,
  slug: string,
  claimSlug: string,
  { speakerId, topic }: { readonly speakerId: string; readonly topic: Tagged },
): ArticlePublication {
  const founding = foundingPublication();
  const statements = [founding.statements[0], founding.statements[15]].flatMap((one) => one ?? []);
  const full: ArticlePublication = {
    ...founding,
    article: { ...founding.article, slug, author: "x", place: "x", agency: "x" },
    statements: statements.map((one, i) => ({
      ...one,
      number: i + 1,
      labelReason: "x",
      notes: ["x"],
      speaker: one.speaker ?? { name: "x", kind: "PERSON" },
      claim: { slug: claimSlug, wording: "x" },
      prediction: one.prediction && { ...one.prediction, dueFrom: "2099-01-01", dueTo: "2099-01-02" },
    })),
    sources: {
      publisherKind: "BLOG",
      speakers: statements.map((_, i) => ({ number: i + 1, id: speakerId, role: "x" })),
    },
    topics: [{ ...topic, name: "x", definition: "x" }],
    credits: [{ parts: ["statement:s1"], writtenBy: ["x"], readBy: "x" }],
  };
  return { ...filled(full, text), provenance: [upstreamOf(text, speakerId)] };
}

/** What is quoted of a difference is short: a text that isn't is left out there. */
function upstreamOf(text: string, id: string): PublishedUpstream {
  const difference = text.length > LONGEST_DIFFERENCE ? "x" : text;
  return {
    kind: "REPOSTS",
    page: { id, title: text, publisher: text, url: text, postedAt: "2026-11-20", version: 1 },
    reasons: [{ code: "credits", name: difference }],
    reason: text,
    by: text,
    on: "2026-11-20",
    sentences: { verbatim: 1, changed: 1, added: 1, dropped: 1 },
    headline: { change: "NUMBER", here: [difference], there: [difference] },
    isCut: true,
    statements: [{ number: 1, change: "NUMBER", here: [difference], there: [difference] }],
  };
}

function claimOf(text: string, slug: string, topic: Tagged): ClaimPublication {
  const founding = foundingClaim();
  const full: ClaimPublication = {
    ...founding,
    claim: { ...founding.claim, slug },
    evidence: [
      {
        id: "e1",
        stance: "CONTEXT",
        title: "x",
        url: "x",
        publisher: "x",
        publishedAt: "2026-11-20",
        quote: "x",
        note: "x",
      },
    ],
    topics: [{ ...topic, name: "x", definition: "x" }],
    credits: [{ parts: ["verdict"], writtenBy: ["x"], readBy: "x" }],
  };
  return filled(full, text);
}

interface Everywhere {
  /** Paths of readers' pages: a page and a verdict for each text, and a page that was taken back. */
  readonly pages: readonly string[];
  readonly gone: readonly string[];
  /** Paths of the records of a publisher, an author and a speaker for each text, and of the lists behind them; and of a topic. */
  readonly records: readonly string[];
  /** Paths of what readers reported. */
  readonly reports: readonly string[];
  /** Secrets of tokens that are named by a text. */
  readonly tokens: readonly string[];
}

/** `databaseUrl` is that of the owner. The texts name the people who wrote, published, withdrew and made tokens, too. */
export async function publishEverywhere(databaseUrl: string, texts: readonly string[]): Promise<Everywhere> {
  process.env.DATABASE_URL = databaseUrl;
  const made = {
    pages: [] as string[],
    gone: [] as string[],
    records: [] as string[],
    reports: [] as string[],
    tokens: [] as string[],
  };
  try {
    for (const [n, text] of texts.entries()) {
      const [slug, claimSlug, goneSlug] = [`strange-page-${n}`, `strange-claim-${n}`, `strange-gone-${n}`];
      const [writer, publisher] = [await rows.person(text), await rows.person(text)];
      const at = new Date();
      const how = { writer, publisher, at, correction: text };
      const claimId = await rows.claimRow(claimSlug, text);
      const speaker = { name: text, kind: "ORGANIZATION" as const, rootId: claimId };
      const { id: speakerId } = await database().speaker.create({ data: speaker });
      const called = { slug: `strange-topic-${n}`, name: `Strange ${n}`, createdById: writer, createdAt: at };
      const topic = await database().topic.create({ data: called, select: { id: true, slug: true } });
      await rows.publishArticle(
        await rows.articleRow(slug),
        articleOf(text, slug, claimSlug, { speakerId, topic }),
        [claimId],
        how,
      );
      await rows.publishClaim(claimId, claimOf(text, claimSlug, topic), how);
      const withdrawn = await rows.articleRow(goneSlug);
      const id = await rows.publishArticle(
        withdrawn,
        articleOf(text, goneSlug, claimSlug, { speakerId, topic }),
        [claimId],
        how,
      );
      await rows.withdraw(id, text, new Date());
      await database().article.update({ where: { slug }, data: { heading: text } });
      made.pages.push(`/articles/${slug}`, `/claims/${claimSlug}`);
      made.gone.push(`/articles/${goneSlug}`);
      const report = await transaction((tx) =>
        keepReport(
          tx,
          { kind: "CLAIM", path: null, words: text, source: `https://example.org/${text}`.slice(0, 1_900) },
          at,
        ),
      );
      for (const record of [
        `/publishers/${publisherSubject(text)}`,
        `/authors/${authorSubject(text, text)}`,
        `/speakers/${speakerId}`,
      ])
        made.records.push(
          record,
          `${record}/statements`,
          `${record}/pages?list=corrected`,
          `${record}/claims`,
        );
      made.records.push(`/topics/${topic.slug}`);
      made.reports.push(`/report/${report}`);
      const token = { name: text, scope: "IMPORT" as const, createdById: publisher, expiresAt: null };
      made.tokens.push((await transaction((tx) => keepToken(tx, token, at))).token);
    }
    // With a fault in the record no page is vouched for, and the worker may have looked between a row and its event: the record is checked again.
    const checked = await checkRecord(() => new Date());
    if (checked && checked.faultCount > 0)
      throw new Error(`The record doesn't hold: ${JSON.stringify(checked.faults.slice(0, 3))}`);
    return made;
  } finally {
    await disconnect();
    delete process.env.DATABASE_URL;
  }
}
