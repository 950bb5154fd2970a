import { onceClicked } from "#components/ui/send";
import type { AnswerView, ProposalUse } from "#lib/domain/proposals";
import * as words from "#lib/words";
import type { Asking } from "./use-asked";

const say = words.proposals;

interface Props {
  readonly asking: Pick<Asking<unknown>, "seconds" | "trouble" | "ask" | "cancel">;
  readonly use: ProposalUse;
  /** The language model's name. */
  readonly model: string;
}

/** The button that asks the language model, how long that takes already, and why nothing came. */
export function AskBar({ asking, use, model }: Props) {
  const { seconds, trouble } = asking;
  return (
    <>
      {seconds === null ? (
        <p className="cluster small">
          <button type="button" className="btn btn--s" onClick={onceClicked(asking.ask)}>
            {say.ask[use]}
          </button>
          <span className="muted">{say.hint[use](model)}</span>
        </p>
      ) : (
        <p className="cluster small">
          <button type="button" className="btn btn--s" onClick={asking.cancel}>
            {say.cancel}
          </button>
          <span role="status">{say.asking(model)}</span>
          <span className="muted" aria-hidden="true">
            {say.seconds(seconds)}
          </span>
        </p>
      )}
      <div role="alert" className="contents">
        {trouble !== null && <p className="error small">{trouble}</p>}
      </div>
    </>
  );
}

/** Who proposed it, and what it cost. */
export function Provenance({ view }: { readonly view: AnswerView }) {
  const { model, prompt, tokens, cost, currency, left, refused } = view;
  return (
    <p className="xs muted">
      {[
        say.by(model, prompt),
        tokens === null ? say.costUnknown(cost, currency) : say.cost(tokens.in, tokens.out, cost, currency),
        left.unit === "MONEY" ? say.leftMoney(left.amount, currency) : say.leftTokens(left.amount),
        refused > 0 ? say.refused(refused) : "",
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}
