import type { ReactNode } from "react";
import { DeskLanguage } from "#components/ui/desk-language";

export default function DeskLayout({ children }: { children: ReactNode }) {
  return <DeskLanguage>{children}</DeskLanguage>;
}
