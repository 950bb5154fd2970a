import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

export interface PeopleActions {
  readonly renew: FormAction;
  readonly withdraw: FormAction;
  readonly passwordLink: FormAction;
  readonly setRole: FormAction;
  readonly disable: FormAction;
  readonly enable: FormAction;
}

/** What an act that made a link came to. `who` is a name or an address. */
export function linkTold(data: Readonly<Record<string, string>> | undefined, who: string): Told | null {
  if (data?.link !== undefined) return { link: data.link, who };
  return data?.mailedTo === undefined ? null : { said: words.people.invite.mailed(data.mailedTo) };
}

/** What an act came to: words to say, or a link to show. */
export type Told = { readonly said: string } | { readonly link: string; readonly who: string };
