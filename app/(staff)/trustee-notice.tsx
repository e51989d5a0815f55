import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { listTrusteeTasks, type TrusteeTask } from "@/lib/services/trustees/list-trustee-tasks";

/** What somebody is asked for as a trustee: pulses wait for it, so it stands above all else. */
export async function TrusteeNotice() {
  const tasks = await listTrusteeTasks(serviceContext(await requireStaff()));
  if (tasks.length === 0) return null;
  return (
    <div className="mb-6 grid gap-3">
      {tasks.map((task) => (
        <Notice
          key={task.waveId}
          tone="watch"
          title={
            task.task === "take" ? "You are asked to hold a part of a key" : "Your code is needed"
          }
          actions={
            <LinkButton href={`/trustee/${task.waveId}`} size="sm">
              {task.task === "take" ? "Take your part" : "Enter your code"}
            </LinkButton>
          }
        >
          {wordsOf(task)}
        </Notice>
      ))}
    </div>
  );
}

function wordsOf({ task, title }: TrusteeTask): string {
  return task === "take"
    ? `You are a trustee of the pulse “${title}”. It cannot open before you have taken your part.`
    : `The pulse “${title}” is closed. It can be opened when two of its three trustees have entered their codes.`;
}
