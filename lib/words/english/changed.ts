import type { StatementChange } from "#lib/domain/statement-changes";
import { annotatorWords } from "./annotator";
import { labels } from "./labels";

const { annotator, factuality, form, sourcing, time } = annotatorWords;
const { sections } = annotator;

/** "Sourcing: from “…” to “…”." */
export function changed(change: StatementChange): string {
  switch (change.what) {
    case "WORDS":
      return `${sections.words}: before, “${change.from}”.`;
    case "LEFT_OUT":
      return fromTo(form.leftOut, change);
    case "SOURCE_WORDS":
      return elsewhere(form.sourceWords, change);
    case "CUE_WORDS":
      return elsewhere(form.cueWords, change);
    case "SOURCING":
      return fromTo(sections.sourcing, named(change, sourcing));
    case "SPEAKER":
      return fromTo(sections.speaker, change);
    case "WRITER":
      return fromTo(form.writer, named(change, factuality));
    case "SOURCE":
      return fromTo(form.source, named(change, factuality));
    case "TIME":
      return fromTo(sections.time, named(change, time));
    case "PROMISE":
      return fromTo(form.promises, change);
    case "LABEL": {
      const badge = (label: keyof typeof labels | null) => label && labels[label].badge;
      return fromTo(form.override, { from: badge(change.from), to: badge(change.to) });
    }
  }
}

/** The same words may stand in several places. */
const elsewhere = (what: string, { from, to }: Ends): string =>
  from === to ? `${what}: “${from}”, elsewhere in the text.` : fromTo(what, { from, to });

interface Ends {
  readonly from: string | null;
  readonly to: string | null;
}

function named<Code extends string>(
  { from, to }: { readonly from: Code | null; readonly to: Code | null },
  names: Readonly<Record<Code, string>>,
): Ends {
  return { from: from && names[from], to: to && names[to] };
}

function fromTo(what: string, { from, to }: Ends): string {
  const end = (value: string | null) => (value === null ? "nothing" : `“${value}”`);
  return `${what}: from ${end(from)} to ${end(to)}.`;
}
