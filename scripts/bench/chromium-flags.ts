/** A browser without a window, for a machine without a user; it asks nobody for anything by itself. */
export const CHROMIUM_FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-dev-shm-usage",
] as const;
