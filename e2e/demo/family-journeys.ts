import { inflateSync } from "node:zlib";

import { devices, expect, type Page, test } from "@playwright/test";

import { asOwner } from "../support/pulse";
import { PRINCIPAL, type Sessions } from "../support/sessions";
import { arrived, expectAccessible, visit } from "../support/visits";

const { defaultBrowserType: _, ...PHONE } = devices["Pixel 7"];

interface Student {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly name: string;
}

/** What a school office does for families, and what families can read without an account. */
export function familyJourneys(get: () => Sessions): void {
  const url = (path: string) => `${get().instance.url}${path}`;
  const studentsOf = (classId: string) =>
    asOwner<Student>(
      get().instance,
      `SELECT p.id, p.given_name || ' ' || p.family_name AS name FROM people p
       JOIN enrollments e ON e.person_id = p.id
       WHERE e.class_id = $1 AND e.role = 'student' AND e.active ORDER BY p.id LIMIT 2`,
      [classId],
    );
  const openWave = async () =>
    (
      await asOwner<{ id: string }>(
        get().instance,
        "SELECT id FROM waves WHERE state = 'open' ORDER BY opens_at LIMIT 1",
      )
    )[0]?.id ?? "";

  test("the office of a school enters a no, whoever deals slips is told, and it can be taken back", async () => {
    const [student] = await studentsOf(PRINCIPAL.ownClass);
    const [stranger] = await studentsOf(PRINCIPAL.foreignClass);
    const page = await get().page("principal");
    await visit(page, url("/participation"), "Families");
    const table = page.getByRole("table", { name: "Families’ choices by school" });
    await expect(table.getByRole("row")).toHaveCount(2);
    // The rule for the district and files are not a school's to change.
    await expect(page.getByRole("button", { name: "Upload and look" })).toHaveCount(0);

    await lookUp(page, stranger?.id ?? "");
    await expect(page.getByText("No student of your schools is called that.")).toBeVisible();
    await lookUp(page, student?.id ?? "");
    const found = page.getByRole("list", { name: "Students found" }).getByRole("listitem");
    await expect(found).toHaveCount(1);
    await expect(found).toContainText("Nothing said: takes part");
    // A name that was looked up is in no address.
    expect(page.url()).toBe(url("/participation"));
    await found.getByRole("button", { name: "Said no" }).click();
    await expect(found).toContainText("Said no: takes no part");
    await expectAccessible(page);
    await expect(table.getByRole("row").nth(1).getByRole("cell").nth(2)).toContainText("1");

    const slips = url(`/waves/${await openWave()}/classes/${PRINCIPAL.ownClass}/slips`);
    await visit(page, slips);
    await expect(page.getByText("One student takes no part")).toBeVisible();
    await expect(page.getByText(student?.name ?? "")).toBeVisible();

    await page.goto(url("/participation"));
    await page.getByRole("combobox", { name: "Show" }).selectOption("Families that said no");
    await page.getByRole("button", { name: "Look up" }).click();
    await found.getByRole("button", { name: "Take back" }).click();
    await expect(found).toContainText("Nothing said: takes part");
    await page.context().close();
  });

  test("the district's office imports a file: it sees who would change, and which rows are left out", async () => {
    const [first, second] = await studentsOf(PRINCIPAL.ownClass);
    const page = await get().page("administrator");
    const upload = async (lines: readonly string[]) => {
      await page.goto(url("/participation"));
      await page.getByLabel("File with one row a student").setInputFiles({
        name: "families.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(`${lines.join("\r\n")}\r\n`),
      });
      await page.getByRole("button", { name: "Upload and look" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check a file of choices");
    };
    await upload(["Bus,Reply", "7,yes"]);
    await expect(page.getByText(/Line 1 names no column with the student’s number/)).toBeVisible();
    await page.getByRole("button", { name: "Discard this file" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Families");

    await upload([
      "Student ID;Name;Opt-out",
      `${first?.id ?? ""};A;yes`,
      `${second?.id ?? ""};B;perhaps`,
      "nobody;C;yes",
    ]);
    await expect(page.getByText("“yes” was read as: said no, takes no part")).toBeVisible();
    const changes = page.getByRole("table", { name: "Students whose choice would change" });
    await expect(changes.getByRole("row").nth(1)).toContainText(first?.name ?? "");
    const left = page.getByRole("table", { name: "Left out: line and reason" });
    await expect(left.getByRole("row").nth(1)).toContainText("3");
    await expect(left.getByRole("row").nth(2)).toContainText(
      "no student on the roster has this number",
    );
    await expectAccessible(page);
    await page.getByRole("button", { name: "Change 1 student" }).click();
    await expect(page.getByText(/1 family said no\. 2 rows were left out\./).first()).toBeVisible();
    await upload(["id,choice", `${first?.id ?? ""},none`]);
    await expect(page.getByText("1 family said no before; this file changes that")).toBeVisible();
    await page.getByRole("button", { name: "Change 1 student" }).click();
    await expect(page.getByText("Choices were imported. 1 choice was taken back.")).toBeVisible();
    await page.context().close();
  });

  test("a notice in Spanish prints on one sheet, and its link opens without signing in", async () => {
    const page = await get().page("principal");
    await visit(page, url("/participation/notice"), "Notice for families");
    await page.getByLabel("Language").selectOption("es");
    await page.getByLabel("Whom families can ask").fill("Sra. Solberg, 555-0100");
    await page.getByLabel("Students take part only if their family says yes").check();
    await page.getByLabel("Codes have students’ names").check();
    await page.getByRole("button", { name: "Update the notice" }).click();
    const notice = page.getByRole("article");
    await expect(notice).toHaveAttribute("lang", "es");
    await expect(notice).toContainText(`Estimadas familias de ${PRINCIPAL.school}:`);
    await expect(notice).toContainText(
      "Solo se le preguntará a su hijo o hija si usted dice que sí.",
    );
    await expect(notice).toContainText("la escuela puede ver quién participó");
    await expect(notice).toContainText("Sra. Solberg, 555-0100");
    await expect(page.getByText("This is not how your district is set")).toBeVisible();
    await expectAccessible(page);
    // With everything that a pulse can do, which is the longest notice there is.
    for (const more of ["groups", "words", "nominations"]) {
      await page.locator(`input[name=${more}]`).check();
    }
    await page.getByRole("button", { name: "Update the notice" }).click();
    await expect(notice).toContainText("a quién de la clase se podría pedir ayuda");
    for (const format of ["A4", "Letter"] as const) {
      expect(sheetsOf(await page.pdf({ format })), format).toBe(1);
    }
    await page.emulateMedia({ media: "print" });
    await expect(notice).toBeVisible();
    await expect(page.getByRole("button", { name: "Update the notice" })).toBeHidden();
    const link = (await notice.getByRole("link").getAttribute("href")) ?? "";
    await page.context().close();

    const family = await (await get().browser.newContext(PHONE)).newPage();
    const foreign: string[] = [];
    family.on("request", (request) => {
      const { referer = "", cookie } = request.headers();
      const named = referer !== "" && !referer.includes("/_next/static/");
      const strange = new URL(request.url()).hostname !== "localhost";
      if (strange || named || cookie !== undefined) foreign.push(request.url());
    });
    await visit(family, link, "Las preguntas, palabra por palabra");
    await expect(family.locator("html")).toHaveAttribute("lang", "es");
    await expect(family.getByRole("article").getByRole("listitem")).toHaveCount(6);
    await family.locator("nav summary").click();
    await family.getByRole("link", { name: "English" }).click();
    await arrived(family, "The questions, word for word");
    await expect(family.getByText("What the teacher sees")).toBeVisible();
    expect(foreign).toEqual([]);
    expect(await family.context().cookies()).toEqual([]);
    await family.context().close();
  });

  test("questions that nobody is asked look like any other missing page", async () => {
    const page = await (await get().browser.newContext()).newPage();
    const shown = async (path: string) => {
      const response = await page.goto(url(path));
      return [response?.status(), await page.title(), await page.locator("body").innerText()];
    };
    const missing = await shown("/nothing-here");
    expect(missing[0]).toBe(404);
    for (const key of [
      "no-such.1",
      "hearth-staff.2",
      "hearth-pulse-6-12",
      "hearth-pulse-6-12.99",
    ]) {
      expect(await shown(`/questions/${key}`), key).toEqual(missing);
    }
    await page.context().close();
  });
}

async function lookUp(page: Page, name: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Student’s name or number" }).fill(name);
  await page.getByRole("button", { name: "Look up" }).click();
}

/** Pages of a PDF, most of whose objects are compressed. */
function sheetsOf(pdf: Buffer): number {
  const text = pdf.toString("latin1");
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, body = ""]) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  return [text, ...streams].join("\n").match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
}
