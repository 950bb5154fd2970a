import type { ReactNode } from "react";
import { SignedInFrame } from "#components/ui/signed-in-frame";
import { currentActor } from "#lib/next/session";
import { currentTheme } from "#lib/next/theme";

/** The frame only: what a page shows, and to whom, each page decides itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <SignedInFrame actor={await currentActor()} theme={await currentTheme()}>
      {children}
    </SignedInFrame>
  );
}
