"use server";

import { refresh } from "next/cache";
import { followFeed, followFeeds } from "#lib/desk/feeds";
import type { FormState } from "#lib/domain/form-state";
import { SEND_KEY } from "#lib/domain/send-key";
import { readSubscriptions } from "#lib/feeds/subscriptions";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";
import { subscriptionsFile } from "#lib/next/subscriptions-file";
import * as words from "#lib/words";

/** Answers with the feed's id: its page says what stands at the address. */
export async function followAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const { feedId } = await followFeed(await requirePoster(), Object.fromEntries(form), { now: new Date() });
    return { data: { feedId } };
  }, form);
}

/** Follows every feed of the list that the form holds. */
export async function followAllAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const actor = await requirePoster();
    const key = { [SEND_KEY]: form.get(SEND_KEY) };
    const { feeds, unusable } = readSubscriptions(await subscriptionsFile(form));
    const { followed, known } = await followFeeds(actor, { ...key, feeds }, { now: new Date() });
    refresh();
    return { message: words.feeds.opml.done(followed, known, unusable) };
  });
}
