import { Logger, runOnce, type TaskList } from "graphile-worker";
import { afterAll, afterEach, beforeAll } from "vitest";
import { disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { fetchingTasks, readingTasks } from "#lib/jobs/tasks";
import { type Route, type Site, startSite } from "#lib/pipeline/fetch/testing/site";

/**
 * What tests of jobs work in: a database of their own, a site on 127.0.0.1 that answers by `routes` (emptied after each test),
 * and the queue, worked by hand. Call it once at the top of a test file: it begins before that file's own hooks.
 */
export function workshop() {
  const routes = new Map<string, Route>();
  let db: Awaited<ReturnType<typeof freshDatabase>>;
  let site: Site;
  beforeAll(async () => {
    db = await freshDatabase();
    site = await startSite((path) => routes.get(path));
  });
  afterEach(() => routes.clear());
  afterAll(async () => {
    await disconnect();
    await db.close();
    await site.stop();
  });
  const settings = () => ({ origin: "https://onrecord.example", allowHosts: [`127.0.0.1:${site.port}`] });
  const silent = new Logger(() => () => {});
  return {
    routes,
    settings,
    url: () => db.url,
    site: () => site,
    addressOf: (path: string) => `http://127.0.0.1:${site.port}${path}`,
    /** Run what waits in the queue and is due, as the worker does: what one job adds the next one takes. */
    work: (taskList: TaskList = { ...readingTasks("RULES"), ...fetchingTasks(settings()) }) =>
      runOnce({ connectionString: db.url, taskList, logger: silent }),
  };
}
