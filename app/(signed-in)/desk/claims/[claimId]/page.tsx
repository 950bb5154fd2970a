import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClaimEditor } from "#components/claims/editor/claim-editor";
import { ClaimJoining } from "#components/claims/joining/claim-joining";
import { JoinedClaims } from "#components/claims/joining/joined-claims";
import { QueueSteps } from "#components/queue/queue-steps";
import { ClaimThreads } from "#components/threads/claim-threads";
import { claimDesk } from "#lib/db/claims/desk";
import { findClaims } from "#lib/db/claims/list";
import { searchPlaces, typedOften } from "#lib/db/claims/places";
import { lastAct } from "#lib/db/live/changes";
import { pagesWithClaim, queuePane } from "#lib/db/queue/list";
import { threadsOnClaim } from "#lib/db/threads/views";
import { draftsUnder, underQuestions } from "#lib/desk/drafts";
import { type Actor, may } from "#lib/domain/actor";
import { CLAIM_SEARCH_LENGTH, type ClaimDesk } from "#lib/domain/claim-desk";
import { languageModel } from "#lib/domain/language-model";
import type { PlacesAtHand } from "#lib/domain/place-links";
import { MOST_COUNTED } from "#lib/domain/queue";
import { askedQueue, carriedList, openedAt } from "#lib/domain/queue-query";
import { plainQueue, queueSearch } from "#lib/domain/queue-search";
import { Id } from "#lib/domain/reviews";
import { REVIEW_STEPS } from "#lib/next/review-steps";
import { requirePage } from "#lib/next/session";
import { threadPlace } from "#lib/next/thread-place";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import { firstWords } from "#lib/words/lists";
import * as actions from "./actions";

interface Props {
  readonly params: Promise<{ readonly claimId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Read once for the page and its title. */
const deskOf = cache(async (claimId: string) => {
  const actor = await requirePage();
  const id = Id.safeParse(claimId);
  const since = await lastAct();
  const desk = id.success ? await claimDesk(actor, id.data) : null;
  if (desk === null) notFound();
  return { actor, desk, since };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { desk } = await deskOf((await params).claimId);
  return { title: `${words.desk.queue.claim}: ${firstWords(desk.claim.wording, 60)}` };
}

const EDITOR_ACTS = {
  editClaim: actions.editClaimAction,
  addEvidence: actions.addEvidenceAction,
  removeEvidence: actions.removeEvidenceAction,
  keepCopy: actions.keepCopyAction,
  addSearch: actions.addSearchAction,
  removeSearch: actions.removeSearchAction,
  writeVerdict: actions.writeVerdictAction,
  linkStatement: actions.linkStatementAction,
  tags: { add: actions.addTopicAction, remove: actions.removeTopicAction },
  saveDraft: actions.saveDraftAction,
  decideProposal: actions.decideProposalAction,
};

/** The list that the claim was opened from, around it; null where it was opened from none. */
async function queueAround(actor: Actor, claimId: string, asked: Awaited<Props["searchParams"]>) {
  const list = carriedList(asked);
  return list === null ? null : queuePane(actor, askedQueue(list).query, { claimId }, openedAt(list));
}

async function threadsOf(actor: Actor, claimId: string, asked: string | string[] | undefined) {
  const [threads, place] = [await threadsOnClaim(actor, claimId), await threadPlace(asked)];
  return <ClaimThreads claimId={claimId} threads={threads} place={place} />;
}

function draftsOf(actor: Actor, { claim, review, publication }: ClaimDesk) {
  const questions = underQuestions([review?.id, publication?.reviewId]);
  return draftsUnder(actor, `claim:${claim.id}:`, ...questions);
}

async function placesOf(actor: Actor): Promise<PlacesAtHand> {
  const kept = await searchPlaces();
  return { kept, often: await typedOften(kept), mayKeep: may(actor.role, "searchPlace.add") };
}

/** The way to the pages of the queue that make it; nothing where there are none. */
function InQueue({ claimId, pages }: { claimId: string; pages: number }) {
  if (pages === 0) return null;
  const query = { ...plainQueue("all"), filters: { kind: "ARTICLE", claim: claimId } };
  return (
    <p className="small">
      <Link className="inline-block py-1" href={`/desk?${queueSearch(query)}`}>
        {words.queueList.withClaim(pages, MOST_COUNTED)}
      </Link>
    </p>
  );
}

/**
 * One claim. `?search=` looks for others that say the same, `?with=` shows what joining it with one would move, `?part=` what parting one that
 * was joined would; `?merged=` and `?parted=` say what was just done, with the way back.
 */
export default async function ClaimPage({ params, searchParams }: Props) {
  const { actor, desk, since } = await deskOf((await params).claimId);
  const asked = await searchParams;
  const other = async (id: string | string[] | undefined) => {
    const parsed = Id.safeParse(id);
    return parsed.success ? claimDesk(actor, parsed.data) : null;
  };
  const search = typeof asked.search === "string" ? asked.search.trim().slice(0, CLAIM_SEARCH_LENGTH) : "";
  const found = search === "" ? null : (await findClaims(search)).filter(({ id }) => id !== desk.claim.id);
  const joinActions = may(actor.role, "claim.merge")
    ? { merge: actions.mergeAction, part: actions.partAction }
    : null;
  const queue = await queueAround(actor, desk.claim.id, asked);
  const pages = await pagesWithClaim(actor, desk.claim.id);
  const editor = (
    <ClaimEditor
      place={{
        desk,
        actor,
        places: await placesOf(actor),
        today: dayOf(new Date(), timeZone()),
        timeZone: timeZone(),
        live: { place: `claim:${desk.claim.id}`, since },
        model: may(actor.role, "proposal.ask") ? (languageModel()?.name ?? null) : null,
        drafts: await draftsOf(actor, desk),
        actions: EDITOR_ACTS,
      }}
      review={{ open: null, ...REVIEW_STEPS }}
      joining={
        <ClaimJoining
          desk={desk}
          into={await other(asked.with)}
          parting={await other(asked.part)}
          merged={await other(asked.merged)}
          parted={await other(asked.parted)}
          actions={joinActions}
        />
      }
      inQueue={<InQueue claimId={desk.claim.id} pages={pages} />}
      threads={await threadsOf(actor, desk.claim.id, asked.thread)}
      joined={
        <JoinedClaims
          desk={desk}
          search={search}
          found={found}
          mayJoin={joinActions !== null}
          timeZone={timeZone()}
        />
      }
    />
  );
  return (
    <>
      {queue !== null && (
        <div className="small">
          <QueueSteps queue={queue} />
        </div>
      )}
      {editor}
    </>
  );
}
