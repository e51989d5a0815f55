import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = "app/(staff)";
const pages = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((path) => path === "page.tsx" || path.endsWith("/page.tsx"))
  .map((path) => join(ROOT, path));

/** The nearest file of this name at a page or above it, inside the staff's frame. */
function above(page: string, name: string): string | null {
  for (let folder = dirname(page); !relative(ROOT, folder).startsWith("..");) {
    const path = join(folder, name);
    if (existsSync(path)) return path;
    folder = dirname(folder);
  }
  return null;
}

/** A page that imports of its own folder may leave "not found" to a part of it. */
const mayBeMissing = (page: string) => readFileSync(page, "utf8").includes("notFound(");

describe("every staff page", () => {
  it("is found by this test", () => {
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.filter(mayBeMissing).length).toBeGreaterThan(15);
  });

  it.each(pages)("%s has an error page and a page for what is missing", (page) => {
    expect(above(page, "error.tsx")).not.toBeNull();
    expect(above(page, "not-found.tsx")).not.toBeNull();
  });

  it.each(pages)("%s has a loading state that leaves the answer 404 possible", (page) => {
    // The frame shows the outline of a page while the next is on its way.
    const layout = above(page, "layout.tsx");
    expect(readFileSync(layout ?? "", "utf8")).toContain("<StaffShell");
    const loading = above(page, "loading.tsx");
    // With loading.tsx Next answers 200 before the page has said whether it exists (decision 0035).
    if (mayBeMissing(page)) expect(loading).toBeNull();
  });

  it("stands in a frame that shows the outline of the next page", () => {
    const shell = readFileSync("components/layout/staff-shell.tsx", "utf8");
    expect(shell).toContain("<PageOrSkeleton>{children}</PageOrSkeleton>");
  });
});
