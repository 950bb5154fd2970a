import { type RefObject, useEffect } from "react";
import { isCovered, lettersAreOn, placeOf } from "#components/annotator/use-keys";
import { focusOn } from "#components/ui/use-kept-focus";

/** The key that opens the form for a search that found nothing. */
export const SEARCH_KEY = "r";

/** The key opens these details with the focus on where somebody looked, from anywhere on the page but a field. As all keys of one letter it can be turned off. */
export function useSearchKey(details: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, repeat, isComposing, defaultPrevented } = event;
      const box = details.current;
      if (key !== SEARCH_KEY || ctrlKey || metaKey || altKey || repeat || isComposing || defaultPrevented)
        return;
      if (box === null || isCovered() || !lettersAreOn() || placeOf(document.activeElement) === "typing")
        return;
      event.preventDefault();
      box.open = true;
      const where = box.querySelector<HTMLInputElement>("[name=place]");
      if (where) focusOn(where);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [details]);
}
