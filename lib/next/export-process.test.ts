import { expect, test } from "vitest";
import type { Export } from "#lib/api/exports";
import { exported } from "./export-process";

const where = { origin: "https://onrecord.example", today: "2026-11-28" };
// Only its path counts here: the process finds the rest by it.
const at = (path: string) => ({ path }) as Export;

test("a process that doesn't come to its end is no whole file", async () => {
  const pieces = exported(at("/exports/nothing.csv"), where, new AbortController().signal);
  await expect(pieces.next()).rejects.toThrow("an export ended with 1");
}, 60_000);

test("one that nobody wants any more is ended", async () => {
  const stop = new AbortController();
  const first = exported(at("/exports/claims.csv"), where, stop.signal).next();
  stop.abort();
  await expect(first).rejects.toThrow();
}, 60_000);
