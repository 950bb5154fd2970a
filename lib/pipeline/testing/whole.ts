import type { Analysis, Engine } from "#lib/domain/analysis";
import { attribute } from "#lib/pipeline/attribute";
import { classify } from "#lib/pipeline/classify";
import { segment } from "#lib/pipeline/segment";

export type Parts = Pick<Analysis, "text" | "segments" | "statements" | "attributions">;

/** What the stages make of a page when they read it as English, whatever its language is. */
export function readAsEnglish(format: "text" | "html", content: string, engine: Engine = "MODELS"): Parts {
  const segmented = segment({ format, content, url: null, publisher: null });
  const { statements, attributions } = classify(segmented, attribute(segmented, engine), null);
  const { text, segments } = segmented;
  return { text, segments, statements: [...statements], attributions: [...attributions] };
}

type Pair = readonly [start: number, end: number];

/** What is wrong with the spans of an analysis, a line each: outside the text, empty, out of order, cutting a character in two. */
export function faultsIn({ text, segments, statements, attributions }: Parts): string[] {
  const faults: string[] = [];
  const check = (name: string, pairs: readonly Pair[], within: Pair = [0, text.length]) => {
    let last = within[0];
    for (const [start, end] of pairs) {
      const where = `${name} ${start} to ${end}`;
      if (start < last || end > within[1]) faults.push(`${where} is out of order or outside`);
      if (end <= start) faults.push(`${where} is empty`);
      if (cutsPair(text, start) || cutsPair(text, end)) faults.push(`${where} cuts a character in two`);
      last = end;
    }
  };
  check("segments", segments.map(pairOf));
  check("statements", statements.map(pairOf));
  for (const { start, end, segment: at, prediction, attributions: credits } of statements) {
    const home = segments[at];
    if (home === undefined) faults.push(`a statement of no segment: ${at}`);
    else check("statement in its segment", [[start, end]], pairOf(home));
    for (const credit of credits)
      if (attributions[credit] === undefined) faults.push(`no attribution ${credit}`);
    if (prediction === undefined) continue;
    check("window", [pairOf(prediction)], [start, end]);
    if (text.slice(prediction.start, prediction.end) !== prediction.text)
      faults.push(`not “${prediction.text}”`);
  }
  for (const { source, cue, content } of attributions) {
    check("source", source);
    check("cue", cue);
    check("content", content);
  }
  return faults;
}

function pairOf({ start, end }: { readonly start: number; readonly end: number }): Pair {
  return [start, end];
}

const PAIR = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/;

function cutsPair(text: string, at: number): boolean {
  return PAIR.test(text.slice(Math.max(0, at - 1), at + 1));
}
