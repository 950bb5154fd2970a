"use client";

import type { FormEvent } from "react";
import { useState } from "react";
import { ONE_YEAR, THEMES, type Theme } from "#lib/domain/themes";
import * as words from "#lib/words";

/**
 * Three buttons of one form. Without a script the server keeps the choice in a cookie and sends the page again; with one it is kept here and the
 * page changes where it is. The server sends the next page with it, so nothing flashes.
 */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [chosen, choose] = useState(initial);
  const keepHere = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const theme = THEMES.find((one) => one === submitter?.getAttribute("value"));
    if (theme === undefined) return;
    event.preventDefault();
    keep(theme);
    choose(theme);
  };
  return (
    <form className="theme" action="/colours" method="post" onSubmit={keepHere}>
      <fieldset>
        <legend className="sr">{words.topBar.colours}</legend>
        {THEMES.map((theme) => (
          <button key={theme} type="submit" name="theme" value={theme} aria-pressed={theme === chosen}>
            {words.topBar.themes[theme]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

function keep(theme: Theme): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
  document.cookie = `theme=${theme}; path=/; max-age=${theme === "device" ? 0 : ONE_YEAR}; samesite=lax${secure}`;
  if (theme === "device") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
