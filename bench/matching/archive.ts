import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { factsOf } from "#lib/pipeline/match/facts";
import { indexKeysOf } from "#lib/pipeline/match/index-keys";
import type { KeyCounts } from "#lib/pipeline/match/near";
import type { Made, Maker } from "./made";

/** Of so many statements the words are kept, to be retold. */
const KEPT = 4000;
const INDEX = `CREATE INDEX "ClaimWording_keys_idx" ON "ClaimWording" USING GIN ("keys") WITH (fastupdate = off)`;

/** Claims with one wording each, written straight into the tables, and their keys held here for the exhaustive scan. */
export class Archive {
  readonly kept: Made[] = [];
  private readonly places: number[] = [];
  private readonly keys: Int32Array[] = [];
  private readonly counts = new Map<number, number>();
  private client: Client | null = null;

  constructor(
    private readonly url: string,
    private readonly maker: Maker,
  ) {}

  get size(): number {
    return this.keys.length;
  }

  get known(): KeyCounts {
    return { counts: this.counts, total: this.size };
  }

  placeOf(kept: number): number {
    return this.places[kept] ?? 0;
  }

  idAt(place: number): string {
    return String(place + 1);
  }

  keysAt(place: number): Int32Array {
    return this.keys[place] ?? new Int32Array();
  }

  async growTo(size: number): Promise<void> {
    const sql = await this.sql();
    await sql.query(`DROP INDEX IF EXISTS "ClaimWording_keys_idx"`);
    const every = Math.max(1, Math.floor(size / KEPT));
    while (this.size < size) await this.add(Math.min(50_000, size - this.size), every);
    await sql.query(INDEX);
    await sql.query(`TRUNCATE "WordingKey"`);
    await sql.query(
      `INSERT INTO "WordingKey" SELECT key, count(*) FROM "ClaimWording", unnest("keys") AS key GROUP BY key`,
    );
    await sql.query(`INSERT INTO "WordingKey" VALUES (0, ${this.size})`);
    await sql.query(`VACUUM ANALYZE "ClaimWording", "WordingKey"`);
  }

  private async add(count: number, every: number): Promise<void> {
    const claims: string[] = [];
    const wordings: string[] = [];
    for (let i = 0; i < count; i += 1) {
      const made = this.maker.statement();
      const keys = indexKeysOf(factsOf({ text: made.text, postedAt: made.day })).map(({ key }) => key);
      for (const key of keys) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      const place = this.keys.push(Int32Array.from(keys)) - 1;
      if (place % every === 0) {
        this.kept.push(made);
        this.places.push(place);
      }
      const id = randomUUID();
      claims.push(`${id}\tclaim-${place}\t${made.text}\t{}\t${id}\n`);
      wordings.push(
        `${place + 1}\t${id}\t${made.text}\t${made.day}\tt\tbench-${place}\t{${keys.join()}}\tt\n`,
      );
    }
    await this.copy(`"Claim" ("id", "slug", "wording", "unknowns", "rootId")`, claims);
    await this.copy(
      `"ClaimWording" ("id", "claimId", "text", "day", "isOwn", "words", "keys", "isKeyed")`,
      wordings,
    );
  }

  private async copy(table: string, lines: readonly string[]): Promise<void> {
    const sql = await this.sql();
    await pipeline(Readable.from(lines), sql.query(copyFrom(`COPY ${table} FROM STDIN`)));
  }

  async indexBytes(): Promise<number> {
    const { rows } = await (await this.sql()).query(
      `SELECT pg_relation_size('"ClaimWording_keys_idx"')::float8 AS bytes`,
    );
    return rows[0].bytes;
  }

  /** What one more wording costs once the index is as large as it got. */
  async timeAdding(): Promise<void> {
    const sql = await this.sql();
    const begun = performance.now();
    const count = 500;
    const { rows } = await sql.query(
      `UPDATE "ClaimWording" SET "keys" = array_reverse("keys") WHERE "id" <= ${count} RETURNING 1`,
    );
    console.log(`one more wording: ${((performance.now() - begun) / rows.length).toFixed(2)} ms`);
  }

  async close(): Promise<void> {
    await this.client?.end();
  }

  private async sql(): Promise<Client> {
    if (this.client !== null) return this.client;
    this.client = new Client({ connectionString: this.url });
    await this.client.connect();
    // Rows are written as they are: what keeps them in the product would work out again what is given here.
    await this.client.query("SET session_replication_role = replica");
    await this.client.query("SET maintenance_work_mem = '512MB'");
    return this.client;
  }
}
