/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.HEARTH_JOBS === "worker") return;
  const { startJobs } = await import("@/lib/server/jobs/start-jobs");
  await startJobs();
}
