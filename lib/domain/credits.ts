import { z } from "zod";

/**
 * Who wrote and who read what readers see, part by part. A part is a statement, the wording of a claim, a verdict, the evidence or the
 * searches. What a correction leaves as it was keeps those who wrote and read it first; what it changes is read by whoever publishes it.
 */
export const Credit = z.object({
  /** The names of the parts: see `lib/publish/parts.ts`. */
  parts: z.array(z.string()),
  writtenBy: z.array(z.string()),
  readBy: z.string(),
});
export type Credit = z.infer<typeof Credit>;

/** A part of published content. `key` is the same where nothing that readers see of it differs; `place` is the same where one part took the place of the other. */
export interface Part {
  readonly name: string;
  readonly key: string;
  readonly place: string;
}

/** A part that was published before, with those who wrote and read it then. */
export interface PublishedPart extends Part, Pick<Credit, "writtenBy" | "readBy"> {}

export interface Writer {
  readonly id: string;
  readonly name: string;
}

export interface Credits {
  readonly credits: readonly Credit[];
  /** Everybody who wrote a part that nobody has read for publication yet: none of them may publish it. */
  readonly unread: readonly Writer[];
}

/**
 * The credits of content that `publisher` is about to publish.
 *
 * `writersOf` gives who wrote a part since it was last published; `earlier` are the parts that were published before.
 */
export function creditsOf(
  parts: readonly Part[],
  writersOf: (name: string) => readonly Writer[],
  earlier: readonly PublishedPart[],
  publisher: string,
): Credits {
  const groups = new Map<string, Credit>();
  const unread = new Map<string, Writer>();
  for (const part of parts) {
    const same = earlier.find(({ key }) => key === part.key);
    const { writtenBy, readBy } = same ?? newCredit(part, writersOf(part.name), earlier, publisher);
    if (same === undefined) for (const writer of writersOf(part.name)) unread.set(writer.id, writer);
    const group = JSON.stringify([writtenBy, readBy]);
    const others = groups.get(group)?.parts ?? [];
    groups.set(group, { parts: [...others, part.name], writtenBy, readBy });
  }
  return { credits: [...groups.values()], unread: [...unread.values()] };
}

function newCredit(
  part: Part,
  writers: readonly Writer[],
  earlier: readonly PublishedPart[],
  readBy: string,
): Pick<Credit, "writtenBy" | "readBy"> {
  const replaced = earlier.find(({ place }) => place === part.place);
  const names = [...(replaced?.writtenBy ?? []), ...writers.map(({ name }) => name)];
  return { writtenBy: [...new Set(names)], readBy };
}
