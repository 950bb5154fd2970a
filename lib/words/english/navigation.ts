const upTo = (unread: number, most: number) => (unread > most ? `${most}+` : String(unread));

/** What the ways through the desk are called, in the order in which a newcomer needs them. */
export const navigation = {
  /** It holds the way to the inbox. */
  menu: (unread: number, most: number) => (unread === 0 ? "Menu" : `Menu (${upTo(unread, most)} new)`),
  inbox: (unread: number, most: number) => (unread === 0 ? "Inbox" : `Inbox (${upTo(unread, most)})`),
  groups: {
    work: "Work",
    archive: "Archive",
    admin: "Admin",
    readers: "Readers’ site",
  },
};
