import type { ReactNode } from "react";
import { PageFrame } from "#components/ui/page-frame";
import { currentTheme } from "#lib/next/theme";

export default async function ReaderLayout({ children }: { children: ReactNode }) {
  return <PageFrame theme={await currentTheme()}>{children}</PageFrame>;
}
