import Link from "next/link";
import { TableHead } from "#components/ui/table-head";
import type { WebhookView } from "#lib/domain/webhooks";
import * as words from "#lib/words";
import { hostOf, isWell, standing } from "./webhook-words";

const say = words.webhooks;
const { columns } = say;

/** The webhooks there are, each with the way to its log. */
export function WebhookList({ webhooks, timeZone }: { webhooks: readonly WebhookView[]; timeZone: string }) {
  if (webhooks.length === 0) return <p className="small muted">{say.none}</p>;
  return (
    <table className="cards">
      <TableHead columns={columns} />
      <tbody>
        {webhooks.map((webhook) => (
          <tr key={webhook.id}>
            <th scope="row" className="wrap-anywhere">
              <Link href={`/admin/webhooks/${webhook.id}`} prefetch={false}>
                <bdi>{hostOf(webhook)}</bdi>
              </Link>
              <br />
              <span className="regular xs muted">
                <bdi>{webhook.note ?? webhook.address}</bdi>
              </span>
            </th>
            <td data-l={columns.events}>{webhook.events.map((event) => say.short[event]).join(", ")}</td>
            <td data-l={columns.state}>
              <span className={`wrap-words state ${isWell(webhook) ? "state--on" : "state--off"}`}>
                {standing(webhook, timeZone)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
