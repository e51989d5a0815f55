/**
 * Respondents from which what students of a school wrote is shown (reference/disclosure-control.md, "Policy"). By
 * itself: a page that says so needs nothing of how it is done.
 */
export const TEXTS_FROM = 30;
