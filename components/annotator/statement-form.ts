import { gapsOf } from "#lib/domain/content-pieces";
import {
  ATTRIBUTION_SCOPES,
  type AttributionScope,
  FACTUALITIES,
  type Factuality,
  FLAGS,
  type Flags,
  PRECISIONS,
  type Precision,
  QUOTE_MODES,
  type QuoteMode,
  READER_LABELS,
  type ReaderLabel,
  readerLabel,
  SOURCINGS,
  type Sourcing,
  SPEAKER_KINDS,
  type SpeakerKind,
  TIMES,
  type Time,
} from "#lib/domain/labels";
import type { Contradiction } from "#lib/domain/refusals";
import type { StatementFields } from "#lib/domain/reviews";
import { contradictionIn } from "#lib/domain/statement-rules";
import type { StatementFacts, StatementView } from "#lib/domain/statement-views";
import {
  isCount,
  isListOf,
  isOneOf,
  isOrNull,
  isRecordOf,
  isText,
  isTicked,
  isYesOrNo,
} from "#lib/text/plain-data";
import type { Span } from "#lib/text/span";
import * as words from "#lib/words";

/** What stands in the form while an editor works on a statement: everything is kept, also what the choices hide. */
export interface StatementForm extends Span {
  /** Its pieces; empty where it is one. */
  readonly content: readonly Span[];
  readonly sourcing: Sourcing;
  readonly factualityWriter: Factuality;
  readonly factualitySource: Factuality | null;
  readonly time: Time;
  readonly flags: Flags;
  readonly quoteMode: QuoteMode | null;
  readonly attributionScope: AttributionScope;
  readonly relayDepth: number | null;
  readonly speakerName: string;
  readonly speakerKind: SpeakerKind;
  /** Who was chosen last from those who are known. They are meant while name and kind are theirs: see `knownSpeaker`. */
  readonly speakerChosen: KnownSpeaker | null;
  /** Of a new speaker. */
  readonly speakerRole: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly labelOverride: ReaderLabel | null;
  readonly labelReason: string;
  readonly promises: boolean;
  readonly predictionText: string;
  readonly dueFrom: string;
  readonly dueTo: string;
  readonly precision: Precision;
  /** "No source given" was chosen, and it isn't said yet whose words they are. */
  readonly asksNarrator: boolean;
}

interface KnownSpeaker {
  readonly id: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly role: string | null;
}

const isSpan = isRecordOf<Span>({ start: isCount, end: isCount });

const isForm = isRecordOf<StatementForm>({
  start: isCount,
  end: isCount,
  content: isListOf(isSpan),
  sourcing: isOneOf(SOURCINGS),
  factualityWriter: isOneOf(FACTUALITIES),
  factualitySource: isOrNull(isOneOf(FACTUALITIES)),
  time: isOneOf(TIMES),
  flags: isTicked(FLAGS),
  quoteMode: isOrNull(isOneOf(QUOTE_MODES)),
  attributionScope: isOneOf(ATTRIBUTION_SCOPES),
  relayDepth: isOrNull(isCount),
  speakerName: isText,
  speakerKind: isOneOf(SPEAKER_KINDS),
  speakerChosen: isOrNull(
    isRecordOf<KnownSpeaker>({
      id: isText,
      name: isText,
      kind: isOneOf(SPEAKER_KINDS),
      role: isOrNull(isText),
    }),
  ),
  speakerRole: isText,
  source: isListOf(isSpan),
  cue: isListOf(isSpan),
  labelOverride: isOrNull(isOneOf(READER_LABELS)),
  labelReason: isText,
  promises: isYesOrNo,
  predictionText: isText,
  dueFrom: isText,
  dueTo: isText,
  precision: isOneOf(PRECISIONS),
  asksNarrator: isYesOrNo,
});

/** Fields that drafts of older forms don't have. */
const ADDED: Partial<StatementForm> = {
  content: [],
  speakerChosen: null,
  speakerRole: "",
  asksNarrator: false,
};

/** The form as it opens on a suggestion or a statement. */
export function formOf(facts: StatementFacts | StatementView): StatementForm {
  const override = "labelOverride" in facts ? facts : null;
  return {
    start: facts.start,
    end: facts.end,
    content: (facts.content ?? []).map(({ start, end }) => ({ start, end })),
    sourcing: facts.sourcing,
    factualityWriter: facts.factualityWriter,
    factualitySource: facts.factualitySource,
    time: facts.time,
    flags: facts.flags,
    quoteMode: facts.quoteMode,
    attributionScope: facts.attributionScope,
    relayDepth: facts.relayDepth,
    speakerName: facts.speaker?.name ?? "",
    speakerKind: facts.speaker?.kind ?? "PERSON",
    speakerChosen: chosenOf(facts.speaker),
    speakerRole: "",
    source: facts.source.map(({ start, end }) => ({ start, end })),
    cue: facts.cue.map(({ start, end }) => ({ start, end })),
    labelOverride: override?.labelOverride ?? null,
    labelReason: override?.labelReason ?? "",
    promises: facts.prediction !== null,
    predictionText: facts.prediction?.text ?? "",
    dueFrom: facts.prediction?.dueFrom ?? "",
    dueTo: facts.prediction?.dueTo ?? "",
    precision: facts.prediction?.precision ?? "DAY",
    asksNarrator: false,
  };
}

