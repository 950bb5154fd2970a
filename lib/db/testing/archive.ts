import { createHash } from "node:crypto";
import { Client } from "pg";
import { eventHash, GENESIS, payloadHash } from "#lib/db/audit/audit";
import { PUBLISH, WITHDRAW } from "#lib/db/audit/verify";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import { timeCursor } from "#lib/domain/cursors";
import type { ArticlePublication, ClaimPublication, PublishedStatement } from "#lib/domain/publications";
import type { PublishedUpstream } from "#lib/domain/published-upstream";
import { authorSubject } from "#lib/domain/publisher-subject";
import type { PublishedTopic } from "#lib/domain/topics-shapes";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";

/**
 * An archive of made pages, written straight into a database by its owner, the same for the same seed: pages of ten statements that one
 * person wrote and another published, each with its event in the chain. One in five was corrected, one in twenty-five withdrawn, half of them
 * make a claim of their own, one in twelve the same claim as many others; one claim in ten has a verdict. All that is credited to somebody is
 * credited to one speaker. One page in four has one topic, and each has one of three hundred others. What stands is worked out by `rebuild_standing`, `rebuild_search`, `rebuild_promises`, `rebuild_topics`, `rebuild_upstream` and `rebuild_track`. Rows that
 * readers never ask for (texts, suggestions) aren't there.
 */

interface Asked {
  readonly pages: number;
  readonly seed: number;
}

export interface Archive {
  /** Addresses. */
  readonly article: string;
  readonly claim: string;
  readonly judged: string;
  readonly manyPlaces: string;
  /** The key of a template that many pages tell. */
  readonly template: string;
  /** Publishes a page in forty. */
  readonly publisher: string;
  /** Has written a page in eighty: an id. */
  readonly author: string;
  /** Speaks on every page: an id. */
  readonly speaker: string;
  /** The address of a topic that one page in four has. */
  readonly topic: string;
  /** A place in the middle of the lists, as a cursor. */
  readonly middle: string;
}

type Row = Readonly<Record<string, unknown>>;
const TABLES = [
  "User",
  "Article",
  "Claim",
  "Speaker",
  "Topic",
  "Review",
  "ReviewWriter",
  "Publication",
  "PublicationClaim",
  "AuditEvent",
  "AuditPayload",
  "RecordHead",
] as const;
type Table = (typeof TABLES)[number];

/** What every promise of the archive is told under. */
const TEMPLATE = { key: "harbour-reopen~date", words: "The harbour reopens {DATE}." };

const PAGES_AT_ONCE = 500;
const STATEMENTS = 10;
const TOPICS = 301;
const BEGIN = Date.parse("2025-01-01T00:00:00.000Z");
const MINUTE = 60_000;

export async function archive(ownerUrl: string, { pages, seed }: Asked): Promise<Archive> {
  const sql = new Client({ connectionString: ownerUrl });
  await sql.connect();
  try {
    const made = new Made(seed, pages);
    await sql.query("SET session_replication_role = replica");
    for (let from = 0; from < pages; from += PAGES_AT_ONCE) {
      for (let n = from; n < Math.min(from + PAGES_AT_ONCE, pages); n += 1) made.page(n);
      await sql.query("BEGIN");
      for (const table of TABLES) await insert(sql, table, made.taken(table));
      await sql.query("COMMIT");
    }
    await sql.query("SELECT rebuild_standing()");
    await sql.query("SELECT rebuild_search()");
    await sql.query("SELECT rebuild_promises()");
    await sql.query("SELECT rebuild_topics()");
    await sql.query("SELECT rebuild_upstream()");
    await sql.query("SELECT rebuild_track()");
    await sql.query("ANALYZE");
    return made.archive();
  } finally {
    await sql.end();
  }
}

async function insert(sql: Client, table: Table, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).map((name) => `"${name}"`);
  await sql.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Ids in the order in which they were made, as version 7 has them, the same for the same seed. */
class Made {
  #rows = new Map<Table, Row[]>();
  #ids = 0;
  #sequence = 0n;
  /** The article of the first page. */
  #first = "";
  #previous = GENESIS;
  readonly #draw: () => number;
  readonly #writer: string;
  readonly #publisher: string;
  readonly #speaker: string;
  readonly #popular: { id: string; slug: string; wording: string };
  readonly #topics: readonly PublishedTopic[];
  readonly #template = foundingPublication();
  readonly #verdict = foundingClaim();

