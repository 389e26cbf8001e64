import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

/** Where the exam is on /plan. The address becomes a header of the reply, so a name that no exam has is left out. */
export function placeOnPlan(exam: string): string {
  return exam.length <= 200 ? `#${encodeURIComponent(exam)}` : "";
}

/**
 * Leads to what /plan now shows for the exam. The form was at the same address, so otherwise the browser would show the
 * page that it has.
 */
export function leadToPlan(exam: string): never {
  revalidatePath("/plan");
  redirect(`/plan${placeOnPlan(exam)}`);
}
