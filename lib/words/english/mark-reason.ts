import type { MarkKind, MarkTool } from "#lib/domain/marks";
import { dates } from "./dates";
import { labels } from "./labels";
import { editorNames, terms } from "./terms";

export const tools: Readonly<Record<MarkTool, string>> = {
  HYPOTHESIS: "Hypothesis",
  WEB_ANNOTATION: "a program that writes Web Annotations",
  LABEL_STUDIO: "Label Studio",
  WEBANNO: "INCEpTION (WebAnno TSV)",
  LANGUAGE_MODEL: "a language model",
};

export const kinds: Readonly<Record<MarkKind, string>> = {
  ...editorNames(terms.sourcing),
  OPINION: `No source: ${labels.OPINION.badge.toLowerCase()}`,
  FORECAST: "No source: the writer foretells it",
};

/** A calendar date; what is none stays as it is. */
export const longDay = (date: string): string => {
  const [year, month, day] = date.split("-").map(Number);
  return year && month && day ? dates.long({ year, month, day }) : date;
};

/** Why something is suggested that came with a file of marks. */
export const markReason = (given: Readonly<Record<string, string | number>>): string => {
  const { by, day, tags, note } = given;
  const tool = Object.entries(tools).find(([code]) => code === given.tool)?.[1] ?? "another program";
  const on = typeof day === "string" ? ` on ${longDay(day)}` : "";
  const said = tags === undefined ? "" : `: ${tags}`;
  if (given.tool === "LANGUAGE_MODEL") {
    const why = note === undefined ? "" : ` It said why: “${note}”`;
    const kind = Object.entries(kinds).find(([code]) => code === tags)?.[1];
    return `Proposed by a language model (${by})${kind === undefined ? "" : `: ${kind}`}. Nobody checked it.${why}`;
  }
  const wrote = note === undefined ? "" : ` They wrote: “${note}”`;
  return `Marked by ${by ?? "somebody"} in ${tool}${on}${said}.${wrote}`;
};
