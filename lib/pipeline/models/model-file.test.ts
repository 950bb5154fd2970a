import fc from "fast-check";
import { expect, test } from "vitest";
import { loadTable, packTable, readManifest, unpackTable } from "./model-file";

test("every weight file is the one that the manifest names", () => {
  const manifest = readManifest();
  for (const [name, { bits, classes }] of Object.entries(manifest.tables)) {
    expect(loadTable(manifest, name).weights).toHaveLength((1 << bits) * classes);
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

test("a packed table unpacks to itself", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -128, max: 127 }), { minLength: 48, maxLength: 48 }), (list) => {
      const weights = Int8Array.from(list);
      expect(unpackTable(packTable(weights, 3), 4, 3)).toEqual(weights);
    }),
  );
});
