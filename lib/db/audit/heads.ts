import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { createReadStream } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { database } from "#lib/db/core/client";
import { canonicalJson } from "#lib/db/core/hash";
import type { RecordFault } from "#lib/domain/record-checks";

/**
 * The end of the chain, signed. A chain that is written anew from some event on, or whose end is cut off, adds up in itself: only
 * somebody who kept an earlier head can tell. So each head is signed with a key of the installation and kept in three places: in
 * the database, in a file beside the data, and at a public address where anybody may fetch a copy.
 */

/** The canonical JSON (RFC 8785) of these three is what is signed; `signature` is Ed25519 (RFC 8032), in base64. */
export const SignedHead = z.object({
  sequence: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  signature: z.string(),
});
export type SignedHead = z.infer<typeof SignedHead>;

const KEY_FILE = "record-key.pem";
const HEADS_FILE = "record-heads.jsonl";

export interface Signer {
  /** PEM, SPKI. */
  readonly publicKey: string;
  sign(head: Omit<SignedHead, "signature">): SignedHead;
}

/** The key of this installation, made when it is first asked for and kept in the data folder, readable by its account alone. */
export async function signerIn(folder: string): Promise<Signer> {
  const pem = await keyIn(join(folder, KEY_FILE));
  const key = createPrivateKey(pem);
  return {
    publicKey: createPublicKey(key).export({ type: "spki", format: "pem" }).toString(),
    sign: ({ sequence, hash, at }) => ({
      sequence,
      hash,
      at,
      signature: sign(null, signedBytes({ sequence, hash, at }), key).toString("base64"),
    }),
  };
}

async function keyIn(file: string): Promise<string> {
  const { privateKey } = generateKeyPairSync("ed25519");
  try {
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    await writeFile(file, pem, { mode: 0o600, flag: "wx" });
    return pem;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return readFile(file, "utf8");
    throw error;
  }
}

function signedBytes({ sequence, hash, at }: Omit<SignedHead, "signature">): Buffer {
  return Buffer.from(canonicalJson({ sequence, hash, at }), "utf8");
}

export function isSigned(head: SignedHead, publicKey: string): boolean {
  return verify(null, signedBytes(head), publicKey, Buffer.from(head.signature, "base64"));
}

/**
 * Sign the head of the chain, keep it in the database and add it to the file in `folder`. Null where the head is signed already or
 * nothing has happened yet.
 */
export async function keepHead(folder: string, now: Date): Promise<SignedHead | null> {
  const last = await database().auditEvent.findFirst({
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  if (last === null) return null;
  const signer = await signerIn(folder);
  const head = signer.sign({ sequence: Number(last.sequence), hash: last.hash, at: now.toISOString() });
  const { count } = await database().recordHead.createMany({
    data: [{ ...head, at: now }],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  await appendFile(join(folder, HEADS_FILE), `${JSON.stringify(head)}\n`, { mode: 0o600 });
  return head;
}

/** The heads that were signed last, newest first. */
export async function latestHeads(most: number): Promise<SignedHead[]> {
  const rows = await database().recordHead.findMany({ orderBy: { sequence: "desc" }, take: most });
  return rows.map(({ sequence, hash, at, signature }) => ({
    sequence: Number(sequence),
    hash,
    at: at.toISOString(),
    signature,
  }));
}

/** Is a new head due: the last one is a day old, or something was published or withdrawn since? */
export async function isHeadDue(now: Date): Promise<boolean> {
  const [last] = await latestHeads(1);
  if (last === undefined) return true;
  if (now.getTime() - Date.parse(last.at) >= DAY) return true;
  const shown = await database().auditEvent.findFirst({
    where: { sequence: { gt: BigInt(last.sequence) }, action: { in: ["review.publish", "review.withdraw"] } },
    select: { sequence: true },
  });
  return shown !== null;
}

const DAY = 86_400_000;

/** Every head of the file in `folder` and of the database is signed, and the chain still holds the event that it names. */
export async function verifyHeads(folder: string): Promise<RecordFault[]> {
  const { publicKey } = await signerIn(folder);
  const faults: RecordFault[] = [];
  const check = async (heads: readonly { line: number; head: SignedHead | null }[]) => {
    for (const { line, head } of heads) {
      if (head === null || !isSigned(head, publicKey)) faults.push({ kind: "SIGNATURE", line });
    }
    faults.push(...(await lostHeads(heads.flatMap(({ head }) => head ?? []))));
  };
  let batch: { line: number; head: SignedHead | null }[] = [];
  for await (const one of headsIn(join(folder, HEADS_FILE))) {
    batch.push(one);
    if (batch.length < HEADS_AT_ONCE) continue;
    await check(batch);
    batch = [];
  }
  await check(batch);
  return faults;
}

const HEADS_AT_ONCE = 500;

async function lostHeads(heads: readonly SignedHead[]): Promise<RecordFault[]> {
  const events = await database().auditEvent.findMany({
    where: { sequence: { in: heads.map(({ sequence }) => BigInt(sequence)) } },
    select: { sequence: true, hash: true },
  });
  const hashes = new Map(events.map(({ sequence, hash }) => [Number(sequence), hash]));
  return heads
    .filter(({ sequence, hash }) => hashes.get(sequence) !== hash)
    .map(({ sequence }) => ({ kind: "HEAD", sequence }));
}

/** The lines of the file, counted from 1; null for one that isn't a head. No file is no line. */
async function* headsIn(file: string): AsyncGenerator<{ line: number; head: SignedHead | null }> {
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file, "utf8") })) {
      line += 1;
      if (text.trim() !== "") yield { line, head: headIn(text) };
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

function headIn(text: string): SignedHead | null {
  try {
    return SignedHead.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
