import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** What keeps a headless Chromium quiet and off the network. */
export const CHROMIUM_FLAGS: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Path of a Chromium on this machine: `CHROMIUM_PATH`, else the first of the usual places; null where there is none. */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM_PATH"];
  return named !== undefined && named !== "" ? named : (usualPlaces.find((path) => existsSync(path)) ?? null);
}

/**
 * Starts a headless Chromium. Where there is none the suite is skipped and says why, unless `CI` is `true`: there a
 * missing browser is a failure, or nobody would notice that nothing was tested.
 */
export async function launchBrowser(suite: Mocha.Context): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) {
    const reason = "No Chromium found: install one or name it in CHROMIUM_PATH.";
    if (process.env["CI"] === "true") {
      throw new Error(reason);
    }
    process.stderr.write(`Browser tests skipped. ${reason}\n`);
    return suite.skip();
  }
  return await chromium.launch({ executablePath, headless: true, args: [...CHROMIUM_FLAGS] });
}
