import type { ReactNode } from "react";
import { NavLink } from "#components/ui/nav-link";
import { PageFrame } from "#components/ui/page-frame";
import { currentActor } from "#lib/next/session";
import { currentTheme } from "#lib/next/theme";
import * as words from "#lib/words";

export default async function ReaderLayout({ children }: { children: ReactNode }) {
  const [theme, actor] = await Promise.all([currentTheme(), currentActor()]);
  const { desk, signIn } = words.frame;
  const nav =
    actor === null ? <NavLink href="/sign-in">{signIn}</NavLink> : <NavLink href="/desk">{desk}</NavLink>;
  return (
    <PageFrame theme={theme} nav={nav}>
      {children}
    </PageFrame>
  );
}
