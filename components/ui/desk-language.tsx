import type { ReactNode } from "react";
import * as words from "#lib/words";

const { language, direction } = words.deskLanguage;

/** Around all that is for people who sign in: it is in the desk's language, whatever the readers' is. */
export function DeskLanguage({ children }: { readonly children: ReactNode }) {
  return (
    <div className="contents" lang={language} dir={direction}>
      {children}
    </div>
  );
}
