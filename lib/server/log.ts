import pino from "pino";

/**
 * The server's log: what the server did, never what anybody answered, typed or who they are. Route
 * handlers of ballots do not log at all.
 */
export const log = pino({ name: "hearth", level: process.env.LOG_LEVEL ?? "info", base: null });
