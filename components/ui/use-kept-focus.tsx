import { type RefObject, useEffect, useRef } from "react";

type Place = (section: Element | null) => HTMLElement | null;

/**
 * Where what had the focus goes away (the button that started a review, a dialog whose button went with it, a row of a list), the
 * focus goes to `place`, never back to the top of the document. `place` is given the section that it was in, which may be gone too.
 */
export function useKeptFocus(whole: RefObject<HTMLElement | null>, place: Place): void {
  const latest = useRef(place);
  useEffect(() => {
    latest.current = place;
  });
  useEffect(() => {
    const within = whole.current;
    if (!within) return;
    let last: { readonly element: Element; readonly section: Element | null } | null = null;
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? { element: target, section: target.closest("section") } : null;
    };
    const watcher = new MutationObserver(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (!isLost || last === null || last.element.isConnected) return;
      const target = latest.current(last.section);
      last = null;
      if (target) focusOn(target);
    });
    within.addEventListener("focusin", remember);
    watcher.observe(within, { childList: true, subtree: true });
    return () => {
      within.removeEventListener("focusin", remember);
      watcher.disconnect();
    };
  }, [whole]);
}

/** The heading of the section that is left, else the element of this id. */
export function headingOf(section: Element | null, otherwise: string): HTMLElement | null {
  const heading = section?.isConnected ? section.querySelector<HTMLElement>("h2") : null;
  return heading ?? document.getElementById(otherwise);
}

/** Focus, and come into view: a field with its name above it and what is wrong with it below. Headings are made to take the focus. */
export function focusOn(target: HTMLElement): void {
  if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  (target.closest(".field") ?? target).scrollIntoView({ block: "nearest" });
}
