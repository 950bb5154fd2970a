/** What stands at the top of every page, the desk’s among them. */
export const topBar = {
  home: "Onrecord, home",
  mainNavigation: "Main",
  colours: "Colours",
  themes: { device: "As my device", light: "Light", dark: "Dark" },
};
