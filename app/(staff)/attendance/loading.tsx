import { PageSkeleton } from "@/components/ui/skeleton";

/** While a file is read and compared. */
export default function Loading() {
  return (
    <>
      <h1 className="sr-only">Attendance</h1>
      <PageSkeleton label="Reading" />
    </>
  );
}
