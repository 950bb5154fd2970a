import type { ArticlePublication } from "#lib/domain/publications";
import type { ChainBox, ChainRow } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { capitalised, isolated } from "#lib/words/lists";
import { countLabel, type PostOfPage, postsOf } from "./posts";
import { whatIsMissing } from "./side-note";
import { sourceInWords, sourcesOf } from "./sources";

const w = words.article.chain;

/** More sources than this are counted, not listed. */
const MOST_SOURCES = 5;

/**
 * The ways back from the page, one row each: the report's, then those of other posts. Statements that lead back to nobody
 * stand in a row of their own, so that nobody takes the report's source for theirs.
 */
export function chainOf(content: ArticlePublication): ChainRow[] {
  return postsOf(content).flatMap((post) => rowsOf(post, content));
}

function rowsOf(post: PostOfPage, content: ArticlePublication): ChainRow[] {
  const unsourced = post.statements.filter((statement) => statement.label === "UNSOURCED_SPECULATION");
  const rest = post.statements.length - unsourced.length;
  const rows: ChainRow[] = [];
  if (rest > 0) {
    const row = post.isMain ? mainRow(post, rest, content) : otherRow(post, rest);
    if (post.isMain || row.links.length > 0) rows.push(row);
  }
  const [first] = unsourced;
  if (first) rows.push(nobodyRow(post, unsourced.length, whatIsMissing(first), rest > 0, content));
  return rows;
}

function mainRow(post: PostOfPage, n: number, content: ArticlePublication): ChainRow {
  const { agency, agencyDate, place, publisher } = content.article;
  const source = sourceBox(post);
  const page: ChainBox = { ...pageBox(content, n), step: w.page };
  // Nothing is reposted by a publisher whom nobody knows: the page may be the agency's own.
  if (agency === null || agency === publisher || publisher === null) {
    return row([source && { ...source, step: w.first }, page], [source && w.cited]);
  }
  const relay: ChainBox = {
    title: isolated(agency),
    lines: [
      w.agency(place && isolated(place)),
      ...(agencyDate === null ? [] : [w.report(longDay(agencyDate))]),
    ],
    step: w.back,
  };
  return row([source && { ...source, step: w.first }, relay, page], [source && w.relayed, w.reposted]);
}

function otherRow(post: PostOfPage, n: number): ChainRow {
  const source = sourceBox(post);
  return row([source, otherBox(post, n)], [source && w.cited]);
}

function nobodyRow(
  post: PostOfPage,
  n: number,
  missing: readonly string[],
  isPart: boolean,
  content: ArticlePublication,
): ChainRow {
  const own = post.isMain ? pageBox(content, n) : otherBox(post, n);
  const box = isPart && post.isMain ? { title: w.samePage, lines: [w.statements(n)], step: null } : own;
  return {
    boxes: [{ ...box, step: post.isMain && !isPart ? w.page : null }],
    links: [],
    nobody: { title: w.nobody, why: missing.join(" ") },
  };
}

function row(boxes: readonly (ChainBox | null)[], links: readonly (string | null)[]): ChainRow {
  const real = boxes.filter((box) => box !== null);
  return { boxes: real, links: links.filter((link) => link !== null), nobody: null };
}

function pageBox({ article }: ArticlePublication, n: number): ChainBox {
  const { publisher, agency, postedAt } = article;
  return {
    title: isolated(publisher ?? words.article.unnamedPublisher),
    lines: [
      ...(publisher === null && agency !== null ? [w.carries(isolated(agency))] : []),
      postedAt === null ? w.undated : w.posted(longDay(postedAt)),
      w.statements(n),
    ],
    step: null,
  };
}

function otherBox(post: PostOfPage, n: number): ChainBox {
  const day = post.date === null ? w.undated : longDay(post.date);
  const title = post.isTeaser ? w.start : w.other;
  if (post.headline === null) return { title, lines: [day, w.statements(n)], step: null };
  return {
    title: isolated(post.headline),
    lines: [`${title}${words.lists.comma}${day}`, w.statements(n)],
    step: null,
  };
}

/** Who the post's reported statements go back to; null where none is reported. */
function sourceBox(post: PostOfPage): ChainBox | null {
  const reported = post.statements.filter(
    (statement) => statement.label === "REPORTED" || statement.label === "REPORTED_UNNAMED",
  );
  const sources = sourcesOf(reported);
  const [first] = sources;
  if (!first) return null;
  if (sources.length === 1) {
    const whose = first.parties === null ? [] : [capitalised(first.parties)];
    return {
      title: capitalised(first.name),
      lines: [...whose, w.kinds[first.kind], w.statements(first.statements.length)],
      step: null,
    };
  }
  const shown = sources.length > MOST_SOURCES ? MOST_SOURCES - 1 : MOST_SOURCES;
  const listed = sources
    .slice(0, shown)
    .map((source) => w.source(capitalised(sourceInWords(source)), source.statements.length));
  const more = sources.length - listed.length;
  return {
    title: w.sources(sources.length),
    lines: more > 0 ? [...listed, w.more(more)] : listed,
    step: null,
  };
}

/** Is there anything to draw? A page of plain narration, opinion or common knowledge leads nowhere, and claims nothing else. */
export function hasChain(content: ArticlePublication): boolean {
  return (
    countLabel(content.statements, "REPORTED") +
      countLabel(content.statements, "REPORTED_UNNAMED") +
      countLabel(content.statements, "UNSOURCED_SPECULATION") >
    0
  );
}
