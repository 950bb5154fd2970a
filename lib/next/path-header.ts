/** Written by `proxy.ts` over whatever was sent: the path that was asked for, which a page can't otherwise see. */
export const PATH_HEADER = "x-onrecord-path";
