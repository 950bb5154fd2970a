import type { Metadata } from "next";
import { NotHere } from "#components/ui/not-here";
import { PageFrame } from "#components/ui/page-frame";
import { currentTheme } from "#lib/next/theme";
import * as words from "#lib/words";

export const metadata: Metadata = { title: `${words.trouble.notFoundTitle}.` };

/** For addresses that no part of the product knows. A part with a frame of its own has a `not-found` of its own. */
export default async function NotFound() {
  return (
    <PageFrame theme={await currentTheme()}>
      <NotHere />
    </PageFrame>
  );
}
