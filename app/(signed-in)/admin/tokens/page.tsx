import type { Metadata } from "next";
import { TokensBoard } from "#components/tokens/tokens-board";
import { tokensPage } from "#lib/db/people/tokens";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import * as actions from "./actions";

const say = words.tokens;

export const metadata: Metadata = { title: `${say.title}.`, robots: { index: false } };

export default async function TokensPage() {
  await requirePage("ADMIN");
  const now = new Date();
  return (
    <>
      <p className="kicker">{say.kicker}</p>
      <h1 className="page-title">{say.title}</h1>
      <p className="measure mt-6">{say.intro}</p>
      <TokensBoard
        tokens={await tokensPage(now)}
        clock={{ now, timeZone: timeZone() }}
        actions={{ create: actions.createAction, revoke: actions.revokeAction }}
      />
    </>
  );
}
