/** Without a file of its own, Next takes the nearest one above, which is the app's. */
export function register(): void {}
