/** What `npm run backup` and `npm run restore` say. */

const count = (n: number) => n.toLocaleString("en");
const many = (n: number, one: string, more = `${one}s`) => `${count(n)} ${n === 1 ? one : more}`;
const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

export const backups = {
  backupUsage: [
    "Usage: npm run backup -- FOLDER               makes a new folder in it, with all that Onrecord has",
    "       npm run backup -- --check BACKUP       reads a backup from end to end and says whether it is whole",
    "Options: --with-key  the keys too: whoever has the backup can then sign in your name, and read the secrets of authenticator apps",
  ].join("\n"),
  restoreUsage: [
    "Usage: npm run restore -- BACKUP   puts a backup back, into an empty Onrecord",
    "Options: --replace  over what is there, which is lost",
  ].join("\n"),
  starting:
    "Onrecord isn’t running from this data folder, so its database is started for as long as this takes.",
  taking: (folder: string) => `Backing up to ${folder}`,
  table: (name: string, rows: number, bytes: number) => `  ${name}: ${many(rows, "row")}, ${size(bytes)}`,
  pages: (done: number) => `  The bytes of ${many(done, "page")}`,
  checking: (parts: number) => `Reading ${many(parts, "part")} to see that they are whole`,
  whole: (madeAt: string, rows: number, pages: number, bytes: number) =>
    `The backup of ${madeAt} is whole: ${many(rows, "row")}, the bytes of ${many(pages, "page")}, ${size(bytes)}.`,
  nothing:
    "There is nothing to back up: this database has no Onrecord in it. Look at ONRECORD_DATA and DATABASE_URL.",
  lost: (n: number) =>
    `The bytes of ${many(n, "page")} were not to be had, or not whole. All else is in the backup; npm run verify says more of the record.`,
  withoutHeads:
    "There is no data folder with signed heads here, so the backup has none. Run it where Onrecord runs to have them in it.",
  preparing: "Making the tables as they were then",
  filling: "Putting the rows back",
  migrating: (n: number) => `Bringing them up to date: ${many(n, "migration")} since the backup was made`,
  restored: (madeAt: string) => `The backup of ${madeAt} is back. Start Onrecord with npm start.`,
  newKey:
    "The key that signs the record wasn’t in the backup. A new one is made at the next start; what the old one signed is still checked.",
  noBackup: (folder: string) => `${folder} is no backup: it has no manifest.json. Name the folder of one.`,
  newerFormat: "A newer Onrecord made this backup. Use that version to put it back.",
  newer: (migration: string) =>
    `This backup is of a newer Onrecord: it has the migration ${migration}, which isn’t here. Use that version to put it back.`,
  edited: (migration: string) =>
    `The migration ${migration} isn’t what it was when the backup was made. Put its file back as it was.`,
  newerQueue: "This backup is of a newer Onrecord: its queue has migrations that aren’t here.",
  unfinished: (migration: string) =>
    `The migration ${migration} failed on this database and nobody repaired it, so it isn’t backed up. Mend that first.`,
  damaged: (file: string) => `${file} is damaged: it isn’t what was written. Take another backup.`,
  cut: (file: string, was: number, is: number) =>
    `${file} is damaged: it has ${count(is)} bytes, and was written with ${count(was)}. Take another backup.`,
  missing: (file: string) => `${file} is missing from the backup. Take another one.`,
  notWhole: (table: string, was: number, is: number) =>
    `${table} came back with ${count(is)} rows instead of ${count(was)}, so nothing was kept.`,
  missingColumn: (table: string) =>
    `This Onrecord has no place for the table ${table} as it is in the backup. Use the version that made the backup.`,
  notEmpty: (there: readonly (readonly [string, number])[]) =>
    `This Onrecord isn’t empty. It would lose ${there
      .slice(0, 8)
      .map(([name, n]) => `${count(n)} of ${name}`)
      .join(
        ", ",
      )}${there.length > 8 ? " and more" : ""}. Name an empty one with ONRECORD_DATA or DATABASE_URL, or say --replace to lose that.`,
  notEmptyFolder: (files: readonly string[]) =>
    `The data folder has ${files.join(" and ")} already. Name an empty one with ONRECORD_DATA, or say --replace.`,
  inUse: (n: number) =>
    `${many(n, "other connection uses", "other connections use")} this database. Stop Onrecord first, and whatever else works on it.`,
  noFolder: (pages: number) =>
    `The bytes of ${many(pages, "page")} lie in the backup, and need a folder: set ONRECORD_SNAPSHOTS.`,
  noRoom: (folder: string) =>
    `There is no room left in ${folder}. What was written there is taken away again.`,
  notWritable: (folder: string, why: string) => `${folder} can’t be written to (${why}).`,
  exists: (folder: string) => `${folder} is there already. Wait a second and try again.`,
};
