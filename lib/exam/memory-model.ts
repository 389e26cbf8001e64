import { fsrs } from "ts-fsrs";
import { usualRetention } from "./retention.ts";

/** How memory is modelled: by FSRS 6. */
export interface MemoryModel {
  /** The chance of recall, from 0 to 1, at which a question comes back. */
  readonly retention: number;
  /** The 21 weights of FSRS; null for the published ones. */
  readonly weights: readonly number[] | null;
}

export const usualMemory: MemoryModel = { retention: usualRetention / 100, weights: null };

/**
 * FSRS 6, with its published default weights (Ye, Su and Cao, 2022, "A Stochastic Shortest Path Algorithm for Optimizing
 * Spaced Repetition Scheduling") or those of the model. Without fuzz, so the same answers give the same dates.
 * A missed question comes back in ten minutes, a correct one in days.
 */
export function schedulerOf({ retention, weights }: MemoryModel): ReturnType<typeof fsrs> {
  const name = `${retention} ${weights?.join(" ")}`;
  const known = schedulers.get(name);
  if (known !== undefined) return known;
  const made = fsrs({
    request_retention: retention,
    maximum_interval: 365,
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: ["10m"],
    relearning_steps: ["10m"],
    ...(weights === null ? {} : { w: [...weights] }),
  });
  // A fit tries thousands of weights, none of them twice.
  if (schedulers.size >= mostKept) schedulers.clear();
  schedulers.set(name, made);
  return made;
}

const mostKept = 100;
const schedulers = new Map<string, ReturnType<typeof fsrs>>();
