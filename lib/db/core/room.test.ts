import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { isRoomShort, lookAtRoom, watchRoom } from "./room";

const MB = 1_000_000;
const undo: (() => void)[] = [];
afterEach(async () => {
  await lookAtRoom(["/"], 0);
  for (const step of undo.splice(0).reverse()) step();
});

test("below the floor there is too little, and enough again only well above it", async () => {
  const seen: boolean[] = [];
  for (const free of [600, 501, 499, 510, 590, 601, 510, 300]) {
    seen.push(await lookAtRoom(["/data"], 500, async () => free * MB));
  }
  expect(seen).toEqual([false, false, true, true, true, false, false, true]);
});

test("the fullest of the folders counts, and one that can't be measured doesn't", async () => {
  const free: Record<string, number | null> = { "/a": 900 * MB, "/b": 100 * MB, "/c": null };
  const measure = async (folder: string) => free[folder] ?? null;
  expect(await lookAtRoom(["/a", "/c"], 500, measure)).toBe(false);
  expect(await lookAtRoom(["/a", "/b", "/c"], 500, measure)).toBe(true);
  expect(await lookAtRoom(["/c"], 500, measure)).toBe(false);
});

test("a floor of nothing watches nothing", async () => {
  undo.push(await watchRoom(["/"], 0, async () => 0));
  expect(isRoomShort()).toBe(false);
  undo.push(await watchRoom([null], 500, async () => 0));
  expect(isRoomShort()).toBe(false);
});

/** A real disk of 8 MB; null where we may not mount one. */
function smallDisk(): string | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), "onrecord-disk-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return null;
  }
  undo.push(() => execFileSync("umount", [folder]));
  return folder;
}

test("a real disk that fills, and is cleared", async ({ skip }) => {
  const disk = smallDisk();
  if (disk === null) return skip("nothing can be mounted here");
  const file = join(disk, "filler");
  expect(await lookAtRoom([disk], 5)).toBe(false);
  writeFileSync(file, Buffer.alloc(4 * MB));
  expect(await lookAtRoom([disk], 5)).toBe(true);
  unlinkSync(file);
  expect(await lookAtRoom([disk], 5)).toBe(false);
});
