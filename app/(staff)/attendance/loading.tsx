import { PageSkeleton } from "@/components/ui/skeleton";

/** While a file is read and compared. */
export default function Loading() {
  return <PageSkeleton label="Reading" />;
}
