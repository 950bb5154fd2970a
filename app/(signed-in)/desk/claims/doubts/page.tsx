import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DoubtItems } from "#components/doubts/doubt-items";
import { JustDismissed } from "#components/doubts/just-dismissed";
import { DeskIndex } from "#components/ui/desk-index";
import { ListPages } from "#components/ui/list-pages";
import { NavLinks } from "#components/ui/nav-links";
import { doubtById, doubtsPage } from "#lib/db/doubts/list";
import { may } from "#lib/domain/actor";
import { listPlace, timeCursor } from "#lib/domain/cursors";
import { DoubtView } from "#lib/domain/doubts";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { dismissAction, reopenAction } from "./actions";

const said = words.doubts;
const HREF = "/desk/claims/doubts";

export const metadata: Metadata = { title: `${said.title}.` };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/**
 * What the machine doubts of claims. `?view=` chooses the list, `?dismiss=` opens the form of one doubt in it; `?dismissed=` says what was just dismissed, with the
 * way back.
 */
export default async function DoubtsPage({ searchParams }: Props) {
  const actor = await requirePage();
  const asked = await searchParams;
  const view = DoubtView.safeParse(asked.view).data ?? "wrong";
  const place = listPlace(asked);
  if (place === undefined) notFound();
  const dismissed = Id.safeParse(asked.dismissed).data;
  const { doubts, older, newer } = await doubtsPage(view, place);
  const list = `${HREF}?view=${view}`;
  const here = place === null ? list : `${list}&${place.way}=${timeCursor(place.cursor)}`;
  const actions = may(actor.role, "doubt.dismiss") ? { dismiss: dismissAction, reopen: reopenAction } : null;
  return (
    <>
      <DeskIndex here="/desk/claims" />
      <h1 className="page-title mt-6">{said.title}</h1>
      <p className="lede">{said.lede}</p>
      <NavLinks
        of={said.views}
        links={DoubtView.options.map((one) => ({
          href: `${HREF}?view=${one}`,
          words: said.view[one],
          isHere: one === view,
        }))}
      />
      {dismissed !== undefined && actions && (
        <JustDismissed doubt={await doubtById(dismissed)} reopen={actions.reopen} />
      )}
      <p className="mt-5">{doubts.length === 0 && place === null ? said.none[view] : said.explained[view]}</p>
      <DoubtItems
        doubts={doubts}
        here={here}
        dismissing={Id.safeParse(asked.dismiss).data ?? null}
        actions={actions}
        timeZone={timeZone()}
      />
      <ListPages href={list} of={said.pages} older={older} newer={newer} />
    </>
  );
}
