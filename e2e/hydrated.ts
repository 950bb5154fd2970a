import type { Page } from "@playwright/test";

/**
 * Whoever types waits until the page listens, as a person does: a form that React takes over in that very moment loses the
 * selection of what was there, and a heading that is focused on arrival moves what is about to be clicked. A fast hand on a slow machine
 * is no journey.
 */
export function waitsForForms(page: Page): Page {
  const goTo = page.goto.bind(page);
  page.goto = async (...given) => {
    const response = await goTo(...given);
    if (/^\/(desk|admin)\b/.test(new URL(page.url()).pathname)) await page.waitForFunction(formsListen);
    return response;
  };
  return page;
}

/** Runs in the browser: React leaves a key of its own on each element that it has taken over. */
function formsListen(): boolean {
  return [...document.querySelectorAll("main form")].every((form) =>
    Object.keys(form).some((key) => key.startsWith("__react")),
  );
}
