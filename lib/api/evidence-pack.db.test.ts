import { spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { keepHeads } from "#lib/db/audit/heads";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { answerPack } from "#lib/next/answer-pack";
import { foundingClaim, foundingPublication, RUMOUR_CLAIM } from "#lib/publish/testing/founding-publication";
import { evidencePack } from "./evidence-pack";

/** A claim's evidence pack, opened with another's program and checked by the script that is in it, on its own. */

const WHERE = { origin: "https://onrecord.example", today: "2026-11-23", timeZone: "UTC" };
const { slug } = RUMOUR_CLAIM;
const ROOT = `onrecord-${slug}`;
const DRAFT = "Nobody published this sentence";

let close: () => Promise<void>;
let data: string;
let files: Map<string, Buffer>;

beforeAll(async () => {
  ({ close } = await freshDatabase());
  data = mkdtempSync(join(tmpdir(), "onrecord-pack-"));
  const who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  const claimId = await rows.claimRow(slug, RUMOUR_CLAIM.wording);
  const at = (day: string) => new Date(`${day}T10:00:00.000Z`);
  for (const [name, day] of [
    ["iraq-us-agree", "2026-11-20"],
    ["said-again", "2026-11-21"],
  ] as const) {
    const founding = foundingPublication();
    const content = { ...founding, article: { ...founding.article, slug: name } };
    await rows.publishArticle(await rows.articleRow(name), content, [claimId], { ...who, at: at(day) });
  }
  await rows.publishClaim(claimId, foundingClaim(), { ...who, at: at("2026-11-22") });
  const silent = await rows.claimRow("silent", `${DRAFT}.`);
  await rows.reviewRow({ claimId: silent }, "SUBMITTED", who.writer);
  await keepHeads(data, at("2026-11-22"));
  files = await unpacked(await packed(slug));
}, 120_000);
afterAll(async () => {
  rmSync(data, { recursive: true });
  await disconnect();
  await close();
});

async function packed(name: string): Promise<Response> {
  return answerPack(name, await evidencePack(name, WHERE));
}

/** By path, read by a program that isn't the one that packed. */
async function unpacked(answer: Response): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(await answer.arrayBuffer()), { lazyEntries: true });
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return found;
}

/** What the script says of a pack that was changed after it was made. */
function checked(change: (folder: string) => void = () => {}, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-pack-"));
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    change(join(folder, ROOT));
    const program = join(folder, ROOT, "verify.mjs");
    const { status, stdout } = spawnSync(process.execPath, [program, ...args], { encoding: "utf8" });
    return { status, stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const sums = (folder: string): string[] => readFileSync(join(folder, "SHA256SUMS"), "utf8").split("\n");

/** Changes a file and its line among the hashes, as somebody who forges would. */
function forge(folder: string, path: string, from: string, to: string): void {
  const before = readFileSync(join(folder, path), "utf8");
  expect(before).toContain(from);
  const after = before.replace(from, to);
  writeFileSync(join(folder, path), after);
  const hash = createHash("sha256").update(after).digest("hex");
  const lines = sums(folder).map((line) => (line.endsWith(`  ${path}`) ? `${hash}  ${path}` : line));
  writeFileSync(join(folder, "SHA256SUMS"), lines.join("\n"));
}

test("it holds the record of the claim and of its pages, and nothing that nobody published", async () => {
  expect([...files.keys()].sort()).toEqual(
    [
      "README.txt",
      "SHA256SUMS",
      "claim.json",
      "claim.jsonld",
      "heads.json",
      ...["iraq-us-agree", "said-again"].flatMap((page) =>
        ["annotations.jsonld", "record.json", "statements.txt"].map((file) => `pages/${page}/${file}`),
      ),
      "verdict/record.json",
      "verify.mjs",
    ].map((path) => `${ROOT}/${path}`),
  );
  const said = [...files.values()].map(String).join("\n");
  expect(said).toContain(RUMOUR_CLAIM.wording);
  expect(said).not.toContain(DRAFT);
  expect((await packed("silent")).status).toBe(404);
  expect((await packed("no-such-claim")).status).toBe(404);
});

test("it says where it leaves pages out, and only there", async () => {
  const readMe = String(files.get(`${ROOT}/README.txt`));
  expect(readMe).not.toContain("Some pages on which the claim was made");
  const claimId = (await database().claim.findUniqueOrThrow({ where: { slug } })).id;
  const who = { writer: await rows.person("Ines Calder"), publisher: await rows.person("Omar Salih") };
  for (let n = 0; n < 19; n += 1) {
    const founding = foundingPublication();
    const content = { ...founding, article: { ...founding.article, slug: `again-${n}` } };
    const at = new Date(Date.UTC(2026, 10, 22, 11, n));
    await rows.publishArticle(await rows.articleRow(`again-${n}`), content, [claimId], { ...who, at });
  }
  const more = await unpacked(await packed(slug));
  expect([...more.keys()].filter((path) => path.endsWith("/statements.txt"))).toHaveLength(20);
  expect(String(more.get(`${ROOT}/README.txt`))).toContain(
    "Some pages on which the claim was made. It was made in 21 statements in all",
  );
});

test("the same pack is the same bytes, and a program keeps it under the claim's name", async () => {
  const [first, second] = [await packed(slug), await packed(slug)];
  expect(first.headers.get("content-disposition")).toBe(`attachment; filename="${ROOT}.zip"`);
  expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
});

test("its script proves it without us, with the pack's key and with one that was kept", () => {
  const { heads } = JSON.parse(String(files.get(`${ROOT}/heads.json`)));
  const kept = join(data, "kept");
  writeFileSync(kept, heads[0].publicKey);
  expect(checked()).toMatchObject({ status: 0, stdout: expect.stringContaining("As it was published.") });
  expect(checked(undefined, kept).status).toBe(0);
  writeFileSync(kept, JSON.stringify({ heads }));
  expect(checked(undefined, kept)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`${heads.length} are those that you kept`),
  });
  const others = heads.map((head: { sequence: number }) => ({ ...head, hash: "0".repeat(64) }));
  writeFileSync(kept, JSON.stringify({ heads: others }));
  expect(checked(undefined, kept)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("What you kept says otherwise."),
  });
  writeFileSync(kept, JSON.stringify({ heads: [{ ...heads[0], sequence: 999_999 }] }));
  expect(checked(undefined, kept).status).toBe(2);
  writeFileSync(kept, "no key");
  expect(checked(undefined, kept).status).toBe(2);
  const other = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" });
  writeFileSync(kept, other);
  expect(checked(undefined, kept)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("The signature isn't this key's."),
  });
});

