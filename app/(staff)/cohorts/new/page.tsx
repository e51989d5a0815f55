import { School } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { gradeWords } from "@/lib/services/insight/grade-words";
import { type ClassFilter, readClassChoices } from "@/lib/services/cohorts/read-class-choices";

import { SaveForm } from "./save-form";

export const metadata: Metadata = { title: "New set of classes" };

const text = (value: string | string[] | undefined) =>
  typeof value === "string" ? value.slice(0, 300) : "";

/** Own classes, narrowed and ticked, kept under a name. */
export default async function NewCohortPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { school, grade, title } = await searchParams;
  const filter: ClassFilter = { school: text(school), grade: text(grade), text: text(title) };
  const outcome = await readClassChoices(serviceContext(await requireStaff()), filter);
  if (!outcome.ok) notFound();
  const { schools, grades, classes, problems } = outcome.value;
  return (
    <>
      <PageHeader
        title="New set of classes"
        description="For a program, a trial, or whatever these classes have in common. The set keeps the classes it has now."
        breadcrumbs={<Breadcrumbs items={[{ label: "Compare", href: "/cohorts" }]} />}
      />
      <div className="grid gap-6">
        {problems.map((problem) => (
          <Notice key={problem} tone="watch" title={problem} />
        ))}
        <Card title="1. Find the classes">
          <form
            action="/cohorts/new"
            className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_1fr_auto]"
          >
            <SelectField
              key={`s${filter.school}`}
              name="school"
              label="School"
              placeholder="All schools"
              required={false}
              defaultValue={filter.school}
              options={schools.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SelectField
              key={`g${filter.grade}`}
              name="grade"
              label="Grade"
              placeholder="All grades"
              required={false}
              defaultValue={filter.grade}
              options={grades.map((value) => ({ value, label: gradeWords([value]) }))}
            />
            <TextField
              key={`t${filter.text}`}
              name="title"
              type="search"
              label="Name has"
              required={false}
              maxLength={100}
              defaultValue={filter.text}
            />
            <Button type="submit">Show</Button>
          </form>
        </Card>
        {classes.length === 0 ? (
          <EmptyState title="No class is like that" icon={School}>
            <p>Choose another school or grade, or less of a name.</p>
          </EmptyState>
        ) : (
          <SaveForm
            key={JSON.stringify(filter)}
            schools={schools.flatMap(({ id, name }) => {
              const own = classes.filter(({ schoolId }) => schoolId === id);
              return own.length === 0 ? [] : [{ id, name, classes: own.map(plain) }];
            })}
          />
        )}
      </div>
    </>
  );
}

function plain({ id, title }: { readonly id: string; readonly title: string }) {
  return { id, title };
}
