/** The process that fills the demo district. Started by scripts/server/ensure-demo.ts with the roles' environment. */
import { environment } from "@/lib/server/environment";

import { seedDemo } from "./seed-demo";
import { writeDemoLinks } from "./server/demo-links";

const settings = environment();
writeDemoLinks(settings.dataDir, await seedDemo(settings));
process.exit(0);
