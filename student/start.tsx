/** Runs in the student's browser: wakes the page that the server has drawn. */
import { hydrateRoot } from "react-dom/client";
import { StudentFlow } from "@/components/student/student-flow";
import type { StudentFlowProps } from "@/components/student/student-flow-props";
import { startWorker } from "@/components/student/worker-client";

const root = document.getElementById("student");
const stored = document.getElementById("student-props");

if (root !== null && stored !== null) {
  const props = JSON.parse(stored.textContent) as StudentFlowProps;
  hydrateRoot(root, <StudentFlow {...props} />);
  keepForLater(props);
}

/** Once the page is there and the browser has nothing better to do: the parts that come later, and the worker. */
function keepForLater({ pulse, lang, asked }: StudentFlowProps): void {
  const work = () => {
    void import("@/components/student/send-ballot").catch(() => undefined);
    const { pathname, search } = window.location;
    void startWorker([
      pathname + search,
      `/s/no-network?lang=${lang}`,
      `/api/manifests/${pulse.waveId}`,
      // All of them, in one order: which a device fetched says nothing of it.
      ...asked.items.flatMap(({ recording }) => recording ?? []),
      ...moduleFiles(),
    ]);
  };
  if ("requestIdleCallback" in window) window.requestIdleCallback(work, { timeout: 2_000 });
  else setTimeout(work, 500);
}

/** Every script of the page's build, as the page names them. */
function moduleFiles(): string[] {
  const listed = document.querySelector("meta[name=hearth-files]")?.getAttribute("content") ?? "";
  return listed.split(" ").filter((path) => path !== "");
}
