import { countForm } from "#lib/db/people/quotas";
import { propose } from "#lib/desk/proposals";
import { AppError } from "#lib/errors";
import { answerJson } from "#lib/next/answer";
import * as words from "#lib/words";

interface Context {
  readonly params: Promise<{ readonly claimId: string }>;
}

/**
 * What a language model proposes for this claim. It takes seconds: so it is no action, which would keep the page's other forms waiting, and it ends where whoever
 * asked goes away.
 */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answerJson(async (actor) => {
    await countForm(actor.id);
    const { claimId } = await params;
    const asked = { ...(await bodyOf(request)), claimId };
    return propose(actor, asked, { now: new Date(), signal: request.signal });
  });
}

async function bodyOf(request: Request): Promise<object> {
  try {
    const body: unknown = await request.json();
    if (typeof body === "object" && body !== null) return body;
  } catch {
    // Said below.
  }
  throw new AppError("invalid_input", words.errors.notFound);
}
