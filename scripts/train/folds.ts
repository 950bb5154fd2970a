/** So many parts the labelled outlets are held out in. */
export const FOLDS = 4;

/** The part that an outlet (or a text without one) belongs to: by its name, so that it stays there when others come. */
export function foldOf(group: string): number {
  let hash = 7;
  for (let i = 0; i < group.length; i++) hash = (Math.imul(hash, 31) + group.charCodeAt(i)) | 0;
  return (hash >>> 0) % FOLDS;
}
