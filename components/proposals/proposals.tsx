"use client";

import { useState } from "react";
import type { DraftAtWork, Values } from "#components/ui/draft-form";
import { send } from "#components/ui/send";
import type { Act } from "#lib/domain/form-state";
import { type FormUse, isProposalsView, type ProposalsView, type ProposalText } from "#lib/domain/proposals";
import * as words from "#lib/words";
import { AskBar, Provenance } from "./ask-bar";
import { useAsked } from "./use-asked";

const say = words.proposals;

interface Props {
  readonly claimId: string;
  /** The language model's name; null where none may be asked. */
  readonly model: string | null;
  readonly decide: Act;
  readonly use: FormUse;
  readonly form: DraftAtWork;
  /** The fields that a proposal fills. */
  readonly fields: readonly string[];
}

/** What the language model proposes for a form, when somebody asks it to; nothing where none is set. */
export function Proposals(props: Props) {
  const { model, use } = props;
  const address = `/desk/claims/${props.claimId}/proposals`;
  const asking = useAsked({ address, body: { use }, isView: isProposalsView });
  if (model === null) return null;
  const { seconds, view } = asking;
  return (
    <div className="proposals stack-3">
      <AskBar asking={asking} use={use} model={model} />
      {view !== null && seconds === null && <Answered {...props} view={view} key={view.proposals[0]?.id} />}
    </div>
  );
}

/** What came of it: each can fill the form, and what stood there before can be put back. */
function Answered({ decide: act, use, form, fields, view }: Props & { view: ProposalsView }) {
  const [told, setTold] = useState("");
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [before, setBefore] = useState<Values | null>(null);
  const decide = (proposalId: string, fate: "CHOSEN" | "REJECTED") => void send(act, { proposalId, fate });
  const fill = (id: string, text: ProposalText) => {
    setBefore((first) => first ?? standing(form.values, fields));
    form.fill(text);
    decide(id, "CHOSEN");
    setTold(say.filled[use]);
  };
  const reject = (id: string) => {
    setGone(new Set([...gone, id]));
    decide(id, "REJECTED");
    setTold(say.rejected);
  };
  const shown = view.proposals.filter(({ id }) => !gone.has(id));
  return (
    <section aria-label={say.title[use]} className="stack-3">
      {view.proposals.length === 0 && <p>{say.none}</p>}
      <ul className="stack-3">
        {shown.map(({ id, text }) => (
          <OneProposal
            key={id}
            words={wordsOf(use, text)}
            onFill={() => fill(id, text)}
            onReject={() => reject(id)}
          />
        ))}
      </ul>
      <p role="status" className="small">
        {told}
      </p>
      {before !== null && !isSame(before, form.values) && (
        <p>
          <button
            type="button"
            className="btn btn--s"
            onClick={() => {
              form.fill(before);
              setTold(say.putBackDone);
            }}
          >
            {say.putBack}
          </button>
        </p>
      )}
      <Provenance view={view} />
    </section>
  );
}

const standing = (values: Values, fields: readonly string[]): Values =>
  Object.fromEntries(fields.map((name) => [name, values[name] ?? ""]));

const isSame = (before: Values, values: Values): boolean =>
  Object.entries(before).every(([name, value]) => (values[name] ?? "") === value);

const wordsOf = (use: FormUse, { wording = "", lookedFor = "", place = "" }: ProposalText): string =>
  use === "WORDINGS" ? wording : say.search(lookedFor, place);

function OneProposal(props: { words: string; onFill: () => void; onReject: () => void }) {
  return (
    <li className="piece">
      <p dir="auto">{props.words}</p>
      <p className="cluster small">
        <button type="button" className="btn btn--s" onClick={props.onFill}>
          {say.use}
          <span className="sr">: {props.words}</span>
        </button>
        <button type="button" className="btn btn--s" onClick={props.onReject}>
          {say.reject}
          <span className="sr">: {props.words}</span>
        </button>
      </p>
    </li>
  );
}
