import { v7 as newId } from "uuid";
import type { Tx } from "#lib/db/core/client";
import { insertRows } from "#lib/db/core/rows";
import type { SpeakerKind } from "#lib/domain/labels";

export interface NamedSpeaker {
  readonly name: string;
  readonly kind: SpeakerKind;
}

const keyOf = ({ name, kind }: NamedSpeaker) => `${name} ${kind}`;

/** Ids by kind and name. */
export class SpeakerIds {
  readonly #ids = new Map<string, string>();

  add(id: string, speaker: NamedSpeaker): void {
    this.#ids.set(keyOf(speaker), id);
  }

  has(speaker: NamedSpeaker): boolean {
    return this.#ids.has(keyOf(speaker));
  }

  /** Null for nobody. Throws RangeError for a speaker that was never asked for: a caller's bug. */
  of(speaker: NamedSpeaker | null): string | null {
    if (speaker === null) return null;
    const id = this.#ids.get(keyOf(speaker));
    if (id === undefined) throw new RangeError(`no row was asked for: ${speaker.name}`);
    return id;
  }
}

/**
 * The rows of these speakers, made where they aren't there yet. In one order, so that two writers who name the same new
 * people wait for each other instead of blocking each other; those who are known already make nobody wait.
 *
 * A name that one speaker has, or had before they were merged or called otherwise, is proposed to be theirs. One that several have is
 * nobody's: it gets a row that says no more than the name, and an editor chooses.
 */
export async function keepSpeakers(tx: Tx, speakers: readonly NamedSpeaker[]): Promise<SpeakerIds> {
  const ids = new SpeakerIds();
  const wanted = [...new Map(speakers.map((one) => [keyOf(one), one])).values()];
  await addKnown(tx, wanted, ids);
  const fresh = wanted
    .filter((one) => !ids.has(one))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ name, kind }) => ownRow(name, kind));
  await insertRows(tx, "Speaker", fresh, { skipExisting: true });
  await addKnown(tx, fresh, ids);
  return ids;
}

/** A new speaker, who stands for themselves. */
export function ownRow(name: string, kind: SpeakerKind, role: string | null = null) {
  const id = newId();
  return { id, rootId: id, name, kind, role };
}

async function addKnown(tx: Tx, speakers: readonly NamedSpeaker[], ids: SpeakerIds): Promise<void> {
  if (speakers.length === 0) return;
  const rows = await speakersNamed(
    tx,
    speakers.map(({ name }) => name),
  );
  for (const speaker of speakers) {
    const row = meantBy(speaker, rows) ?? namelessOf(speaker, rows);
    if (row !== null) ids.add(row.id, speaker);
  }
}

export interface SpeakerOfName {
  readonly id: string;
  readonly rootId: string;
  readonly name: string;
  readonly shownName: string | null;
  readonly kind: SpeakerKind;
  readonly role: string | null;
  readonly isMerged: boolean;
}

/** All speakers that are, or were, called by one of these names. */
export async function speakersNamed(tx: Tx, names: readonly string[]): Promise<SpeakerOfName[]> {
  const asked = [...new Set(names)];
  return tx.$queryRaw<SpeakerOfName[]>`
    SELECT "id"::text, "rootId"::text, "name", "shownName", "kind"::text, "role", "mergedIntoId" IS NOT NULL AS "isMerged"
    FROM "Speaker" WHERE "name" = ANY(${asked}) OR "shownName" = ANY(${asked})`;
}

/** The one speaker whom a name means; null where nobody or several have it. The row that was written so comes first: it can be parted again. */
export function meantBy({ name, kind }: NamedSpeaker, rows: readonly SpeakerOfName[]): SpeakerOfName | null {
  const found = called(name, kind, rows);
  if (new Set(found.map(({ rootId }) => rootId)).size !== 1) return null;
  return found.find((row) => row.name === name) ?? found[0] ?? null;
}

/** The row that says no more than the name. */
function namelessOf({ name, kind }: NamedSpeaker, rows: readonly SpeakerOfName[]): SpeakerOfName | null {
  const plain = called(name, kind, rows).find(
    ({ isMerged, role, shownName, name: written }) =>
      !isMerged && role === null && (shownName ?? written) === name,
  );
  return plain ?? null;
}

const called = (name: string, kind: SpeakerKind, rows: readonly SpeakerOfName[]) =>
  rows.filter((row) => row.kind === kind && (row.name === name || row.shownName === name));
