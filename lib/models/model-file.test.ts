import { expect, test } from "vitest";
import { loadTable, readManifest } from "./model-file";

test("every weight file is the one that the manifest names", () => {
  const manifest = readManifest();
  for (const [name, { bits, classes }] of Object.entries(manifest.tables)) {
    expect(loadTable(manifest, name).table).toMatchObject({ bits, classes });
  }
});

test("a damaged file is refused", () => {
  const manifest = readManifest();
  const [name = "", entry] = Object.entries(manifest.tables)[0] ?? [];
  if (!entry) throw new Error("the manifest lists no tables");
  const damaged = { ...manifest, tables: { [name]: { ...entry, sha256: "0".repeat(64) } } };
  expect(() => loadTable(damaged, name)).toThrow(/damaged or of another version/);
});

test("all files together stay below 12 MB", () => {
  const { tables, lexicon, clusters } = readManifest();
  const total = Object.values(tables).reduce((sum, { bytes }) => sum + bytes, lexicon.bytes + clusters.bytes);
  expect(total).toBeLessThan(12e6);
});