/** The form for words that nobody marked yet: no source given, until the editor says otherwise, and whose words they are. */
export function newForm(span: Span): StatementForm {
  return {
    start: span.start,
    end: span.end,
    content: [],
    sourcing: "NONE",
    factualityWriter: "CT+",
    factualitySource: null,
    time: "PAST",
    flags: {},
    quoteMode: null,
    attributionScope: "SENTENCE",
    relayDepth: null,
    speakerName: "",
    speakerKind: "PERSON",
    speakerChosen: null,
    speakerRole: "",
    source: [],
    cue: [],
    labelOverride: null,
    labelReason: "",
    promises: false,
    predictionText: "",
    dueFrom: "",
    dueTo: "",
    precision: "DAY",
    asksNarrator: true,
  };
}

/** Is anybody behind it at all? Where not, speaker, source, cue and certainty of the source say nothing. */
export function hasSource(sourcing: Sourcing): boolean {
  return sourcing !== "NONE" && sourcing !== "NOT_NEEDED";
}

const NEEDS_SPEAKER: readonly Sourcing[] = [
  "NAMED_PERSON",
  "NAMED_ORGANIZATION",
  "DOCUMENT",
  "MEDIA_REPORT",
  "UNNAMED_QUALIFIED",
];

/** A promise looks ahead: words that were about the past are about the future once they are one. */
export function withPromise(form: StatementForm, promises: boolean): StatementForm {
  return { ...form, promises, time: promises && form.time === "PAST" ? "FUTURE" : form.time };
}

/** What the verb is given. */
export function fieldsOf(form: StatementForm): StatementFields {
  const sourced = hasSource(form.sourcing);
  const dated = form.dueFrom !== "" || form.dueTo !== "";
  return {
    start: form.start,
    end: form.end,
    ...(form.content.length === 0 ? {} : { content: [...form.content] }),
    sourcing: form.sourcing,
    factualityWriter: form.factualityWriter,
    factualitySource: sourced ? form.factualitySource : null,
    time: form.time,
    flags: form.flags,
    quoteMode: sourced ? form.quoteMode : null,
    attributionScope: form.attributionScope,
    relayDepth: sourced ? form.relayDepth : null,
    speaker: sourced ? speakerOf(form) : null,
    source: sourced ? [...form.source] : [],
    cue: sourced ? [...form.cue] : [],
    labelOverride: form.labelOverride,
    labelReason: form.labelOverride === null ? null : form.labelReason.trim() || null,
    prediction: form.promises
      ? {
          text: form.predictionText.trim(),
          dueFrom: dated ? form.dueFrom || form.dueTo : null,
          dueTo: dated ? form.dueTo || form.dueFrom : null,
          precision: dated ? form.precision : "OPEN",
        }
      : null,
  };
}

function chosenOf(speaker: StatementFacts["speaker"]): KnownSpeaker | null {
  if (!speaker?.id) return null;
  const { id, name, kind, role = null } = speaker;
  return { id, name, kind, role };
}

/** Who is meant, of those who are known; null where the name or the kind is another. */
export function knownSpeaker({
  speakerChosen,
  speakerName,
  speakerKind,
}: StatementForm): KnownSpeaker | null {
  const isMeant = speakerChosen?.name === speakerName.trim() && speakerChosen.kind === speakerKind;
  return isMeant ? speakerChosen : null;
}

function speakerOf(form: StatementForm): StatementFields["speaker"] {
  const known = knownSpeaker(form);
  if (known !== null) return known;
  const [name, role] = [form.speakerName.trim(), form.speakerRole.trim()];
  if (name === "") return null;
  return { name, kind: form.speakerKind, ...(role === "" ? {} : { role }) };
}

