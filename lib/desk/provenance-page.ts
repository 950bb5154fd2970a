import { articleOfVersion, edgesDownstream, edgesUpstream } from "#lib/db/provenance/views";
import { historyOf } from "#lib/db/reviews/views";
import type { ListedPlace } from "#lib/domain/desk-lists";
import type { ComparedSentence, ProvenanceDesk, ProvenanceView, ShownSentence } from "#lib/domain/provenance";
import type { HistoryView } from "#lib/domain/review-views";
import { comparedHeadline, headlineChange } from "#lib/versions/headlines";
import { sentencePieces } from "#lib/versions/sentence-pieces";

/**
 * Where an article's text is from and who has it from there, with the words of both; of those downstream the part that `place` names, null for the first. Null
 * where there is no such version, or nothing in that part.
 */
export async function provenancePage(
  versionId: string,
  place: ListedPlace | null = null,
): Promise<(ProvenanceDesk & { readonly history: readonly HistoryView[] }) | null> {
  const article = await articleOfVersion(versionId);
  if (article === null) return null;
  const { articleId, title, isWaiting, latestId } = article;
  const downstream = await edgesDownstream(articleId, place);
  if (place !== null && downstream.downstream.length === 0) return null;
  const rows = await edgesUpstream(articleId);
  return {
    articleId,
    versionId,
    title,
    isWaiting,
    upstream: rows.map((row) => viewOf(row, { title, latestId })),
    ...downstream,
    history: await historyOf([`provenance:${articleId}`]),
  };
}

type Row = Awaited<ReturnType<typeof edgesUpstream>>[number];

function viewOf(
  row: Row,
  { title, latestId }: { readonly title: string | null; readonly latestId: string },
): ProvenanceView {
  const { id, kind, state, revision, isMachines, reasons, isCut, page, since, engineVersion } = row;
  const { verbatim, changed, added, dropped, decidedBy, decidedAt, reason } = row;
  return {
    id,
    kind,
    state,
    revision,
    isMachines,
    reasons,
    counts: { verbatim, changed, added, dropped },
    sentences: row.sentences?.map((one) => shownSentence(one, row.texts)) ?? null,
    headline: title === null ? null : shownHeadline(title, page.title),
    isCut,
    isOfOlder: row.versionId !== latestId,
    page,
    since,
    decided: decidedAt === null ? null : { by: decidedBy?.name ?? "", at: decidedAt.toISOString(), reason },
    engineVersion,
  };
}

function shownSentence({ change, here, there }: ComparedSentence, texts: Row["texts"]): ShownSentence {
  const own = here === null ? "" : texts.here.slice(...here);
  const other = there.map((place) => texts.there.slice(...place)).join(" ");
  return shownPair(change, own, other);
}

/** Beside the headline upstream, also where that is another one altogether. */
const shownHeadline = (here: string, there: string | null): ShownSentence =>
  shownPair(headlineChange(here, there), comparedHeadline(here), comparedHeadline(there ?? ""));

function shownPair(change: ShownSentence["change"], own: string, other: string): ShownSentence {
  if (change === "VERBATIM" || change === "ADDED" || own === "" || other === "")
    return { change, here: plain(own), there: plain(other) };
  const pieces = sentencePieces(other, own);
  return { change, here: pieces.newer, there: pieces.older };
}

const plain = (text: string) => (text === "" ? [] : [{ kind: "SAME" as const, text }]);
