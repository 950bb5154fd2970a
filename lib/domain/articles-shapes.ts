import { z } from "zod";
import { WATCH_PACES } from "./articles";
import { askedText } from "./complaints";
import { Id } from "./reviews";

export const WatchPace = z.enum(WATCH_PACES);
export type WatchPace = z.infer<typeof WatchPace>;

export const RefetchArticle = z.object({ articleId: Id });
export const WatchArticle = z.object({ articleId: Id, pace: WatchPace });
export const DismissArticle = z.object({ articleId: Id, reason: askedText("dismissal", 500) });
export const TakeBackArticle = z.object({ articleId: Id });
