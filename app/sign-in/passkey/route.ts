import { headers } from "next/headers";
import { countAsk } from "#lib/db/people/attempts";
import { askForKey } from "#lib/db/people/passkeys";
import { AppError } from "#lib/errors";
import { answerAnybody } from "#lib/next/answer";
import { CLIENT_HEADER, clientKey } from "#lib/next/client-address";
import { passkeySite } from "#lib/next/passkey-site";
import { askCookie } from "#lib/next/short-cookies";
import * as words from "#lib/words";

/** What a browser is asked for, to show a passkey: on the way in, and where somebody shows again that it is them. */
export async function POST(): Promise<Response> {
  return answerAnybody(async () => {
    const site = passkeySite();
    if (site === null) throw new AppError("not_found", words.passkeys.impossible);
    await countAsk(clientKey((await headers()).get(CLIENT_HEADER) ?? "unknown"));
    const { token, options } = await askForKey(site, new Date());
    await askCookie.keep(token);
    return options;
  });
}
