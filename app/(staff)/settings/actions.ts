"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { environment } from "@/lib/server/environment";
import { serverMailer } from "@/lib/server/mailer";
import { runAction } from "@/lib/server/run-action";
import { chooseSchedule } from "@/lib/services/digest/choose-schedule";
import { sendTestMail } from "@/lib/services/digest/send-test-mail";
import { deliveryWords, hourWords, WEEKDAYS } from "./mail-words";

const number = z
  .string()
  .trim()
  .regex(/^\d{1,2}$/, "Choose from the list.")
  .transform(Number);
const schedule = z.object({ weekday: number, hour: number });

export async function chooseScheduleAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: schedule,
    service: chooseSchedule,
    done: ({ weekday, hour }) => {
      revalidatePath("/settings");
      const day = WEEKDAYS[weekday - 1] ?? "";
      return { status: "ok", message: `Saved: ${day}s at ${hourWords(hour)}.` };
    },
  });
}

export async function sendTestMailAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: z.object({}),
    service: (context) => sendTestMail(context, { mailer: serverMailer(), url: environment().url }),
    done: (delivery) => ({
      status: delivery.state === "sent" ? "ok" : "error",
      message: deliveryWords(delivery),
    }),
  });
}
