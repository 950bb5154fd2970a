import { cutTo, writtenDay } from "#lib/text/cut";
import { normalise } from "#lib/text/normalise";
import { MARK_BOUNDS } from "./bounds";
import { labelStudioMarks } from "./label-studio";
import { type GivenMark, type MarkTool, MOST_MARKED, type Quoted, type RawMark, tagsIn } from "./marks";
import { RefusedError } from "./refusals";
import { isHypothesis, webAnnotationMarks } from "./web-annotations";
import { isWebAnno, webAnnoMarks } from "./webanno";

/** Which program wrote a file of marks, and what stands in it. Everything in it is a stranger's: each reader takes what it knows and no more. */

export interface MarkFile {
  readonly tool: MarkTool;
  readonly marks: readonly GivenMark[];
}

/**
 * Read a file of marks, whichever program wrote it.
 *
 * Throws   RefusedError `invalid_input` where it is none that we know, or holds none or too many. Texts are NFC and have a bound afterwards;
 *          what is too long of a note is cut, with a mark; a quotation that is too long is kept as one that has no place.
 */
export function readMarkFile(content: string): MarkFile {
  const { tool, raw } = readRaw(content);
  if (raw === null) throw refused("marksUnknown");
  if (raw.length === 0) throw refused("marksNone");
  if (raw.length > MARK_BOUNDS.marks) throw refused("marksMany");
  const marks = raw.map(bounded);
  if (tagsIn(marks).length > MARK_BOUNDS.tags) throw refused("marksManyTags");
  return { tool, marks };
}

function readRaw(content: string): { readonly tool: MarkTool; readonly raw: readonly RawMark[] | null } {
  if (isWebAnno(content)) return { tool: "WEBANNO", raw: webAnnoMarks(content) };
  const json = parsed(content);
  const studio = labelStudioMarks(json);
  if (studio !== null) return { tool: "LABEL_STUDIO", raw: studio };
  return { tool: isHypothesis(json) ? "HYPOTHESIS" : "WEB_ANNOTATION", raw: webAnnotationMarks(json) };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch {
    throw refused("marksNoJson");
  }
}

const refused = (reason: "marksNoJson" | "marksUnknown" | "marksNone" | "marksMany" | "marksManyTags") =>
  new RefusedError("invalid_input", { reason }, "content");

function bounded(raw: RawMark): GivenMark {
  const { tag, tagsOfOne, note, by } = MARK_BOUNDS;
  return {
    ...quoted(raw),
    ...(raw.pieces === undefined ? {} : { pieces: raw.pieces.slice(0, MOST_MARKED).map(quoted) }),
    tags: [...new Set(raw.tags.map((one) => cutTo(one.trim(), tag)).filter(Boolean))].slice(0, tagsOfOne),
    note: cutTo((raw.note ?? "").trim(), note),
    by: cutTo((raw.by ?? "").trim(), by) || null,
    day: writtenDay(raw.made ?? ""),
  };
}

function quoted({ exact, prefix = "", suffix = "", at }: NonNullable<RawMark["pieces"]>[number]): Quoted {
  const { around } = MARK_BOUNDS;
  return {
    exact: cutTo(exact, MARK_BOUNDS.exact),
    prefix: wellFormed(prefix.slice(-around)),
    suffix: wellFormed(suffix.slice(0, around)),
    at: at && Number.isSafeInteger(at.start) && at.start >= 0 ? at : null,
  };
}

const wellFormed = (text: string): string => normalise(text);
