/** One part of the bench, in a process of its own: prints its figures as JSON. Argument: the part's name. */
import type { Figure } from "./figure";
import { PARTS, type PartName } from "./parts";

const name = process.argv[2] as PartName;
const figures: Figure[] = await PARTS[name].run();
process.stdout.write(JSON.stringify(figures), () => process.exit(0));
