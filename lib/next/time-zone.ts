/** The zone that days and times are shown in: the server's own (`TZ`), an IANA name. */
export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
