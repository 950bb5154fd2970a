"use client";

import { type ReactNode, useRef, useState } from "react";
import { Proposals } from "#components/proposals/proposals";
import { PublishPanel } from "#components/reviews/publish-panel";
import { type ReviewActions, ReviewPanel } from "#components/reviews/review-panel";
import { TagField } from "#components/topics/tag-field";
import { AlsoHere } from "#components/ui/also-here";
import { ChoiceField } from "#components/ui/choice-field";
import { DeskHistory } from "#components/ui/desk-history";
import { DraftForm } from "#components/ui/draft-form";
import { DraftMark, useDrafts } from "#components/ui/drafts";
import { TextField } from "#components/ui/field";
import { FIND_WORDS } from "#components/ui/find-bar";
import { headingOf, useKeptFocus } from "#components/ui/use-kept-focus";
import { useChangers, useLatest, useLive } from "#components/ui/use-live";
import { may } from "#lib/domain/actor";
import * as words from "#lib/words";
import { dayWords } from "#lib/words/moments";
import { AffirmedRelations } from "./affirmed-relations";
import { ClaimAppearances } from "./claim-appearances";
import { claimCase, mayChangeClaim, openFormsOf } from "./claim-case";
import type { ClaimPart, ClaimPlace } from "./claim-part";
import { EvidenceList } from "./evidence-list";
import { OnOtherPages } from "./on-other-pages";
import { SearchList } from "./search-list";
import { SeenElsewhere } from "./seen-elsewhere";

const said = words.claimEditor;

/** A claim on the desk: its wording, what is known and unknown of it, and the verdict that follows. */
export function ClaimEditor(props: {
  readonly place: ClaimPlace;
  readonly review: ReviewActions;
  /** What is asked or told of joining this claim with another. */
  readonly joining: ReactNode;
  /** The way to the pages of the queue that make it. */
  readonly inQueue: ReactNode;
  /** What the newsroom says of it. */
  readonly threads: ReactNode;
  /** The claims that it was joined with, and the way to one more. */
  readonly joined: ReactNode;
}) {
  const { place, review } = props;
  const { desk } = place;
  const drafts = useDrafts({
    personId: place.actor.id,
    drafts: place.drafts,
    save: place.actions.saveDraft,
  });
  const whole = useRef<HTMLDivElement>(null);
  useKeptFocus(whole, (section) => headingOf(section, "claim-title"));
  const [told, setTold] = useState({ text: "", turn: 0 });
  const tell = (text: string) => setTold({ text, turn: told.turn + 1 });
  const live = useLive(place.live);
  useLatest(live);
  useChangers(desk.history, place.actor.name, (names) => tell(words.live.changedBy(names)));
  const openForms = openFormsOf(drafts, desk.claim.id);
  const given = claimCase(place, review, { openForms, drafts });
  // Where somebody else closes the claim meanwhile, what one is typing stays; saving it is refused, with what to do.
  const [wasOpen] = useState(mayChangeClaim(desk));
  const open = mayChangeClaim(desk) || (wasOpen && openForms.length > 0);
  const part = { place, drafts, onDone: tell, isOpen: open };
  return (
    <div ref={whole}>
      <p className="kicker">{said.kicker}</p>
      <h1 className="claim-words" id="claim-title" tabIndex={-1} dir="auto">
        {desk.claim.wording}
      </h1>
      <p className="mt-3 small">
        <DraftMark state={drafts.state} />
      </p>
      <p className="note-line" role="status">
        <span key={told.turn}>{told.text}</span>
      </p>
      <AlsoHere here={live.here} />
      {props.inQueue}
      <ToJoined place={place} />
      {props.joining}
      <ReviewPanel given={given} onDone={tell} />
      <PublishPanel given={given} onDone={tell} />
      {!desk.review && !desk.mergedInto && <p className="mt-3 small muted">{said.opensReview}</p>}
      <Verdict {...part} />
      <EvidenceList {...part} />
      <SearchList {...part} />
      <Wording {...part} />
      <Topics {...part} />
      {props.joined}
      <ClaimAppearances desk={desk} link={place.actions.linkStatement} onDone={tell} />
      {props.threads}
      <AffirmedRelations related={desk.related} timeZone={place.timeZone} />
      <SeenElsewhere seen={desk.seen} />
      <OnOtherPages elsewhere={desk.elsewhere} />
      <DeskHistory id="c-history" history={desk.history} timeZone={place.timeZone} />
    </div>
  );
}

/** The claims that this one is joined with stand far down: the ways there, from the head. */
function ToJoined({ place: { desk, actor } }: Pick<ClaimPart, "place">) {
  const mayJoin = may(actor.role, "claim.merge") && desk.mergedInto === null;
  const joined = desk.merged.length;
  if (joined === 0 && !mayJoin) return null;
  return (
    <p className="cluster mb-4 small">
      {joined > 0 && <a href="#j-joined">{words.claimMerging.joinedWith(joined)}</a>}
      {mayJoin && <a href={`#${FIND_WORDS}`}>{words.claimMerging.heading}</a>}
    </p>
  );
}

