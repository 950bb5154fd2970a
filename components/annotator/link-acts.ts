import type { Outcome } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { type Core, mayWrite, runAndTell, say } from "./acts";
import type { Command } from "./commands";
import type { Row } from "./rows";

const said = words.desk.said;

/** Join a statement to a claim, or take the link away (null). A suggestion is accepted and joined in one act, which one undo takes back. */
export async function link(core: Core, claimId: string | null): Promise<void> {
  const { row } = core;
  if (!row || !mayWrite(core)) return;
  const { statement } = row;
  if (!statement) {
    if (claimId !== null) await acceptAndJoin(core, row, claimId);
    return;
  }
  const command: Command = {
    kind: "link",
    statementId: statement.id,
    revision: statement.revision,
    claimId,
  };
  const outcome = await runAndTell(core, command, claimId === null ? said.unlinked : said.linked);
  rebase(core, row.key, outcome);
}

async function acceptAndJoin(core: Core, row: Row, claimId: string): Promise<void> {
  if (row.kind !== "suggestion" || !row.suggestion) {
    say(core, said.notHere);
    return;
  }
  const command: Command = { kind: "accept", suggestionId: row.suggestion.id, claimId };
  // The words of a claim that was found are on no page yet.
  if (await runAndTell(core, command, said.linked)) core.refresh();
}

/** Say that the suggestion is to the claim what the machine says, or isn't, or take that back. */
export async function judgeMatch(core: Core, answer: "affirm" | "refuse" | "undo"): Promise<void> {
  const suggestion = core.row?.suggestion;
  if (!suggestion || !mayWrite(core)) return;
  const { affirmed, refused, undone } = words.matches;
  const done = { affirm: affirmed, refuse: refused, undo: undone }[answer];
  await runAndTell(core, { kind: `${answer}-match`, suggestionId: suggestion.id }, done);
}

export async function acceptForLink(
  core: Core,
  row: Row,
): Promise<{ readonly id: string; readonly revision: number } | null> {
  if (row.kind !== "suggestion" || !row.suggestion) {
    say(core, said.notHere);
    return null;
  }
  const command: Command = { kind: "accept", suggestionId: row.suggestion.id };
  const outcome = await runAndTell(core, command, said.accepted);
  if (!outcome?.ok || !outcome.data?.statementId) return null;
  return { id: outcome.data.statementId, revision: Number(outcome.data.revision ?? 1) };
}

/** A form that is open on a statement which we changed ourselves is not stale. */
function rebase(core: Core, key: string, outcome: Outcome | null): void {
  const revision = outcome?.ok ? Number(outcome.data?.revision) : 0;
  if (revision && core.state.forms[key]) core.dispatch({ type: "rebased", key, revision });
}
