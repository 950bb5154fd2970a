import { v7 as newId } from "uuid";
import { z } from "zod";
import { cutAroundEach, partsOfVersion } from "#lib/db/articles/parts";
import { textOfVersion } from "#lib/db/articles/versions";
import { database, type Tx } from "#lib/db/core/client";
import { insertRows } from "#lib/db/core/rows";
import type { MarkFile, Prisma } from "#lib/db/generated/client";
import { contentColumn, piecesIn } from "#lib/db/statements/rows";
import {
  factsOfKind,
  GivenMark,
  type MarkChoices,
  type MarkFileView,
  type MarkGroup,
  type MarkTool,
} from "#lib/domain/marks";
import type { Reason } from "#lib/domain/reasons";

/** Files of marks that people made in other programs, or that a language model proposed, and the suggestions that came of them. */

const Marks = z.array(GivenMark);

const NAMES = {
  givenBy: { select: { name: true } },
  importedBy: { select: { name: true } },
  endedBy: { select: { name: true } },
} as const satisfies Prisma.MarkFileInclude;

export type KeptMarkFile = Omit<MarkFile, "marks"> & { readonly marks: readonly GivenMark[] };

const kept = (row: MarkFile): KeptMarkFile => ({ ...row, marks: Marks.parse(row.marks) });

