/** Without one of its own, Next takes the nearest above, which is the app's. */
export function register(): void {}
