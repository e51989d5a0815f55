/** Where PostgreSQL's programs are for this machine, their links restored. */
export function nativePostgresDir(): string;