/** Locked, so that it isn't imported or taken back meanwhile. Null where there is none. */
export async function lockMarkFile(tx: Tx, id: string): Promise<KeptMarkFile | null> {
  await tx.$queryRaw`SELECT 1 FROM "MarkFile" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.markFile.findUnique({ where: { id } });
  return row && kept(row);
}

/** The file with these bytes that this version has, and that wasn't taken back; null for none. */
export async function standingMarkFile(tx: Tx, versionId: string, sha256: string): Promise<string | null> {
  const row = await tx.markFile.findFirst({
    where: { versionId, sha256, endedAt: null },
    select: { id: true },
  });
  return row?.id ?? null;
}

export function countMarkFiles(tx: Tx, versionId: string): Promise<number> {
  return tx.markFile.count({ where: { versionId } });
}

export async function keepMarkFile(
  tx: Tx,
  file: {
    readonly versionId: string;
    readonly tool: MarkTool;
    readonly name: string | null;
    readonly sha256: string;
    readonly marks: readonly GivenMark[];
    readonly givenById: string;
    /** Of the language model that proposed them; null for a file. */
    readonly requestId: string | null;
  },
  now: Date,
): Promise<string> {
  const { id } = await tx.markFile.create({ data: { ...file, marks: [...file.marks], givenAt: now } });
  return id;
}

/** What marks of a version are looked for in: its text, its parts as they stand, and what is suggested on it already, whoever found it. */
export async function markedPage(
  versionId: string,
  tx: Parameters<typeof partsOfVersion>[0] & Pick<Tx, "suggestion"> = database(),
) {
  const text = await textOfVersion(tx, versionId);
  const { segments } = await partsOfVersion(tx, versionId);
  const suggested = await tx.suggestion.findMany({
    where: { versionId },
    select: { start: true, end: true, content: true, sourcing: true, label: true },
  });
  return { text, segments, suggested: suggested.map((row) => ({ ...row, content: piecesIn(row) })) };
}

/** The same of a version that may not be there: then null. */
export async function pageToMark(versionId: string) {
  const isThere = (await database().articleVersion.count({ where: { id: versionId } })) > 0;
  return isThere ? markedPage(versionId) : null;
}

/** The version that a file of marks is of; null where there is no such file. */
export async function versionOfMarkFile(tx: Tx, id: string): Promise<string | null> {
  return (await tx.markFile.findUnique({ where: { id }, select: { versionId: true } }))?.versionId ?? null;
}

/** How each program is named as the engine of what came from it. */
const ENGINES: Readonly<Record<MarkTool, string>> = {
  HYPOTHESIS: "hypothesis",
  WEB_ANNOTATION: "web-annotation",
  LABEL_STUDIO: "label-studio",
  WEBANNO: "webanno-tsv",
  LANGUAGE_MODEL: "language-model",
};

export interface NewSuggestion extends MarkGroup {
  readonly exact: string;
  readonly reasons: readonly Reason[];
}

/** Suggestions of marks, behind those that are there. Nobody measured how often such marks are right: they are sure of nothing. */
export async function suggestMarks(
  tx: Tx,
  { id: markFileId, versionId, tool, sha256 }: Pick<KeptMarkFile, "id" | "versionId" | "tool" | "sha256">,
  groups: readonly NewSuggestion[],
  now: Date,
): Promise<void> {
  const last = await tx.suggestion.aggregate({ where: { versionId }, _max: { index: true } });
  const first = (last._max.index ?? -1) + 1;
  const places = await cutAroundEach(tx, versionId, groups);
  const rows = groups.map(({ start, end, content, exact, kind, reasons }, index) => {
    const place = places[index];
    if (place === undefined) throw new RangeError("a mark has no place");
    return {
      id: newId(),
      versionId,
      ...place,
      index: first + index,
      start,
      end,
      content: contentColumn({ start, end, content }),
      exact,
      ...factsOfKind(kind),
      factualityWriter: "CT+",
      factualitySource: null,
      reasons,
      confidence: 0,
      quoteMode: null,
      attributionScope: "SENTENCE",
      relayDepth: null,
      engineName: ENGINES[tool],
      engineVersion: sha256.slice(0, 12),
      markFileId,
      createdAt: now,
    };
  });
  await insertRows(tx, "Suggestion", rows);
}

export async function keepImported(
  tx: Tx,
  id: string,
  by: { readonly choices: MarkChoices; readonly suggested: number; readonly personId: string },
  now: Date,
): Promise<void> {
  const { choices, suggested, personId } = by;
  const kept = { kinds: [...choices.kinds], otherwise: choices.otherwise };
  const data = { choices: kept, suggested, importedById: personId, importedAt: now };
  await tx.markFile.update({ where: { id }, data });
}

/** The file is taken back, or put away where nobody imported it; its suggestions go. The database refuses where somebody decided on one. */
export async function endMarkFile(tx: Tx, id: string, personId: string, now: Date): Promise<void> {
  await tx.markFile.update({ where: { id }, data: { endedById: personId, endedAt: now } });
  await tx.suggestion.deleteMany({ where: { markFileId: id } });
}

/** Did anybody make something of what it suggests, in a review or in a blind pass? Also where that was undone. */
export async function isDecidedOn(tx: Pick<Tx, "suggestion">, markFileId: string): Promise<boolean> {
  const decided = await tx.suggestion.findFirst({
    where: {
      markFileId,
      OR: [{ decisions: { some: {} } }, { statements: { some: {} } }, { inPasses: { some: {} } }],
    },
    select: { id: true },
  });
  return decided !== null;
}

/** The files of a version, the latest first. */
export async function markFilesOf(versionId: string): Promise<MarkFileView[]> {
  const rows = await database().markFile.findMany({
    where: { versionId },
    orderBy: [{ givenAt: "desc" }, { id: "desc" }],
    include: NAMES,
  });
  return Promise.all(
    rows.map(async ({ id, tool, name, marks, givenBy, givenAt, ...row }) => ({
      id,
      tool,
      name,
      givenBy: givenBy.name,
      givenAt: givenAt.toISOString(),
      count: Marks.parse(marks).length,
      imported: row.importedAt && {
        by: row.importedBy?.name ?? "",
        at: row.importedAt.toISOString(),
        suggestions: row.suggested,
      },
      ended: row.endedAt && { by: row.endedBy?.name ?? "", at: row.endedAt.toISOString() },
      isDecided: row.importedAt !== null && (await isDecidedOn(database(), id)),
    })),
  );
}

/** One file of a version; null where the version has none with this id. */
export async function markFileOf(versionId: string, id: string): Promise<KeptMarkFile | null> {
  const row = await database().markFile.findUnique({ where: { id } });
  return row?.versionId === versionId ? kept(row) : null;
}
