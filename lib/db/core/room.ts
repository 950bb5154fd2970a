import { statfs } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Whether the disk has room, measured every few seconds and known without asking: below a floor nothing new is taken in, so that what is
 * there can be read, and ended, and kept consistent.
 */

/** In milliseconds. A disk that is written to as fast as it can be doesn't lose the floor in that time. */
const EVERY = 5_000;
/** Once it was too little, so much more than the floor has to be free again: else it would be on and off by turns. */
const AGAIN = 1.2;
const MEGABYTE = 1_000_000;

/** Free bytes in the file system of a folder, for whoever we are; null where that can't be told. */
export type MeasureRoom = (folder: string) => Promise<number | null>;

// It hangs on globalThis because what the server loads at its start and what its pages load are two copies of this file.
const KEY = Symbol.for("onrecord.room.short");
// The cast only says that a property of our own may hang there; nobody else knows the symbol.
const holder = globalThis as { [KEY]?: boolean | undefined };

/** Is there too little room to take anything in? False where nobody watches. */
export function isRoomShort(): boolean {
  return holder[KEY] === true;
}

const measureRoom: MeasureRoom = (folder) =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );

/** Settles when there is room again. Throws the signal's reason where that ends it first. */
export async function untilThereIsRoom(signal?: AbortSignal): Promise<void> {
  while (isRoomShort()) await pause(EVERY, undefined, { ...(signal ? { signal } : {}), ref: false });
}

/** Look once at all of these folders. Returns whether there is too little room now. */
export async function lookAtRoom(
  folders: readonly string[],
  floor: number,
  measure: MeasureRoom = measureRoom,
): Promise<boolean> {
  const free = (await Promise.all(folders.map(measure))).filter((bytes) => bytes !== null);
  const least = Math.min(...free);
  holder[KEY] = least < floor * MEGABYTE * (isRoomShort() ? AGAIN : 1);
  return isRoomShort();
}

/**
 * Watch the room in these folders until the process ends, or until what is returned is called. `floor` in MB; 0 watches nothing.
 */
export async function watchRoom(
  folders: readonly (string | null)[],
  floor: number,
  measure: MeasureRoom = measureRoom,
): Promise<() => void> {
  const watched = folders.filter((folder) => folder !== null);
  if (floor === 0 || watched.length === 0) return () => {};
  await lookAtRoom(watched, floor, measure);
  const looking = setInterval(() => void lookAtRoom(watched, floor, measure), EVERY).unref();
  return () => {
    clearInterval(looking);
    holder[KEY] = false;
  };
}
