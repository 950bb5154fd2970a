import { countForm } from "#lib/db/people/quotas";
import { proposeStatements } from "#lib/desk/proposals";
import { answerJson } from "#lib/next/answer";

interface Context {
  readonly params: Promise<{ readonly versionId: string }>;
}

/** Which statements of this page a language model finds missed. It takes seconds, and ends where whoever asked goes away, as for a claim. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answerJson(async (actor) => {
    await countForm(actor.id);
    return proposeStatements(actor, await params, { now: new Date(), signal: request.signal });
  });
}