/** What keeps the form from being saved, before anything is sent; null where nothing does. */
export function complaintOf(
  form: StatementForm,
): { readonly field: string; readonly message: string } | null {
  const complaints = words.desk.form.complaints;
  if (NEEDS_SPEAKER.includes(form.sourcing) && form.speakerName.trim() === "")
    return { field: "speakerName", message: complaints.speaker };
  if (form.labelOverride !== null && form.labelReason.trim() === "")
    return { field: "labelReason", message: complaints.labelReason };
  if (form.promises && form.predictionText.trim() === "")
    return { field: "predictionText", message: complaints.predictionText };
  if (form.promises && form.dueFrom && form.dueTo && form.dueFrom > form.dueTo)
    return { field: "dueTo", message: complaints.dueTo };
  if (form.asksNarrator && form.sourcing === "NONE")
    return { field: "narrator", message: complaints.narrator };
  const contradiction = contradictionIn(fieldsOf(form));
  return contradiction === null
    ? null
    : { field: FIELD_OF[contradiction], message: contradictionWords(contradiction, form) };
}

/** Where the form shows the half of a contradiction that is likelier wrong. */
const FIELD_OF: Record<Contradiction, string> = {
  NAMED_AS_UNNAMED: "speakerKind",
  UNNAMED_AS_NAMED: "speakerKind",
  LAST_HOP_WITHOUT_NAME: "speakerName",
  PROMISE_OF_THE_PAST: "time",
};

function contradictionWords(contradiction: Contradiction, { speakerName, sourcing }: StatementForm): string {
  return words.desk.form.contradictions[contradiction](speakerName.trim(), words.desk.sourcing[sourcing]);
}

/** The label that the form's facts give, before any override. */
export function derivedLabel(form: StatementForm): ReaderLabel {
  return readerLabel(form);
}

export function isChanged(form: StatementForm, opened: StatementForm): boolean {
  return JSON.stringify(canonical(form)) !== JSON.stringify(canonical(opened));
}

function canonical(form: StatementForm) {
  const set = Object.entries(form.flags)
    .filter(([, value]) => value)
    .map(([name]) => name);
  return { ...form, flags: set.sort() };
}

interface Difference {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Where two forms of one statement differ, in words, for an editor who has to choose. */
export function differences(mine: StatementForm, theirs: StatementForm, text: string): Difference[] {
  const rows = (form: StatementForm): [string, string][] => [
    [words.desk.annotator.sections.words, text.slice(form.start, form.end)],
    [words.desk.form.leftOut, quoted(gapsOf(form), text)],
    [words.desk.annotator.sections.sourcing, words.desk.sourcing[form.sourcing]],
    [words.desk.annotator.sections.speaker, speakerInWords(form)],
    [words.desk.annotator.source, quoted(form.source, text)],
    [words.desk.annotator.cue, quoted(form.cue, text)],
    [words.desk.form.writer, words.desk.factuality[form.factualityWriter]],
    [words.desk.form.source, form.factualitySource ? words.desk.factuality[form.factualitySource] : "–"],
    [words.desk.annotator.sections.time, words.desk.time[form.time]],
    [words.desk.form.promises, promise(form)],
    [words.desk.form.flags, flagWords(form.flags)],
    [words.desk.form.override, form.labelOverride ? words.labels[form.labelOverride].badge : "–"],
    [words.desk.form.labelReason, form.labelOverride ? form.labelReason : "–"],
  ];
  const others = rows(theirs);
  return rows(mine).flatMap(([name, value], index) => {
    const other = others[index]?.[1] ?? "";
    return other === value ? [] : [{ name, mine: value, theirs: other }];
  });
}

function speakerInWords(form: StatementForm): string {
  const name = form.speakerName.trim();
  const role = knownSpeaker(form)?.role ?? (form.speakerRole.trim() || null);
  return name ? words.speaker.called({ name, role }) : words.desk.annotator.nobody;
}

function quoted(spans: readonly Span[], text: string): string {
  return spans.map((span) => `“${text.slice(span.start, span.end).trim()}”`).join(", ") || "–";
}

function promise(form: StatementForm): string {
  return form.promises ? [form.predictionText, form.dueFrom, form.dueTo].filter(Boolean).join(", ") : "–";
}

function flagWords(flags: Flags): string {
  const names = FLAGS.filter((name) => flags[name]);
  return names.map((name) => words.desk.flags[name]).join("; ") || "–";
}

/** What a draft keeps of a form, and the revision of the statement it was opened on; null where it can't be read. */
export function draftOfForm(form: StatementForm, revision: number | null): Record<string, string> {
  return { form: JSON.stringify(form), revision: revision === null ? "" : String(revision) };
}

export function formOfDraft(
  body: Readonly<Record<string, string>>,
  textLength: number,
): { readonly form: StatementForm; readonly revision: number | null } | null {
  try {
    const form: unknown = { ...ADDED, ...JSON.parse(body.form ?? "") };
    const inside = isForm(form) && form.start < form.end && form.end <= textLength;
    return inside ? { form, revision: body.revision ? Number(body.revision) : null } : null;
  } catch {
    // A draft of an older form, or one cut short: the editor starts from what is saved instead.
    return null;
  }
}
