import {
  type Factuality,
  type Flags,
  type ReaderLabel,
  readerLabel,
  type Sourcing,
  type SpeakerKind,
} from "#lib/domain/labels";
import { hasSource, type StatementForm } from "./statement-form";

/** Another sourcing for a statement, and what follows from it in the other fields. */

const KIND_OF: Partial<Record<Sourcing, SpeakerKind>> = {
  NAMED_PERSON: "PERSON",
  NAMED_ORGANIZATION: "ORGANIZATION",
  DOCUMENT: "DOCUMENT",
  MEDIA_REPORT: "MEDIA",
  UNNAMED_QUALIFIED: "UNNAMED",
  UNNAMED_BARE: "UNNAMED",
};

/**
 * The form with another sourcing.
 *
 * What somebody marked stays in the form, so that nothing is lost where the old sourcing is chosen again:
 * - the kind of speaker goes with the sourcing, but a name is not made unnamed by it, nor an unnamed source named: saving
 *   asks which of the two is meant;
 * - where nobody stands behind the words any more, how certain the source sounded is how certain the writer sounds; where
 *   somebody does, it is the other way round.
 */
export function withSourcing(form: StatementForm, sourcing: Sourcing): StatementForm {
  if (sourcing === form.sourcing) return form;
  const changed = { ...form, sourcing, speakerKind: kindWith(form, sourcing) };
  const [was, is] = [hasSource(form.sourcing), hasSource(sourcing)];
  const asksNarrator = sourcing === "NONE";
  if (was && !is) return { ...changed, asksNarrator, factualityWriter: ownCertainty(form) };
  if (!was && is)
    return { ...changed, asksNarrator, factualitySource: form.factualityWriter, factualityWriter: "Uu" };
  return { ...changed, asksNarrator };
}

function kindWith({ speakerName, speakerKind }: StatementForm, sourcing: Sourcing): SpeakerKind {
  const kind = KIND_OF[sourcing] ?? speakerKind;
  const namesOther = (kind === "UNNAMED") !== (speakerKind === "UNNAMED");
  return speakerName.trim() !== "" && namesOther ? speakerKind : kind;
}

const SAYS_NOTHING: readonly Factuality[] = ["Uu", "CTu"];

function ownCertainty({ factualityWriter, factualitySource }: StatementForm): Factuality {
  return SAYS_NOTHING.includes(factualityWriter) ? (factualitySource ?? factualityWriter) : factualityWriter;
}

/** Whose words they are where no source is given. */
export const NARRATORS = ["PUBLISHER", "RUMOUR", "JUDGEMENT"] as const;
export type Narrator = (typeof NARRATORS)[number];

const FLAGS_OF: Record<Narrator, Flags> = {
  PUBLISHER: { opinion: false, forecast: false, insiderWording: false, documentMentionedNotProduced: false },
  RUMOUR: { opinion: false, insiderWording: true },
  JUDGEMENT: { opinion: true },
};

/** The answer that the form holds; null where it was asked and not answered, or where there is a source. */
export function narratorOf(form: StatementForm): Narrator | null {
  if (form.sourcing !== "NONE" || form.asksNarrator) return null;
  const label = readerLabel(form);
  if (label === "OPINION") return "JUDGEMENT";
  return label === "UNSOURCED_SPECULATION" ? "RUMOUR" : "PUBLISHER";
}

/** The publisher's own voice is certain of what it tells: where the form says less, it would be a rumour again. */
export function withNarrator(form: StatementForm, narrator: Narrator): StatementForm {
  return {
    ...form,
    flags: { ...form.flags, ...FLAGS_OF[narrator] },
    factualityWriter: narrator === "PUBLISHER" ? certain(form.factualityWriter) : form.factualityWriter,
    asksNarrator: false,
  };
}

function certain(factuality: Factuality): Factuality {
  return factuality.endsWith("-") ? "CT-" : "CT+";
}

/** One thing that is no longer as it was when the form opened. */
export type Consequence =
  | { readonly kind: "label"; readonly from: ReaderLabel; readonly to: ReaderLabel }
  | {
      readonly kind: "certainty";
      readonly from: Factuality;
      readonly to: Factuality;
      readonly hasSource: boolean;
    }
  | { readonly kind: "takenAway"; readonly fields: readonly TakenAway[] };

const TAKEN_AWAY = ["speakerName", "source", "cue", "quoteMode", "relayDepth"] as const;
export type TakenAway = (typeof TAKEN_AWAY)[number];

/** What follows from the other sourcing of a form: the label, the certainty that counts, and what isn't kept when it is saved. */
export function consequencesOf(opened: StatementForm, form: StatementForm): Consequence[] {
  if (opened.sourcing === form.sourcing) return [];
  const found: Consequence[] = [];
  const [from, to] = [readerLabel(opened), readerLabel(form)];
  if (from !== to) found.push({ kind: "label", from, to });
  const sourced = hasSource(form.sourcing);
  const certainty = { from: countingCertainty(opened), to: countingCertainty(form) };
  if (hasSource(opened.sourcing) !== sourced)
    found.push({ kind: "certainty", ...certainty, hasSource: sourced });
  const fields = sourced ? [] : TAKEN_AWAY.filter((field) => isFilled(opened[field]));
  if (fields.length > 0) found.push({ kind: "takenAway", fields });
  return found;
}

function countingCertainty({ sourcing, factualityWriter, factualitySource }: StatementForm): Factuality {
  return hasSource(sourcing) ? (factualitySource ?? factualityWriter) : factualityWriter;
}

function isFilled(value: StatementForm[TakenAway]): boolean {
  return value !== null && (typeof value === "number" || value.length > 0);
}
