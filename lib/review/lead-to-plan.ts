import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

/** Where on /plan the exam stands. An address is a header of the reply: a name that no exam has is not taken along. */
export function placeOnPlan(exam: string): string {
  return exam.length <= 200 ? `#${encodeURIComponent(exam)}` : "";
}

/** To what /plan now shows of the exam. It is where the form stood, so the browser would take the page that it has. */
export function leadToPlan(exam: string): never {
  revalidatePath("/plan");
  redirect(`/plan${placeOnPlan(exam)}`);
}
