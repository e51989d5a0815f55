import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { buttonClassName } from "@/components/ui/button-style";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";

/** The frame of a report on the screen; of it only the report is printed. */
export function ReportPage({
  of,
  id,
  title,
  back,
  children,
}: {
  readonly of: "classes" | "schools";
  readonly id: string;
  readonly title: string;
  /** The name of the class or school. */
  readonly back: string;
  readonly children: ReactNode;
}) {
  const key = encodeURIComponent(id);
  return (
    <>
      <div data-print="hide">
        <PageHeader
          breadcrumbs={<Breadcrumbs items={[{ label: back, href: `/${of}/${key}` }]} />}
          title={title}
          description="One page, to print or to hand on. It holds released results and absence, and nothing about any one student."
          actions={
            <>
              <a
                href={`/api/exports/${of}/${key}?format=pdf`}
                download
                className={buttonClassName({})}
              >
                <Download aria-hidden />
                Download PDF
              </a>
              <PrintButton variant="primary" />
            </>
          }
        />
      </div>
      {children}
    </>
  );
}
