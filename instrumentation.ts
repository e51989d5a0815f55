/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  // Spelled out so that the bundle for other runtimes leaves the import out.
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.HEARTH_JOBS !== "worker") {
    const { startJobs } = await import("@/lib/server/jobs/start-jobs");
    await startJobs();
  }
}
