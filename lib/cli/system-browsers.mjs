/**
 * Where Linux has a Chromium, the best for the tests first: Debian's headless shell has no windows to draw and takes a third
 * less processor time than the whole browser.
 */
export const systemBrowsers = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
