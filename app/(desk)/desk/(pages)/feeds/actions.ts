"use server";

import { followFeed } from "#lib/desk/feeds";
import type { FormState } from "#lib/domain/form-state";
import { attempt } from "#lib/next/attempt";
import { requireActor } from "#lib/next/session";

/** Answers with the feed's id: its page says what stands at the address. */
export async function followAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const { feedId } = await followFeed(await requireActor(), Object.fromEntries(form), { now: new Date() });
    return { data: { feedId } };
  }, form);
}
