/**
 * The layers, one direction (DESIGN.md): app → services → data + domain; components → domain.
 * Read by `npm run check`, which also asserts that more than zero modules were seen: a cruise that
 * cannot resolve the `@/` alias finds "no violations" in nothing.
 */

// Files straight in lib (canonical JSON, hashing, results) are domain code too.
const DOMAIN =
  "^lib/([^/]+[.]ts$|(roster|attendance|instruments|waves|ballots|disclosure|psychometrics|insight|flags|plans|access|audit|exports|charts|i18n|network|verification|texts|simulation|help|recordings|digest)/)";
const TEST = "([.](test|itest|spec)[.]tsx?$|/testdata/|^e2e/)";
const PRISMA = "(^generated/|node_modules/(@prisma/|[.]prisma/|prisma/))";
const POSTGRES = "node_modules/(pg|pg-pool|pg-cursor|pg-query-stream|@types/pg)/";
const FRAMEWORK = "node_modules/(next|next-auth|react|react-dom|@types/react|@types/react-dom)/";

// Who can read a wave's private keys can open its ballots. Planning only makes and stores keys: it gets
// them through key-writer.ts, which cannot read. signing-keys.ts is the blind signer's cache.
const KEY_READER = "^lib/server/(key-store/|signing-keys[.]ts$)";
const KEY_HARMLESS = "^lib/server/key-store/(key-store|key-writer)[.]ts$";
// Shares of trustees: whoever reads two of them can put a key together. The services that hand them out and
// take them back see one at a time; the key itself is put together for the seal only.
const SHARES = "^lib/server/key-store/trustee-shares[.]ts$";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "domain-is-pure",
      severity: "error",
      comment: "A domain folder imports no framework, no database and nothing above it.",
      from: { path: [DOMAIN, "^prisma/seed/"], pathNot: TEST },
      to: {
        path: [FRAMEWORK, PRISMA, POSTGRES, "^lib/(data|services|server)/", "^(app|components)/"],
      },
    },
    {
      name: "next-intl-only-for-words",
      severity: "error",
      comment: "Among domain folders only lib/i18n may know the translation library.",
      from: { path: DOMAIN, pathNot: [TEST, "^lib/i18n/"] },
      to: { path: "node_modules/(next-intl|use-intl)/" },
    },
    {
      name: "prisma-only-in-data",
      severity: "error",
      comment: "One data layer: a second importer of Prisma is a second place to leak from.",
      from: {
        path: "^(app|pages|student|components|lib|cli|prisma/seed)/",
        pathNot: ["^lib/data/", "[.]itest[.]ts$"],
      },
      to: { path: [PRISMA, POSTGRES] },
    },
    {
      name: "data-only-from-services",
      severity: "error",
      comment: "app and components ask services; services authorise first.",
      from: { pathNot: ["^lib/(services|data|server)/", "^(scripts|cli|prisma|e2e)/", TEST] },
      to: { path: "^lib/data/" },
    },
    {
      name: "answers-only-in-the-seal",
      severity: "error",
      comment: "One gate: `Answers` exists in lib/disclosure and in the seal, nowhere else.",
      from: {
        pathNot: [
          "^lib/disclosure/",
          "^lib/services/waves/seal-wave[.](test[.]|itest[.])?ts$",
          TEST,
        ],
      },
      to: { path: "^lib/disclosure/answers[.]ts$" },
    },
    {
      name: "nominations-only-in-the-seal",
      severity: "error",
      comment: "Opened nominations are counted in lib/disclosure and the seal, nowhere else.",
      from: {
        pathNot: [
          "^lib/disclosure/",
          "^lib/services/waves/seal-wave[.](test[.]|itest[.])?ts$",
          TEST,
        ],
      },
      to: {
        path: "^lib/disclosure/nominations/(nomination-count|nothing-certain|witness-network)[.]ts$",
      },
    },
    {
      name: "verifier-is-independent",
      severity: "error",
      comment:
        "Who checks a release shares no code with who wrote it: one bug could not show in both.",
      from: { path: "^lib/verification/", pathNot: TEST },
      to: { path: "^lib/", pathNot: "^lib/verification/" },
    },
    {
      name: "private-keys-only-in-seal-and-ballots",
      severity: "error",
      comment:
        "Private keys are read by the seal and the blind signer; closing makes the signer forget.",
      from: {
        pathNot: [
          "^lib/services/waves/(seal|close)-wave[.]ts$",
          "^lib/services/ballots/",
          KEY_READER,
          TEST,
        ],
      },
      to: { path: KEY_READER, pathNot: [KEY_HARMLESS, SHARES, TEST] },
    },
    {
      name: "shares-only-for-trustees",
      severity: "error",
      comment: "Shares are handed to a trustee, taken back from one, and joined for the seal.",
      from: {
        pathNot: [
          "^lib/services/trustees/((show|take|confirm)-share|given-back|any-share-waits)[.]ts$",
          KEY_READER,
          TEST,
        ],
      },
      to: { path: SHARES },
    },
    {
      name: "key-writer-cannot-read",
      severity: "error",
      comment: "Planning gets the writer: nothing it is made of may hand out what was stored.",
      from: { path: "^lib/server/key-store/(key|file|command)-writer[.]ts$" },
      to: {
        path: "^lib/server/key-store/(file-reader|command-reader|installed|opening-key|trustee-shares)[.]ts$",
      },
    },
    {
      name: "key-store-not-for-closing",
      severity: "error",
      comment: "Closing a wave forgets signing keys; it has no business with the key store itself.",
      from: { path: "^lib/services/waves/close-wave[.]ts$" },
      to: { path: "^lib/server/key-store/" },
    },
    {
      name: "components-stay-outside",
      severity: "error",
      comment: "Components get what they show as properties.",
      from: { path: "^components/" },
      to: {
        path: [
          ...["services", "data", "server"].map((layer) => `^lib/${layer}/`),
          "^(app|pages|student)/",
          PRISMA,
          POSTGRES,
        ],
      },
    },
    {
      name: "services-do-not-look-up",
      severity: "error",
      comment: "One direction: nothing in lib knows the pages.",
      from: { path: "^lib/", pathNot: TEST },
      to: { path: "^(app|pages|student|components)/" },
    },
    {
      name: "data-does-not-look-up",
      severity: "error",
      comment: "The data layer holds no use case.",
      from: { path: "^lib/data/", pathNot: TEST },
      to: { path: "^lib/services/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "A cycle is one module with two names.",
      from: { path: "^(app|student|components|lib|cli|prisma|scripts)/" },
      to: { circular: true },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      comment: "An import that does not resolve escapes every other rule.",
      from: { path: "^(app|student|components|lib|cli|prisma|scripts|e2e)/" },
      to: { couldNotResolve: true, pathNot: "([.]css$|^@fontsource|^server-only$)" },
    },
    {
      name: "no-tests-in-production",
      severity: "error",
      comment: "Code that runs never imports code that tests it.",
      from: { path: "^(app|student|components|lib|cli|scripts|prisma)/", pathNot: TEST },
      to: { path: "[.](test|itest|spec)[.]tsx?$" },
    },
    {
      name: "no-barrels-no-drawers",
      severity: "error",
      comment: "No index.ts, utils, helpers or common: a file is called what it does.",
      from: {},
      to: {
        path: "/(index|utils|helpers|common)([.]tsx?$|/)",
        pathNot: "(node_modules|^generated)/",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^([.]next|data/|keys/|test-results|playwright-report)" },
    tsConfig: { fileName: "tsconfig.json" },
    // Type-only imports count: knowing the shape of an answer is already too much.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".d.ts", ".mjs", ".js", ".cjs", ".json"],
    },
  },
};
