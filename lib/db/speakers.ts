import type { SpeakerKind } from "#lib/domain/labels";
import type { Tx } from "./client";

export interface NamedSpeaker {
  readonly name: string;
  readonly kind: SpeakerKind;
}

/** Ids by kind and name. */
export class SpeakerIds {
  readonly #ids = new Map<string, string>();

  add(id: string, { name, kind }: NamedSpeaker): void {
    this.#ids.set(`${kind} ${name}`, id);
  }

  /** Null for nobody. Throws RangeError for a speaker that was never asked for: a caller's bug. */
  of(speaker: NamedSpeaker | null): string | null {
    if (speaker === null) return null;
    const id = this.#ids.get(`${speaker.kind} ${speaker.name}`);
    if (id === undefined) throw new RangeError(`no row was asked for: ${speaker.name}`);
    return id;
  }
}

/**
 * The rows of these speakers, made where they aren't there yet. In one order, so that two writers who name the same people
 * wait for each other instead of blocking each other.
 */
export async function keepSpeakers(tx: Tx, speakers: readonly NamedSpeaker[]): Promise<SpeakerIds> {
  const ids = new SpeakerIds();
  if (speakers.length === 0) return ids;
  const rows = [...new Map(speakers.map((one) => [`${one.name} ${one.kind}`, one])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { name, kind }]) => ({ name, kind }));
  await tx.speaker.createMany({ data: rows, skipDuplicates: true });
  const names = [...new Set(rows.map((row) => row.name))];
  for (const row of await tx.speaker.findMany({ where: { name: { in: names } } })) ids.add(row.id, row);
  return ids;
}
