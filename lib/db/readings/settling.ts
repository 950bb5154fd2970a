import { database } from "#lib/db/core/client";
import { factsOf, STATEMENT_PARTS } from "#lib/db/statements/rows";
import type { Actor } from "#lib/domain/actor";
import { differencesOf, type MarkView, type SettlingView } from "#lib/domain/settling";
import { fieldsOfFacts } from "#lib/domain/statement-rules";
import { type Side, unitsOf } from "./units";

/** Two passes side by side, once both are in; null before, for everybody, and where there is no such reading. */
export async function settlingView(actor: Actor, readingId: string): Promise<SettlingView | null> {
  const reading = await database().blindReading.findUnique({
    where: { id: readingId },
    include: {
      passes: {
        where: { givenUpAt: null },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        include: { reader: { select: { name: true } } },
      },
      review: { include: { author: { select: { id: true, name: true } } } },
    },
  });
  if (reading === null || (reading.state !== "SETTLING" && reading.state !== "SETTLED")) return null;
  const units = await unitsOf(database(), readingId);
  const finals = await finalMarks(units.flatMap(({ statementId }) => statementId ?? []));
  const settlers = await namesOf(units.flatMap(({ decidedById }) => decidedById ?? []));
  const isReader = reading.passes.some(({ readerId }) => readerId === actor.id);
  // Whoever settles looks at what is said, not at who says it.
  const seesWho = reading.state === "SETTLED" || isReader;
  return {
    units: units.map((unit) => ({
      id: unit.id,
      number: unit.number,
      revision: unit.revision,
      left: unit.left && markView(unit.left),
      right: unit.right && markView(unit.right),
      differences: differencesOf(unit),
      choice: unit.choice,
      reason: unit.reason,
      decidedBy: unit.decidedById === null ? null : (settlers.get(unit.decidedById) ?? null),
      final: unit.statementId === null ? null : (finals.get(unit.statementId) ?? null),
    })),
    readers: reading.passes.map(({ readerId, reader }) => {
      return { name: seesWho ? reader.name : null, isYou: readerId === actor.id };
    }),
    settler: reading.review && {
      name: reading.review.author.name,
      isYou: reading.review.author.id === actor.id,
    },
    whyNot: isReader ? "readItYourself" : null,
  };
}

function markView({ id, exact, label, fields, notes }: Side): MarkView {
  return { id, exact, label, fields, notes: notes.map(({ body }) => body) };
}

/** What stands in the review now of what was settled, by the statement's id; one that was removed since isn't there. */
async function finalMarks(ids: readonly string[]): Promise<ReadonlyMap<string, MarkView>> {
  const rows = await database().statement.findMany({
    where: { id: { in: [...ids] }, removedAt: null },
    include: STATEMENT_PARTS,
  });
  return new Map(
    rows.map((row) => {
      const { id, exact, label, annotations } = row;
      const fields = fieldsOfFacts(factsOf(row));
      return [id, { id, exact, label, fields, notes: annotations.map(({ body }) => body) }];
    }),
  );
}

async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await database().user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