function Wording({ place, drafts, onDone, isOpen }: ClaimPart) {
  const { claim } = place.desk;
  return (
    <section className="sect" aria-labelledby="c-wording">
      <h2 id="c-wording">{said.wording}</h2>
      {isOpen ? (
        <DraftForm
          subject={`claim:${claim.id}:wording`}
          drafts={drafts}
          saved={{ wording: claim.wording, unknowns: claim.unknowns.join("\n") }}
          send={(values, save) =>
            save("claim.edit", place.actions.editClaim, {
              claimId: claim.id,
              revision: claim.revision,
              wording: values.wording,
              unknowns: (values.unknowns ?? "").split("\n").filter((line) => line.trim() !== ""),
            })
          }
          submit={said.saveWording}
          done={said.savedWording}
          onDone={onDone}
        >
          {(form) => (
            <>
              <TextField
                {...form.field("wording")}
                label={said.wording}
                hint={said.wordingHint}
                rows={3}
                maxLength={500}
              />
              <Proposals
                claimId={claim.id}
                model={place.model}
                decide={place.actions.decideProposal}
                use="WORDINGS"
                form={form}
                fields={["wording"]}
              />
              <TextField
                {...form.field("unknowns")}
                label={said.unknowns}
                hint={said.unknownsHint}
                rows={4}
                maxLength={10_000}
              />
            </>
          )}
        </DraftForm>
      ) : (
        <Unknowns unknowns={claim.unknowns} />
      )}
    </section>
  );
}

function Topics({ place, drafts, onDone, isOpen }: ClaimPart) {
  const { desk, actions } = place;
  return (
    <section className="sect" aria-labelledby="c-topics">
      <h2 id="c-topics">{words.topicTags.tags.heading}</h2>
      <TagField
        of={{ claimId: desk.claim.id }}
        tags={desk.topics}
        acts={isOpen ? actions.tags : null}
        drafts={drafts}
        onDone={onDone}
      />
    </section>
  );
}

function Unknowns({ unknowns }: { unknowns: readonly string[] }) {
  return (
    <>
      <h3>{said.unknowns}</h3>
      {unknowns.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <ul className="bullets">
          {unknowns.map((unknown) => (
            <li key={unknown} dir="auto">
              {unknown}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Verdict({ place, drafts, onDone, isOpen }: ClaimPart) {
  const { desk, actor } = place;
  const { verdict } = desk;
  const canWrite = isOpen && may(actor.role, "verdict.write");
  return (
    <section className="sect" aria-labelledby="c-verdict">
      <h2 id="c-verdict">{said.verdict}</h2>
      <div className="verdict">
        <p>{verdict ? said.verdictNow : words.claimEditor.verdict}</p>
        <p className="m-0">
          <strong>{verdict?.name ?? said.noVerdict}</strong>
        </p>
        {verdict && <p dir="auto">{verdict.explanation}</p>}
        {verdict && <p className="small muted">{verdict.definition}</p>}
      </div>
      {verdict && isOpen && !verdict.isInForce && (
        <p className="note mt-3">{words.refusals.verdictOffScale(verdict.name)}</p>
      )}
      {canWrite && <VerdictForm place={place} drafts={drafts} onDone={onDone} />}
      {isOpen && !may(actor.role, "verdict.write") && <p className="small muted">{said.verdictNotYours}</p>}
      <EarlierVerdicts place={place} />
    </section>
  );
}

function VerdictForm({ place, drafts, onDone }: Omit<ClaimPart, "isOpen">) {
  const { verdict, claim, scale } = place.desk;
  const names = Object.fromEntries(scale.map(({ code, name }) => [code, name]));
  return (
    <DraftForm
      subject={`claim:${claim.id}:verdict`}
      drafts={drafts}
      saved={{ code: verdict?.code ?? "", explanation: verdict?.explanation ?? "" }}
      send={(values, save) =>
        save("verdict.write", place.actions.writeVerdict, {
          claimId: claim.id,
          revision: verdict?.revision ?? null,
          code: values.code === "" ? null : values.code,
          explanation: values.explanation,
        })
      }
      submit={said.saveVerdict}
      done={said.savedVerdict}
      onDone={onDone}
    >
      {(form) => (
        <>
          <ChoiceField
            {...form.field("code")}
            isRow
            label={said.code}
            options={scale.map(({ code }) => code)}
            names={names}
          />
          <p className="small">{scale.find(({ code }) => code === form.values.code)?.definition}</p>
          <TextField
            {...form.field("explanation")}
            label={said.explanation}
            hint={said.explanationHint}
            rows={3}
            maxLength={2000}
          />
        </>
      )}
    </DraftForm>
  );
}

function EarlierVerdicts({ place }: Pick<ClaimPart, "place">) {
  const { earlierVerdicts } = place.desk;
  if (earlierVerdicts.length === 0) return null;
  return (
    <>
      <h3 className="mt-4">{said.earlier}</h3>
      <ul className="stack-2">
        {earlierVerdicts.map((earlier) => (
          <li key={earlier.at} className="small">
            <span className="muted">{said.replaced(dayWords(new Date(earlier.at), place.timeZone))}</span>{" "}
            <b>{earlier.name}.</b> <span dir="auto">{earlier.explanation}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
