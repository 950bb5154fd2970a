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
 */
export async function keepSpeakers(tx: Tx, speakers: readonly NamedSpeaker[]): Promise<SpeakerIds> {
  const ids = new SpeakerIds();
  const wanted = [...new Map(speakers.map((one) => [keyOf(one), one])).values()];
  await addKnown(tx, wanted, ids);
  const fresh = wanted
    .filter((one) => !ids.has(one))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ name, kind }) => ({ id: newId(), name, kind }));
  await insertRows(tx, "Speaker", fresh, { skipExisting: true });
  await addKnown(tx, fresh, ids);
  return ids;
}

async function addKnown(tx: Tx, speakers: readonly NamedSpeaker[], ids: SpeakerIds): Promise<void> {
  if (speakers.length === 0) return;
  const names = [...new Set(speakers.map(({ name }) => name))];
  const rows = await tx.$queryRaw<{ id: string; name: string; kind: SpeakerKind }[]>`
    SELECT "id"::text, "name", "kind"::text FROM "Speaker" WHERE "name" = ANY(${names})`;
  for (const { id, name, kind } of rows) ids.add(id, { name, kind });
}
