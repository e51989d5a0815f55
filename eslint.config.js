import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/**
 * What types cannot say and what dependency-cruiser cannot see: purity inside the domain folders,
 * file sizes, and typescript-eslint's strict rules. Import boundaries between layers are proved on
 * resolved paths in `.dependency-cruiser.cjs`; the import bans here are the same news, told earlier.
 */

const domainNames =
  "roster,attendance,instruments,waves,ballots,disclosure,psychometrics,insight,flags,plans,access,audit,exports,charts,i18n,network,verification,simulation,help,recordings";
const domain = [`lib/{${domainNames}}/**/*.{ts,tsx}`, "lib/*.ts", "prisma/seed/**/*.ts"];
/** What eslint's own recommended set would add to typescript-eslint's, without one more package. */
const coreRules = Object.fromEntries(
  [
    ...["eqeqeq", "no-cond-assign", "no-constant-condition", "no-control-regex", "no-debugger"],
    ...["no-empty", "no-irregular-whitespace", "no-misleading-character-class", "no-var"],
    ...["no-unsafe-finally", "no-useless-escape", "prefer-const"],
  ].map((rule) => [rule, "error"]),
);

const tests = [
  "**/*.test.{ts,tsx}",
  "**/*.itest.{ts,tsx}",
  "**/*.spec.ts",
  "e2e/**/*.{ts,tsx}",
  "lib/**/testdata/**/*.ts",
];

const passItIn = "Domain code is pure: take `now`, a random source or a setting as an argument.";

const ambientSources = [
  { object: "Date", property: "now", message: passItIn },
  { object: "Math", property: "random", message: passItIn },
  { object: "process", property: "env", message: passItIn },
  { object: "performance", property: "now", message: passItIn },
  { object: "crypto", property: "randomUUID", message: passItIn },
];

const ambientSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: passItIn },
  { selector: "CallExpression[callee.name='Date']", message: passItIn },
  {
    selector: "MemberExpression[object.name='globalThis'][property.name=/^(process|Date|Math)$/]",
    message: passItIn,
  },
];

const noDefaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "Named exports only, except where Next or a configuration file demands a default.",
};

const impureImports = {
  paths: ["react", "react-dom", "next", "next-auth", "pg", "pg-boss"].map((name) => ({
    name,
    message: "Domain code imports no framework and no database.",
  })),
  patterns: [
    {
      regex: "^(next|next-auth|react|react-dom|@prisma)/",
      message: "Domain code imports no framework and no database.",
    },
    {
      regex: "(^@|\\.\\.)/(lib/)?(data|services|server|app|components|generated)(/|$)",
      message: "Domain code does not look up: app → services → data + domain.",
    },
    {
      regex: "^(node:)?(process|fs|fs/promises|child_process|net|http|https|timers)$",
      message: passItIn,
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      ".next*/**",
      "generated/**",
      "data/**",
      "keys/**",
      "node_modules/**",
      "test-results/**",
      "playwright-report/**",
      "tmp/**",
      "public/**",
      "next-env.d.ts",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...coreRules,
      "max-lines": ["error", { max: 300 }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      // A number in a message is a number; objects, null and any stay errors.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      // Codes and hashes are ASCII: spreading one into characters is safe.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // React takes async handlers and server actions where its types say void.
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: { ecmaVersion: 2024 },
    rules: {
      ...coreRules,
      "max-lines": ["error", { max: 300 }],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // TanStack Table is known not to be memoisable by the React compiler, which is not used here.
      "react-hooks/incompatible-library": "off",
      // Server components and server actions must be async even when they await nothing.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    // Nothing about answers may reach a log; lib/server owns the logger.
    files: ["lib/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"],
    rules: { "no-console": "error", "no-restricted-syntax": ["error", noDefaultExport] },
  },
  {
    files: domain,
    ignores: tests,
    rules: {
      "no-restricted-properties": ["error", ...ambientSources],
      "no-restricted-syntax": ["error", noDefaultExport, ...ambientSyntax],
      "no-restricted-globals": [
        "error",
        ...["fetch", "localStorage", "window"].map((name) => ({ name, message: passItIn })),
      ],
      "no-restricted-imports": ["error", impureImports],
    },
  },
  {
    // A test reads fixtures, asserts what it just built and casts JSON: these rules only add noise.
    files: tests,
    rules: {
      "max-lines": ["error", { max: 500 }],
      "no-console": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
);
