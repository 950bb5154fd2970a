import { ElsewhereItems } from "#components/claims/elsewhere-items";
import type { ClaimDesk } from "#lib/domain/claim-desk";
import * as words from "#lib/words";

const said = words.elsewhere;

/** What pages say like the statements of a claim, and isn't joined to it: pages that came in before it was made, too. */
export function OnOtherPages({ elsewhere }: Pick<ClaimDesk, "elsewhere">) {
  return (
    <section className="sect" aria-labelledby="c-elsewhere">
      <h2 id="c-elsewhere">{said.ofClaim}</h2>
      <p className="small muted">{elsewhere.wordings.length === 0 ? said.ofClaimNone : said.ofClaimLede}</p>
      {elsewhere.isWaiting && <p className="small muted">{said.waiting}</p>}
      <ElsewhereItems elsewhere={elsewhere} />
    </section>
  );
}
