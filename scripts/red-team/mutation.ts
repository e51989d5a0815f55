/** One protection, how to switch it off, and the fewest tests that must notice. */
export interface Mutation {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** A test file; `*.itest.ts` runs against PostgreSQL. */
  readonly tests: string;
  /** The beginning of the names of the tests in it that are run; all, if not given. */
  readonly only?: string;
}