  constructor(
    seed: number,
    readonly pages: number,
  ) {
    this.#draw = mulberry32(seed);
    [this.#writer, this.#publisher] = [this.#id(), this.#id()];
    for (const [id, name] of [
      [this.#writer, "Ruth Okafor"],
      [this.#publisher, "Jonas Weber"],
    ]) {
      this.#add("User", {
        id,
        name,
        email: `${id}@example.org`,
        role: "EDITOR",
        passwordHash: "-",
        revision: 1,
        createdAt: iso(BEGIN),
      });
    }
    this.#speaker = this.#id();
    const id = this.#speaker;
    this.#add("Speaker", {
      id,
      rootId: id,
      name: "the two sides",
      kind: "ORGANIZATION",
      revision: 1,
      grams: [],
    });
    this.#topics = Array.from({ length: TOPICS }, (_, n) => this.#topic(n));
    this.#popular = this.#claim("everybody-says-so", "Everybody says so.");
  }

  page(n: number): void {
    const articleId = this.#id();
    if (n === 0) this.#first = articleId;
    const slug = `page-${n}`;
    const own =
      n % 2 === 0 ? this.#claim(`claim-${n}`, `Claim number ${n} is that ${this.#words(8)}.`) : null;
    const claims = [own, n % 12 === 0 ? this.#popular : null].filter((claim) => claim !== null);
    this.#add("Article", {
      id: articleId,
      slug,
      identity: slug,
      isSample: false,
      watch: "NEVER",
      createdAt: iso(BEGIN),
    });
    const at = BEGIN + n * MINUTE;
    const subject = { kind: "ARTICLE", articleId, versionId: this.#id(), claimId: null };
    const content = this.#content(n, articleId, claims);
    const first = this.#publish(subject, content, claims, at, null);
    if (n % 5 === 2) {
      const mended = {
        ...content,
        article: { ...content.article, title: `${content.article.title}, corrected` },
      };
      this.#publish(subject, mended, claims, at + MINUTE / 4, "A name was wrong.");
    } else if (n % 25 === 3) {
      first.withdraw(at + MINUTE / 4, "The page was forged.");
    }
    if (own !== null && n % 20 === 0) {
      const { id, slug: address, wording } = own;
      const verdict: ClaimPublication = {
        ...this.#verdict,
        claim: { id, slug: address, wording, unknowns: [] },
      };
      this.#publish(
        { kind: "CLAIM", articleId: null, versionId: null, claimId: id },
        verdict,
        [own],
        at + MINUTE / 2,
        null,
      );
    }
  }

  taken(table: Table): readonly Row[] {
    const rows = this.#rows.get(table) ?? [];
    this.#rows.set(table, []);
    return rows;
  }

  /** What is asked for lies in the middle. */
  archive(): Archive {
    const n = Math.floor(this.pages / 200) * 100 + 40;
    const at = new Date(BEGIN + n * MINUTE);
    return {
      article: `page-${n + 1}`,
      claim: `claim-${n + 2}`,
      judged: `claim-${n}`,
      manyPlaces: this.#popular.slug,
      template: TEMPLATE.key,
      publisher: "Gazette 7",
      author: authorSubject("Gazette 7", "Reporter 7"),
      speaker: this.#speaker,
      topic: this.#topics[0]?.slug ?? "",
      middle: timeCursor({ at, id: "ffffffff-ffff-4fff-bfff-ffffffffffff" }),
    };
  }

  #add(table: Table, row: Row): void {
    const rows = this.#rows.get(table);
    if (rows === undefined) this.#rows.set(table, [row]);
    else rows.push(row);
  }

  #id(): string {
    this.#ids += 1;
    const hex = createHash("sha256").update(String(this.#ids)).digest("hex");
    const count = this.#ids.toString(16).padStart(12, "0");
    return `${count.slice(0, 8)}-${count.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
  }

  #topic(n: number): PublishedTopic {
    const topic = { id: this.#id(), slug: `topic-${n}`, name: `Topic number ${n}` };
    const made = { createdById: this.#writer, createdAt: iso(BEGIN), revision: 1, grams: [] };
    this.#add("Topic", { ...topic, ...made, rootId: topic.id });
    return topic;
  }

  #claim(slug: string, wording: string) {
    const claim = { id: this.#id(), slug, wording };
    this.#add("Claim", { ...claim, rootId: claim.id, unknowns: [], revision: 1, createdAt: iso(BEGIN) });
    return claim;
  }

  #content(n: number, id: string, claims: readonly { slug: string; wording: string }[]): ArticlePublication {
    const { article, posts, statements, ...rest } = this.#template;
    const kept = [...statements.slice(0, STATEMENTS - 1), ...statements.slice(-1)];
    return {
      ...rest,
      article: {
        ...article,
        id,
        slug: `page-${n}`,
        title: `Page ${n}: ${this.#words(9)}`,
        publisher: `Gazette ${n % 40}`,
        author: `Reporter ${n % 80}`,
      },
      posts: posts.map((post) => ({ ...post, date: this.#day(2024) })),
      topics: [
        ...(n % 4 === 0 ? this.#topics.slice(0, 1) : []),
        ...this.#topics.slice(1 + (n % 300), 2 + (n % 300)),
      ],
      statements: kept.map((statement, i) =>
        this.#statement(statement, i, claims[STATEMENTS - 1 - i] ?? null),
      ),
      provenance: n === 0 ? [] : [this.#fromFirst()],
      sources: {
        publisherKind: null,
        speakers: kept.flatMap(({ speaker }, i) =>
          speaker === null ? [] : [{ number: i + 1, id: this.#speaker, role: null }],
        ),
      },
    };
  }

  /** All other pages have their text from the first one. */
  #fromFirst(): PublishedUpstream {
    const page = { title: "Page 0", publisher: "Gazette 0", url: null, postedAt: null, version: 1 };
    return {
      kind: "QUOTES",
      page: { ...page, id: this.#first },
      reasons: [],
      reason: null,
      by: "Ruth Okafor",
      on: "2025-01-01",
      sentences: { verbatim: 1, changed: 0, added: 0, dropped: 0 },
      isCut: false,
      statements: [{ number: 1, change: "VERBATIM" }],
    };
  }

  #statement(
    like: PublishedStatement,
    i: number,
    claim: { slug: string; wording: string } | null,
  ): PublishedStatement {
    const due = this.#day(2024);
    return {
      ...like,
      id: this.#id(),
      number: i + 1,
      exact: this.#words(22),
      prediction: like.prediction && { ...like.prediction, dueFrom: due, dueTo: due },
      ...(like.prediction && { template: TEMPLATE }),
      claim: claim && { slug: claim.slug, wording: claim.wording },
    };
  }

  #publish(
    subject: Row,
    content: ArticlePublication | ClaimPublication,
    claims: readonly { id: string }[],
    at: number,
    correction: string | null,
  ) {
    const reviewId = this.#id();
    const publicationId = this.#id();
    const hash = sha256(canonicalJson(content));
    const { kind, versionId, claimId } = subject;
    const when = iso(at);
    this.#add("Review", {
      id: reviewId,
      kind,
      versionId,
      claimId,
      authorId: this.#writer,
      state: "PUBLISHED",
      revision: 2,
      createdAt: when,
      updatedAt: when,
    });
    this.#add("ReviewWriter", { reviewId, userId: this.#writer, since: when });
    const row = {
      id: publicationId,
      reviewId,
      ...subject,
      content,
      sha256: hash,
      correction,
      publishedById: this.#publisher,
      publishedAt: when,
      withdrawnAt: null as string | null,
      withdrawnReason: null as string | null,
    };
    this.#add("Publication", row);
    for (const { id } of claims) this.#add("PublicationClaim", { publicationId, claimId: id });
    this.#event(at, PUBLISH, reviewId, { publicationId, sha256: hash, correction, versionId, claimId });
    return {
      withdraw: (then: number, reason: string) => {
        row.withdrawnAt = iso(then);
        row.withdrawnReason = reason;
        this.#event(then, WITHDRAW, reviewId, { publicationId, reason });
      },
    };
  }

  #event(at: number, action: string, reviewId: string, payload: Row): void {
    this.#sequence += 1n;
    const salt = sha256(String(this.#sequence)).slice(0, 32);
    const link = {
      sequence: this.#sequence,
      at: new Date(at),
      actorId: this.#publisher,
      action,
      subjectId: `review:${reviewId}`,
      payloadHash: payloadHash(salt, payload),
    };
    const hash = eventHash(this.#previous, link);
    const sequence = Number(this.#sequence);
    this.#add("AuditEvent", { ...link, at: iso(at), sequence, previous: this.#previous, hash });
    this.#add("AuditPayload", { sequence, salt, payload });
    this.#add("RecordHead", {
      sequence,
      hash,
      at: iso(at),
      signature: hash,
      publicKey: "none: nobody signs what is made up",
    });
    this.#previous = hash;
  }

  #words(count: number): string {
    return Array.from({ length: count }, () => WORDS[Math.floor(this.#draw() * WORDS.length)]).join(" ");
  }

  #day(from: number): string {
    return new Date(Date.UTC(from, 0, 1 + Math.floor(this.#draw() * 1000))).toISOString().slice(0, 10);
  }
}

const WORDS =
  "the quay council ferry mayor harbour bridge price port bank rate market storm river night train budget school vote law city film road court water power said opens closes rises falls grows ends begins waits pays builds sells holds asks finds".split(
    " ",
  );

const iso = (at: number): string => new Date(at).toISOString();

/** Numbers in [0, 1) that look drawn. Source: mulberry32, Tommy Ettinger, public domain. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