describe("one character changed, and its hash with it, is named", () => {
  test.each([
    ["verdict/record.json", "We looked and found nothing", "We looked and found proof"],
    ["verdict/record.json", '"action": "review.publish"', '"action": "review.withdraw"'],
    ["pages/said-again/record.json", '"label": "UNSOURCED_SPECULATION"', '"label": "REPORTED"'],
    ["pages/said-again/record.json", '"slug": "said-again"', '"slug": "iraq-us-agree"'],
    ["pages/iraq-us-agree/record.json", '"signature": "', '"signature": "A'],
    ["pages/iraq-us-agree/annotations.jsonld", '"exact": "', '"exact": "Not '],
    ["pages/iraq-us-agree/statements.txt", "Banks got memos", "Banks got no memos"],
    ["claim.jsonld", "We looked and found nothing", "We looked and found proof"],
    ["heads.json", '"sequence": ', '"sequence": 1'],
  ])("%s: %s", (path, from, to) => {
    const { status, stdout } = checked((folder) => forge(folder, path, from, to));
    expect(stdout).toMatch(new RegExp(`^${path.replaceAll(".", "\\.")}: NOT TRUE\\. `, "m"));
    expect(status).toBe(1);
  });
});

test("a file that is missing or changed is named", () => {
  for (const line of sumsIn(files)) {
    const path = line.slice(66);
    if (path === "verify.mjs") continue;
    const gone = checked((folder) => rmSync(join(folder, path)));
    expect(gone, path).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`${path}: NOT TRUE. The file is missing.`),
    });
  }
  const longer = checked((folder) => writeFileSync(join(folder, "README.txt"), "Believe all of it."));
  expect(longer).toMatchObject({ status: 1, stdout: expect.stringContaining("README.txt: NOT TRUE.") });
});

test("what was erased or isn't signed yet can't be told, and is said so", () => {
  const unsigned = checked((folder) => {
    const path = "verdict/record.json";
    const record = readFileSync(join(folder, path), "utf8");
    forge(folder, path, record.slice(record.lastIndexOf('"head": ')), '"head": null\n}\n');
  });
  expect(unsigned).toMatchObject({ status: 2, stdout: expect.stringContaining("was not signed yet") });
  const erased = checked((folder) =>
    forge(folder, "verdict/record.json", '"salt": ', '"salt": null, "was": '),
  );
  expect(erased).toMatchObject({ status: 2, stdout: expect.stringContaining("were erased") });
});

const sumsIn = (all: ReadonlyMap<string, Buffer>): string[] =>
  String(all.get(`${ROOT}/SHA256SUMS`))
    .split("\n")
    .filter(Boolean);
