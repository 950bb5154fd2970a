/** What the ways through the desk are called, in the order in which a newcomer needs them. */
export const navigation = {
  menu: "Menu",
  groups: {
    work: "Work",
    archive: "Archive",
    admin: "Admin",
    readers: "Readers’ site",
  },
};
