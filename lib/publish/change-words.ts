import { saidWords } from "#lib/domain/content-pieces";
import type { ArticlePublication, PublicationContent, PublishedStatement } from "#lib/domain/publications";
import type { ChangeLine } from "#lib/domain/review-views";
import * as words from "#lib/words";
import { dayRange, longDay } from "#lib/words/date-words";
import { isolated } from "#lib/words/lists";
import {
  type ChangedFact,
  type ClaimChange,
  claimChanges,
  type StatementChange,
  statementChanges,
  topicChanges,
} from "./changes";

const w = words.desk.preview;

/** What a content is compared with: what readers see now, or what the machine suggested. */
export type Compared = "PUBLISHED" | "SUGGESTED";

/** All that differs between two contents of one page or claim. Contents of two kinds have nothing to compare. */
export function changeLines(
  before: PublicationContent,
  after: PublicationContent,
  compared: Compared = "PUBLISHED",
): ChangeLine[] {
  if (before.kind === "ARTICLE" && after.kind === "ARTICLE") {
    const facts = articleFacts(before.article, after.article);
    return [
      ...facts,
      ...(compared === "PUBLISHED" ? upstreamChanges(before, after) : []),
      ...topicChanges(before, after).map(claimLine),
      ...statementChanges(before, after).map((change) => statementLine(change, w.of[compared])),
    ];
  }
  if (before.kind === "CLAIM" && after.kind === "CLAIM") return claimChanges(before, after).map(claimLine);
  return [];
}

type Article = ArticlePublication["article"];

function articleFacts(before: Article, after: Article): ChangeLine[] {
  const lines = (["title", "publisher", "author", "agency", "postedAt"] as const).flatMap((fact) =>
    before[fact] === after[fact]
      ? []
      : [{ name: w.page[fact], from: before[fact] ?? w.nothing, to: after[fact] ?? w.nothing }],
  );
  return lines.length === 0 ? [] : [{ key: "page", title: w.pageChanged, about: null, lines }];
}

/** Pages upstream that came, went, or are decided otherwise. The machine suggests none. */
function upstreamChanges(before: ArticlePublication, after: ArticlePublication): ChangeLine[] {
  const [was, is] = [upstreamWords(before), upstreamWords(after)];
  const lines = [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const [from = w.nothing, to = w.nothing] = [was.get(id), is.get(id)];
    return from === to ? [] : [{ name: w.upstreamPage, from, to }];
  });
  return lines.length === 0 ? [] : [{ key: "upstream", title: w.upstream, about: null, lines }];
}

/** By the page's id. */
function upstreamWords({ provenance = [] }: ArticlePublication): ReadonlyMap<string, string> {
  const { kinds, untitled, page: named } = words.textSources;
  return new Map(
    provenance.map(({ page, kind, reason }) => {
      const title = isolated(page.title ?? untitled);
      const by = named(page.publisher && isolated(page.publisher), page.postedAt && longDay(page.postedAt));
      return [page.id, [`${kinds[kind]}: ${title}, ${by}`, ...(reason === null ? [] : [reason])].join("; ")];
    }),
  );
}

function statementLine(change: StatementChange, said: (typeof w.of)[Compared]): ChangeLine {
  if (change.kind === "ADDED") {
    const { number, label } = change.after;
    const lines = [{ name: w.facts.label, from: w.nothing, to: words.labels[label].badge }];
    return { key: `added ${number}`, title: said.added(number), about: saidWords(change.after), lines };
  }
  if (change.kind === "REMOVED") {
    const { number } = change.before;
    return { key: `removed ${number}`, title: said.removed, about: saidWords(change.before), lines: [] };
  }
  const { before, after, facts } = change;
  const lines = facts.map((fact) => ({
    name: w.facts[fact],
    from: factWords(before, fact),
    to: factWords(after, fact),
  }));
  return {
    key: `changed ${after.number}`,
    title: said.changed(after.number),
    about: saidWords(after),
    lines,
  };
}

function factWords(statement: PublishedStatement, fact: ChangedFact): string {
  const desk = words.desk;
  const { factuality, flags, prediction, quoteMode, relayDepth, speaker, claim } = statement;
  switch (fact) {
    case "exact":
      return statement.exact;
    case "content":
      return saidWords(statement);
    case "label":
      return words.labels[statement.label].badge;
    case "labelReason":
      return statement.labelReason ?? w.nothing;
    case "sourcing":
      return desk.sourcing[statement.sourcing];
    case "speaker":
      return speaker === null
        ? desk.annotator.nobody
        : `${isolated(speaker.name)} (${desk.speakerKinds[speaker.kind]})`;
    case "factuality":
      return w.certainty(
        desk.factuality[factuality.writer],
        factuality.source && desk.factuality[factuality.source],
      );
    case "time":
      return desk.time[statement.time];
    case "flags": {
      const set = Object.entries(desk.flags).filter(([name]) => flags[name as keyof typeof flags]);
      return set.map(([, flag]) => flag).join("; ") || w.nothing;
    }
    case "quoteMode":
      return quoteMode === null ? desk.form.noQuote : desk.form.quoteModes[quoteMode];
    case "relayDepth":
      return relayDepth === null ? desk.form.noRelay : String(relayDepth);
    case "prediction":
      return prediction === null ? w.nothing : promiseWords(prediction);
    case "notes":
      return statement.notes.join(" ") || w.nothing;
    case "template":
      return templateWords(statement.template);
    case "claim":
      return claim === null ? w.nothing : claim.wording;
  }
}

function templateWords(template: PublishedStatement["template"]): string {
  const said = words.deskTemplates;
  if (template === null) return said.keptOut;
  if (template === undefined) return said.byWords;
  return template.by === undefined ? template.words : said.joinedBy(template.words, isolated(template.by));
}

function promiseWords(prediction: NonNullable<PublishedStatement["prediction"]>): string {
  const { text, dueFrom, dueTo, outcome } = prediction;
  const promise = dueFrom && dueTo ? `“${text}”, ${dayRange(dueFrom, dueTo)}` : `“${text}”`;
  if (outcome === undefined) return promise;
  const said = words.promises.outcome(outcome.result, longDay(outcome.knownAt));
  const rests = [
    outcome.quote && `“${outcome.quote}”`,
    outcome.publisher,
    outcome.saidAt,
    outcome.url,
    outcome.note,
  ];
  return [promise, said, ...rests].filter(Boolean).join("; ");
}

function claimLine(change: ClaimChange): ChangeLine {
  const title = w.claim[change.part];
  if ("before" in change) {
    const lines = [{ name: w.words, from: change.before, to: change.after }];
    return { key: change.part, title, about: null, lines };
  }
  const lines = [
    ...change.removed.map((one) => ({ name: w.gone, from: one, to: w.nothing })),
    ...change.added.map((one) => ({ name: w.new, from: w.nothing, to: one })),
  ];
  return { key: change.part, title, about: null, lines };
}
