/** A review's questions are fetched when one is asked. */
export const reviewDialog = () => import("./review-dialog").then(({ ReviewDialog }) => ReviewDialog);
