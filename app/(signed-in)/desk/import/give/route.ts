import { AppError } from "#lib/errors";
import { answerJson } from "#lib/next/answer";
import { givePage } from "#lib/next/give-page";
import * as words from "#lib/words";

/** One page of several: as the form's own action, but nothing that is opened meanwhile cuts it off. */
export function POST(request: Request): Promise<Response> {
  return answerJson(async (actor) => givePage(actor, await formOf(request)));
}

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (cause) {
    throw new AppError("invalid_input", words.importing.errors.cutOff, { cause });
  }
}
