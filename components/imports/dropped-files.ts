import { MOST_AT_ONCE } from "#lib/domain/bounds";

/** What was dropped: its files, how many others a folder held, and whether a folder was too large to look through. */
export interface Dropped {
  readonly files: readonly File[];
  readonly leftOut: number;
  readonly hasFolder: boolean;
  readonly isTooLarge: boolean;
}

/** A folder that holds more than this, or nests deeper, is no folder of pages. */
const MOST_LOOKED_AT = 2000;
const DEEPEST = 8;

const PAGE_NAME = /\.(?:html?|xhtml|te?xt)$/i;

/** Call it while the drop is being handled: the browser forgets afterwards what was dropped. */
export function filesOfDrop(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (!entries.some((entry) => entry.isDirectory)) {
    return Promise.resolve({
      files: [...transfer.files],
      leftOut: 0,
      hasFolder: false,
      isTooLarge: false,
    });
  }
  return filesOfEntries(entries);
}

/**
 * The files among these, and the pages in these folders and theirs, in the order of their names. One file more than may be
 * given at once is enough to say so.
 */
export async function filesOfEntries(entries: readonly FileSystemEntry[]): Promise<Dropped> {
  const files: File[] = [];
  let leftOut = 0;
  let looked = 0;
  const look = async (entry: FileSystemEntry, depth: number): Promise<boolean> => {
    looked += 1;
    if (looked > MOST_LOOKED_AT || depth > DEEPEST) return false;
    if (isFolder(entry)) return lookAtAll(await namesIn(entry), depth + 1);
    if (depth > 0 && !PAGE_NAME.test(entry.name)) leftOut += 1;
    else if (files.length <= MOST_AT_ONCE) files.push(await fileOf(entry));
    return true;
  };
  const lookAtAll = async (some: readonly FileSystemEntry[], depth: number): Promise<boolean> => {
    for (const entry of some) if (!(await look(entry, depth))) return false;
    return true;
  };
  const isTooLarge = !(await lookAtAll(entries, 0));
  return { files, leftOut, hasFolder: entries.some(isFolder), isTooLarge };
}

// The browser's own two kinds of entry; TypeScript can't tell them by their flag.
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

function fileOf(entry: FileSystemEntry): Promise<File> {
  return new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)); // it is no folder
}

/** A reader gives some at a time, and none when there are no more. */
async function namesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0 || all.length > MOST_LOOKED_AT) break;
    all.push(...some);
  }
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}
