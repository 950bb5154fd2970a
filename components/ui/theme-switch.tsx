"use client";

import { words } from "#lib/words";

export type Theme = "device" | "light" | "dark";

const THEMES = ["device", "light", "dark"] as const satisfies readonly Theme[];
const ONE_YEAR = 60 * 60 * 24 * 365;

/**
 * Three radio buttons. The style sheet reads which is checked, so the page changes without a script; with one, the choice is
 * kept in a cookie and the server sends the next page with it, so nothing flashes.
 */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  return (
    <fieldset className="theme">
      <legend className="sr">{words.reader.frame.colours}</legend>
      {THEMES.map((theme) => (
        <label key={theme}>
          <input
            type="radio"
            name="theme"
            id={`theme-${theme}`}
            autoComplete="off"
            defaultChecked={theme === initial}
            onChange={() => keep(theme)}
          />{" "}
          {words.reader.frame.themes[theme]}
        </label>
      ))}
    </fieldset>
  );
}

function keep(theme: Theme): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
  document.cookie = `theme=${theme}; path=/; max-age=${theme === "device" ? 0 : ONE_YEAR}; samesite=lax${secure}`;
  if (theme === "device") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
