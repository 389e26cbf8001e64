/**
 * Runs jobs on a store, and gives the store up for good if none of them has ended for `patienceMs`: then each job
 * rejects, and later ones reject at once. A slow store, with many jobs waiting for each other, is not given up.
 */
export function createPatience(patienceMs: number) {
  let isGivenUp = false;
  let ended = 0;
  return async <T>(job: () => Promise<T>): Promise<T> => {
    if (isGivenUp) throw new Error("storage does not answer");
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      const wait = (before: number) => {
        timer = setTimeout(() => {
          if (ended > before && !isGivenUp) return wait(ended);
          isGivenUp = true;
          reject(new Error("storage does not answer"));
        }, patienceMs);
      };
      wait(ended);
    });
    return Promise.race([job(), late]).finally(() => {
      ended++;
      clearTimeout(timer);
    });
  };
}
