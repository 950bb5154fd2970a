import Link from "next/link";
import { useState } from "react";
import { AskDialog, asked } from "#components/ui/ask-dialog";
import { LabelBadge } from "#components/ui/label";
import { onceClicked, send } from "#components/ui/send";
import type { ClaimDesk } from "#lib/domain/claim-desk";
import type { Act } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { firstWords } from "#lib/words/lists";

const said = words.claimEditor;
const part = words.deskClaims.part;

type Appearance = ClaimDesk["appearances"][number];

interface Props {
  readonly desk: ClaimDesk;
  readonly link: Act;
  readonly onDone: (text: string) => void;
}

/** The statements that are joined to the claim, each with its page; those of reviews that one writes can be parted from it. */
export function ClaimAppearances({ desk, link, onDone }: Props) {
  const [leaving, setLeaving] = useState<Appearance | null>(null);
  const [parted, setParted] = useState<Appearance | null>(null);
  const { claim, appearances } = desk;
  return (
    <section className="sect" aria-labelledby="c-appearances">
      <h2 id="c-appearances">{said.appearances}</h2>
      {appearances.length === 0 ? (
        <p className="muted">{said.noAppearances}</p>
      ) : (
        <ul className="stack-3">
          {appearances.map((appearance) => (
            <li key={appearance.statementId}>
              <OneAppearance appearance={appearance} onPart={() => setLeaving(appearance)} />
            </li>
          ))}
        </ul>
      )}
      {parted && (
        <PutBack
          parted={parted}
          claimId={claim.id}
          link={link}
          onDone={(text) => {
            setParted(null);
            onDone(text);
          }}
        />
      )}
      {leaving && (
        <AskDialog
          undrafted="nothing-typed"
          title={part.title}
          confirm={part.confirm}
          isDanger
          note={<WhatMoves desk={desk} leaving={leaving} />}
          action={asked(() =>
            send(link, { statementId: leaving.statementId, revision: leaving.revision, claimId: null }),
          )}
          onDone={() => {
            setParted(leaving);
            onDone(part.done);
          }}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  );
}

function OneAppearance({ appearance, onPart }: { appearance: Appearance; onPart: () => void }) {
  const { exact, label, versionId, articleTitle, reviewState, mayPart } = appearance;
  return (
    <>
      <blockquote className="quote-s" dir="auto">
        {exact}
      </blockquote>
      <p className="small cluster">
        <LabelBadge label={label} />
        <Link href={`/desk/articles/${versionId}`} dir="auto">
          {articleTitle ?? words.desk.queue.untitled}
        </Link>
        <span className="muted">{words.desk.queue.states[reviewState]}</span>
        {mayPart && (
          <button
            type="button"
            className="btn btn--s"
            aria-label={part.buttonOf(firstWords(exact, 60))}
            onClick={onPart}
          >
            {part.button}
          </button>
        )}
      </p>
    </>
  );
}

/** What parting a statement from the claim leaves of both. */
function WhatMoves({ desk, leaving }: { desk: ClaimDesk; leaving: Appearance }) {
  const others = desk.appearances.length - 1;
  return (
    <>
      <blockquote className="quote-s" dir="auto">
        {leaving.exact}
      </blockquote>
      <p>{part.stays}</p>
      <p>{others === 0 ? part.last : part.others(others)}</p>
      {desk.publishedHref !== null && <p>{part.readers}</p>}
    </>
  );
}

function PutBack(props: {
  readonly parted: Appearance;
  readonly claimId: string;
  readonly link: Act;
  readonly onDone: (text: string) => void;
}) {
  const { parted, claimId, link, onDone } = props;
  const [refusal, setRefusal] = useState<string | null>(null);
  const putBack = async () => {
    // Parting it moved it on by one.
    const { statementId, revision } = parted;
    const outcome = await send(link, { statementId, revision: revision + 1, claimId });
    if (outcome.ok) onDone(part.back);
    else setRefusal(outcome.message);
  };
  return (
    <div className="cluster mt-3">
      <button type="button" className="btn btn--s" onClick={onceClicked(() => void putBack())}>
        {part.putBack}
      </button>
      <p role="alert">{refusal}</p>
    </div>
  );
}
