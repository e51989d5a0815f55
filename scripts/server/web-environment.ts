import type { RoleUrls } from "@/lib/data/setup/roles";
import type { Environment } from "@/lib/server/environment";

/**
 * The environment of every process that serves pages or jobs: the three logins, never the owner's. The owner's URL
 * is blanked rather than left out, or Next would read it from `.env` again.
 */
export function webEnvironment(
  environment: Environment,
  roleUrls: RoleUrls,
  mode: "production" | "development",
  distDir = ".next",
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: mode,
    NEXT_DIST_DIR: distDir,
    DATABASE_URL: "",
    HEARTH_WEB_DATABASE_URL: roleUrls.web,
    HEARTH_BALLOT_DATABASE_URL: roleUrls.ballot,
    HEARTH_SEALER_DATABASE_URL: roleUrls.sealer,
    HEARTH_DISTRICT_SCHEMA: environment.schema,
    HEARTH_DATA_DIR: environment.dataDir,
    HEARTH_KEY_DIR: environment.keyDir,
    HEARTH_URL: environment.url,
    HEARTH_JOBS: environment.jobs,
    HEARTH_SEAT_PEPPER: environment.seatPepper,
    NEXTAUTH_SECRET: environment.sessionSecret,
    NEXTAUTH_URL: environment.url,
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: environment.logLevel,
    PORT: String(environment.port),
  };
}
