import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  // Without a graphics card each frame is made by an emulated one: drawing straight takes half the time.
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless Chromium: the one in `CHROMIUM_PATH`, else the one that comes with the packages. */
export async function launchChromium(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH;
  chromium.setGraphicsMode = false;
  return playwright.launch({
    executablePath: own ?? (await chromium.executablePath()),
    args: own === undefined ? [...chromium.args, ...FLAGS] : FLAGS,
    headless: true,
  });
}
