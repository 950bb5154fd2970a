import type { Metadata } from "next";
import { SecurityFilter } from "#components/security/security-filter";
import { SecurityTable } from "#components/security/security-table";
import { securityPage } from "#lib/db/security/events-page";
import { SecurityAsked } from "#lib/domain/security";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";

const say = words.securityLog;

export const metadata: Metadata = { title: `${say.title}.`, robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SecurityScreen({ searchParams }: Props) {
  await requirePage("ADMIN");
  const asked = SecurityAsked.parse(await searchParams);
  const { events, people, before } = await securityPage(asked);
  return (
    <>
      <p className="kicker">{words.people.page.kicker}</p>
      <h1 className="page-title">{say.title}</h1>
      <p className="measure mt-6">{say.intro}</p>
      <SecurityFilter asked={asked} people={people} />
      <SecurityTable events={events} timeZone={timeZone()} asked={asked} before={before} />
    </>
  );
}
