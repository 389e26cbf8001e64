import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** The forecast for one real exam, and the outcome. */
export interface Judged {
  /** From 0 to 1. */
  readonly passProbability: number;
  readonly passed: boolean;
}

/** logit of the true chance = intercept + slope · logit of the forecast. 0 and 1 leave a forecast as it is. */
export interface Recalibration {
  readonly intercept: number;
  readonly slope: number;
}

/** With fewer outcomes no recalibration is offered. */
export const fewestOutcomes = 300;
/** Forecasts are clamped to this, so that one confident forecast that failed cannot decide the fit. */
const surest = 0.999;
const folds = 10;

/** A forecast, recalibrated to the learners who reported how their exam went. */
export function recalibrate(passProbability: number, { intercept, slope }: Recalibration): number {
  return logistic(intercept + slope * logit(passProbability));
}

/**
 * The intercept and slope of logistic recalibration (Cox, "Two further applications of a model for binary regression",
 * Biometrika 45, 1958), by Newton's method. Normal priors, intercept around 0 and slope around 1 with variance 1, keep the
 * fit finite where everybody passed.
 */
export function fitRecalibration(judged: readonly Judged[]): Recalibration {
  let [intercept, slope] = [0, 1];
  for (let step = 0; step < 25; step++) {
    let [a, b, aa, ab, bb] = [-intercept, 1 - slope, 1, 0, 1];
    for (const { passProbability, passed } of judged) {
      const x = logit(passProbability);
      const chance = logistic(intercept + slope * x);
      const [residual, weight] = [Number(passed) - chance, chance * (1 - chance)];
      a += residual;
      b += residual * x;
      aa += weight;
      ab += weight * x;
      bb += weight * x * x;
    }
    const determinant = aa * bb - ab * ab;
    intercept += (bb * a - ab * b) / determinant;
    slope += (aa * b - ab * a) / determinant;
  }
  return { intercept, slope };
}

/** Mean negative log likelihood of the outcomes as forecast, and recalibrated by a fit that has not seen them (tenfold). */
export function heldOutLoss(judged: readonly Judged[]): { readonly before: number; readonly after: number } {
  const fits = Array.from({ length: folds }, (_, fold) =>
    fitRecalibration(judged.filter((_, i) => i % folds !== fold)),
  );
  return {
    before: meanLoss(judged, ({ passProbability }) => logistic(logit(passProbability))),
    after: meanLoss(judged, ({ passProbability }, i) => recalibrate(passProbability, fits[i % folds] as Recalibration)),
  };
}

function meanLoss(judged: readonly Judged[], forecast: (one: Judged, i: number) => number): number {
  const losses = judged.map((one, i) => -Math.log(one.passed ? forecast(one, i) : 1 - forecast(one, i)));
  return losses.reduce((sum, loss) => sum + loss, 0) / judged.length;
}

export interface CalibrationClass {
  readonly count: number;
  /** The mean forecast. */
  readonly forecast: number;
  /** The share that passed, with its interval in percent. */
  readonly passed: number;
  readonly interval: Interval;
}

/** The outcomes in ten classes by forecast; empty classes are left out. */
export function calibrationTable(judged: readonly Judged[]): readonly CalibrationClass[] {
  const classes = Array.from({ length: 10 }, (_, i) =>
    judged.filter(({ passProbability }) => Math.min(9, Math.floor(10 * passProbability)) === i),
  );
  return classes.flatMap((own) => {
    if (own.length === 0) return [];
    const passed = own.filter((one) => one.passed).length;
    const forecast = own.reduce((sum, { passProbability }) => sum + passProbability, 0) / own.length;
    return [{ count: own.length, forecast, passed: passed / own.length, interval: wilsonInterval(passed, own.length) }];
  });
}

function logit(share: number): number {
  const bounded = Math.min(surest, Math.max(1 - surest, share));
  return Math.log(bounded / (1 - bounded));
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
