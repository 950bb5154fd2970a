import { z } from "zod";
import type { RawMark } from "./marks";

/**
 * What Label Studio exports as JSON: tasks with annotations, each with regions. Of a region its words, where they begin and its labels are read.
 * It counts characters, in versions that differ in what one is, so a position may be either; words stand in the region, or in the task's text.
 */

const Region = z.object({
  type: z.string().max(100).optional(),
  value: z.object({
    start: z.union([z.number(), z.string()]).optional(),
    end: z.union([z.number(), z.string()]).optional(),
    text: z.string().optional(),
    labels: z.array(z.string()).optional(),
    hypertextlabels: z.array(z.string()).optional(),
    globalOffsets: z.object({ start: z.number(), end: z.number() }).optional(),
  }),
});
const Annotation = z.object({
  result: z.array(z.unknown()),
  was_cancelled: z.boolean().optional(),
  created_at: z.string().optional(),
  completed_by: z
    .union([
      z.number(),
      z.string(),
      z.object({
        email: z.string().optional(),
        first_name: z.string().optional(),
        last_name: z.string().optional(),
      }),
    ])
    .optional()
    .catch(undefined),
});
const Task = z.object({
  data: z.record(z.string(), z.unknown()).optional(),
  annotations: z.array(Annotation),
});

/** Null for what is none. Annotations that were skipped there are none. */
export function labelStudioMarks(json: unknown): RawMark[] | null {
  const tasks = z
    .array(Task)
    .min(1)
    .safeParse(Array.isArray(json) ? json : [json]).data;
  if (tasks === undefined) return null;
  return tasks.flatMap(({ data, annotations }) => {
    const text = taskText(data ?? {});
    return annotations
      .filter(({ was_cancelled }) => was_cancelled !== true)
      .flatMap((annotation) => {
        const made = annotation.created_at;
        const by = writerOf(annotation.completed_by);
        return regionsOf(annotation.result).map((region) => ({ ...markOf(region, text), by, made }));
      });
  });
}

type Region = z.infer<typeof Region>;

/** Those that lie in a text and bear labels; relations and choices of the whole task don't. */
function regionsOf(result: readonly unknown[]): Region[] {
  return result.flatMap((one) => {
    const region = Region.safeParse(one).data;
    const isMark = region && (region.value.labels ?? region.value.hypertextlabels) !== undefined;
    return region && isMark ? [region] : [];
  });
}

function markOf({ value }: Region, text: string): RawMark {
  const tags = value.labels ?? value.hypertextlabels ?? [];
  const [from, to] = [value.globalOffsets?.start ?? value.start, value.globalOffsets?.end ?? value.end];
  if (typeof from !== "number" || typeof to !== "number") return { exact: value.text ?? "", tags };
  if (value.text !== undefined && value.text !== "")
    return {
      exact: value.text,
      tags,
      at: { start: from, unit: "EITHER" },
      ...around(text, value.text, from),
    };
  const exact = text.slice(from, to);
  return { exact, tags, at: { start: from, unit: "EITHER" }, ...around(text, exact, from) };
}

const CONTEXT = 64;

/** What stands around it in the task's own text, where it stands there. */
function around(text: string, exact: string, start: number): Pick<RawMark, "prefix" | "suffix"> {
  if (exact === "" || !text.startsWith(exact, start)) return {};
  const end = start + exact.length;
  return { prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) };
}

/** The task's one text: the longest that it has. */
function taskText(data: Readonly<Record<string, unknown>>): string {
  const texts = Object.values(data).filter((value) => typeof value === "string");
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
}

/** Of somebody whom the export gives by their number alone nothing is known. */
function writerOf(by: z.infer<typeof Annotation>["completed_by"]): string | null {
  if (typeof by === "string") return by;
  if (typeof by !== "object") return null;
  const name = [by.first_name, by.last_name].filter(Boolean).join(" ");
  return name || (by.email ?? null);
}
