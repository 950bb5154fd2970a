import { isDismissed } from "#lib/db/articles/dismissal";
import { lockVersion } from "#lib/db/articles/versions";
import type { Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import {
  countMarkFiles,
  endMarkFile,
  isDecidedOn,
  type KeptMarkFile,
  keepImported,
  keepMarkFile,
  lockMarkFile,
  markedPage,
  markFileOf,
  standingMarkFile,
  suggestMarks,
  versionOfMarkFile,
} from "#lib/db/marks/mark-files";
import { refuseWhileReadBlind } from "#lib/db/readings/readings";
import { lockReview, unfinishedReview } from "#lib/db/reviews/reviews";
import { MARK_BOUNDS } from "#lib/domain/bounds";
import { saidWords } from "#lib/domain/content-pieces";
import { readMarkFile } from "#lib/domain/mark-files";
import {
  type GivenMark,
  groupsOf,
  ImportMarks,
  KeepProposed,
  type MarkChoices,
  type MarkGroup,
  type MarkTool,
  type PlannedMark,
  plainKind,
  planMarks,
  ReadMarks,
  TakeMarksBack,
  tagsIn,
} from "#lib/domain/marks";
import type { Reason } from "#lib/domain/reasons";
import { RefusedError } from "#lib/domain/refusals";
import { AppError } from "#lib/errors";
import { finderIn } from "#lib/text/anchored";
import * as words from "#lib/words";
import { type Outcome, verb, type Work } from "./verb";

/**
 * Marks that people made in other programs come in as suggestions: a file is read and kept, an editor chooses what its tags say and sees what
 * comes of it, and imports it in one act. That act is taken back as one, as long as nobody decided on anything of it.
 */

type MarkRefusal =
  | "manyMarkFiles"
  | "marksImported"
  | "marksEnded"
  | "marksUnchosen"
  | "marksNoneFit"
  | "marksDecided";

function refuse(reason: MarkRefusal): never {
  throw new RefusedError("conflict", { reason });
}

/** Nobody opens a review, marks anything or puts parts right until the transaction ends. Throws where nothing may be suggested on the page now. */
export async function lockPage(tx: Tx, versionId: string): Promise<void> {
  if (!(await lockVersion(tx, versionId))) throw new AppError("not_found", words.errors.notFound);
  if (await isDismissed(tx, versionId)) throw new RefusedError("conflict", { reason: "dismissedPage" });
  await refuseWhileReadBlind(tx, versionId);
  const open = await unfinishedReview(tx, { versionId });
  if (open === null) return;
  await lockReview(tx, open.id);
  // What was handed in has nothing that waits.
  if (open.state === "SUBMITTED") throw new RefusedError("conflict", { reason: "submitted" });
}

/** The file, locked behind its page, as every act on it does. Throws AppError `not_found`. */
async function fileToChange(tx: Tx, fileId: string): Promise<KeptMarkFile> {
  const versionId = await versionOfMarkFile(tx, fileId);
  if (versionId === null) throw new AppError("not_found", words.errors.notFound);
  await lockPage(tx, versionId);
  const file = await lockMarkFile(tx, fileId);
  if (file === null) throw new AppError("not_found", words.errors.notFound);
  if (file.endedAt !== null) refuse("marksEnded");
  return file;
}

/** Keep marks of a page; the same of the same version are kept once. */
async function keepMarks(
  { tx, actor, now }: Pick<Work<unknown>, "tx" | "actor" | "now">,
  marks: Omit<Parameters<typeof keepMarkFile>[1], "givenById">,
  quote: string,
): Promise<Outcome<{ readonly fileId: string }>> {
  const { versionId, tool, name, sha256, requestId } = marks;
  const there = await standingMarkFile(tx, versionId, sha256);
  if (there !== null) return { result: { fileId: there }, subject: null, payload: null };
  if ((await countMarkFiles(tx, versionId)) >= MARK_BOUNDS.files) refuse("manyMarkFiles");
  const fileId = await keepMarkFile(tx, { ...marks, givenById: actor.id }, now);
  const asked = requestId === null ? {} : { requestId };
  return {
    result: { fileId },
    subject: `version:${versionId}`,
    payload: { fileId, tool, name, sha256, ...asked, marks: marks.marks.length, quote },
  };
}

/** Read a file and keep what stands in it. */
export const readMarks = verb("marks.read", {
  input: ReadMarks,
  run: async (work) => {
    const { versionId, content, name } = work.input;
    await lockPage(work.tx, versionId);
    const { tool, marks } = readMarkFile(content);
    const file = { versionId, tool, name, sha256: sha256(content), marks, requestId: null };
    return keepMarks(work, file, words.marks.tools[tool]);
  },
});

/** Keep what a language model found on a page, as a file is kept. */
export const keepProposed = verb("marks.propose", {
  input: KeepProposed,
  run: async (work) => {
    const { versionId, requestId, name, marks } = work.input;
    await lockPage(work.tx, versionId);
    const file = { versionId, tool: "LANGUAGE_MODEL", name, marks, requestId } as const;
    return keepMarks(work, { ...file, sha256: sha256(JSON.stringify(marks)) }, name);
  },
});

/** What fits becomes suggestions, in one act. What doesn't fit stays in the file, with why. */
export const importMarks = verb("marks.import", {
  input: ImportMarks,
  run: async ({ tx, actor, input: { fileId, kinds, otherwise }, now }) => {
    const file = await fileToChange(tx, fileId);
    if (file.importedAt !== null) refuse("marksImported");
    if (kinds.length !== tagsIn(file.marks).length) refuse("marksUnchosen");
    const choices: MarkChoices = { kinds, otherwise };
    const page = await markedPage(file.versionId, tx);
    const groups = groupsOf(planned(page, file, choices));
    if (groups.length === 0) refuse("marksNoneFit");
    const suggestions = groups.map((group) => ({
      ...group,
      exact: page.text.slice(group.start, group.end),
      reasons: reasonsOf(group, file.tool),
    }));
    await suggestMarks(tx, file, suggestions, now);
    await keepImported(tx, fileId, { choices, suggested: groups.length, personId: actor.id }, now);
    const { tool, sha256 } = file;
    return {
      result: { suggestions: groups.length },
      subject: `version:${file.versionId}`,
      payload: { fileId, tool, sha256, choices, suggestions: groups.length, quote: words.marks.tools[tool] },
    };
  },
});

/** What came of a file goes again, or a file that nobody imported is put away. It stays in the history, and can be given again. */
export const takeMarksBack = verb("marks.takeBack", {
  input: TakeMarksBack,
  run: async ({ tx, actor, input: { fileId }, now }) => {
    const file = await fileToChange(tx, fileId);
    if (await isDecidedOn(tx, fileId)) refuse("marksDecided");
    await endMarkFile(tx, fileId, actor.id, now);
    const { tool, sha256, suggested } = file;
    return {
      result: null,
      subject: `version:${file.versionId}`,
      payload: { fileId, tool, sha256, suggestions: suggested, quote: words.marks.tools[tool] },
    };
  },
});

function planned(
  page: Awaited<ReturnType<typeof markedPage>>,
  { marks }: Pick<KeptMarkFile, "marks">,
  choices: MarkChoices,
): PlannedMark[] {
  return planMarks(marks, { ...page, find: finderIn(page.text) }, choices);
}

const MOST_REASONS = 20;

/** Who marked it so, in which program and when, with which tags: one for each mark. It stands by the label, and counts for no rule of ours. */
function reasonsOf({ marks }: MarkGroup, tool: MarkTool): Reason[] {
  return marks.slice(0, MOST_REASONS).map(({ by, day, tags, note }) => ({
    axis: "LABEL" as const,
    rule: "import/mark" as const,
    version: "1",
    score: 0,
    parameters: {
      tool,
      ...(by === null ? {} : { by }),
      ...(day === null ? {} : { day }),
      ...(tags.length === 0 ? {} : { tags: tags.join(", ") }),
      ...(note === "" ? {} : { note }),
    },
  }));
}

export interface MarkPreview {
  readonly id: string;
  readonly tool: MarkTool;
  readonly tags: readonly string[];
  readonly choices: MarkChoices;
  readonly plan: readonly (PlannedMark & { readonly exact: string | null })[];
  readonly suggestions: number;
}

/** What would come of a file of a version: by what its tags plainly say, or as was chosen. Null where there is none that waits. */
export async function markPreview(
  versionId: string,
  fileId: string,
  chosen: MarkChoices | null,
): Promise<MarkPreview | null> {
  const file = await markFileOf(versionId, fileId);
  if (file === null || file.endedAt !== null || file.importedAt !== null) return null;
  const tags = tagsIn(file.marks);
  const choices = chosen
    ? { ...chosen, kinds: tags.map((_, index) => chosen.kinds[index] ?? null) }
    : { kinds: plainKinds(file.marks), otherwise: null };
  const page = await markedPage(versionId);
  const plan = planned(page, file, choices);
  const shown = plan.map((one) => ({
    ...one,
    exact: one.span && saidWords({ ...one.span, exact: page.text.slice(one.span.start, one.span.end) }),
  }));
  const { id, tool } = file;
  return { id, tool, tags, choices, plan: shown, suggestions: groupsOf(plan).length };
}

function plainKinds(marks: readonly GivenMark[]) {
  const labels = Object.fromEntries(Object.entries(words.labels).map(([code, { badge }]) => [code, badge]));
  const names = {
    sourcing: words.desk.sourcing,
    labels: labels as Parameters<typeof plainKind>[1]["labels"],
  };
  return tagsIn(marks).map((tag) => plainKind(tag, names));
}
