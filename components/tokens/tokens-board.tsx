"use client";

import { useEffect, useRef, useState } from "react";
import { AskDialog } from "#components/ui/ask-dialog";
import { TableHead } from "#components/ui/table-head";
import type { FormAction } from "#lib/domain/form-state";
import type { TokenRow } from "#lib/domain/tokens";
import * as words from "#lib/words";
import type { Clock } from "#lib/words/moments";
import { dayWords } from "#lib/words/moments";
import { NewToken } from "./new-token";

const say = words.tokens;

interface Props {
  readonly tokens: readonly TokenRow[];
  readonly clock: Clock;
  readonly actions: { readonly create: FormAction; readonly revoke: FormAction };
}

/** The tokens there are, and the form that makes one. */
export function TokensBoard({ tokens, clock, actions }: Props) {
  const [told, setTold] = useState<string | null>(null);
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (told !== null) box.current?.focus();
  }, [told]);
  const working = tokens.filter((token) => stateOf(token, clock) === "works").length;
  return (
    <div className="cols sect">
      <section aria-labelledby="tokens">
        <h2 className="ruled" id="tokens">
          {say.count(working)}
        </h2>
        {told !== null && (
          <p className="note mb-4 wrap-anywhere" ref={box} tabIndex={-1} role="status">
            {told}
          </p>
        )}
        {tokens.length === 0 ? (
          <p className="small muted">{say.none}</p>
        ) : (
          <table className="cards">
            <TableHead columns={say.columns} />
            <tbody>
              {tokens.map((token) => (
                <Token key={token.id} token={token} clock={clock} revoke={actions.revoke} tell={setTold} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <aside aria-labelledby="make">
        <h2 className="ruled" id="make">
          {say.make.title}
        </h2>
        <NewToken action={actions.create} />
      </aside>
    </div>
  );
}

type State = "works" | "ended" | "revoked" | "orphan";

function stateOf({ revokedAt, expiresAt, isOrphan }: TokenRow, { now }: Clock): State {
  if (revokedAt !== null) return "revoked";
  if (expiresAt !== null && expiresAt <= now) return "ended";
  return isOrphan ? "orphan" : "works";
}

function stateWords(token: TokenRow, clock: Clock): string {
  const day = (at: Date | null) => (at === null ? null : dayWords(at, clock.timeZone));
  switch (stateOf(token, clock)) {
    case "revoked":
      return say.revoked(day(token.revokedAt) ?? "");
    case "ended":
      return say.ended(day(token.expiresAt) ?? "");
    case "orphan":
      return say.orphan(token.createdBy);
    case "works":
      return say.working(day(token.expiresAt), token.createdBy);
  }
}

interface TokenProps {
  readonly token: TokenRow;
  readonly clock: Clock;
  readonly revoke: FormAction;
  readonly tell: (told: string) => void;
}

function Token({ token, clock, revoke, tell }: TokenProps) {
  const { columns } = say;
  const works = stateOf(token, clock) === "works";
  return (
    <tr className={works ? undefined : "muted"}>
      <th scope="row" className="wrap-anywhere">
        <bdi>{token.name}</bdi>
        <br />
        <code className="regular xs muted">{say.begins(token.prefix)}</code>
      </th>
      <td data-l={columns.scope}>{say.scopes[token.scope]}</td>
      <td data-l={columns.state}>
        <span className={`wrap-words state ${works ? "state--on" : "state--off"}`} dir="auto">
          {stateWords(token, clock)}
        </span>
      </td>
      <td data-l={columns.lastUsed}>
        {token.lastUsedAt === null ? say.never : dayWords(token.lastUsedAt, clock.timeZone)}
      </td>
      <td data-l="">{token.revokedAt === null && <Revoke token={token} action={revoke} tell={tell} />}</td>
    </tr>
  );
}

function Revoke({
  token,
  action,
  tell,
}: {
  token: TokenRow;
  action: FormAction;
  tell: (told: string) => void;
}) {
  const [asks, setAsks] = useState(false);
  return (
    <>
      <button className="btn btn--s btn--danger" type="button" onClick={() => setAsks(true)}>
        {say.revoke}
        <span className="sr"> ({token.name})</span>
      </button>
      {asks && (
        <AskDialog
          undrafted="nothing-typed"
          action={action}
          hidden={{ tokenId: token.id }}
          title={say.revokeWhich(token.name)}
          note={<p className="small">{say.revokeNote}</p>}
          confirm={say.revoke}
          isDanger
          onClose={() => setAsks(false)}
          onDone={() => tell(say.isRevoked(token.name))}
        />
      )}
    </>
  );
}
